/**
 * When somebody is reminded of a deadline. Pure. A moment is reached at its hour of its day and stays the present one until
 * the next is reached or the deadline has passed: a calendar that was off tells what is still of use, once, and nothing older.
 *
 * Closing on 31 March 2027 at 23:59, reminders 14, 3 and 1 days before at 9:00: on 17, 28 and 30 March at 9:00 of that wall.
 */
import { addDays } from "../../kit/day.ts";
import { beginsAt, dayIn, type Minute } from "../../kit/zone.ts";

export type ReminderRule = { readonly days: readonly number[]; readonly hour: string };
export type Moment = { readonly days: number; readonly at: Date };

/** The earliest first. */
export function momentsOf({ days, hour }: ReminderRule, deadline: Date, zone: string): Moment[] {
  const last = dayIn(deadline, zone);
  return days
    .toSorted((a, b) => b - a)
    .map((before) => ({ days: before, at: instantOf({ day: addDays(last, -before), time: hour }, zone) }))
    .filter(({ at }) => at <= deadline);
}

/** The last that is reached; `undefined` before the first, and once the deadline has passed. */
export function momentAt(rule: ReminderRule, deadline: Date, now: Date, zone: string): Moment | undefined {
  return now > deadline ? undefined : momentsOf(rule, deadline, zone).findLast(({ at }) => at <= now);
}

/** In the hour that spring leaps over, the first minute after it. */
function instantOf({ day, time }: Minute, zone: string): Date {
  const hour = Number(time.slice(0, 2));
  const later = { day, time: `${String(Math.min(hour + 1, 23)).padStart(2, "0")}:00` };
  return beginsAt({ day, time }, zone) ?? beginsAt(later, zone)!;
}
