/**
 * Row ids: UUIDs of version 7 (RFC 9562), monotonic within this process, so that rows of the same moment keep their order in lists
 * sorted by id last. They carry the machine's time, made never to go back; no rule depends on it, and access to private things
 * needs a secret besides the id.
 */
import { randomUUID } from "node:crypto";

/** The counter has twelve bits; beyond them, ids borrow the next millisecond. */
const MOST_IN_ONE = 0x1000;

export function idsFrom(now: () => number): () => string {
  let time = 0;
  let count = 0;
  return () => {
    const current = now();
    if (current > time) [time, count] = [current, 0];
    else if (++count === MOST_IN_ONE) [time, count] = [time + 1, 0];
    const millisecond = hex(time, 12);
    return `${millisecond.slice(0, 8)}-${millisecond.slice(8)}-7${hex(count, 3)}-${randomUUID().slice(19)}`;
  };
}

export const newId = idsFrom(Date.now);

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
