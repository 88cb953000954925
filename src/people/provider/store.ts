/** The SQL of accounts' ties to sign-in services. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { dropping, keep } from "../../act/keep.ts";

export async function accountOfIdentity(tx: Tx, { school, issuer, subject }: Named): Promise<string | undefined> {
  const found = tx.selectFrom("provider_identity").select("account").where("school", "=", school);
  return (await found.where("issuer", "=", issuer).where("subject", "=", subject).executeTakeFirst())?.account;
}

/** A person, as a school's service names them. */
type Named = { readonly school: string; readonly issuer: string; readonly subject: string };

/** Serialises ties of the same subject: the second finds the first. */
export async function lockIdentity(tx: Tx, { school, issuer, subject }: Named): Promise<void> {
  const named = JSON.stringify([school, issuer, subject]);
  await sql`select pg_advisory_xact_lock(hashtext('livret.identity ' || ${named}))`.execute(tx);
}

export async function insertIdentity(
  tx: Tx,
  { at, ...identity }: Named & { readonly id: string; readonly account: string; readonly at: Date },
): Promise<void> {
  await keep(tx, "provider_identity", { ...identity, linked_at: at });
}

/** Whether any school’s service vouches for the account. */
export async function isTied(tx: Tx, account: string): Promise<boolean> {
  const ties = tx.selectFrom("provider_identity").select("id").where("account", "=", account).limit(1);
  return (await ties.executeTakeFirst()) !== undefined;
}

export type Identity = { readonly id: string; readonly issuer: string; readonly linkedAt: Date };

export async function identitiesOf(tx: Tx, account: string, school: string): Promise<Identity[]> {
  const theirs = tx.selectFrom("provider_identity").select(["id", "issuer", "linked_at as linkedAt"]);
  return theirs
    .where("account", "=", account)
    .where("school", "=", school)
    .orderBy("linked_at")
    .orderBy("id")
    .execute();
}

export async function deleteIdentity(tx: Tx, account: string, id: string): Promise<Named | undefined> {
  const found = tx.selectFrom("provider_identity").select(["school", "issuer", "subject"]).where("id", "=", id);
  const one = await found.where("account", "=", account).executeTakeFirst();
  const theirs = tx.deleteFrom("provider_identity").where("account", "=", account).where("id", "=", id);
  const gone = await dropping(tx, "provider_identity", theirs);
  return one && gone.length > 0 ? { ...one, school: one.school ?? "" } : undefined;
}

export async function deleteIdentities(tx: Tx, account: string): Promise<void> {
  await dropping(tx, "provider_identity", tx.deleteFrom("provider_identity").where("account", "=", account));
}
