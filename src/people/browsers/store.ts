/** The SQL of the browsers in which an account was opened. */
import type { Tx } from "../../db/school.ts";
import { dropping, keep } from "../../act/keep.ts";

type Known = { readonly id: string; readonly account: string; readonly tokenHash: Buffer; readonly at: Date };

export async function insertKnown(tx: Tx, { id, account, tokenHash, at }: Known): Promise<void> {
  await keep(tx, "known_browser", { id, account, token_hash: tokenHash, known_at: at });
}

export async function isKnown(tx: Tx, account: string, tokenHash: Buffer): Promise<boolean> {
  const found = tx.selectFrom("known_browser").select("id").where("account", "=", account);
  return (await found.where("token_hash", "=", tokenHash).executeTakeFirst()) !== undefined;
}

/** All but the last ones. */
export async function dropOlder(tx: Tx, account: string, kept: number): Promise<void> {
  const last = tx
    .selectFrom("known_browser")
    .select("id")
    .where("account", "=", account)
    .orderBy("known_at", "desc")
    .orderBy("id")
    .limit(kept);
  const older = tx.deleteFrom("known_browser").where("account", "=", account).where("id", "not in", last);
  await dropping(tx, "known_browser", older);
}
