/**
 * When a period is over. It runs from the last event or, for accounting, from the end of the year it is in: with ten years, and years that
 * end on 31 December, a payment of 3 March 2027 is kept through 31 December 2037.
 */
import { addDays, addMonths, type Day } from "../../kit/day.ts";
import type { Period } from "../../law/establishment.ts";

type Length = Pick<Period, "months" | "yearEnds">;

/** The last day of the period, for a last event on `last`. */
export function keptUntil(last: Day, { months, yearEnds }: Length): Day {
  return addMonths(yearEnds === undefined ? last : yearEnd(last, yearEnds), months);
}

/** Whatever last happened before this day is past its period today. */
export function overBefore(today: Day, period: Length): Day {
  const { months, yearEnds } = period;
  const back = addMonths(today, -months);
  if (yearEnds === undefined) return back;
  const end = yearEnd(back, yearEnds);
  return addDays(keptUntil(end, period) < today ? end : addMonths(end, -12), 1);
}

/** The end of the accounting year that contains a day. */
function yearEnd(day: Day, ends: string): Day {
  const year = Number(day.slice(0, 4));
  const end = `${year}-${ends}`;
  return end >= day ? end : `${year + 1}-${ends}`;
}
