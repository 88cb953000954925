/**
 * Payers of whom one takes over from another on a day: each pays the calendar days of its own turn. Two take turns over the same whole
 * amount, so that a change of payer in the middle of a period splits that period's part and corrects nothing that was asked before.
 */
import { addDays, dayNumber } from "../../kit/day.ts";
import type { Days, Payer } from "./facts.ts";

export function idOf({ id, source }: Payer): string {
  return id ?? source;
}

/** All who pay the same amount in turn, the first first; of most payers, themselves alone. */
export function turnsOf(payer: Payer, all: readonly Payer[]): readonly Payer[] {
  const before = all.find((one) => idOf(one) === payer.takesOver);
  return before ? turnsOf(before, all) : [payer, ...followersOf(payer, all)];
}

function followersOf(payer: Payer, all: readonly Payer[]): readonly Payer[] {
  const next = all.find(({ takesOver }) => takesOver === idOf(payer));
  return next ? [next, ...followersOf(next, all)] : [];
}

export type Turn = {
  readonly turns: readonly Payer[];
  /** Among them. */
  readonly at: number;
};

/** What of some days is in this payer's turn; it may end before it begins. */
export function withinTurn({ turns, at }: Turn, { from, to }: Days): Days {
  const { since = from } = turns[at]!;
  const next = turns[at + 1]?.since;
  const last = next === undefined ? to : addDays(next, -1);
  return { from: since > from ? since : from, to: last < to ? last : to };
}

/** How many of some days each pays. */
export function daysInTurn(turns: readonly Payer[], days: Days): number[] {
  return turns.map((_one, at) => {
    const { from, to } = withinTurn({ turns, at }, days);
    return Math.max(0, dayNumber(to) - dayNumber(from) + 1);
  });
}
