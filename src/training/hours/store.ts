/** The SQL of hours followed before the school kept its lessons here. */
import { sql } from "kysely";
import { dropping, keepAll } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
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
  return (await carriedHoursAmong(tx, [enrolment])).get(enrolment);
}

type Carried = {
  readonly enrolment: string;
  readonly unit: string;
  readonly minutes: number;
  readonly until: Day;
  readonly by: string;
};

/** By enrolment, of those who came in with any. */
export async function carriedHoursAmong(tx: Tx, enrolments: readonly string[]): Promise<ReadonlyMap<string, Earlier>> {
  const { rows } = await sql<Carried>`
    select enrolment, unit, minutes, to_char(until_on, 'YYYY-MM-DD') as until, attested_by as by from carried_hours
    where enrolment = any(${[...enrolments]}::uuid[]) order by enrolment, unit, id`.execute(tx);
  const own = [...Map.groupBy(rows, ({ enrolment }) => enrolment)];
  return new Map(
    own.map(([enrolment, all]) => {
      const { until, by } = all[0]!;
      return [enrolment, { until, by, units: all.map(({ unit, minutes }) => ({ unit, minutes })) }];
    }),
  );
}

export async function eraseCarriedHours(tx: Tx, enrolment: string): Promise<void> {
  await dropping(tx, "carried_hours", tx.deleteFrom("carried_hours").where("enrolment", "=", enrolment));
}
