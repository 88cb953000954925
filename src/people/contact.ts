/** The people who work in a school, for notifying and naming them. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Lang } from "../kit/lang.ts";
import { mailboxKey } from "../kit/mail-address.ts";
import { isId } from "../kit/shapes.ts";
import { GUEST_ROLES, type Permission, type Role, WHO_MAY } from "../act/permissions.ts";
import { isOfState } from "./offers/rules/by-two.ts";

/** The accounts with a role in this school. */
export async function accountsWith(tx: Tx, role: Role): Promise<readonly string[]> {
  const { rows } = await sql<{ account: string }>`
    select distinct account from school_staff(current_setting('livret.establishment')) where role = ${role}
    order by account`.execute(tx);
  return rows.map(({ account }) => account);
}

/** Whether an address is the mailbox of a person working here, by a role or as a guest. */
export async function worksHere(tx: Tx, address: string): Promise<boolean> {
  return (await workingHere(tx)).has(mailboxKey(address));
}

/** Whether it is the mailbox of a person who works for the school: not of a guest who pays or acts for the State alone. */
export async function servesSchool(tx: Tx, address: string): Promise<boolean> {
  const others = sql.join([...GUEST_ROLES.filter(isOfState), "payer"]);
  const { rows } = await sql<{ address: string }>`
    select address from school_staff(current_setting('livret.establishment'))
    union select address from guest where ended_at is null and not (roles <@ array[${others}]::text[])`.execute(tx);
  return rows.some((one) => mailboxKey(one.address) === mailboxKey(address));
}

/** The addresses of all who work here, as keys of their mailboxes. */
export async function workingHere(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ address: string }>`
    select address from school_staff(current_setting('livret.establishment'))
    union select address from guest where ended_at is null`.execute(tx);
  return new Set(rows.map(({ address }) => mailboxKey(address)));
}

/** The roles of an actor here, by an account or as a guest. */
export async function rolesHeld(tx: Tx, actor: string): Promise<readonly Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select role from school_staff(current_setting('livret.establishment')) where 'account:' || account = ${actor}
    union all select unnest(roles) from guest where 'guest:' || id = ${actor} and ended_at is null`.execute(tx);
  return rows.map(({ role }) => role);
}

export type Colleague = { readonly account: string; readonly name: string };

/** The people of this school with a role that grants the permission, by name. */
export async function colleaguesWho(tx: Tx, permission: Permission): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague & { role: Role }>`
    select account, name, role from school_staff(current_setting('livret.establishment')) order by name, account`.execute(
    tx,
  );
  return thoseWho(rows, permission);
}

/** The same from a list of staff, with one row per role. */
export function thoseWho(staff: readonly (Colleague & { readonly role: Role })[], permission: Permission): Colleague[] {
  const holders: readonly string[] = WHO_MAY[permission];
  const able = staff.filter(({ role }) => holders.includes(role));
  return [...new Map(able.map(({ account, name }) => [account, { account, name }])).values()];
}

/** A person who may do something here, by an account or as a guest; `actor` is the name in their acts' records. */
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

/** One person by their actor's name; a former one still has a name. */
export async function doerNamed(tx: Tx, actor: string): Promise<Doer | undefined> {
  const [kind, id = ""] = actor.split(":");
  if (!isId(id)) return undefined;
  const found =
    kind === "guest"
      ? sql<Doer>`select 'guest:' || id as actor, name, address, language from guest where id = ${id}::uuid`
      : sql<Doer>`select ${actor} as actor, name, address, language from account_contact(${id}::uuid)`;
  return (await found.execute(tx)).rows[0];
}

/** Whether the actor reads this mailbox, by any spelling of its address: no one may invite themselves. */
export async function readsMailbox(tx: Tx, actor: string, address: string): Promise<boolean> {
  const own = await doerNamed(tx, actor);
  return own !== undefined && mailboxKey(own.address) === mailboxKey(address);
}

/** Of these accounts, the actor's own and any that shares their mailbox, also where they act as a guest. */
export async function accountsOf(tx: Tx, actor: string, among: readonly string[]): Promise<ReadonlySet<string>> {
  const own = among.length === 0 ? undefined : await doerNamed(tx, actor);
  if (!own) return new Set();
  const ids = sql.join(among.map((account) => sql`${account}::uuid`));
  const { rows } = await sql<{ id: string; address: string }>`
    select one.id, c.address from unnest(array[${ids}]) as one (id), account_contact(one.id) as c`.execute(tx);
  const theirs = rows.filter(({ address }) => mailboxKey(address) === mailboxKey(own.address));
  return new Set(theirs.map(({ id }) => id));
}

/** Names by actor, for actors with an account, with or without a token. */
export async function namesOf(tx: Tx, actors: readonly string[]): Promise<Record<string, string>> {
  const accounts = accountsIn(actors);
  if (accounts.length === 0) return {};
  const ids = sql.join(accounts.map((account) => sql`${account}::uuid`));
  const { rows } = await sql<{ id: string; name: string }>`
    select one.id, c.name from unnest(array[${ids}]) as one (id), account_contact(one.id) as c`.execute(tx);
  return namedAs(actors, new Map(rows.map(({ id, name }) => [id, name])));
}

/** The accounts among these actors, without duplicates. */
export function accountsIn(actors: readonly string[]): string[] {
  return [...new Set(actors.flatMap((actor) => ACTOR.exec(actor)?.[1] ?? []))];
}

/** Account names by actor. */
export function namedAs(actors: readonly string[], names: ReadonlyMap<string, string>): Record<string, string> {
  const named = (actor: string) => names.get(ACTOR.exec(actor)?.[1] ?? "");
  return Object.fromEntries(
    [...new Set(actors)].flatMap((actor) => {
      const name = named(actor);
      return name === undefined ? [] : [[actor, name]];
    }),
  );
}

/** The account in an actor's name; PostgreSQL uses the same pattern. */
export const ACCOUNT_OF_ACTOR = "^(?:account|operator):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?: |$)";
const ACTOR = new RegExp(ACCOUNT_OF_ACTOR);
