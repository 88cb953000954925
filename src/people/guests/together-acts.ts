/** Several invitations at once: prolonged by one who invites, and confirmed by a second person where their roles take two. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { newId } from "../../kit/id.ts";
import { sayDay } from "../../kit/lang.ts";
import type { Tx } from "../../db/school.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { readsMailbox } from "../contact.ts";
import { isGivenByTwo } from "../offers/rules/by-two.ts";
import { isSecond } from "../second.ts";
import { askSecond, guestChain, letIn } from "./letting-in.ts";
import * as output from "./output.ts";
import { ANOTHER, beyond, endIssue, mayInviteFor, OWN, WAITING } from "./refusals.ts";
import { INVITATION, standing } from "./rules/standing.ts";
import {
  dropGuestOffers,
  findGuest,
  findGuestOffer,
  type Guest,
  type GuestOffer,
  insertGuestOffer,
  lockGuest,
  lockGuestOffer,
  lockInvited,
} from "./store.ts";

const Several = Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true });

/** The same last day for all. Roles given by two take two again: each is proposed, and the others are asked by one mail. */
export const prolongGuests = defineAct({
  name: "prolongGuests",
  label: { fr: "Prolonger plusieurs invitations", en: "Prolong several invitations" },
  who: "invite guests",
  form: Type.Object({ guests: Several, until: DaySchema }, closed),
  from: leaves(INVITATION, "renewed"),
  output: output.prolongGuests,
  writes: ["guest", "guest_offer", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { until } = input;
    if (actor.kind !== "account") return FORBIDDEN;
    const by = actorName(actor);
    const wrong = endIssue(context, until);
    if (wrong) return wrong;
    const guests = await lockTogether(tx, input.guests);
    if (!guests) return FORBIDDEN;
    const issues: Issue[] = [];
    for (const guest of guests) {
      const refused = [
        ...barred(INVITATION, "renewed", standing(guest, today)),
        ...((await readsMailbox(tx, by, guest.address)) ? [OWN] : []),
        ...(mayInviteFor(actor, guest) ? [] : [beyond(guest.until)]),
        ...(until > guest.until ? [] : [ALREADY(guest)]),
        ...((await lockGuestOffer(tx, { addressKey: guest.addressKey })) ? [WAITING] : []),
      ];
      issues.push(...refused.map((one) => of(guest, one)));
    }
    if (issues.length > 0) return invalid(issues);
    const offers: GuestOffer[] = [];
    for (const guest of guests) {
      const { id, name, address, addressKey, language } = guest;
      const roles = guest.roles.filter(isGivenByTwo);
      const named = { guest: id, name, address, addressKey, language, until, by };
      if (roles.length === 0) await letIn(context, { ...named, roles: [], confirmedBy: null }, guest, "theirs");
      else offers.push({ ...named, id: newId(), roles, at });
    }
    for (const offer of offers) await insertGuestOffer(tx, offer, { of: guestChain(offer.guest) });
    await askSecond(context, offers);
    return done({ prolonged: guests.length - offers.length, waiting: offers.length }, guestChain(guests[0]!.id));
  },
});

/** By address, as every act on invitations locks them; undefined where one of them is not there. */
async function lockTogether(tx: Tx, ids: readonly string[]): Promise<Guest[] | undefined> {
  const guests: Guest[] = [];
  for (const id of ids) {
    const guest = await findGuest(tx, { id });
    if (!guest) return undefined;
    guests.push(guest);
  }
  const locked: Guest[] = [];
  for (const { id, addressKey } of guests.toSorted(byAddress)) {
    await lockInvited(tx, addressKey);
    locked.push((await lockGuest(tx, { id }))!);
  }
  await lockChains(tx, ids.map(guestChain));
  return locked;
}

const byAddress = (a: { readonly addressKey: string }, b: { readonly addressKey: string }) =>
  a.addressKey < b.addressKey ? -1 : 1;

/** All of them or none: of one who may not, the issue names whom. */
export const confirmGuests = defineAct({
  name: "confirmGuests",
  label: { fr: "Confirmer plusieurs invités proposés", en: "Confirm several proposed guests" },
  who: "confirm who is let in",
  form: Type.Object({ ids: Several }, closed),
  output: output.confirmGuests,
  writes: ["guest", "guest_offer", "mail"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const before = [];
    for (const id of input.ids) before.push(await findGuestOffer(tx, id));
    const known = before.filter((offer) => offer !== undefined).toSorted(byAddress);
    if (known.length < before.length) return FORBIDDEN;
    const invited = new Map<string, Guest | undefined>();
    for (const { id, addressKey } of known) invited.set(id, await lockInvited(tx, addressKey));
    const issues: Issue[] = [];
    const offers: GuestOffer[] = [];
    for (const { id } of known) {
      const offer = await lockGuestOffer(tx, { id });
      if (!offer || offer.until < today) return FORBIDDEN;
      offers.push(offer);
      if (!(await isSecond(tx, actor, offer))) issues.push(of(offer, ANOTHER));
    }
    if (issues.length > 0) return invalid(issues);
    await lockChains(
      tx,
      offers.map(({ guest }) => guestChain(guest)),
    );
    const guests: string[] = [];
    for (const offer of offers) {
      await dropGuestOffers(tx, { id: offer.id }, { of: guestChain(offer.guest) });
      const meant = { ...offer, confirmedBy: actorName(actor) };
      guests.push(await letIn(context, meant, invited.get(offer.id), "theirs"));
    }
    return done({ guests }, guestChain(guests[0]!));
  },
});

/** An issue of one among several, with the person's name before it. */
function of({ name }: { readonly name: string }, { path, message }: Issue): Issue {
  return issue(path, `${name}\u00a0: ${message("fr")}`, `${name}: ${message("en")}`);
}

const ALREADY = ({ until }: Pick<Guest, "until">) =>
  issue(
    "until",
    `l’invitation dure déjà jusqu’au ${sayDay(until, "fr")}.`,
    `the invitation lasts until ${sayDay(until, "en")} already.`,
  );
