/** A survey of the school's file, whom it concerns, and how they are written to. */
import type { Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { addDays, addMonths, type Day } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import type { SurveyEntry, SurveyKey } from "../../law/year.ts";
import { siteOf } from "../rules/site.ts";
import { lastDay, opensOn } from "./rules/days.ts";
import { type Ask, type Box, endedBetween, isClosed, ruledBetween } from "./store.ts";

export function surveyIn(law: Law | undefined, survey: SurveyKey): SurveyEntry | undefined {
  return law?.establishment.year?.surveys.find((one) => one.survey === survey);
}

type Of = Pick<Ask, "diploma" | "lawVersion" | "survey">;

export function surveyOf(lawOf: Performing<unknown>["law"], { diploma, lawVersion, survey }: Of) {
  return surveyIn(lawOf(diploma, { version: lawVersion }), survey);
}

/** Whether «anonymous» is not promised to so many. */
export function areFew(law: Law | undefined, people: number): boolean {
  const year = law?.establishment.year;
  return year === undefined || people <= year.anonymous.people;
}

/** No survey of a school's file opens, or stays open, for longer. */
const LONGEST_MONTHS = 24;
const LONGEST_DAYS = 600;

type ToAsk = Box & {
  readonly enrolment: string;
  readonly account: string | null;
  readonly lawVersion: string;
  readonly opens: Day;
  readonly entry: SurveyEntry;
};

type Given = { readonly tx: Tx; readonly today: Day; readonly law: Performing<unknown>["law"] };

/** Who is asked today and was not, whose site is known: as long as it would still be open, so that an upgrade asks nobody about years ago. */
export async function toAsk(
  { tx, today, law: lawOf }: Given,
  survey: SurveyKey,
  limit: number,
  only?: string,
): Promise<readonly ToAsk[]> {
  const from = addDays(addMonths(today, -LONGEST_MONTHS), -LONGEST_DAYS);
  const find = survey === "end" ? endedBetween : ruledBetween;
  const asked: ToAsk[] = [];
  const closings = new Map<string, boolean>();
  // Those whose day has not come, or has passed, are read too: no limit, or they would crowd out the others.
  for (const one of await find(tx, { from, to: today, limit: 100_000, only })) {
    const { diploma, lawVersion, enrolment, account, year } = one;
    const law = lawOf(diploma, { version: lawVersion });
    const entry = surveyIn(law, survey);
    const campus = law && siteOf(law.establishment, one.campus);
    if (!entry || campus === undefined) continue;
    const opens = opensOn(entry, one.about);
    if (opens > today || lastDay(entry, opens) < today) continue;
    const box = { diploma, year, campus, survey };
    const name = JSON.stringify(box);
    if (!closings.has(name)) closings.set(name, await isClosed(tx, box));
    if (closings.get(name)) continue;
    asked.push({ ...box, enrolment, account, lawVersion, opens, entry });
    if (asked.length === limit) break;
  }
  return asked;
}
