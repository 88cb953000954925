/**
 * Guests: a school invites a person, for certain roles and until a day; a mail brings a link; the link asks for a code, sent to the same
 * address; both together open a session, which ends with the invitation at the latest.
 */
import { FREE } from "../../act/binding.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { allows, barred, leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { checkMove } from "../../act/standing.ts";
import { ById, closed, Id, Language } from "../../kit/shapes.ts";
import { endsAt } from "../../kit/zone.ts";
import { DaySchema, oneOf } from "../../law/entry.ts";
import { postMail } from "../../mail/post.ts";
import { Device, Ending, Mark } from "../forms.ts";
import { tellWhoGoesOn } from "../going-on.ts";
import { provesAddress } from "../recognised.ts";
import { addressIssue, addressKey } from "../../kit/mail-address.ts";
import { type Actor, actorName, type GuestRole, INVITED_ROLES, INVITES, may } from "../../act/permissions.ts";
import { readsMailbox } from "../contact.ts";
import { isGivenByTwo, isOfState } from "../offers/rules/by-two.ts";
import { personName } from "../rules/person-name.ts";
import { isSecond } from "../second.ts";
import { ANOTHER, beyond, endIssue, mayInviteFor, OWN, WAITING } from "./refusals.ts";
import { askSecond, guestChain, letIn, postLink } from "./letting-in.ts";
import { sayInvitedFor } from "./sentences.ts";
import { endedMail, goneGuestMail } from "./mails.ts";
import { INVITATION, standing } from "./rules/standing.ts";
import {
  closeGuestSessions,
  dropGuestLinks,
  dropGuestOffers,
  dropOldGuestSessions,
  findGuestOffer,
  type Guest,
  insertGuestBrowser,
  insertGuestOffer,
  insertGuestSession,
  isKnownFor,
  lockGuest,
  lockGuestOffer,
  lockInvited,
  updateGuest,
} from "./store.ts";
import * as output from "./output.ts";

/** A working day, as for staff. */
const SESSION = 12 * 3_600_000;

const Name = Type.String({ minLength: 1, maxLength: 200 });
const Roles = Type.Array(oneOf(...INVITED_ROLES), { minItems: 1, maxItems: INVITED_ROLES.length, uniqueItems: true });

export const inviteGuest = defineAct({
  name: "inviteGuest",
  label: { fr: "Inviter quelqu’un", en: "Invite a guest" },
  who: "invite guests",
  form: Type.Object({ name: Name, address: Name, language: Language, roles: Roles, until: DaySchema }, closed),
  output: output.inviteGuest,
  writes: ["guest", "guest_offer", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    if (actor.kind !== "account") return FORBIDDEN;
    const [name, address] = [personName(input.name), input.address.trim()];
    if (name === "") return invalid([NO_NAME]);
    const unfit = addressIssue("address", address);
    if (unfit) return invalid([unfit]);
    const others = input.roles.filter((role) => !may(actor, INVITES[role]));
    if (others.length > 0) return invalid([notYours(others)]);
    const by = actorName(actor);
    if (await readsMailbox(tx, by, address)) return invalid([OWN]);
    const wrong = endIssue(given, input.until);
    if (wrong) return wrong;
    const key = addressKey(address);
    const invited = await lockInvited(tx, key);
    const prolongs = invited !== undefined && input.until > invited.until;
    // Prolonging a role given by two takes two again.
    const more = input.roles.filter((role) => !invited?.roles.includes(role) || (prolongs && isGivenByTwo(role)));
    if (more.length === 0) return invalid([INVITED]);
    const waiting = await lockGuestOffer(tx, { addressKey: key });
    const guest = invited?.id ?? waiting?.guest ?? newId();
    const named = { guest, name, address, addressKey: key, language: input.language, until: input.until, by };
    const [atOnce, byTwo] = [more.filter((role) => !isGivenByTwo(role)), more.filter(isGivenByTwo)];
    // Roles that others gave, or two people, are not prolonged by this.
    if (prolongs && !(atOnce.length > 0 ? mayProlong(actor, invited) : mayInviteFor(actor, invited)))
      return invalid([tooFar(actor, invited)]);
    if (byTwo.length > 0 && waiting) return invalid([WAITING]);
    const id = atOnce.length > 0 ? await letIn(given, { ...named, roles: atOnce, confirmedBy: null }, invited) : guest;
    const offer = byTwo.length > 0 && { ...named, guest: id, id: newId(), roles: byTwo, at };
    if (offer) {
      await insertGuestOffer(tx, offer, { of: guestChain(id) });
      await askSecond(given, [offer]);
    }
    return done({ guest: id, waits: offer ? offer.id : null }, guestChain(id));
  },
});

/** Whether the actor may prolong alone: roles given by two are prolonged by a new invitation. */
function mayProlong(actor: Actor, guest: Pick<Guest, "roles">): boolean {
  return mayInviteFor(actor, guest) && !guest.roles.some(isGivenByTwo);
}

/** Roles that act for the State are given by two: before this the guest has no access, and gets no mail. */
export const confirmGuest = defineAct({
  name: "confirmGuest",
  label: { fr: "Confirmer un invité que quelqu’un d’autre propose", en: "Confirm a guest whom somebody else proposes" },
  who: "confirm who is let in",
  form: ById,
  output: output.confirmGuest,
  writes: ["guest", "guest_offer", "mail"],
  async perform(given) {
    const { tx, input, actor, today } = given;
    const before = await findGuestOffer(tx, input.id);
    const invited = before && (await lockInvited(tx, before.addressKey));
    const offer = await lockGuestOffer(tx, { id: input.id });
    if (!offer || offer.until < today) return FORBIDDEN;
    if (!(await isSecond(tx, actor, offer))) return invalid([ANOTHER]);
    await dropGuestOffers(tx, { id: offer.id }, { of: guestChain(offer.guest) });
    const guest = await letIn(given, { ...offer, confirmedBy: actorName(actor) }, invited);
    return done({ guest }, guestChain(guest));
  },
});

/** By a person who may propose it, or confirm it. */
export const withdrawGuest = defineAct({
  name: "withdrawGuest",
  label: { fr: "Retirer un invité proposé", en: "Take back a proposed guest" },
  who: "invite guests",
  form: ById,
  output: output.withdrawGuest,
  free: FREE.closes,
  writes: ["guest_offer"],
  async perform({ tx, input, actor }) {
    const offer = await lockGuestOffer(tx, input);
    if (!offer || !(mayInviteFor(actor, offer) || may(actor, "confirm who is let in"))) return FORBIDDEN;
    await dropGuestOffers(tx, input);
    return done({}, guestChain(offer.guest));
  },
});

/** Offers that were not confirmed in time. */
export const endGuestOffer = defineAct({
  name: "endGuestOffer",
  label: {
    fr: "Clore une proposition d’invité que personne n’a confirmée",
    en: "Close a proposed guest whom nobody confirmed",
  },
  who: "let time pass",
  form: ById,
  writes: ["guest_offer"],
  async perform({ tx, input, today }) {
    const offer = await lockGuestOffer(tx, input);
    if (!offer || offer.until >= today) return FORBIDDEN;
    await dropGuestOffers(tx, input);
    return done({}, guestChain(offer.guest));
  },
});

/** Sends a new link, with a later last day if wanted; the old link stops working. */
export const renewGuest = defineAct({
  name: "renewGuest",
  label: { fr: "Renouveler le lien d’un invité", en: "Renew a guest’s link" },
  who: "invite guests",
  form: Type.Object({ guest: Id, until: DaySchema }, closed),
  from: leaves(INVITATION, "renewed"),
  output: output.renewGuest,
  writes: ["guest", "guest_link", "guest_session", "mail"],
  async perform(given) {
    const { tx, input, actor, at, today } = given;
    const guest = await lockGuest(tx, { id: input.guest });
    if (!guest || actor.kind !== "account") return FORBIDDEN;
    const no = barred(INVITATION, "renewed", standing(guest, today));
    if (no.length > 0) return invalid(no);
    if (await readsMailbox(tx, actorName(actor), guest.address)) return invalid([OWN]);
    const wrong = input.until === guest.until ? undefined : endIssue(given, input.until);
    if (wrong) return wrong;
    if (input.until > guest.until && !mayProlong(actor, guest)) return invalid([tooFar(actor, guest)]);
    // A shorter invitation would drop the guest on those who count on them, without the ground that `revokeGuest` asks for.
    if (input.until < guest.until) return invalid([sooner(guest)]);
    const link = newToken();
    await updateGuest(tx, guest.id, { link_hash: hashSecret(link), until: input.until, roles: [...guest.roles] });
    // The old links and their sessions end.
    await dropGuestLinks(tx, guest.id);
    await closeGuestSessions(tx, guest.id, at);
    await postLink(given, { ...guest, until: input.until }, link);
    return done({}, guestChain(guest.id));
  },
});

/** By a person who invites for one of its roles, or who confirms guests. */
function mayEnd(actor: Actor, { roles }: Pick<Guest, "roles">): boolean {
  return may(actor, "confirm who is let in") || roles.some((role) => may(actor, INVITES[role]));
}

export const revokeGuest = defineAct({
  name: "revokeGuest",
  label: { fr: "Retirer une invitation", en: "Take an invitation back" },
  who: "invite guests",
  form: Ending,
  from: leaves(INVITATION, "taken back"),
  output: output.revokeGuest,
  free: FREE.closes,
  writes: ["guest", "guest_link", "guest_offer", "guest_session", "mail"],
  async perform(given) {
    const { tx, input, actor, at, today } = given;
    const guest = await lockGuest(tx, { id: input.id });
    if (!guest || !mayEnd(actor, guest)) return FORBIDDEN;
    const { id, name, language: lang, address: to } = guest;
    const ground = input.ground?.trim() ?? "";
    const { issues, dependents } = await checkMove(given, INVITATION, "taken back", {
      id,
      state: standing(guest, today),
      ground,
    });
    if (issues.length > 0) return invalid(issues);
    await updateGuest(tx, id, { link_hash: null, ended_at: at, ended_by: actorName(actor) });
    await dropGuestOffers(tx, { guest: id });
    await dropGuestLinks(tx, id);
    await closeGuestSessions(tx, id, at);
    const about = guestChain(id);
    await postMail(tx, { reader: null, to, lang, about, at, ...endedMail(lang, ground) });
    const words = (read: Lang, says: readonly string[]) => goneGuestMail(read, { name, ground, says });
    await tellWhoGoesOn(given, dependents, { chain: about, page: "/equipe/invites", words });
    return done({}, about);
  },
});

/** `mark`: of the browser, in which strangers' requests are then not counted. */
type Entered = { readonly token: string; readonly mark: string };

/** Takes the link and a code sent to the same address; neither opens anything alone. */
export const enterAsGuest = defineAct({
  name: "enterAsGuest",
  label: { fr: "Entrer comme invité", en: "Enter as a guest" },
  who: "hold an invitation",
  form: Type.Object({ ticket: Type.String({ minLength: 1, maxLength: 100 }), device: Device, mark: Mark }, closed),
  from: leaves(INVITATION, "entered"),
  writes: ["guest_session", "guest_browser"],
  async perform({ tx, input, actor, at, today, zone }) {
    const guest = actor.kind === "holder" ? await lockGuest(tx, { linkHash: hashSecret(actor.secret) }) : undefined;
    if (!guest || !allows(INVITATION, "entered", standing(guest, today))) return FORBIDDEN;
    const { addressKey: key } = guest;
    if (!(await provesAddress(tx, { ticket: input.ticket, addressKey: key, at }))) return FORBIDDEN;
    const token = newToken();
    const last = endsAt({ day: guest.until, time: "23:59" }, zone)!;
    const expiresAt = new Date(Math.min(at.getTime() + SESSION, last.getTime()));
    await dropOldGuestSessions(tx, guest.id, at);
    const opening = { id: newId(), guest: guest.id, tokenHash: hashSecret(token), device: input.device };
    await insertGuestSession(tx, { ...opening, at, expiresAt });
    const known = input.mark !== undefined && (await isKnownFor(tx, guest.id, hashSecret(input.mark)));
    const mark = known ? input.mark! : newToken();
    if (!known) await insertGuestBrowser(tx, { id: newId(), guest: guest.id, tokenHash: hashSecret(mark), at });
    return done<Entered>({ token, mark }, guestChain(guest.id));
  },
});

/** Ends one of the guest's sessions; by default, the present one. */
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
  writes: ["guest", "guest_link", "guest_session"],
  async perform({ tx, input, actor, at, today }) {
    const guest = await lockGuest(tx, { id: input.id });
    if (!guest || guest.endedAt !== null || !allows(INVITATION, "closed", standing(guest, today))) return FORBIDDEN;
    await updateGuest(tx, guest.id, { link_hash: null, ended_at: at, ended_by: actorName(actor) });
    await dropGuestLinks(tx, guest.id);
    await closeGuestSessions(tx, guest.id, at);
    return done({}, guestChain(guest.id));
  },
});

const NO_NAME = issue("name", "Dites comment la personne s’appelle.", "Say what the person is called.");
const INVITED = issue(
  "address",
  "Cette personne est déjà invitée pour cela : renouvelez son lien, ou retirez d’abord l’invitation.",
  "This person is already invited for that: renew their link, or first take the invitation back.",
);
const notYours = (roles: readonly GuestRole[]) =>
  issue(
    "roles",
    `Vous n’invitez pas à ${sayInvitedFor(roles, "fr")} : ${roles.some(isOfState) ? "le directeur le fait, et une autre personne le confirme" : "qui organise ces épreuves, ces entretiens ou ces cours le fait"}.`,
    `You do not invite anybody to ${sayInvitedFor(roles, "en")}: ${roles.some(isOfState) ? "the director does, and another person confirms it" : "whoever arranges these exams, interviews or lessons does"}.`,
  );
const tooFar = (actor: Actor, guest: Pick<Guest, "roles" | "until">) =>
  mayInviteFor(actor, guest) ? BY_TWO : beyond(guest.until);
const BY_TWO = issue(
  "until",
  "Prolonger se décide à deux, comme inviter : invitez cette personne de nouveau jusqu’à ce jour, pour cela seul, et quelqu’un d’autre le confirme.",
  "To prolong it takes two, as to invite does: invite this person again until that day, for that alone, and somebody else confirms it.",
);
const sooner = ({ until }: Pick<Guest, "until">) =>
  issue(
    "until",
    `Cette invitation dure jusqu’au ${sayDay(until, "fr")} : elle ne se raccourcit pas, elle se retire.`,
    `This invitation lasts until ${sayDay(until, "en")}: it is not shortened, it is taken back.`,
  );
