/** Days on which a French office works, counted as whole days, and months as the contract counts them. */
import { dayOf, numberOf } from "./days.ts";

/** The eight that have a date; three more follow Easter. */
const DATED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];
const AFTER_EASTER = [1, 39, 50];

/** The day, or the first after it that is no Saturday, Sunday or holiday. */
export function openDay(number: number): number {
  return isClosed(number) ? openDay(number + 1) : number;
}

function isClosed(number: number): boolean {
  const day = dayOf(number);
  const easter = easterSunday(Number(day.slice(0, 4)));
  return (
    weekday(number) === 6 ||
    weekday(number) === 0 ||
    DATED.includes(day.slice(5)) ||
    AFTER_EASTER.includes(number - easter)
  );
}

/** 0 is a Sunday; 1970-01-01 was a Thursday. */
const weekday = (number: number) => mod(number + 4, 7);
const mod = (value: number, by: number) => ((value % by) + by) % by;

/** The Sunday after the paschal moon, which Conway counts back from 19 April by the golden number. */
export function easterSunday(year: number): number {
  const golden = (year % 19) + 1;
  const hundreds = Math.floor(year / 100);
  const century = -hundreds + Math.floor(hundreds / 4) + Math.floor((8 * (hundreds + 11)) / 25);
  const back = mod(11 * golden + century, 30);
  const moon = numberOf(`${year}-04-19`) - (back === 0 || (back === 1 && golden > 11) ? back + 1 : back);
  return moon + 7 - weekday(moon);
}

/** The same day of the month, some months on or (below 0) back, cut to the month's end. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(first.getTime() / 86_400_000 + Math.min(date, last) - 1);
}
