/** Until when an offered role may be accepted. */
import { addDays, type Day } from "../../../kit/day.ts";

/** The last day: so many days after the one it is offered on; `null` where the school sets none. */
export function lastDay(today: Day, days: number | undefined): Day | null {
  return days === undefined ? null : addDays(today, days);
}

/** Offered on 1 March for 30 days: accepted on the 31st, lapsed on 1 April. */
export function isLapsed({ until }: { readonly until: Day | null }, today: Day): boolean {
  return until !== null && today > until;
}
