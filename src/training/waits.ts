/** What waits in training: to enrol an admitted person. */
import { sql } from "kysely";
import { type Waits, waits } from "../act/waiting.ts";
import { addYears, type Day } from "../kit/day.ts";
import { places } from "./cohorts/pages/places.ts";

type Accepted = {
  readonly id: string;
  readonly account: string | null;
  readonly on: Day;
};

export const trainingWaits: readonly Waits[] = [
  waits({
    on: "candidacy",
    after: ["admission_fact", "enrolment"],
    keys: {
      enrol: {
        words: () => ({ verb: { fr: "Inscrire en formation", en: "Enrol in the training" } }),
        to: () => places.cohorts.to(),
        takenBy: ["run the training"],
      },
    },
    async rows({ tx, zone }, ids) {
      const { rows } = await sql<Accepted>`
        select a.id, d.account, to_char(a.changed_at at time zone ${zone}, 'YYYY-MM-DD') as "on"
        from admission_state a join dossier d on d.id = a.id
        where a.id = any(${ids}::uuid[]) and a.state = 'accepted'
          and not exists (select from enrolment e where e.dossier = a.id)`.execute(tx);
      return rows.map(({ id, account, on }) => ({
        id,
        key: "enrol" as const,
        who: "may:run the training" as const,
        person: account === null ? `dossier:${id}` : `account:${account}`,
        from: on,
        due: null,
        until: addYears(on, 1),
      }));
    },
  }),
];
