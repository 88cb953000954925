/**
 * Calendar days without a clock or a zone. A `Day` is an ISO string (`2026-03-01`), which sorts as it reads;
 * arithmetic is done on day numbers (whole days since 1970-01-01).
 */
export type Day = string;

export const FIRST_DAY: Day = "1900-01-01";
export const LAST_DAY: Day = "2199-12-31";

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True for a real calendar day from 1900-01-01 to 2199-12-31 written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return WRITTEN.test(text) && text >= FIRST_DAY && text <= LAST_DAY && dayOf(dayNumber(text)) === text;
}

const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1]!;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01 of a valid `Day`; parsed digit by digit for speed, as it runs a few times per decision. */
export function dayNumber(day: Day): number {
  const digit = (index: number) => day.charCodeAt(index) - 48;
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  const month = digit(5) * 10 + digit(6);
  // The year starts in March, so that the leap day is its last.
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digit(8) * 10 + digit(9) - 1;
  return (
    shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + dayOfYear - 719468
  );
}

/** The `Day` of a day number; the inverse of `dayNumber`. By hand, as `Date` took a tenth of a decision's time. */
export function dayOf(number: number): Day {
  // Days since 0000-03-01, in years from March, of the mean length over four centuries.
  const since = number + 719468;
  const century = Math.floor((since * 4 + 3) / 146097);
  const inCentury = since - Math.floor((century * 146097) / 4);
  const years = Math.floor((inCentury * 4 + 3) / 1461);
  const dayOfYear = inCentury - Math.floor((years * 1461) / 4);
  const month = Math.floor((dayOfYear * 5 + 2) / 153);
  const day = dayOfYear - Math.floor((month * 153 + 2) / 5) + 1;
  return `${century * 100 + years + (month > 9 ? 1 : 0)}-${twoDigits(month > 9 ? month - 9 : month + 3)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** The Monday of its week. Day 0 was a Thursday. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7));
}

export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/** The same day `years` later; 29 February becomes 28 February where there is none. */
export function addYears(day: Day, years: number): Day {
  const year = +day.slice(0, 4) + years;
  const month = +day.slice(5, 7);
  const last = daysInMonth(year, month);
  return `${String(year).padStart(4, "0")}-${day.slice(5, 7)}-${String(Math.min(+day.slice(8), last)).padStart(2, "0")}`;
}

/** The same day of the month, or the month's last day if it is shorter: 31 January plus one month is 28 or 29 February. */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const last = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(last).padStart(2, "0")}`;
}
