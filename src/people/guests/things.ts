/**
 * What a guest who acts for the State was let in for: the things whose acts named them, one row each. Whoever else is let in is named by
 * the rows of the thing itself; the authority appears in none of them. Outside, a guest is nobody; an account is of the whole school.
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
import { postMail } from "../../record/mail/post.ts";
import { type Doer, doersWho } from "../contact.ts";
import { guestChain } from "./letting-in.ts";
import { opens } from "./rules/standing.ts";
import { thingMail } from "./sentences.ts";
import { lockGuest } from "./store.ts";

type Named = {
  readonly guest: string;
  /** Its chain. */
  readonly thing: string;
  readonly called: Label;
};

/** By an act of the room whose thing it is: once is enough, and the guest is told. */
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

/** Whether what one may do by a role holds of this thing. */
export async function isLetInto(tx: Tx, actor: Actor, thing: string): Promise<boolean> {
  return actor.kind !== "guest" || isNamed(tx, actor.guest, thing);
}

/** The ids of the things of one kind that a guest was let in for; of whoever is no guest nothing, since all are theirs. */
export async function letInFor(tx: Tx, actor: Actor, kind: string): Promise<readonly string[] | undefined> {
  if (actor.kind !== "guest") return undefined;
  const all = await tx.selectFrom("guest_thing").select("thing").where("guest", "=", actor.guest).execute();
  return all.flatMap(({ thing }) => (thing.startsWith(`${kind}:`) ? thing.slice(kind.length + 1) : []));
}

/** Whoever may do something with a thing: accounts by their role, and the guests who were let in for it. */
export async function doersWithin(tx: Tx, permission: Permission, thing: string): Promise<readonly Doer[]> {
  const named = await tx.selectFrom("guest_thing").select("guest").where("thing", "=", thing).execute();
  const guests = named.map(({ guest }) => `guest:${guest}`);
  return (await doersWho(tx, permission)).filter(({ actor }) => !actor.startsWith("guest:") || guests.includes(actor));
}

export type StateGuest = { readonly guest: string; readonly name: string; readonly isIn: boolean };

/** The guests who act for the State now, by name, and which of them a thing names. */
export async function stateGuests(tx: Tx, thing: string, today: Day): Promise<readonly StateGuest[]> {
  const { rows } = await sql<StateGuest>`
    select id as guest, name, exists (select from guest_thing t where t.guest = guest.id and t.thing = ${thing}) as "isIn"
    from guest where ended_at is null and until >= ${today}::date and 'authority' = any(roles)
    order by name, id`.execute(tx);
  return rows;
}
