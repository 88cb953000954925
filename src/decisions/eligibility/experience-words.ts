/** Full-time-equivalent experience in words, years first: « 8,7 ans (3 206,5 jours) ». */
import { type Lang, sayDays, sayYears } from "../../kit/lang.ts";

/** Truncated to one decimal, like days, so as never to show more than there is. Under a year, only days. */
export function sayFullTime(days: number, yearDays: number, lang: Lang): string {
  const inDays = sayDays(days, lang);
  // 1e-9 corrects floating point; a ten-thousandth of a day is larger, so it still counts.
  const years = Math.trunc((days / yearDays) * 10 + 1e-9) / 10;
  return years < 1 ? inDays : `${sayYears(years, lang)} (${inDays})`;
}
