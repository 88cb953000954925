/** The SQL of who opened whose file. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Label } from "../../kit/lang.ts";
import { json } from "../../kit/sql.ts";

export type Opening = {
  readonly about: string;
  readonly opener: string;
  readonly roles: readonly string[];
  readonly what: Label;
  readonly openedAt: Date;
};

/** Opening the same thing again within the hour is the same opening: pages are turned back and forth. */
const SAME = 3_600_000;

export async function insertOpening(tx: Tx, opening: Opening & { readonly whose: string | null }): Promise<void> {
  const { about, whose, opener, roles, what, openedAt } = opening;
  const before = new Date(openedAt.getTime() - SAME);
  await sql`
    insert into file_opening (id, about, whose, opener, roles, what, opened_at)
    select ${randomUUID()}::uuid, ${about}, ${whose}, ${opener}, ${roles.join(" ")}, ${json(what)}, ${openedAt}::timestamptz
    where not exists (
      select from file_opening o
      where o.about = ${about} and o.opener = ${opener} and o.opened_at > ${before}::timestamptz and o.what = ${json(what)}
    )`.execute(tx);
}

type Which = { readonly whose: string } | { readonly about: string };

/** The latest first. */
export async function listOpenings(tx: Tx, which: Which, limit: number): Promise<Opening[]> {
  const all = tx
    .selectFrom("file_opening")
    .select(["about", "opener", "roles", "what", "opened_at as openedAt"])
    .orderBy("opened_at", "desc")
    .orderBy("id")
    .limit(limit);
  const found = "whose" in which ? all.where("whose", "=", which.whose) : all.where("about", "=", which.about);
  const rows = await found.execute();
  return rows.map((row) => ({ ...row, roles: row.roles === "" ? [] : row.roles.split(" "), what: row.what as Label }));
}

export async function deleteOpenings(tx: Tx, which: Which): Promise<void> {
  const all = tx.deleteFrom("file_opening");
  await ("whose" in which ? all.where("whose", "=", which.whose) : all.where("about", "=", which.about)).execute();
}
