/**
 * The moments of a reminder. Pure. A moment is current from its hour until the next one or the deadline: after a downtime, only the current
 * one is sent, once, and nothing older.
 *
 * Closing on 31 March 2027 at 23:59, reminders 14, 3 and 1 days before at 9:00: on 17, 28 and 30 March at 9:00 in the school's zone.
 */
import { addDays } from "../../kit/day.ts";
import { beginsAt, dayIn, type Minute } from "../../kit/zone.ts";

export type ReminderRule = { readonly days: readonly number[]; readonly hour: string };
export type Moment = { readonly days: number; readonly at: Date };

/** Earliest first. */
export function momentsOf({ days, hour }: ReminderRule, deadline: Date, zone: string): Moment[] {
  const last = dayIn(deadline, zone);
  return days
    .toSorted((a, b) => b - a)
    .map((before) => ({ days: before, at: instantOf({ day: addDays(last, -before), time: hour }, zone) }))
    .filter(({ at }) => at <= deadline);
}

/** The latest moment reached; undefined before the first, and after the deadline. */
export function momentAt(rule: ReminderRule, deadline: Date, now: Date, zone: string): Moment | undefined {
  return now > deadline ? undefined : momentsOf(rule, deadline, zone).findLast(({ at }) => at <= now);
}

/** In the hour skipped in spring, the first minute after it. */
function instantOf({ day, time }: Minute, zone: string): Date {
  const hour = Number(time.slice(0, 2));
  const later = { day, time: `${String(Math.min(hour + 1, 23)).padStart(2, "0")}:00` };
  return beginsAt({ day, time }, zone) ?? beginsAt(later, zone)!;
}
