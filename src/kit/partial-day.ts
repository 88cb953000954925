/**
 * A day as far as it is known: `2017`, `2017-06` or `2017-06-27`. It stands in drafts only; decisions take days, the first or the last that
 * it may be.
 */
import { type Day, daysInMonth, isDay } from "./day.ts";

export type PartialDay = string;

const PARTIAL = /^\d{4}(?:-\d{2})?$/;

export function isPartialDay(text: string): boolean {
  return isDay(text) || (PARTIAL.test(text) && isDay(firstDay(text)));
}

/** Whether the day itself is known. */
export function isWhole(day: PartialDay): boolean {
  return day.length === 10;
}

export function firstDay(day: PartialDay): Day {
  return isWhole(day) ? day : day.length === 7 ? `${day}-01` : `${day}-01-01`;
}

export function lastDay(day: PartialDay): Day {
  if (isWhole(day)) return day;
  if (day.length === 4) return `${day}-12-31`;
  return `${day}-${daysInMonth(+day.slice(0, 4), +day.slice(5, 7))}`;
}
