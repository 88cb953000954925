/** The last days to choose from for a token or an invitation: the usual ones, and the school's maximum. */
import { addDays, type Day } from "../../kit/day.ts";

const USUAL = [7, 30, 90, 180, 365];

export function endsWithin(longest: number, today: Day): readonly { readonly days: number; readonly day: Day }[] {
  return [...USUAL.filter((days) => days < longest), longest].map((days) => ({ days, day: addDays(today, days) }));
}
