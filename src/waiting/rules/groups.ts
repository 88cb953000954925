/** The groups of days under which what waits is listed and counted. Pure. */
import { addDays, type Day, mondayOf } from "../../kit/day.ts";

/** In the order of the page. `open`: by no day, the longest waiting first. `others`: somebody else has to do it, and it is not late. */
export const WAITING_GROUPS = ["late", "today", "week", "open", "later", "others", "putOff"] as const;
export type WaitingGroup = (typeof WAITING_GROUPS)[number];

/** Counts are exact as far as this; one more means more. */
export const MOST_WAITING = 100;

export type Span = {
  readonly group: WaitingGroup;
  /** Or «-infinity». */
  readonly from: Day;
  /** Or «infinity». */
  readonly until: Day;
};

/**
 * The due days of each group that has some. `last`: the last day of a guest, by which all is asked of them: what is due later is due then.
 * On Wednesday 2 December 2026: late until the 1st, today the 2nd, this week until Sunday the 6th.
 */
export function spansOn(today: Day, last: Day | null): Span[] {
  const sunday = addDays(mondayOf(today), 6);
  const spans: Span[] = [
    { group: "late", from: "-infinity", until: addDays(today, -1) },
    { group: "today", from: today, until: today },
    { group: "week", from: addDays(today, 1), until: sunday },
    { group: "later", from: addDays(sunday, 1), until: "infinity" },
  ];
  if (last === null) return spans;
  const begun = spans.filter(({ from }) => from === "-infinity" || from <= last);
  return begun.map((span) => (span.until === "infinity" || span.until >= last ? { ...span, until: "infinity" } : span));
}
