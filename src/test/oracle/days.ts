/** Days as the oracle counts them: whole days since 1970-01-01, through the language's own UTC calendar. */

export const FIRST = numberOf("1900-01-01");
export const LAST = numberOf("2199-12-31");

export function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

export function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** A real calendar day from 1900-01-01 to 2199-12-31: what the calendar gives back when asked for it. */
export function isRealDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const number = numberOf(text);
  return !Number.isNaN(number) && dayOf(number) === text && text >= "1900-01-01" && text <= "2199-12-31";
}

/** Five years later; a 29 February has no twin five years on, so it becomes the 28th. */
export function fiveYearsLater(day: string): string {
  const monthAndDay = day.slice(4) === "-02-29" ? "-02-28" : day.slice(4);
  return `${Number(day.slice(0, 4)) + 5}${monthAndDay}`;
}

export function earliest(days: readonly string[]): string | null {
  return [...days].sort()[0] ?? null;
}
