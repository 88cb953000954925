/** What waits of the year: a survey to answer, for those who have an account. The others are written to (`remindSurvey`). */
import { sql } from "kysely";
import { type WaitingKey, type Waits, waits } from "../act/waiting.ts";
import { addDays, type Day } from "../kit/day.ts";
import { type Label, sayDay } from "../kit/lang.ts";
import type { SurveyEntry, SurveyKey } from "../law/year.ts";
import { surveyRoutes } from "./surveys/pages/routes.ts";

type Open = {
  readonly id: string;
  readonly enrolment: string;
  readonly account: string;
  readonly survey: SurveyKey;
  readonly diploma: string;
  readonly askedOn: Day;
  readonly closesOn: Day;
};

/** Each survey has reminders of its own in the school's file. */
const KEY_OF = { end: "answerSurvey", "six-months": "answerLaterSurvey" } as const satisfies Record<SurveyKey, string>;

const ASKS: Readonly<Record<SurveyKey, Label>> = {
  end: { fr: "Dites ce que vous pensez de la formation", en: "Say what you think of the course" },
  "six-months": { fr: "Dites où vous en êtes aujourd’hui", en: "Say where you are today" },
};

const keyOf = (survey: SurveyKey): WaitingKey => ({
  answeredBy: ["answerSurvey"],
  words: ({ by }) => ({
    verb: ASKS[survey],
    why: {
      fr: "Deux minutes. La page dit d’abord si l’on pourrait vous reconnaître.",
      en: "Two minutes. The page says first whether you might be recognised.",
    },
    otherwise: {
      fr: `Après le ${sayDay(String(by), "fr")}, le questionnaire n’est plus ouvert.`,
      en: `After ${sayDay(String(by), "en")}, the questionnaire is no longer open.`,
    },
    go: { fr: "Répondre", en: "Answer" },
  }),
  to: (_, __, ask) => surveyRoutes.own.to({ ask }),
  mails: (law) => remindersOf(law.establishment.year?.surveys.find((one) => one.survey === survey)),
});

/** From the last day, as the rules of a survey count it. */
const remindersOf = (survey: SurveyEntry | undefined) =>
  survey ? survey.reminders.map((days) => days - survey.open + 1) : [];

const surveyWaits = waits({
  readBy: "see the year",
  on: "enrolment",
  version: 2,
  after: ["survey_ask", "enrolment"],
  keys: { answerSurvey: keyOf("end"), answerLaterSurvey: keyOf("six-months") },
  async rows({ tx }, ids) {
    const { rows } = await sql<Open>`
      select a.id, a.enrolment, e.account, a.survey, a.diploma, to_char(a.asked_on, 'YYYY-MM-DD') as "askedOn",
        to_char(a.closes_on, 'YYYY-MM-DD') as "closesOn"
      from survey_ask a join enrolment e on e.id = a.enrolment
      where a.enrolment = any(${ids}::uuid[]) and a.state = 'open' and e.account is not null`.execute(tx);
    return rows.map(({ id, enrolment, account, survey, diploma, askedOn, closesOn }) => ({
      id: enrolment,
      key: KEY_OF[survey],
      part: id,
      who: `account:${account}` as const,
      person: `account:${account}`,
      from: askedOn,
      due: closesOn,
      until: addDays(closesOn, 1),
      facts: { by: closesOn, diploma },
    }));
  },
});

export const yearWaits: readonly Waits[] = [surveyWaits];
