/** What waits of the year: a survey to answer. Its reminders carry a link that needs no account, so they are not those of a line. */
import { sql } from "kysely";
import { type Waits, waits } from "../act/waiting.ts";
import { addDays, type Day } from "../kit/day.ts";
import { sayDay } from "../kit/lang.ts";
import { surveyRoutes } from "./surveys/pages/routes.ts";

type Open = {
  readonly id: string;
  readonly enrolment: string;
  readonly account: string;
  readonly survey: string;
  readonly askedOn: Day;
  readonly closesOn: Day;
};

const surveyWaits = waits({
  on: "enrolment",
  after: ["survey_ask", "enrolment"],
  keys: {
    answerSurvey: {
      answeredBy: ["answerSurvey"],
      words: ({ by, end }) => ({
        verb:
          end === 1
            ? { fr: "Dites ce que vous pensez de la formation", en: "Say what you think of the course" }
            : { fr: "Dites où vous en êtes aujourd’hui", en: "Say where you are today" },
        why: {
          fr: "Deux minutes. Vos réponses sont comptées sans votre nom.",
          en: "Two minutes. Your answers are counted without your name.",
        },
        otherwise: {
          fr: `Après le ${sayDay(String(by), "fr")}, le questionnaire n’est plus ouvert.`,
          en: `After ${sayDay(String(by), "en")}, the questionnaire is no longer open.`,
        },
        go: { fr: "Répondre", en: "Answer" },
      }),
      to: (_, __, ask) => surveyRoutes.own.to({ ask }),
    },
  },
  async rows({ tx }, ids) {
    const { rows } = await sql<Open>`
      select a.id, a.enrolment, e.account, a.survey, to_char(a.asked_on, 'YYYY-MM-DD') as "askedOn",
        to_char(a.closes_on, 'YYYY-MM-DD') as "closesOn"
      from survey_ask a join enrolment e on e.id = a.enrolment
      where a.enrolment = any(${ids}::uuid[]) and a.state = 'open' and e.account is not null`.execute(tx);
    return rows.map(({ id, enrolment, account, survey, askedOn, closesOn }) => ({
      id: enrolment,
      key: "answerSurvey" as const,
      part: id,
      who: `account:${account}` as const,
      person: `account:${account}`,
      from: askedOn,
      due: closesOn,
      until: addDays(closesOn, 1),
      facts: { by: closesOn, end: survey === "end" ? 1 : 0 },
    }));
  },
});

export const yearWaits: readonly Waits[] = [surveyWaits];
