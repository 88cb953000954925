/** The SQL of guests and their sessions. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import type { Lang } from "../../kit/lang.ts";
import { change, dropping, keep, keeping } from "../../act/keep.ts";
import type { GuestRole } from "../../act/permissions.ts";

export type Guest = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly addressKey: string;
  readonly language: Lang;
  readonly roles: readonly GuestRole[];
  readonly invitedBy: string;
  readonly invitedAt: Date;
  readonly until: Day;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  /** The second person, for roles given by two. */
  readonly confirmedBy: string | null;
};

const GUEST = sql`id, name, address, address_key as "addressKey", language, roles, invited_by as "invitedBy",
  invited_at as "invitedAt", to_char(until, 'YYYY-MM-DD') as until, ended_at as "endedAt", ended_by as "endedBy",
  confirmed_by as "confirmedBy"`;

export type NewGuest = Omit<Guest, "endedAt" | "endedBy"> & { readonly linkHash: Buffer };

/** `whose`: where another chain than the guest's is the act's. */
type Whose = { readonly of?: string };

export async function insertGuest(tx: Tx, guest: NewGuest, whose?: Whose): Promise<void> {
  const { addressKey, invitedBy, invitedAt, linkHash, confirmedBy, roles, ...same } = guest;
  const row = { ...same, address_key: addressKey, invited_by: invitedBy, invited_at: invitedAt, link_hash: linkHash };
  const confirmed = confirmedBy === null ? {} : { confirmed_by: confirmedBy };
  await keep(tx, "guest", { ...row, roles: [...roles], ...confirmed }, whose);
}

/** By the first link of the invitation, or a later one. */
const byLink = (hash: Buffer) =>
  sql`id in (select id from guest where link_hash = ${hash} union all select guest from guest_link where link_hash = ${hash})`;

/** The present invitation of this address. The advisory lock serialises invitations to it. */
export async function lockInvited(tx: Tx, addressKey: string): Promise<Guest | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.guest ' || current_setting('livret.establishment') || ${addressKey}))`.execute(
    tx,
  );
  const those = sql<Guest>`
    select ${GUEST} from guest where address_key = ${addressKey} and ended_at is null order by invited_at, id limit 1 for update`;
  return (await those.execute(tx)).rows[0];
}

/** Locked, so that changes to an invitation are serialised. */
export async function lockGuest(tx: Tx, by: { id: string } | { linkHash: Buffer }): Promise<Guest | undefined> {
  const which = "id" in by ? sql`id = ${by.id}` : byLink(by.linkHash);
  return (await sql<Guest>`select ${GUEST} from guest where ${which} for update`.execute(tx)).rows[0];
}

export async function findGuest(tx: Tx, by: { id: string } | { linkHash: Buffer }): Promise<Guest | undefined> {
  const which = "id" in by ? sql`id = ${by.id}` : byLink(by.linkHash);
  return (await sql<Guest>`select ${GUEST} from guest where ${which}`.execute(tx)).rows[0];
}

type Changed =
  | { readonly link_hash: Buffer; readonly until: Day; readonly roles: GuestRole[]; readonly confirmed_by?: string }
  | { readonly link_hash: Buffer; readonly until: Day }
  | { readonly roles: GuestRole[]; readonly until: Day }
  | { readonly link_hash: null; readonly ended_at: Date; readonly ended_by: string };

export async function updateGuest(tx: Tx, id: string, changed: Changed, whose?: Whose): Promise<void> {
  await change(tx, "guest", id, changed, whose);
}

type NewLink = { readonly guest: string; readonly linkHash: Buffer; readonly at: Date };

export async function insertGuestLink(tx: Tx, { guest, linkHash, at }: NewLink, whose?: Whose): Promise<void> {
  await keep(tx, "guest_link", { id: newId(), guest, link_hash: linkHash, made_at: at }, whose);
}

/** Those beside the first. */
export async function dropGuestLinks(tx: Tx, guest: string, whose?: Whose): Promise<void> {
  await dropping(tx, "guest_link", tx.deleteFrom("guest_link").where("guest", "=", guest), whose);
}

export type ListedGuest = Guest & {
  readonly visitedAt: Date | null;
  readonly returned: boolean;
  readonly expected: Day | null;
};

/** Those in force first, then the latest. */
export async function listGuests(tx: Tx): Promise<readonly ListedGuest[]> {
  const { rows } = await sql<ListedGuest>`
    select ${GUEST}, (select max(s.opened_at) from guest_session s where s.guest = guest.id) as "visitedAt",
      exists (select from mail m join mail_bounce b on b.mail = m.id where m.about = 'guest:' || guest.id) as returned,
      (select to_char(max(w.due_on), 'YYYY-MM-DD') from waiting w where w.who = 'guest:' || guest.id and w.due_on > guest.until) as expected
    from guest order by ended_at is not null, invited_at desc, id desc limit 500`.execute(tx);
  return rows;
}

export type NewGuestSession = {
  readonly id: string;
  readonly guest: string;
  readonly tokenHash: Buffer;
  readonly device: string;
  readonly at: Date;
  readonly expiresAt: Date;
};

export async function insertGuestSession(tx: Tx, session: NewGuestSession): Promise<void> {
  const { id, guest, tokenHash, device, at, expiresAt } = session;
  const row = { id, guest, token_hash: tokenHash, device, opened_at: at, expires_at: expiresAt };
  await keep(tx, "guest_session", row);
}

export type OpenGuestSession = { readonly id: string; readonly device: string; readonly openedAt: Date };

/** Latest first. */
export async function openGuestSessions(tx: Tx, guest: string, at: Date): Promise<OpenGuestSession[]> {
  const open = tx.selectFrom("guest_session").select(["id", "device", "opened_at as openedAt"]);
  const theirs = open.where("guest", "=", guest).where("expires_at", ">", at);
  return theirs.orderBy("opened_at", "desc").orderBy("id", "desc").execute();
}

/** Ends one of a guest's sessions, or all that are open; returns how many. */
export async function closeGuestSessions(
  tx: Tx,
  guest: string,
  at: Date,
  only?: string,
  whose?: Whose,
): Promise<number> {
  const open = tx.updateTable("guest_session").set({ expires_at: at }).where("guest", "=", guest);
  const those = open.where("expires_at", ">", at);
  const these = only === undefined ? those : those.where("id", "=", only);
  return (await keeping(tx, "guest_session", these, whose)).length;
}

/** Drops ended sessions; the new one tells when the guest was last here. */
export async function dropOldGuestSessions(tx: Tx, guest: string, at: Date): Promise<void> {
  const old = tx.deleteFrom("guest_session").where("guest", "=", guest).where("expires_at", "<=", at);
  await dropping(tx, "guest_session", old);
}

export async function guestOfSession(
  tx: Tx,
  tokenHash: Buffer,
  at: Date,
): Promise<(Guest & { readonly session: string; readonly openedAt: Date }) | undefined> {
  const { rows } = await sql<Guest & { session: string; openedAt: Date }>`
    select g.*, s.id as session, s.opened_at as "openedAt" from guest_session s
    join (select ${GUEST} from guest) g on g.id = s.guest
    where s.token_hash = ${tokenHash} and s.expires_at > ${at}`.execute(tx);
  return rows[0];
}

export async function guestsPast(tx: Tx, today: Day, limit: number): Promise<{ id: string; until: Day }[]> {
  const { rows } = await sql<{ id: string; until: Day }>`
    select id, to_char(until, 'YYYY-MM-DD') as until from guest where ended_at is null and until < ${today}::date
    order by until, id limit ${limit}`.execute(tx);
  return rows;
}

/** Invitations that ended before a day, with that day, for erasure. */
export async function guestsEndedBefore(tx: Tx, day: Day, limit: number): Promise<{ id: string; on: Day }[]> {
  const { rows } = await sql<{ id: string; on: Day }>`
    select id, to_char(ended_at, 'YYYY-MM-DD') as on from guest where ended_at < ${day}::date
    order by ended_at, id limit ${limit}`.execute(tx);
  return rows;
}

type KnownBrowser = Pick<NewGuestSession, "id" | "guest" | "tokenHash" | "at">;

/** As many as for an account; the oldest go. */
const MOST_KNOWN = 10;

export async function insertGuestBrowser(tx: Tx, { id, guest, tokenHash, at }: KnownBrowser): Promise<void> {
  await keep(tx, "guest_browser", { id, guest, token_hash: tokenHash, known_at: at });
  const theirs = tx.selectFrom("guest_browser").select("id").where("guest", "=", guest);
  const last = theirs.orderBy("known_at", "desc").orderBy("id").limit(MOST_KNOWN);
  const older = tx.deleteFrom("guest_browser").where("guest", "=", guest).where("id", "not in", last);
  await dropping(tx, "guest_browser", older);
}

export async function isKnownFor(tx: Tx, guest: string, tokenHash: Buffer): Promise<boolean> {
  const found = tx.selectFrom("guest_browser").select("id").where("guest", "=", guest);
  return (await found.where("token_hash", "=", tokenHash).executeTakeFirst()) !== undefined;
}

type GuestCalendar = Pick<NewGuestSession, "id" | "guest" | "tokenHash" | "at">;

export async function insertGuestCalendar(tx: Tx, { id, guest, tokenHash, at }: GuestCalendar): Promise<void> {
  await keep(tx, "guest_calendar", { id, guest, token_hash: tokenHash, made_at: at });
}

export async function deleteGuestCalendar(tx: Tx, guest: string): Promise<number> {
  return (await dropping(tx, "guest_calendar", tx.deleteFrom("guest_calendar").where("guest", "=", guest))).length;
}

export async function guestCalendarOf(tx: Tx, guest: string): Promise<Date | undefined> {
  const made = tx.selectFrom("guest_calendar").select("made_at as madeAt").where("guest", "=", guest);
  return (await made.executeTakeFirst())?.madeAt;
}

export async function guestOfCalendar(tx: Tx, tokenHash: Buffer): Promise<Guest | undefined> {
  const { rows } = await sql<Guest>`
    select ${GUEST} from guest where id = (select guest from guest_calendar where token_hash = ${tokenHash})`.execute(
    tx,
  );
  return rows[0];
}

/** A proposed guest, for roles given by two. */
export type GuestOffer = Pick<Guest, "id" | "name" | "address" | "addressKey" | "language" | "roles" | "until"> & {
  /** The invitation that it will be, or extends. */
  readonly guest: string;
  readonly by: string;
  readonly at: Date;
};

const OFFER = sql`id, guest, name, address, address_key as "addressKey", language, roles,
  to_char(until, 'YYYY-MM-DD') as until, offered_by as by, offered_at as at`;

export async function insertGuestOffer(tx: Tx, offer: GuestOffer, whose: { readonly of: string }): Promise<void> {
  const { addressKey, roles, by, at, ...same } = offer;
  const row = { ...same, address_key: addressKey, roles: [...roles], offered_by: by, offered_at: at };
  await keep(tx, "guest_offer", row, whose);
}

/** Locked: of two concurrent answers, the second finds none. */
export async function lockGuestOffer(
  tx: Tx,
  by: { id: string } | { addressKey: string },
): Promise<GuestOffer | undefined> {
  const which = "id" in by ? sql`id = ${by.id}::uuid` : sql`address_key = ${by.addressKey}`;
  return (await sql<GuestOffer>`select ${OFFER} from guest_offer where ${which} for update`.execute(tx)).rows[0];
}

export async function findGuestOffer(tx: Tx, id: string): Promise<GuestOffer | undefined> {
  return (await sql<GuestOffer>`select ${OFFER} from guest_offer where id = ${id}::uuid`.execute(tx)).rows[0];
}

/** One offer, or all of a guest. */
export async function dropGuestOffers(
  tx: Tx,
  by: { id: string } | { guest: string },
  whose?: { readonly of: string },
): Promise<void> {
  const those = tx.deleteFrom("guest_offer");
  const gone = "id" in by ? those.where("id", "=", by.id) : those.where("guest", "=", by.guest);
  await dropping(tx, "guest_offer", gone, whose);
}

export async function guestOffers(tx: Tx): Promise<readonly GuestOffer[]> {
  return (await sql<GuestOffer>`select ${OFFER} from guest_offer order by offered_at, id limit 500`.execute(tx)).rows;
}

export async function guestOffersPast(tx: Tx, today: Day, limit: number): Promise<{ id: string; until: Day }[]> {
  const { rows } = await sql<{ id: string; until: Day }>`
    select id, to_char(until, 'YYYY-MM-DD') as until from guest_offer where until < ${today}::date
    order by until, id limit ${limit}`.execute(tx);
  return rows;
}

/** The guest of an offer, while it stands. */
export async function guestsOffered(tx: Tx, offer: string): Promise<string[]> {
  const offered = await tx.selectFrom("guest_offer").select("guest").where("id", "=", offer).execute();
  return offered.map(({ guest }) => guest);
}

export async function deleteGuest(tx: Tx, id: string): Promise<void> {
  await dropGuestOffers(tx, { guest: id });
  await dropGuestLinks(tx, id);
  await dropping(tx, "guest_thing", tx.deleteFrom("guest_thing").where("guest", "=", id));
  await dropping(tx, "guest_session", tx.deleteFrom("guest_session").where("guest", "=", id));
  await dropping(tx, "guest_browser", tx.deleteFrom("guest_browser").where("guest", "=", id));
  await deleteGuestCalendar(tx, id);
  await dropping(tx, "guest", tx.deleteFrom("guest").where("id", "=", id));
}
