/** The SQL of the calendar's last run, and of rows dated in the future. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";

const ID = "calendar";

export async function findMark(tx: Tx): Promise<Date | undefined> {
  const found = await tx.selectFrom("clock_mark").select("at").where("id", "=", ID).executeTakeFirst();
  return found?.at;
}

/** `back` lets an operator move the mark back; otherwise it only moves forward, whichever process writes. */
export async function setMark(tx: Tx, at: Date, { back }: { back: boolean }): Promise<void> {
  const insert = tx.insertInto("clock_mark").values({ id: ID, at });
  const later = sql<Date>`greatest(clock_mark.at, excluded.at)`;
  await insert
    .onConflict((on) => on.columns(["establishment_id", "id"]).doUpdateSet({ at: back ? at : later }))
    .execute();
}

/** Counts a school's records and checkpoints dated after `moment`. */
export async function datedAfter(
  tx: Tx,
  moment: Date,
): Promise<{ records: number; checkpoints: number; latest: Date | null }> {
  const { rows } = await sql<{ records: number; checkpoints: number; latest: Date | null }>`
    select r.count as records, c.count as checkpoints, greatest(r.latest, c.latest) as latest
    from (select count(*)::integer as count, max(at) as latest from audit_record where at > ${moment}) r,
      (select count(*)::integer as count, max(at) as latest from checkpoint where at > ${moment}) c`.execute(tx);
  return rows[0]!;
}
