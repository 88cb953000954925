/** When a survey opens, is reminded of, ends and is closed. Pure. */
import { addDays, addMonths, type Day } from "../../../kit/day.ts";
import type { SurveyEntry } from "../../../law/year.ts";

type Days = Pick<SurveyEntry, "opens" | "open" | "reminders">;

/** Of one person, from the day that it is about: the planned end of their training, or the notification of a ruling. */
export function opensOn({ opens }: Pick<Days, "opens">, about: Day): Day {
  return addDays(addMonths(about, opens.months), opens.days);
}

/** Its last day. 60 days from 2030-07-10: 2030-09-07. */
export function lastDay({ open }: Pick<Days, "open">, askedOn: Day): Day {
  return addDays(askedOn, open - 1);
}

/** The latest reminder that is due and was not sent; undefined where none is. Of two that were missed, one is sent. */
export function reminderDue(
  { reminders }: Pick<Days, "reminders">,
  { askedOn, reminded }: { readonly askedOn: Day; readonly reminded: number },
  today: Day,
): number | undefined {
  const due = reminders.filter((days) => days > reminded && addDays(askedOn, days) <= today);
  return due.toSorted((a, b) => a - b).at(-1);
}

/**
 * The first day on which the survey of a year may be closed: nobody of that year can still be asked, nor answer. Of the year 2030, opened
 * after 10 days for 60: those of 31 December answer until 10 March 2031.
 */
export function closableOn(survey: Days, year: number): Day {
  return addDays(lastDay(survey, opensOn(survey, `${String(year)}-12-31`)), 1);
}

/** The day on which it will close: also after the last link that somebody was sent late. */
export function closesOn(
  survey: Days,
  { year, lastLink }: { readonly year: number; readonly lastLink: Day | null },
): Day {
  const on = closableOn(survey, year);
  const after = lastLink === null ? on : addDays(lastLink, 1);
  return after > on ? after : on;
}
