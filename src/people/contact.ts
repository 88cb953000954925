/** Where to write to a person, for an act of a school: accounts are the deployment's, out of sight of its schools. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Lang } from "../kit/lang.ts";
import type { Role } from "./rules/permissions.ts";

export type Contact = { readonly address: string; readonly name: string; readonly language: Lang };

export async function contactOf(tx: Tx, account: string): Promise<Contact | undefined> {
  return (await sql<Contact>`select * from account_contact(${account})`.execute(tx)).rows[0];
}

/** The accounts that hold a role in this school. */
export async function accountsWith(tx: Tx, role: Role): Promise<readonly string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct account from school_staff(current_setting('livret.establishment')) where role = ${role}
    order by account`.execute(tx);
  return rows.map(({ account }) => account);
}
