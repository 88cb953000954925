/** The last day to accept an offered role. */
import { addDays, type Day } from "../../../kit/day.ts";

/** `days` after today; `null` where the school sets none. */
export function lastDay(today: Day, days: number | undefined): Day | null {
  return days === undefined ? null : addDays(today, days);
}

/** Offered on 1 March for 30 days: accepted on the 31st, lapsed on 1 April. */
export function isLapsed({ until }: { readonly until: Day | null }, today: Day): boolean {
  return until !== null && today > until;
}
