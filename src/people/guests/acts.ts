/**
 * Guests: a school names somebody, for one thing and until a day; a mail brings them a link; the link asks for a code, which is
 * sent to the same address; the two together open a session that is theirs alone and ends with the invitation at the latest.
 */
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { addDays, type Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import { allows, barred, leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { ById, closed, Id, Language } from "../../kit/shapes.ts";
import { endsAt } from "../../kit/zone.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { DaySchema, oneOf } from "../../law/entry.ts";
import { postMail } from "../../record/mail/post.ts";
import { Device } from "../forms.ts";
import { provesAddress } from "../recognised.ts";
import { addressIssue, addressKey } from "../../kit/mail-address.ts";
import { actorName, GUEST_ROLES, type GuestRole } from "../../act/permissions.ts";
import { personName } from "../rules/person-name.ts";
import { endedMail, invitationMail } from "./sentences.ts";
import { INVITATION, standing } from "./rules/standing.ts";
import {
  closeGuestSessions,
  dropOldGuestSessions,
  type Guest,
  insertGuest,
  insertGuestSession,
  lockGuest,
  lockInvited,
  updateGuest,
} from "./store.ts";
import * as gives from "./gives.ts";

/** A working day, as for anybody who works on others' files. */
const SESSION = 12 * 3_600_000;

export const guestChain = (id: string) => `guest:${id}`;

const Name = Type.String({ minLength: 1, maxLength: 200 });
const Roles = Type.Array(oneOf(...GUEST_ROLES), { minItems: 1, maxItems: GUEST_ROLES.length, uniqueItems: true });

export const inviteGuest = defineAct({
  name: "inviteGuest",
  label: { fr: "Inviter quelqu’un", en: "Invite a guest" },
  who: "invite guests",
  binds: true,
  form: Type.Object({ name: Name, address: Name, language: Language, roles: Roles, until: DaySchema }, closed),
  gives: gives.inviteGuest,
  writes: ["guest", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    if (actor.kind !== "account") return FORBIDDEN;
    const [name, address] = [personName(input.name), input.address.trim()];
    if (name === "") return invalid([NO_NAME]);
    const unfit = addressIssue("address", address);
    if (unfit) return invalid([unfit]);
    const wrong = endIssue(given, input.until);
    if (wrong) return wrong;
    const link = newToken();
    const linkHash = hashSecret(link);
    const { language, roles, until } = input;
    const invited = await lockInvited(tx, addressKey(address));
    if (invited) return widened(given, { invited, roles, until, link });
    const named = { id: randomUUID(), name, address, addressKey: addressKey(address), language, roles, until };
    await insertGuest(tx, { ...named, invitedBy: actorName(actor), invitedAt: at, linkHash });
    await postLink(given, named, link);
    return done({ guest: named.id }, guestChain(named.id));
  },
});

/** Whoever is invited already is asked for more: the same person, by a new link, until the later of the two days. */
async function widened(
  given: Sending,
  more: { readonly invited: Guest; readonly roles: readonly GuestRole[]; readonly until: Day; readonly link: string },
) {
  const { invited, link } = more;
  const roles = GUEST_ROLES.filter((role) => invited.roles.includes(role) || more.roles.includes(role));
  if (roles.length === invited.roles.length) return invalid([INVITED]);
  const until = more.until > invited.until ? more.until : invited.until;
  await updateGuest(given.tx, invited.id, { link_hash: hashSecret(link), until, roles });
  await postLink(given, { ...invited, roles, until }, link);
  return done({ guest: invited.id }, guestChain(invited.id));
}

/** A new link, and a new last day where it is to be another; the link before opens nothing more. */
export const renewGuest = defineAct({
  name: "renewGuest",
  label: { fr: "Renouveler le lien d’un invité", en: "Renew a guest’s link" },
  who: "invite guests",
  binds: true,
  form: Type.Object({ guest: Id, until: DaySchema }, closed),
  from: leaves(INVITATION, "renewed"),
  gives: gives.renewGuest,
  writes: ["guest", "guest_session", "mail"],
  async perform(given) {
    const { tx, input, actor, at, today } = given;
    const guest = await lockGuest(tx, { id: input.guest });
    if (!guest || actor.kind !== "account") return FORBIDDEN;
    const no = barred(INVITATION, "renewed", standing(guest, today));
    if (no.length > 0) return invalid(no);
    const wrong = input.until === guest.until ? undefined : endIssue(given, input.until);
    if (wrong) return wrong;
    const link = newToken();
    await updateGuest(tx, guest.id, { link_hash: hashSecret(link), until: input.until, roles: [...guest.roles] });
    // Whoever had the old link has it no more, nor what they opened with it.
    await closeGuestSessions(tx, guest.id, at);
    await postLink(given, { ...guest, until: input.until }, link);
    return done({}, guestChain(guest.id));
  },
});

export const revokeGuest = defineAct({
  name: "revokeGuest",
  label: { fr: "Retirer une invitation", en: "Take an invitation back" },
  who: "invite guests",
  form: ById,
  from: leaves(INVITATION, "taken back"),
  gives: gives.revokeGuest,
  writes: ["guest", "guest_session", "mail"],
  async perform({ tx, input, actor, at, today }) {
    const guest = await lockGuest(tx, { id: input.id });
    if (!guest) return FORBIDDEN;
    const no = barred(INVITATION, "taken back", standing(guest, today));
    if (no.length > 0) return invalid(no);
    const { id, language: lang, address: to } = guest;
    await updateGuest(tx, id, { link_hash: null, ended_at: at, ended_by: actorName(actor) });
    await closeGuestSessions(tx, id, at);
    const about = guestChain(id);
    await postMail(tx, { reader: null, to, lang, about, at, ...endedMail(lang) });
    return done({}, about);
  },
});

type Entered = { readonly token: string };

/** The link and a code that was sent to the same address; each alone opens nothing. */
export const enterAsGuest = defineAct({
  name: "enterAsGuest",
  label: { fr: "Entrer comme invité", en: "Enter as a guest" },
  who: "hold an invitation",
  form: Type.Object({ ticket: Type.String({ minLength: 1, maxLength: 100 }), device: Device }, closed),
  from: leaves(INVITATION, "entered"),
  writes: ["guest_session"],
  async perform({ tx, input, actor, at, today, zone }) {
    const guest = actor.kind === "holder" ? await lockGuest(tx, { linkHash: hashSecret(actor.secret) }) : undefined;
    if (!guest || !allows(INVITATION, "entered", standing(guest, today))) return FORBIDDEN;
    const { addressKey: key } = guest;
    if (!(await provesAddress(tx, { ticket: input.ticket, addressKey: key, at }))) return FORBIDDEN;
    const token = newToken();
    const last = endsAt({ day: guest.until, time: "23:59" }, zone)!;
    const expiresAt = new Date(Math.min(at.getTime() + SESSION, last.getTime()));
    await dropOldGuestSessions(tx, guest.id, at);
    const opening = { id: randomUUID(), guest: guest.id, tokenHash: hashSecret(token), device: input.device };
    await insertGuestSession(tx, { ...opening, at, expiresAt });
    return done<Entered>({ token }, guestChain(guest.id));
  },
});

/** One of one's sessions, this one where none is named. */
export const leaveAsGuest = defineAct({
  name: "leaveAsGuest",
  label: { fr: "Fermer sa session d’invité", en: "End one’s session as a guest" },
  who: "be a guest",
  form: Type.Object({ session: Type.Optional(Id) }, closed),
  writes: ["guest_session"],
  async perform({ tx, input, actor, at }) {
    if (actor.kind !== "guest") return FORBIDDEN;
    const ended = await closeGuestSessions(tx, actor.guest, at, input.session ?? actor.session);
    return ended === 0 ? FORBIDDEN : done({}, guestChain(actor.guest));
  },
});

export const endInvitation = defineAct({
  name: "endInvitation",
  label: { fr: "Clore une invitation arrivée à son terme", en: "Close an invitation past its end" },
  who: "let time pass",
  form: ById,
  from: leaves(INVITATION, "closed"),
  writes: ["guest", "guest_session"],
  async perform({ tx, input, actor, at, today }) {
    const guest = await lockGuest(tx, { id: input.id });
    if (!guest || guest.endedAt !== null || !allows(INVITATION, "closed", standing(guest, today))) return FORBIDDEN;
    await updateGuest(tx, guest.id, { link_hash: null, ended_at: at, ended_by: actorName(actor) });
    await closeGuestSessions(tx, guest.id, at);
    return done({}, guestChain(guest.id));
  },
});

type Sending = Pick<Performing<unknown>, "tx" | "at" | "establishment">;

/** To whom it was addressed and nobody else: the act gives the link to nobody. */
function postLink(
  { tx, at, establishment }: Sending,
  guest: Pick<Guest, "id" | "name" | "address" | "language" | "roles" | "until">,
  link: string,
): Promise<unknown> {
  const { id, address: to, language: lang } = guest;
  const path = schoolPath(establishment, lang, `/invitation/${link}`);
  const words = invitationMail(lang, guest);
  return postMail(tx, {
    reader: null,
    to,
    lang,
    about: guestChain(id),
    at,
    link: { path, label: OPEN[lang] },
    ...words,
  });
}

const OPEN: Readonly<Record<Lang, string>> = { fr: "Ouvrir l’invitation", en: "Open the invitation" };

function endIssue(
  { today, establishment, opened }: Pick<Performing<unknown>, "today" | "establishment" | "opened">,
  until: Day,
) {
  const { guestDays } = opened(establishment);
  if (guestDays === undefined) return invalid([CLOSED]);
  return until < today || until > addDays(today, guestDays) ? invalid([BAD_END]) : undefined;
}

const NO_NAME = issue("name", "Dites comment la personne s’appelle.", "Say what the person is called.");
const INVITED = issue(
  "address",
  "Cette personne est déjà invitée pour cela : renouvelez son lien, ou retirez d’abord l’invitation.",
  "This person is already invited for that: renew their link, or first take the invitation back.",
);
const BAD_END = issue(
  "until",
  "Choisissez une fin parmi celles que l’école permet.",
  "Choose an end among those that the school allows.",
);
const CLOSED = issue("until", "Cette école ne reçoit pas d’invités.", "This school takes no guests.");
