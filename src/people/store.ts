/** The SQL of accounts and their addresses. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Lang } from "../kit/lang.ts";
import { change, keep } from "../act/keep.ts";

export type Account = {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly password: string | null;
  readonly language: Lang;
  readonly version: number;
};

const ACCOUNT = ["id", "address", "name", "password", "language", "version"] as const;

export async function findAccount(tx: Tx, by: { id: string } | { addressKey: string }): Promise<Account | undefined> {
  const accounts = tx.selectFrom("account").select(ACCOUNT);
  const found = "id" in by ? accounts.where("id", "=", by.id) : accounts.where("address_key", "=", by.addressKey);
  return (await found.executeTakeFirst()) as Account | undefined;
}

/** For an act about to use this address: serialised, so that a second one finds the first one's account. */
export async function lockAddress(tx: Tx, addressKey: string): Promise<Account | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.address ' || ${addressKey}))`.execute(tx);
  return findAccount(tx, { addressKey });
}

export type NewAccount = Omit<Account, "version"> & { readonly addressKey: string; readonly at: Date };

export async function insertAccount(tx: Tx, { at, addressKey, ...account }: NewAccount): Promise<void> {
  await keep(tx, "account", { ...account, address_key: addressKey, version: 1, created_at: at });
}

type Changed = {
  readonly password?: string | null;
  readonly name?: string;
  readonly address?: string;
  readonly addressKey?: string;
};

export async function updateAccount(tx: Tx, id: string, { addressKey, ...changed }: Changed): Promise<void> {
  const key = addressKey !== undefined && { address_key: addressKey };
  await change(tx, "account", id, { ...changed, ...key, version: sql<number>`version + 1` });
}

/** The account of an address; a school cannot list the deployment's accounts. */
export async function accountOfAddress(tx: Tx, key: string): Promise<{ account: string; name: string } | undefined> {
  const found = await sql<{
    account: string;
    name: string;
  }>`select account, name from account_of_address(${key})`.execute(tx);
  return found.rows[0];
}

/** The id of the address's account, or the id reserved for it until its owner creates it. */
export async function accountForAddress(tx: Tx, key: string): Promise<string> {
  const found = await sql<{ account: string }>`select account_for_address(${key}) as account`.execute(tx);
  return found.rows[0]!.account;
}

/** Takes the id reserved for the account about to be created. */
export async function takeReserved(tx: Tx, addressKey: string): Promise<string | undefined> {
  const kept = tx.deleteFrom("reserved_account").where("address_key", "=", addressKey).returning("id");
  return (await kept.executeTakeFirst())?.id;
}
