/**
 * Guests who pay: an employer or a fund is let in for itself (`payer:<id>`) by acts of the rooms that know it. Each mail to it has a link of its own, since it comes back months later by whichever it finds; no link opens anything without a
 * code. The act names `PAYING_TABLES` among its `writes`, and holds no chain after `guest:`.
 */
import { sql } from "kysely";
import { takeChains } from "../../act/chain.ts";
import type { Performing } from "../../act/act.ts";
import { keep, dropping } from "../../act/keep.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import type { Lang } from "../../kit/lang.ts";
import { addressKey, signingAddressIssue } from "../../kit/mail-address.ts";
import { issue, type Issue } from "../../kit/schema.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { postMail } from "../../mail/post.ts";
import { readsMailbox, servesSchool } from "../contact.ts";
import { personName } from "../rules/person-name.ts";
import { guestChain } from "./letting-in.ts";
import { endedMail } from "./mails.ts";
import { opens } from "./rules/standing.ts";
import {
  closeGuestSessions,
  dropGuestLinks,
  type Guest,
  insertGuest,
  insertGuestLink,
  lockGuest,
  lockInvited,
  updateGuest,
} from "./store.ts";

export const PAYING_TABLES = ["guest", "guest_link", "guest_thing"] as const;

type Context = Pick<Performing<unknown>, "tx" | "actor" | "at" | "today" | "establishment" | "opened">;
type Contact = { readonly name: string; readonly address: string; readonly language: Lang };

export type LetIn = {
  readonly guest: string;
  readonly name: string;
  readonly language: Lang;
  /** Of a new link, for the mail that the act posts: no act returns it. */
  readonly path: string;
  readonly until: Day;
};

/** Lets a contact in for a payer, or for this one too; the invitation then lasts as long as the school allows. */
export async function letInPayer(
  context: Context,
  contact: Contact,
  thing: string,
): Promise<LetIn | { readonly issues: readonly Issue[] }> {
  const { tx, actor, at, today, establishment, opened } = context;
  const { guestDays, payerDays = guestDays } = opened(establishment);
  if (payerDays === undefined || guestDays === undefined) return { issues: [CLOSED] };
  const [name, address] = [personName(contact.name), contact.address.trim()];
  if (name === "") return { issues: [NO_NAME] };
  const unfit = await payerAddressIssue(context, "address", address);
  if (unfit) return { issues: [unfit] };
  const key = addressKey(address);
  const until = addDays(today, payerDays);
  const link = newToken();
  const linkHash = hashSecret(link);
  const invited = await lockInvited(tx, key);
  const id = invited?.id ?? newId();
  const whose = { of: guestChain(id) };
  await takeChains(tx, [guestChain(id)]);
  if (invited) {
    await updateGuest(tx, id, alsoPaying(invited, { today, until }), whose);
    await insertGuestLink(tx, { guest: id, linkHash, at }, whose);
  } else
    await insertGuest(
      tx,
      {
        id,
        name,
        address,
        addressKey: key,
        language: contact.language,
        roles: ["payer"],
        until,
        invitedBy: actorName(actor),
        invitedAt: at,
        linkHash,
        confirmedBy: null,
      },
      whose,
    );
  await nameThing(context, id, thing);
  const language = invited?.language ?? contact.language;
  const path = schoolPath(establishment, language, `/invitation/${link}`);
  return {
    guest: id,
    name: invited?.name ?? name,
    language,
    path,
    until: invited && !isPayerAlone(invited) ? invited.until : until,
  };
}

/** Whether a payer may not speak from this mailbox: it is that of the actor, of somebody who works for the school, or imitates another. */
export async function payerAddressIssue(
  { tx, actor }: Pick<Context, "tx" | "actor">,
  path: string,
  address: string,
): Promise<Issue | undefined> {
  const unfit = signingAddressIssue(path, address);
  if (unfit) return unfit;
  if (await readsMailbox(tx, actorName(actor), address)) return { ...OWN, path };
  return (await servesSchool(tx, address)) ? { ...OURS, path } : undefined;
}

const isPayerAlone = ({ roles }: Pick<Guest, "roles">) => roles.every((role) => role === "payer");

/** What others gave is not prolonged by this; of what is past, this alone is given again. */
function alsoPaying(invited: Guest, { today, until }: { readonly today: Day; readonly until: Day }) {
  if (!opens(invited, today)) return { roles: ["payer" as const], until };
  const roles = [...new Set([...invited.roles, "payer" as const])];
  return { roles, until: isPayerAlone(invited) && until > invited.until ? until : invited.until };
}

async function nameThing({ tx, actor, at }: Context, guest: string, thing: string): Promise<void> {
  const named = tx.selectFrom("guest_thing").select("id").where("guest", "=", guest).where("thing", "=", thing);
  if (await named.executeTakeFirst()) return;
  const row = { id: newId(), guest, thing, named_by: actorName(actor), named_at: at };
  await keep(tx, "guest_thing", row, { of: guestChain(guest) });
}

/** The guest is let in for this payer no more; who is then let in for none has no invitation left, and is told. False where they were not. */
export async function letOutPayer(context: Context, guest: string, thing: string): Promise<boolean> {
  const { tx, actor, at } = context;
  const whose = { of: guestChain(guest) };
  await takeChains(tx, [guestChain(guest)]);
  const found = await lockGuest(tx, { id: guest });
  const named = tx.deleteFrom("guest_thing").where("guest", "=", guest).where("thing", "=", thing);
  if (!found || (await dropping(tx, "guest_thing", named, whose)).length === 0) return false;
  const left = tx.selectFrom("guest_thing").select("id").where("guest", "=", guest).where("thing", "like", "payer:%");
  if (found.endedAt !== null || (await left.executeTakeFirst())) return true;
  const roles = found.roles.filter((role) => role !== "payer");
  if (roles.length > 0) {
    await updateGuest(tx, guest, { roles, until: found.until }, whose);
    return true;
  }
  await updateGuest(tx, guest, { link_hash: null, ended_at: at, ended_by: actorName(actor) }, whose);
  await dropGuestLinks(tx, guest, whose);
  await closeGuestSessions(tx, guest, at, undefined, whose);
  const { address: to, language: lang } = found;
  await postMail(tx, { reader: null, to, lang, about: guestChain(guest), at, ...whose, ...endedMail(lang, "") });
  return true;
}

/** The payers for which a guest was let in. */
export async function payersOfGuest(tx: Tx, guest: string): Promise<readonly string[]> {
  const named = tx
    .selectFrom("guest_thing")
    .select("thing")
    .where("guest", "=", guest)
    .where("thing", "like", "payer:%");
  return (await named.orderBy("thing").orderBy("id").execute()).map(({ thing }) => thing.slice("payer:".length));
}

/** Who comes in for payers alone, and would not from some day on; the soonest first. */
export async function payingGuestsUntil(tx: Tx, before: Day): Promise<readonly { guest: string; until: Day }[]> {
  const { rows } = await sql<{ guest: string; until: Day }>`
    select g.id as guest, to_char(g.until, 'YYYY-MM-DD') as until from guest g
    where g.ended_at is null and g.until < ${before}::date and g.roles = array['payer']::text[]
    order by g.until, g.id`.execute(tx);
  return rows;
}

/** Moves the last day of an invitation of a payer alone ahead; false where it is over, or as late already. */
export async function keepPayingGuest(
  { tx, today }: Pick<Context, "tx" | "today">,
  guest: string,
  { before, to }: { readonly before: Day; readonly to: Day },
): Promise<boolean> {
  await takeChains(tx, [guestChain(guest)]);
  const found = await lockGuest(tx, { id: guest });
  if (!found || !opens(found, today) || !isPayerAlone(found) || found.until >= before) return false;
  await updateGuest(tx, guest, { roles: [...found.roles], until: to }, { of: guestChain(guest) });
  return true;
}

export type PayerGuest = {
  readonly guest: string;
  readonly name: string;
  readonly address: string;
  readonly language: Lang;
  readonly until: Day;
  readonly visitedAt: Date | null;
  /** A mail to them came back. */
  readonly returned: boolean;
};

/** Who comes in for this payer today, by name. */
export async function payerGuests(tx: Tx, thing: string, today: Day): Promise<readonly PayerGuest[]> {
  const { rows } = await sql<PayerGuest>`
    select g.id as guest, g.name, g.address, g.language, to_char(g.until, 'YYYY-MM-DD') as until,
      (select max(s.opened_at) from guest_session s where s.guest = g.id) as "visitedAt",
      exists (select from mail m join mail_bounce b on b.mail = m.id where m.about = 'guest:' || g.id) as returned
    from guest_thing t join guest g on g.id = t.guest
    where t.thing = ${thing} and g.ended_at is null and g.until >= ${today}::date and 'payer' = any(g.roles)
    order by g.name, g.id`.execute(tx);
  return rows;
}

type Reached = { readonly address: string; readonly language: Lang; readonly path: string };

/** A new link for each who comes in for this payer, for the mails of the act: it names `guest_link` among its `writes`. */
export async function newPathsFor(
  { tx, at, today, establishment }: Pick<Context, "tx" | "at" | "today" | "establishment">,
  thing: string,
): Promise<readonly Reached[]> {
  const guests = await payerGuests(tx, thing, today);
  await takeChains(
    tx,
    guests.map(({ guest }) => guestChain(guest)),
  );
  const reached: Reached[] = [];
  for (const { guest, address, language } of guests) {
    const link = newToken();
    await insertGuestLink(tx, { guest, linkHash: hashSecret(link), at }, { of: guestChain(guest) });
    reached.push({ address, language, path: schoolPath(establishment, language, `/invitation/${link}`) });
  }
  return reached;
}

const CLOSED = issue("address", "Cette école ne reçoit pas d’invités.", "This school takes no guests.");
const NO_NAME = issue("name", "Dites comment la personne s’appelle.", "Say what the person is called.");
const OWN = issue(
  "address",
  "Cette adresse est la vôtre : personne ne s’invite. Demandez-le à quelqu’un d’autre.",
  "This address is yours: nobody invites themselves. Ask somebody else.",
);
const OURS = issue(
  "address",
  "Cette adresse est celle de quelqu’un qui travaille pour l’école : un payeur a la sienne.",
  "This address is of somebody who works for the school: a payer has one of its own.",
);
