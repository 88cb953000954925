/** Where somebody is written to now, for what is posted later than the act that asked for it. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Lang } from "../../kit/lang.ts";

export type Contact = { readonly address: string; readonly name: string; readonly language: Lang };

/** Where to write to a person, for a school: accounts are the deployment's, out of sight of its schools. */
export async function contactOf(tx: Tx, account: string): Promise<Contact | undefined> {
  return (await sql<Contact>`select * from account_contact(${account}::uuid)`.execute(tx)).rows[0];
}

/** The address of their account, which may have changed since; `undefined` for a reader who has none. */
export async function presentAddress(tx: Tx, reader: string | null): Promise<string | undefined> {
  const [, account] = /^account:([0-9a-f-]{36})$/.exec(reader ?? "") ?? [];
  return account === undefined ? undefined : (await contactOf(tx, account))?.address;
}
