/** Questions, kept as long as the school's file says and erased with their mails. */
import { addMonths } from "../../kit/day.ts";
import { unpostMail } from "../../mail/post.ts";
import type { Retained } from "../../retention/retained.ts";
import { deleteQuestion, oldQuestions, questionsOf } from "./store.ts";

const PREFIX = "question:";

export const questionsRetained: Retained = {
  name: "questions",
  label: { fr: "Vos questions à l’école", en: "Your questions to the school" },
  counted: { fr: "Questions posées à l’école", en: "Questions asked of the school" },
  tables: ["question"],
  place: "school",
  prefix: PREFIX,
  kind: "question",
  chains: async (tx, { account }) => (await questionsOf(tx, account)).map((id) => PREFIX + id),
  erase: async (tx, chain) => {
    await unpostMail(tx, chain);
    await deleteQuestion(tx, chain.slice(PREFIX.length));
  },
  over: async (tx, { period, today }, limit) => {
    const old = await oldQuestions(tx, new Date(`${addMonths(today, -period.months)}T00:00:00Z`), limit);
    return old.map(({ id, askedAt }) => ({
      chain: PREFIX + id,
      day: addMonths(askedAt.toISOString().slice(0, 10), period.months),
    }));
  },
};
