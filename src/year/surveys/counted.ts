/** What the rates of a year take of its surveys: those that are closed. */
import type { Tx } from "../../db/school.ts";
import type { Law } from "../../law/law.ts";
import type { SurveyKey } from "../../law/year.ts";
import type { Day } from "../../kit/day.ts";
import { surveyIn } from "./reading.ts";
import { rateAnswers } from "./rules/answers.ts";
import { closableOn } from "./rules/days.ts";
import { closingsOf, openBoxes } from "./store.ts";

type Of = { readonly diploma: string; readonly year: number };
type Poll = {
  readonly survey: SurveyKey;
  readonly campus: string;
  readonly asked: number;
  /** Of a scale, as numbers. */
  readonly answers: readonly (number | string)[];
};

export async function closedSurveys(tx: Tx, law: Law, { diploma, year }: Of): Promise<readonly Poll[]> {
  return (await closingsOf(tx, diploma, year)).flatMap(({ survey, campus, asked, tallies }) => {
    const entry = surveyIn(law, survey);
    const scale = entry?.questions.find(({ rate }) => rate)?.kind === "scale";
    if (!entry) return [];
    const answers = rateAnswers(entry, { tallies }).map((one) => (scale ? Number(one) : one));
    return [{ survey, campus, asked, answers }];
  });
}

/** Surveys of the year that are still open: their rates have no answers yet. */
export async function openSurveysOf(tx: Tx, { diploma, year }: Of): Promise<readonly SurveyKey[]> {
  const boxes = (await openBoxes(tx)).filter((one) => one.diploma === diploma && one.year === year);
  return [...new Set(boxes.map(({ survey }) => survey))];
}

type Awaited = {
  readonly survey: SurveyKey;
  /** The campuses of which somebody was asked, and whose answers are not counted yet. */
  readonly open: readonly string[];
  /** Somebody of the year may still be asked. */
  readonly asks: boolean;
};

export async function awaitedSurveys(
  tx: Tx,
  law: Law,
  { diploma, year, today }: Of & { readonly today: Day },
): Promise<readonly Awaited[]> {
  const boxes = (await openBoxes(tx)).filter((one) => one.diploma === diploma && one.year === year);
  return (law.establishment.year?.surveys ?? []).map((entry) => ({
    survey: entry.survey,
    open: boxes.filter(({ survey }) => survey === entry.survey).map(({ campus }) => campus),
    asks: today < closableOn(entry, year),
  }));
}
