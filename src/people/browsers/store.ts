/** The SQL of known browsers. */
import { sql } from "kysely";
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

/** Keeps the latest only. */
export async function dropOlder(tx: Tx, account: string, kept: number): Promise<void> {
  const last = tx
    .selectFrom("known_browser")
    .select("id")
    .where("account", "=", account)
    .orderBy("known_at", "desc")
    .orderBy("id", "desc")
    .limit(kept);
  const older = tx.deleteFrom("known_browser").where("account", "=", account).where("id", "not in", last);
  await dropping(tx, "known_browser", older);
}

/** Finds the invitation of a link, in any school. */
export async function guestOfLink(
  tx: Tx,
  { school, link, browser }: { readonly school: string; readonly link: Buffer; readonly browser: Buffer | null },
): Promise<{ readonly addressKey: string; readonly known: boolean } | undefined> {
  const found = sql<{ addressKey: string; known: boolean }>`
    select address_key as "addressKey", known from guest_of_link(${school}, ${link}::bytea, ${browser}::bytea)`;
  return (await found.execute(tx)).rows[0];
}
