/** The SQL of the browsers in which an account was opened. */
import type { Tx } from "../../db/school.ts";
import { wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../act/chain.ts";

type Known = { readonly id: string; readonly account: string; readonly tokenHash: Buffer; readonly at: Date };

export async function insertKnown(tx: Tx, { id, account, tokenHash, at }: Known): Promise<Stored> {
  const row = { id, account, token_hash: tokenHash, known_at: at };
  const inserted = tx.insertInto("known_browser").values(row).returning(wholeRow("known_browser"));
  return storedRow("known_browser", await inserted.executeTakeFirstOrThrow());
}

export async function isKnown(tx: Tx, account: string, tokenHash: Buffer): Promise<boolean> {
  const found = tx.selectFrom("known_browser").select("id").where("account", "=", account);
  return (await found.where("token_hash", "=", tokenHash).executeTakeFirst()) !== undefined;
}

/** All but the last ones. */
export async function dropOlder(tx: Tx, account: string, kept: number): Promise<Stored[]> {
  const last = tx
    .selectFrom("known_browser")
    .select("id")
    .where("account", "=", account)
    .orderBy("known_at", "desc")
    .orderBy("id")
    .limit(kept);
  const older = tx.deleteFrom("known_browser").where("account", "=", account).where("id", "not in", last);
  return (await older.returning("id").execute()).map(({ id }) => ({ table: "known_browser", id, values: null }));
}
