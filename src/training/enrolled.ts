/** Who is in training, for whoever examines them: those who come after read no rows of training. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";

export const enrolmentChain = (id: string) => `enrolment:${id}`;

export type Enrolled = {
  readonly enrolment: string;
  readonly dossier: string;
  readonly account: string;
  readonly cohort: string;
  readonly diploma: string;
  readonly lawVersion: string;
  readonly name: string;
  readonly contractOn: Day;
};

type Which = {
  readonly diploma?: string;
  readonly cohort?: string;
  readonly enrolment?: string;
  readonly account?: string;
};

/** By name. */
export async function enrolledPersons(
  tx: Tx,
  { diploma, cohort, enrolment, account }: Which,
): Promise<readonly Enrolled[]> {
  const { rows } = await sql<Enrolled>`
    select e.id as enrolment, e.dossier, e.account, e.cohort, c.diploma, c.law_version as "lawVersion", e.name,
      to_char(e.contract_on, 'YYYY-MM-DD') as "contractOn"
    from enrolment e join cohort c on c.id = e.cohort
    where (${diploma ?? null}::text is null or c.diploma = ${diploma ?? null})
      and (${cohort ?? null}::uuid is null or e.cohort = ${cohort ?? null}::uuid)
      and (${enrolment ?? null}::uuid is null or e.id = ${enrolment ?? null}::uuid)
      and (${account ?? null}::uuid is null or e.account = ${account ?? null}::uuid)
    order by e.name, e.id`.execute(tx);
  return rows;
}
