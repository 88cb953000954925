/**
 * The things that a guest acting for the State was let in for, one row per thing named by an act. Other guests are named by the thing's
 * own rows; the authority appears in none. Without a row such a guest sees nothing of a thing, while an account sees the whole school's.
 */
import { sql } from "kysely";
import { done, FORBIDDEN, type Performing } from "../../act/act.ts";
import { keep } from "../../act/keep.ts";
import { type Actor, actorName, type Permission } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import { type Label, type Lang } from "../../kit/lang.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { postMail } from "../../mail/post.ts";
import { type Doer, doersWho } from "../contact.ts";
import { guestChain } from "./letting-in.ts";
import { opens } from "./rules/standing.ts";
import { thingMail } from "./mails.ts";
import { lockGuest } from "./store.ts";

type Named = {
  readonly guest: string;
  /** The thing's chain. */
  readonly thing: string;
  readonly called: Label;
};

/** For an act of the thing's room: idempotent, and the guest is notified. */
export async function letInto(given: Performing<unknown>, { guest: id, thing, called }: Named) {
  const { tx, actor, at, today, establishment } = given;
  const guest = await lockGuest(tx, { id });
  if (!guest?.roles.includes("authority") || !opens(guest, today)) return FORBIDDEN;
  const about = guestChain(id);
  if (await isNamed(tx, id, thing)) return done({}, about);
  await keep(tx, "guest_thing", { id: newId(), guest: id, thing, named_by: actorName(actor), named_at: at });
  const { address: to, language: lang } = guest;
  const link = { path: schoolPath(establishment, lang, "/invite"), label: SEE[lang] };
  await postMail(tx, { reader: null, to, lang, about, at, link, ...thingMail(lang, called[lang]) });
  return done({}, about);
}

const SEE: Readonly<Record<Lang, string>> = { fr: "Voir ce qui m’attend", en: "See what awaits me" };

async function isNamed(tx: Tx, guest: string, thing: string): Promise<boolean> {
  const found = tx.selectFrom("guest_thing").select("id").where("guest", "=", guest).where("thing", "=", thing);
  return (await found.executeTakeFirst()) !== undefined;
}

/** Whether the actor's permissions extend to this thing: an account's always do. */
export async function isLetInto(tx: Tx, actor: Actor, thing: string): Promise<boolean> {
  return actor.kind !== "guest" || isNamed(tx, actor.guest, thing);
}

/** The ids of one kind of things that a guest was let in for; `undefined` for an account, which may see all. */
export async function letInFor(tx: Tx, actor: Actor, kind: string): Promise<readonly string[] | undefined> {
  if (actor.kind !== "guest") return undefined;
  const all = await thingsOf(tx, actor.guest);
  return all.flatMap((thing) => (thing.startsWith(`${kind}:`) ? thing.slice(kind.length + 1) : []));
}

/** The chains of all things that a guest was let in for. */
export async function thingsOf(tx: Tx, guest: string): Promise<readonly string[]> {
  const all = await tx.selectFrom("guest_thing").select("thing").where("guest", "=", guest).execute();
  return all.map(({ thing }) => thing);
}

/** The last day of each of these actors who comes in by an invitation. */
export async function lastDays(tx: Tx, actors: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  const ids = actors.flatMap((one) => (one.startsWith("guest:") ? one.slice("guest:".length) : []));
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; until: Day }>`
    select id, to_char(until, 'YYYY-MM-DD') as until from guest where id = any(${ids}::uuid[]) and ended_at is null`.execute(
    tx,
  );
  return new Map(rows.map(({ id, until }) => [`guest:${id}`, until]));
}

/** The last day of each of these guests, also of an invitation that has ended. */
export async function lastDaysOfGuests(tx: Tx, guests: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  if (guests.length === 0) return new Map();
  const { rows } = await sql<{ id: string; until: Day }>`
    select id, to_char(least(until, coalesce(ended_at::date, until)), 'YYYY-MM-DD') as until
    from guest where id = any(${[...guests]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, until }) => [id, until]));
}

/** The people with a permission on a thing: accounts by role, and guests let in for it. */
export async function doersWithin(tx: Tx, permission: Permission, thing: string): Promise<readonly Doer[]> {
  const named = await tx.selectFrom("guest_thing").select("guest").where("thing", "=", thing).execute();
  const guests = named.map(({ guest }) => `guest:${guest}`);
  return (await doersWho(tx, permission)).filter(({ actor }) => !actor.startsWith("guest:") || guests.includes(actor));
}

export type StateGuest = { readonly guest: string; readonly name: string; readonly isIn: boolean };

/** The guests in force who act for the State, by name, with whether a thing names them. */
export async function stateGuests(tx: Tx, thing: string, today: Day): Promise<readonly StateGuest[]> {
  const { rows } = await sql<StateGuest>`
    select id as guest, name, exists (select from guest_thing t where t.guest = guest.id and t.thing = ${thing}) as "isIn"
    from guest where ended_at is null and until >= ${today}::date and 'authority' = any(roles)
    order by name, id`.execute(tx);
  return rows;
}
