/** The SQL of hours followed before the school kept its lessons here. */
import { sql } from "kysely";
import { dropping, keepAll } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import type { Earlier } from "../../decisions/hours/rule.ts";

export async function insertCarriedHours(
  tx: Tx,
  { enrolment, until, by, units, recordedBy, at }: Earlier & { enrolment: string; recordedBy: string; at: Date },
  whose: { readonly of: string },
): Promise<void> {
  const attested = { enrolment, until_on: until, attested_by: by, recorded_by: recordedBy, recorded_at: at };
  const rows = units.map(({ unit, minutes }) => ({ id: newId(), unit, minutes, ...attested }));
  await keepAll(tx, "carried_hours", rows, whose);
}

/** As the decision takes them; undefined of a person who did not come in with any. */
export async function carriedHoursOf(tx: Tx, enrolment: string): Promise<Earlier | undefined> {
  const { rows } = await sql<{ unit: string; minutes: number; until: string; by: string }>`
    select unit, minutes, to_char(until_on, 'YYYY-MM-DD') as until, attested_by as by from carried_hours
    where enrolment = ${enrolment}::uuid order by unit, id`.execute(tx);
  const [first] = rows;
  if (!first) return undefined;
  return { until: first.until, by: first.by, units: rows.map(({ unit, minutes }) => ({ unit, minutes })) };
}

export async function eraseCarriedHours(tx: Tx, enrolment: string): Promise<void> {
  await dropping(tx, "carried_hours", tx.deleteFrom("carried_hours").where("enrolment", "=", enrolment));
}
