/** What the référent handicap arranged for somebody: the last word holds, and says nothing of why it is needed. */
import { ACCOMMODATIONS } from "./sections.ts";

export type Arranged = {
  /** None where nothing is arranged. */
  readonly effects: readonly string[];
  readonly other: string;
  /** How it is done, or why it is not: read by the person and by all who organise. */
  readonly words: string;
};

/** Whether more time is among it. */
export function grantsTime({ effects = [] }: { readonly effects?: readonly string[] }): boolean {
  return effects.includes("extra-time");
}

type Fact = { readonly kind: string; readonly place: number; readonly details: object };

/** `undefined` where nothing was decided yet; `place`: of the fact, so that what somebody else decided since is not undone unseen. */
export function arranged<F extends Fact>(facts: readonly F[]): (F & { readonly arranged: Arranged }) | undefined {
  const last = facts.findLast(({ kind }) => kind === "arranged");
  if (!last) return undefined;
  const { effects, other, words } = last.details as Partial<Arranged>;
  const known = (effects ?? []).filter((one) => ACCOMMODATIONS.includes(one));
  return { ...last, arranged: { effects: known, other: other ?? "", words: words ?? "" } };
}
