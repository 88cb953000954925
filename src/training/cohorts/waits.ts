/** What waits of a cohort: its site and its periods, which contracts say and which what is paid follows. */
import { sql } from "kysely";
import { type Called, waits } from "../../act/waiting.ts";
import { addYears, type Day } from "../../kit/day.ts";
import { places } from "./pages/places.ts";

/** Years for which what is owed may be claimed. */
const CLAIMED = 5;

type Unplanned = { readonly id: string; readonly from: Day; readonly startsOn: Day; readonly endsOn: Day };

export const cohortWaits = waits({
  readBy: "see the training",
  on: "cohort",
  version: 1,
  after: ["cohort", "cohort_plan"],
  keys: {
    planCohort: {
      answeredBy: ["planCohort"],
      words: () => ({
        verb: { fr: "Fixer le lieu et les périodes", en: "Set the site and the periods" },
        why: {
          fr: "Sans eux, ni contrat ni facture.",
          en: "Without them, neither contract nor invoice.",
        },
      }),
      to: (cohort) => places.cohortPlan.to({ cohort }),
      takenBy: ["run the training"],
    },
  },
  async rows({ tx, zone }, ids) {
    const { rows } = await sql<Unplanned>`
      select c.id, to_char(c.opened_at at time zone ${zone}, 'YYYY-MM-DD') as "from",
        to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(c.ends_on, 'YYYY-MM-DD') as "endsOn"
      from cohort c where c.id = any(${ids}::uuid[]) and not exists (select from cohort_plan p where p.cohort = c.id)`.execute(
      tx,
    );
    return rows.flatMap(({ id, from, startsOn, endsOn }) =>
      from > endsOn
        ? []
        : [
            {
              id,
              key: "planCohort" as const,
              who: "may:run the training" as const,
              person: null,
              from,
              due: startsOn > from ? startsOn : endsOn,
              // Once it is over too: what its trainees owe is not invoiced without periods.
              until: addYears(endsOn, CLAIMED),
            },
          ],
    );
  },
});

export const cohortsCalled: Called = async ({ tx }, ids) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from cohort where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
