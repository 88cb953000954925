/** Days of the next three years on which the lives of the demonstration must go as they are written, as on all others. */

/** Ends of months and years, the leap day, the two hours of the clock that are not alike, holidays, and days of every name. */
export const LATER_DAYS = [
  "2026-12-31",
  "2027-02-28",
  "2027-03-28",
  "2027-05-01",
  "2027-07-14",
  "2027-08-16",
  "2027-10-31",
  "2028-01-01",
  "2028-02-29",
  "2028-03-26",
  "2028-06-30",
  "2028-10-29",
  "2029-02-28",
  "2029-05-31",
  "2029-11-29",
] as const;

/** In the middle of the school’s day. */
export function noonOf(day: string): Date {
  return new Date(`${day}T11:00:00Z`);
}
