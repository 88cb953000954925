/** What waits on a candidacy: the answer to the offer of a place. */
import { sql } from "kysely";
import { type Waits, waits } from "../act/waiting.ts";
import { addDays, type Day } from "../kit/day.ts";
import { places } from "./pages/routes.ts";

type Offer = {
  readonly id: string;
  readonly diploma: string;
  readonly account: string | null;
  readonly offeredOn: Day;
  readonly answerBy: Day;
};

export const admissionWaits: readonly Waits[] = [
  waits({
    on: "candidacy",
    after: ["admission_fact"],
    keys: {
      answerOffer: {
        words: () => ({
          verb: { fr: "Répondez à l’offre d’une place", en: "Answer the offer of a place" },
          otherwise: {
            fr: "Sans réponse ce jour-là, la place va à une autre personne.",
            en: "Without an answer by that day, the place goes to another person.",
          },
          go: { fr: "Voir l’offre et répondre", en: "See the offer and answer" },
        }),
        to: (dossier, { diploma }) => places.own.to({ diploma: String(diploma), dossier }),
        takenBy: ["prepare the commission"],
        mails: [-7, -2, 0],
      },
    },
    async rows({ tx, zone }, ids) {
      const { rows } = await sql<Offer>`
        select a.id, i.diploma, d.account, to_char(a.changed_at at time zone ${zone}, 'YYYY-MM-DD') as "offeredOn",
          to_char(a.answer_by, 'YYYY-MM-DD') as "answerBy"
        from admission_state a join dossier d on d.id = a.id join intake i on i.id = a.intake
        where a.id = any(${ids}::uuid[]) and a.state = 'offered' and a.answer_by is not null`.execute(tx);
      return rows.map(({ id, diploma, account, offeredOn, answerBy }) => ({
        id,
        key: "answerOffer" as const,
        // Of a candidate without an account the office records the answer.
        who: account === null ? ("may:prepare the commission" as const) : (`account:${account}` as const),
        person: account === null ? `dossier:${id}` : `account:${account}`,
        from: offeredOn,
        due: answerBy,
        until: addDays(answerBy, 1),
        facts: { diploma },
      }));
    },
  }),
];
