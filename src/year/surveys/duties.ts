/** What the calendar does about surveys. */
import type { Duty } from "../../act/act.ts";
import { addDays } from "../../kit/day.ts";
import { SURVEYS } from "../../law/year.ts";
import { askSurvey, closeSurvey, endSurveyAsk, remindSurvey, toClose } from "./acts.ts";
import { surveyOf, toAsk } from "./reading.ts";
import { reminderDue } from "./rules/days.ts";
import { findAsk, openAsks } from "./store.ts";
import { enrolmentChain } from "../../training/enrolled.ts";

const ITS_OWN = { unpreventable: "it only writes" } as const;

export const askSurveys: Duty<typeof askSurvey.form> = {
  act: askSurvey,
  foretold: ITS_OWN,
  async due(given, limit) {
    const due = [];
    for (const survey of SURVEYS)
      for (const { enrolment, opens, year } of await toAsk(given, survey, limit))
        due.push({ input: { enrolment, survey }, key: `${survey}:${enrolment}:${String(year)}`, day: opens });
    return due.toSorted((a, b) => (a.day + a.key < b.day + b.key ? -1 : 1)).slice(0, limit);
  },
};

/** All that are open: bounded by those who ended a training, or were ruled on, in the last months. */
const MOST_OPEN = 10_000;

/** Of those without an account: the others are reminded of their line, in the daily mail of what waits. */
export const remindSurveys: Duty<typeof remindSurvey.form> = {
  act: remindSurvey,
  foretold: ITS_OWN,
  async due({ tx, today, law }, limit) {
    const due = (await openAsks(tx, MOST_OPEN)).flatMap((ask) => {
      const entry = ask.account === null ? surveyOf(law, ask) : undefined;
      const days = entry && ask.closesOn >= today ? reminderDue(entry, ask, today) : undefined;
      const key = `${ask.id}:${String(days)}`;
      return days === undefined ? [] : [{ input: { ask: ask.id, days }, key, day: addDays(ask.askedOn, days) }];
    });
    return due.toSorted((a, b) => (a.day + a.key < b.day + b.key ? -1 : 1)).slice(0, limit);
  },
};

export const endSurveyAsks: Duty<typeof endSurveyAsk.form> = {
  act: endSurveyAsk,
  foretold: { by: ["answerSurvey", "answerLaterSurvey"], whom: async (tx, { ask }) => chainOf(tx, ask) },
  async due({ tx, today }, limit) {
    const over = (await openAsks(tx, MOST_OPEN)).filter(({ closesOn }) => closesOn < today);
    return over.slice(0, limit).map(({ id, closesOn }) => ({ input: { ask: id }, key: id, day: addDays(closesOn, 1) }));
  },
};

/** Who has no account is told by mail alone: nothing stands on a page of theirs. */
async function chainOf(tx: Parameters<typeof findAsk>[0], id: string): Promise<readonly string[]> {
  const ask = await findAsk(tx, id);
  return ask?.account ? [enrolmentChain(ask.enrolment)] : [];
}

export const closeSurveys: Duty<typeof closeSurvey.form> = {
  act: closeSurvey,
  foretold: ITS_OWN,
  async due(given, limit) {
    const due = (await toClose(given)).map(({ diploma, year, campus, survey, on }) => {
      const input = { diploma, year, campus, survey };
      return { input, key: Object.values(input).join(":"), day: on };
    });
    return due.toSorted((a, b) => (a.day + a.key < b.day + b.key ? -1 : 1)).slice(0, limit);
  },
};
