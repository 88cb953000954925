/** The SQL of suspensions: charges not asked for until it is decided what becomes of them. */
import { sql } from "kysely";
import type { Tx } from "../../../db/school.ts";
import type { Day } from "../../../kit/day.ts";
import type { Label } from "../../../kit/lang.ts";
import { json } from "../../../kit/sql.ts";
import { keep } from "../../../act/keep.ts";

type Begun = {
  readonly id: string;
  readonly charge: string;
  readonly on: Day;
  readonly why: Label;
  readonly by: string;
};
type Ended = {
  readonly id: string;
  readonly charge: string;
  readonly on: Day;
  readonly reason: string | null;
  readonly by: string;
};

/** With its end, and the reason if a person ended it. */
export type Suspension = Omit<Begun, "charge"> & { readonly endedOn: Day | null; readonly reason: string | null };

export async function insertSuspension(tx: Tx, { id, charge, on, why, by }: Begun): Promise<void> {
  await keep(tx, "charge_suspension", { id, charge, suspended_on: on, why: json(why), made_by: by });
}

export async function insertSuspensionEnd(tx: Tx, { id, charge, on, reason, by }: Ended): Promise<void> {
  await keep(tx, "charge_suspension_end", { id, charge, ended_on: on, reason, made_by: by });
}

/** In order: at most one is open. */
export async function suspensionsOf(tx: Tx, charge: string): Promise<Suspension[]> {
  const { rows } = await sql<Suspension>`
    select s.id, s.suspended_on as "on", s.why, s.made_by as "by", e.ended_on as "endedOn", e.reason
    from charge_suspension s left join charge_suspension_end e on e.id = s.id
    where s.charge = ${charge} order by s.suspended_on, e.ended_on nulls last, s.id`.execute(tx);
  return rows;
}

/** The open suspension. */
export function openSuspension(all: readonly Suspension[]): Suspension | undefined {
  return all.find(({ endedOn }) => endedOn === null);
}
