/** The arrangements decided by the référent handicap: the last decision holds, and never says why. */
import { ACCOMMODATIONS } from "./sections.ts";

export type Arranged = {
  /** Empty if nothing is arranged. */
  readonly effects: readonly string[];
  readonly other: string;
  /** How it is done, or why not: read by the person and all organisers. */
  readonly words: string;
};

/** Whether extra time is granted. */
export function grantsTime({ effects = [] }: { readonly effects?: readonly string[] }): boolean {
  return effects.includes("extra-time");
}

type Fact = { readonly kind: string; readonly place: number; readonly details: object };

/** `undefined` before any decision; the fact's `place` detects a decision taken concurrently. */
export function arranged<F extends Fact>(facts: readonly F[]): (F & { readonly arranged: Arranged }) | undefined {
  const last = facts.findLast(({ kind }) => kind === "arranged");
  if (!last) return undefined;
  const { effects, other, words } = last.details as Partial<Arranged>;
  const known = (effects ?? []).filter((one) => ACCOMMODATIONS.includes(one));
  return { ...last, arranged: { effects: known, other: other ?? "", words: words ?? "" } };
}
