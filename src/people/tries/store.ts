/** The SQL of rate limits: requested codes and failed tries. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { dropping, keep } from "../../act/keep.ts";
import { withoutNote } from "../../kit/mail-address.ts";

/** Serialises counting under a key until the transaction ends: otherwise concurrent tries would each see the count before them. */
export async function lockCount(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.count ' || ${key}))`.execute(tx);
}

/** The count in all, and from one network. */
type Counted = { readonly all: number; readonly here: number };

type Counting = { readonly since: Date; readonly caller: Buffer | null };

const counted = (caller: Buffer | null) =>
  sql<Counted>`count(*)::integer as "all", count(*) filter (where caller is not distinct from ${caller}::bytea)::integer as here`;

/** By mailbox: the `+` spellings of an address are counted together. */
export async function codesAskedSince(tx: Tx, key: string, { since, caller }: Counting): Promise<Counted> {
  const mailbox = withoutNote(key);
  const noted = mailbox.replaceAll(/[\\%_]/g, "\\$&").replace("@", "+%@");
  const { rows } = await sql<Counted>`
    select ${counted(caller)} from address_code
    where asked_at > ${since} and (address_key in (${key}, ${mailbox}) or address_key like ${noted})`.execute(tx);
  return rows[0]!;
}

export async function failuresBy(tx: Tx, key: string, { since, caller }: Counting): Promise<Counted> {
  const { rows } = await sql<Counted>`
    select ${counted(caller)} from sign_in_failure where address_key = ${key} and failed_at > ${since}`.execute(tx);
  return rows[0]!;
}

export async function codesAskedFrom(tx: Tx, caller: Buffer, since: Date): Promise<number> {
  const codes = tx.selectFrom("address_code").select(sql<number>`count(*)::integer`.as("count"));
  const found = await codes.where("caller", "=", caller).where("asked_at", ">", since).executeTakeFirst();
  return found?.count ?? 0;
}

export async function failuresFrom(tx: Tx, caller: Buffer, since: Date): Promise<number> {
  const failures = tx.selectFrom("sign_in_failure").select(sql<number>`count(*)::integer`.as("count"));
  const found = await failures.where("caller", "=", caller).where("failed_at", ">", since).executeTakeFirst();
  return found?.count ?? 0;
}

/** `addressKey`: the counter's key: an address at sign-in, or another counter's key of an address or account. */
export async function insertFailure(
  tx: Tx,
  failure: { id: string; addressKey: string; caller?: Buffer | null; at: Date },
): Promise<void> {
  const { id, addressKey, caller = null, at } = failure;
  await keep(tx, "sign_in_failure", { id, address_key: addressKey, caller, failed_at: at });
}

export async function failuresSince(tx: Tx, addressKey: string, since: Date): Promise<number> {
  const failures = tx.selectFrom("sign_in_failure").select("id").where("address_key", "=", addressKey);
  return (await failures.where("failed_at", ">", since).execute()).length;
}

export async function oldFailures(tx: Tx, before: Date, limit: number): Promise<{ id: string; failedAt: Date }[]> {
  const old = tx.selectFrom("sign_in_failure").select(["id", "failed_at as failedAt"]).where("failed_at", "<=", before);
  return old.orderBy("failed_at").orderBy("id").limit(limit).execute();
}

export async function deleteFailure(tx: Tx, id: string, before: Date): Promise<boolean> {
  const gone = tx.deleteFrom("sign_in_failure").where("id", "=", id).where("failed_at", "<=", before);
  return (await dropping(tx, "sign_in_failure", gone)).length > 0;
}
