/** The SQL of absences, current and future: past ones are erased. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { dropping, keep } from "../../act/keep.ts";
import type { Absence } from "./rules/absence.ts";

/** Serialises new absences in a school, since each is checked against all others. */
export async function lockAbsences(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.absences ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

/** As JSON, for a larger statement; `at` is the placeholder of the day. */
export const absencesAsJson = (at: string) => `(select coalesce(json_agg(x), '[]') from (
    select id, account, stand_in as "standIn", from_day as from, until from absence
    where until >= ${at}::date order by from_day, id) x)`;

const ABSENCE = sql`id, account, stand_in as "standIn", to_char(from_day, 'YYYY-MM-DD') as from,
  to_char(until, 'YYYY-MM-DD') as until`;

/** Absences not over on this day, by first day. */
export async function absencesFrom(tx: Tx, day: Day): Promise<readonly Absence[]> {
  const { rows } = await sql<Absence>`
    select ${ABSENCE} from absence where until >= ${day}::date order by from_day, id`.execute(tx);
  return rows;
}

export async function insertAbsence(
  tx: Tx,
  absence: Absence & { readonly by: string; readonly at: Date },
): Promise<void> {
  const { id, account, standIn, from, until, by, at } = absence;
  const days = { from_day: from, until };
  await keep(tx, "absence", { id, account, stand_in: standIn, ...days, entered_by: by, entered_at: at });
}

export async function findAbsence(tx: Tx, id: string): Promise<Absence | undefined> {
  return (await sql<Absence>`select ${ABSENCE} from absence where id = ${id}::uuid`.execute(tx)).rows[0];
}

/** False if it was deleted concurrently. */
export async function deleteAbsence(tx: Tx, id: string): Promise<boolean> {
  return (await dropping(tx, "absence", tx.deleteFrom("absence").where("id", "=", id))).length > 0;
}

export async function absencesOver(tx: Tx, today: Day, limit: number): Promise<{ id: string; until: Day }[]> {
  const { rows } = await sql<{ id: string; until: Day }>`
    select id, to_char(until, 'YYYY-MM-DD') as until from absence where until < ${today}::date
    order by absence.until, id limit ${limit}`.execute(tx);
  return rows;
}

/** Absences of an account, as absent or stand-in, for its data export. */
export async function absencesAbout(tx: Tx, account: string): Promise<string[]> {
  const about = tx.selectFrom("absence").select("id");
  const query = about.where((is) => is.or([is("account", "=", account), is("stand_in", "=", account)]));
  return (await query.orderBy("from_day").orderBy("id").execute()).map(({ id }) => id);
}

/** The accounts for whom this one stands in on a day. */
export async function absentWithStandIn(tx: Tx, account: string, day: Day): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account from absence where stand_in = ${account}::uuid and from_day <= ${day}::date and until >= ${day}::date
    order by account`.execute(tx);
  return rows.map((row) => row.account);
}
