/** How much of a period is over on a day, and the days on which that is booked. */
import { addDays, addMonths, type Day, dayNumber } from "../../kit/day.ts";

type Period = { readonly from: Day; readonly to: Day };

/** Both ends of a period are days of it. */
export function daysUntil({ from, to }: Period, day: Day): { readonly until: number; readonly days: number } {
  const days = dayNumber(to) - dayNumber(from) + 1;
  return { until: Math.min(days, Math.max(0, dayNumber(day) - dayNumber(from) + 1)), days };
}

/** The ends of the months that it meets, the last at its own end; up to a day. */
export function monthEnds({ from, to }: Period, until: Day): Day[] {
  const ends: Day[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to && first <= until; first = addMonths(first, 1)) {
    const end = addDays(addMonths(first, 1), -1);
    ends.push(end < to ? end : to);
  }
  return ends.filter((end) => end <= until);
}
