/** Full-time-equivalent experience as people read it, years first: « 8,7 ans (3 206,5 jours) ». */
import { type Lang, sayDays, sayYears } from "../../kit/lang.ts";

/** Cut to one decimal like days, so that nobody is shown more than they have. Under a year, days alone. */
export function sayFullTime(days: number, yearDays: number, lang: Lang): string {
  const said = sayDays(days, lang);
  // A ten-thousandth of a day is more than a hair of a year, and is not rounded away.
  const years = Math.trunc((days / yearDays) * 10 + 1e-9) / 10;
  return years < 1 ? said : `${sayYears(years, lang)} (${said})`;
}
