/** The SQL of file openings. */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import { alongside } from "../db/joined.ts";
import type { Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";
import { json } from "../kit/sql.ts";
import { keeping } from "../act/keep.ts";

export type Opening = {
  readonly about: string;
  readonly opener: string;
  readonly roles: readonly string[];
  readonly what: Label;
  readonly openedAt: Date;
};

/** Repeats within the hour count as one opening: pages are turned back and forth. */
const SAME = 3_600_000;

export async function insertOpening(tx: Tx, opening: Opening & { readonly whose: string | null }): Promise<void> {
  const { about, whose, opener, roles, what, openedAt } = opening;
  const before = new Date(openedAt.getTime() - SAME);
  const noted = sql`
    insert into file_opening (id, about, whose, opener, roles, what, opened_at)
    select ${newId()}::uuid, ${about}, ${whose}, ${opener}, ${roles.join(" ")}, ${json(what)}, ${openedAt}::timestamptz
    where not exists (
      select from file_opening o
      where o.about = ${about} and o.opener = ${opener} and o.opened_at > ${before}::timestamptz and o.what = ${json(what)}
    )`;
  // No page waits for its answer.
  await tx.executeQuery(alongside(noted.compile(tx)));
}

type Which = { readonly whose: string } | { readonly about: string };

/** Latest first. */
export async function listOpenings(tx: Tx, which: Which, limit: number): Promise<Opening[]> {
  const all = tx
    .selectFrom("file_opening")
    .select(["about", "opener", "roles", "what", "opened_at as openedAt"])
    .orderBy("opened_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  const found = "whose" in which ? all.where("whose", "=", which.whose) : all.where("about", "=", which.about);
  const rows = await found.execute();
  return rows.map((row) => ({ ...row, roles: row.roles === "" ? [] : row.roles.split(" "), what: row.what as Label }));
}

/** What somebody opened last. */
export async function lastOpened(tx: Tx, opener: string, limit: number): Promise<string[]> {
  const all = tx.selectFrom("file_opening").select("about").where("opener", "=", opener);
  const rows = await all.orderBy("opened_at", "desc").orderBy("id", "desc").limit(limit).execute();
  return rows.map(({ about }) => about);
}

/** Subjects with unsealed openings, by name; an erased or unrecorded subject has no chain to seal in. */
export async function unsealedSubjects(tx: Tx, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ about: string }>`
    select distinct o.about from file_opening o
    join audit_chain c on c.chain = o.about and c.salt is not null
    where o.sealed_at is null and o.about > ${after}
    order by o.about limit ${limit}`.execute(tx);
  return rows.map(({ about }) => about);
}

/**
 * Marks the openings of a subject as sealed, except those that a record names already: with its mark removed, a tampered row would
 * otherwise be sealed anew.
 */
export async function sealUnsealed(tx: Tx, about: string, at: Date, limit: number): Promise<number> {
  const chosen = sql<string>`
    select o.id from file_opening o
    where o.about = ${about} and o.sealed_at is null and not exists (
      select from audit_record r, jsonb_array_elements(r.stored) s
      where r.chain = ${about} and r.act = 'sealOpenings' and s ->> 'table' = 'file_opening' and s ->> 'id' = o.id::text)
    order by o.opened_at, o.id limit ${limit}`;
  const marked = tx.updateTable("file_opening").set({ sealed_at: at }).where(sql<boolean>`id in (${chosen})`);
  return (await keeping(tx, "file_opening", marked)).length;
}

/** Counts the unsealed openings. */
export async function countUnsealed(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from file_opening where sealed_at is null`.execute(tx);
  return rows[0]!.count;
}

export async function deleteOpenings(tx: Tx, which: Which): Promise<void> {
  const all = tx.deleteFrom("file_opening");
  await ("whose" in which ? all.where("whose", "=", which.whose) : all.where("about", "=", which.about)).execute();
}
