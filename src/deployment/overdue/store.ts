/** The rows of what was due and could not be done. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { json } from "../../kit/sql.ts";

/** `key`: what is due, as its duty names it; empty where what is due could not be looked for. */
export type DutyFault = { readonly key: string; readonly due: Day; readonly reason: Label };
export type OverdueDuty = DutyFault & {
  readonly act: string;
  readonly since: Date;
  readonly last: Date;
  readonly times: number;
};

/** What cannot be done of an act, as of now: the rows of what is no longer among it go. Returns those that are new. */
export async function replaceDutyFaults<F extends DutyFault>(
  tx: Tx,
  act: string,
  faults: readonly F[],
  at: Date,
): Promise<readonly F[]> {
  const known = await tx.selectFrom("duty_fault").select(["key", "due"]).where("act", "=", act).execute();
  const same = (one: { key: string; due: string }) => (other: { key: string; due: string }) =>
    one.key === other.key && one.due === other.due;
  for (const row of known.filter((one) => !faults.some(same(one))))
    await tx
      .deleteFrom("duty_fault")
      .where("act", "=", act)
      .where("key", "=", row.key)
      .where("due", "=", row.due)
      .execute();
  for (const { key, due, reason } of faults)
    await tx
      .insertInto("duty_fault")
      .values({ act, key, due, reason: json(reason), since: at, last: at, times: 1 })
      .onConflict((on) =>
        on.columns(["establishment_id", "act", "key", "due"]).doUpdateSet({
          last: at,
          reason: json(reason),
          times: sql<number>`duty_fault.times + 1`,
        }),
      )
      .execute();
  return faults.filter((one) => !known.some(same(one)));
}

/** The oldest first. */
export async function overdueDuties(tx: Tx, limit: number): Promise<readonly OverdueDuty[]> {
  const rows = await tx
    .selectFrom("duty_fault")
    .select(["act", "key", "due", "since", "last", "times", "reason"])
    .orderBy("since")
    .orderBy("act")
    .orderBy("key")
    .orderBy("due")
    .limit(limit)
    .execute();
  return rows.map(({ reason, ...row }) => ({ ...row, reason: reason as Label }));
}

export async function countOverdue(tx: Tx): Promise<readonly { readonly act: string; readonly count: number }[]> {
  return tx
    .selectFrom("duty_fault")
    .select(["act", sql<number>`count(*)::integer`.as("count")])
    .groupBy("act")
    .orderBy("act")
    .execute();
}
