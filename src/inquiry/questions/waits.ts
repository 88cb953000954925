/** A question that waits for its answer, by anybody who handles applications. */
import { sql } from "kysely";
import { type Called, type Waits, waits } from "../../act/waiting.ts";
import { addYears, type Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import { promisedBy } from "../../law/promises.ts";
import { questionPlaces } from "./pages/routes.ts";

type Open = { readonly diploma: string; readonly id: string; readonly on: Day; readonly account: string | null };

export const questionWaits: Waits = waits({
  readBy: "see the dossiers",
  on: "question",
  version: 2,
  after: ["question"],
  keys: {
    answerQuestion: {
      answeredBy: ["answerQuestion"],
      words: () => ({ verb: { fr: "Répondre à une question", en: "Answer a question" } }),
      to: (question) => questionPlaces.one.to({ question }),
      says: { fr: "L’école répond à votre question.", en: "The school answers your question." },
      takenBy: ["handle the dossiers"],
    },
  },
  async rows({ tx, zone, law }, ids) {
    const { rows } = await sql<Open>`
      select id, diploma, account, to_char(asked_at at time zone ${zone}, 'YYYY-MM-DD') as on
      from question where id = any(${ids}::uuid[]) and answer is null`.execute(tx);
    return rows.map(({ id, diploma, on, account }) => ({
      id,
      key: "answerQuestion" as const,
      who: "may:handle the dossiers" as const,
      person: account === null ? null : `account:${account}`,
      from: on,
      due: promisedBy(law(diploma, { on }), "message", on),
      until: addYears(on, 1),
    }));
  },
});

export const questionsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string; lang: Lang }>`
    select id, case when name = '' then address else name end as name, lang from question
    where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
