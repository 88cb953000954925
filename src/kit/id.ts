/**
 * The ids of rows: UUIDs of version 7 (RFC 9562), each greater than those that this process made before. What happened at one
 * moment then stands in the order in which it was done wherever a list ends on the id. The time in them is the machine's, which never
 * goes back here; nothing is decided by it, and what nobody may guess has a secret besides.
 */
import { randomUUID } from "node:crypto";

/** The counter has twelve bits; what goes beyond them in one millisecond is of the next. */
const MOST_IN_ONE = 0x1000;

export function idsFrom(now: () => number): () => string {
  let time = 0;
  let count = 0;
  return () => {
    const at = now();
    if (at > time) [time, count] = [at, 0];
    else if (++count === MOST_IN_ONE) [time, count] = [time + 1, 0];
    const millisecond = hex(time, 12);
    return `${millisecond.slice(0, 8)}-${millisecond.slice(8)}-7${hex(count, 3)}-${randomUUID().slice(19)}`;
  };
}

export const newId = idsFrom(Date.now);

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
