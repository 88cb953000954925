/** Who works in a school, for whoever writes to them or hands something over. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Lang } from "../kit/lang.ts";
import { mailboxKey } from "../kit/mail-address.ts";
import { isId } from "../kit/shapes.ts";
import { type Permission, type Role, WHO_MAY } from "../act/permissions.ts";

/** The accounts that hold a role in this school. */
export async function accountsWith(tx: Tx, role: Role): Promise<readonly string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct account from school_staff(current_setting('livret.establishment')) where role = ${role}
    order by account`.execute(tx);
  return rows.map(({ account }) => account);
}

/** Whether an address reaches somebody who works here, by a role or as a guest. */
export async function worksHere(tx: Tx, address: string): Promise<boolean> {
  const { rows } = await sql<{ address: string }>`
    select address from school_staff(current_setting('livret.establishment'))
    union select address from guest where ended_at is null`.execute(tx);
  return rows.some((one) => mailboxKey(one.address) === mailboxKey(address));
}

export type Colleague = { readonly account: string; readonly name: string };

/** Who in this school may do something by a role of theirs, by name. */
export async function colleaguesWho(tx: Tx, permission: Permission): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague & { role: Role }>`
    select account, name, role from school_staff(current_setting('livret.establishment')) order by name, account`.execute(
    tx,
  );
  return thoseWho(rows, permission);
}

/** The same among those who work here, of whom each stands there with each of their roles. */
export function thoseWho(staff: readonly (Colleague & { readonly role: Role })[], permission: Permission): Colleague[] {
  const holders: readonly string[] = WHO_MAY[permission];
  const able = staff.filter(({ role }) => holders.includes(role));
  return [...new Map(able.map(({ account, name }) => [account, { account, name }])).values()];
}

/** Whoever may do something here, by an account or as a guest, by name; `actor` is what their acts are recorded under. */
export type Doer = {
  readonly actor: string;
  readonly name: string;
  readonly address: string;
  readonly language: Lang;
};

export async function doersWho(tx: Tx, permission: Permission): Promise<readonly Doer[]> {
  const holders: readonly string[] = WHO_MAY[permission];
  const { rows } = await sql<Doer>`
    select distinct 'account:' || s.account as actor, s.name, s.address, c.language
      from school_staff(current_setting('livret.establishment')) s, account_contact(s.account) c
      where s.role in (${sql.join(holders)})
    union all
    select 'guest:' || id, name, address, language from guest where ended_at is null and roles && array[${sql.join(holders)}]::text[]
    order by name, actor`.execute(tx);
  return rows;
}

/** One of them, by the name of their actor; whoever is no longer one still has a name. */
export async function doerNamed(tx: Tx, actor: string): Promise<Doer | undefined> {
  const [kind, id = ""] = actor.split(":");
  if (!isId(id)) return undefined;
  const found =
    kind === "guest"
      ? sql<Doer>`select 'guest:' || id as actor, name, address, language from guest where id = ${id}::uuid`
      : sql<Doer>`select ${actor} as actor, name, address, language from account_contact(${id}::uuid)`;
  return (await found.execute(tx)).rows[0];
}

/** Whether whoever acts reads a mailbox: by none of its addresses do they let themselves in. */
export async function readsMailbox(tx: Tx, actor: string, address: string): Promise<boolean> {
  const own = await doerNamed(tx, actor);
  return own !== undefined && mailboxKey(own.address) === mailboxKey(address);
}

/** Of these accounts, those of whoever acts: their own, and another that reads the same mailbox, be it as a guest that they act. */
export async function accountsOf(tx: Tx, actor: string, among: readonly string[]): Promise<ReadonlySet<string>> {
  const own = among.length === 0 ? undefined : await doerNamed(tx, actor);
  if (!own) return new Set();
  const ids = sql.join(among.map((account) => sql`${account}::uuid`));
  const { rows } = await sql<{ id: string; address: string }>`
    select one.id, c.address from unnest(array[${ids}]) as one (id), account_contact(one.id) as c`.execute(tx);
  const theirs = rows.filter(({ address }) => mailboxKey(address) === mailboxKey(own.address));
  return new Set(theirs.map(({ id }) => id));
}

/** By the name of an actor, what they are called, of those who have an account; with a token of theirs or not. */
export async function namesOf(tx: Tx, actors: readonly string[]): Promise<Record<string, string>> {
  const accounts = accountsIn(actors);
  if (accounts.length === 0) return {};
  const ids = sql.join(accounts.map((account) => sql`${account}::uuid`));
  const { rows } = await sql<{ id: string; name: string }>`
    select one.id, c.name from unnest(array[${ids}]) as one (id), account_contact(one.id) as c`.execute(tx);
  return namedAs(actors, new Map(rows.map(({ id, name }) => [id, name])));
}

/** The accounts of those actors that have one, each once. */
export function accountsIn(actors: readonly string[]): string[] {
  return [...new Set(actors.flatMap((actor) => ACTOR.exec(actor)?.[1] ?? []))];
}

/** By the name of an actor, what their account is called. */
export function namedAs(actors: readonly string[], names: ReadonlyMap<string, string>): Record<string, string> {
  const named = (actor: string) => names.get(ACTOR.exec(actor)?.[1] ?? "");
  return Object.fromEntries(
    [...new Set(actors)].flatMap((actor) => {
      const name = named(actor);
      return name === undefined ? [] : [[actor, name]];
    }),
  );
}

/** The account in the name of an actor; the same to the server as here. */
export const ACCOUNT_OF_ACTOR = "^(?:account|operator):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?: |$)";
const ACTOR = new RegExp(ACCOUNT_OF_ACTOR);
