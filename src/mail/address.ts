/** The present address, for mails that are posted later than the act that caused them. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Lang } from "../kit/lang.ts";

export type Contact = { readonly address: string; readonly name: string; readonly language: Lang };

/** A person's contact, for a school: accounts belong to the deployment, and row security hides them from schools. */
export async function contactOf(tx: Tx, account: string): Promise<Contact | undefined> {
  return (await sql<Contact>`select * from account_contact(${account}::uuid)`.execute(tx)).rows[0];
}

/** The present address of the reader's account; `undefined` for a reader without one. */
export async function presentAddress(tx: Tx, reader: string | null): Promise<string | undefined> {
  const [, account] = /^account:([0-9a-f-]{36})$/.exec(reader ?? "") ?? [];
  return account === undefined ? undefined : (await contactOf(tx, account))?.address;
}
