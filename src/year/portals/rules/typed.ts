/** Where a line stands: nothing typed, typed without a receipt, with one, or other facts since. Pure. */
import type { Day } from "../../../kit/day.ts";
import type { PortalField } from "../../../law/portals.ts";
import type { Values } from "./lines.ts";

export const LINE_STATES = ["to-type", "differs", "typed", "received"] as const;
export type LineState = (typeof LINE_STATES)[number];

/** What a person noted, in the order in which they did: `typed` with the values as they were; a `received` is of the `typed` before it. */
export type Noted = {
  readonly kind: "typed" | "received";
  readonly on: Day;
  readonly values: Values | null;
  readonly receipt: string | null;
  readonly file: string | null;
};

type Standing = {
  /** Whether the facts still ask for it. */
  readonly asked: boolean;
  readonly values: Values;
};

/** Undefined where nothing asks for it, and nothing was typed: it is no line. */
export function lineState(line: Standing, noted: readonly Noted[]): LineState | undefined {
  const last = noted.findLast(({ kind }) => kind === "typed");
  if (!last) return line.asked ? "to-type" : undefined;
  if (differing(line, last.values ?? {}).length > 0) return "differs";
  return hasReceipt(noted) ? "received" : "typed";
}

/** Of what was typed last. */
export function hasReceipt(noted: readonly Noted[]): boolean {
  const at = noted.findLastIndex(({ kind }) => kind === "typed");
  return at >= 0 && noted.slice(at).some(({ receipt, file }) => receipt !== null || file !== null);
}

/**
 * The values that are others than those that were typed. A value that the school asks for since then was never typed: it differs from
 * nothing. What is asked no more differs in all that was typed, until it is noted that it was taken back.
 */
export function differing({ asked, values }: Standing, typed: Values): readonly PortalField[] {
  const fields = Object.keys(typed) as PortalField[];
  if (!asked) return fields;
  if (fields.length === 0) return Object.keys(values) as PortalField[];
  return fields.filter((field) => values[field] !== undefined && values[field] !== typed[field]);
}
