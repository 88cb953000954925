/** An invitation, as its holder, its guest and the school see it. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { type Database } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { leaves } from "../../kit/machine.ts";
import { hashSecret } from "../../kit/secret.ts";
import { closed, NOBODY } from "../../kit/shapes.ts";
import type { Row } from "../../kit/sql.ts";
import type { Retained } from "../../retention/retained.ts";
import { actorName } from "../../act/permissions.ts";
import { chainContents } from "../../retention/contents.ts";
import { contactOf } from "../../mail/address.ts";
import type { GuestIn } from "../../act/person.ts";
import { namesOf } from "../contact.ts";
import { isSecond } from "../second.ts";
import { guestChain } from "./letting-in.ts";
import { INVITATION, opens, standing } from "./rules/standing.ts";
import { findGuest, type Guest, guestOffers, guestOfSession, listGuests, openGuestSessions } from "./store.ts";
import * as output from "./output.ts";

declare module "../../act/world.ts" {
  interface House {
    /** Includes the rows that subjects hold about a guest. */
    readonly myGuestData: ReturnType<typeof myGuestDataView>;
  }
}

const Nothing = Type.Object({}, closed);

/** The guest of a session token in this school; `undefined` for an invalid or expired one. */
export async function guestOf(
  db: Database,
  token: string,
  { establishment, at, today }: { establishment: string; at: Date; today: Day },
): Promise<GuestIn | undefined> {
  const guest = await withSchool(db, establishment, (tx) => guestOfSession(tx, hashSecret(token), at));
  if (!guest || !opens(guest, today)) return undefined;
  const { id, session, roles, name, openedAt: authenticatedAt } = guest;
  return { name, actor: { kind: "guest", guest: id, session, roles, authenticatedAt } };
}

/** The invitation behind a link, before any code. The address is for the page that sends the code. */
export const seeInvitation = defineView({
  name: "seeInvitation",
  label: { fr: "Voir l’invitation dont on a le lien", en: "See the invitation whose link one has" },
  who: "hold an invitation",
  form: Nothing,
  async read({ tx, actor, today }) {
    const guest = actor.kind === "holder" ? await findGuest(tx, { linkHash: hashSecret(actor.secret) }) : undefined;
    if (!guest || !opens(guest, today)) return undefined;
    const { name, roles, until, address, language } = guest;
    return { name, roles, until, address, language };
  },
});

/** The guest's own invitation: by whom, for what, until when. */
export const myInvitation = defineView({
  name: "myInvitation",
  label: { fr: "Voir son invitation et ses connexions", en: "See one’s invitation and sessions" },
  who: "be a guest",
  form: Nothing,
  async read({ tx, actor, at }) {
    if (actor.kind !== "guest") return undefined;
    const guest = await findGuest(tx, { id: actor.guest });
    if (!guest) return undefined;
    const { name, address, roles, until, invitedAt } = guest;
    const by = await contactOf(tx, inviterOf(guest));
    const sessions = (await openGuestSessions(tx, guest.id, at)).map(({ id, device, openedAt }) => ({
      id,
      device,
      openedAt: openedAt.toISOString(),
      here: id === actor.session,
    }));
    return { name, address, roles, until, invitedAt: invitedAt.toISOString(), by: by?.name ?? null, sessions };
  },
});

const inviterOf = ({ invitedBy }: Guest) => /^account:([0-9a-f-]{36})$/.exec(invitedBy)?.[1] ?? NOBODY;

/** All that is held about the guest, as stored, without secrets. */
export const myGuestDataView = (retained: readonly Retained[]) =>
  defineView({
    name: "myGuestData",
    label: {
      fr: "Recevoir ce qui est gardé de soi, comme invité",
      en: "Receive what is held about oneself, as a guest",
    },
    who: "be a guest",
    form: Nothing,
    async read({ tx, actor }) {
      if (actor.kind !== "guest") return undefined;
      const { rows, ...own } = await chainContents(tx, guestChain(actor.guest));
      const more: Record<string, readonly Row[]> = {};
      for (const { ofGuest } of retained)
        for (const [table, found] of Object.entries((await ofGuest?.(tx, actorName(actor))) ?? {}))
          if (found.length > 0) more[table] = found;
      return { ...own, rows: { ...rows, ...more } };
    },
  });

/** Proposed guests who wait for a second person. */
export const seeWaitingGuests = defineView({
  name: "seeWaitingGuests",
  label: { fr: "Voir les invités à confirmer", en: "See the guests to be confirmed" },
  who: "confirm who is let in",
  form: Nothing,
  output: output.seeWaitingGuests,
  read: async (given) => ({ waiting: await waitingOf(given) }),
});

async function waitingOf({ tx, actor, today }: Pick<Performing<unknown>, "tx" | "actor" | "today">) {
  const offers = (await guestOffers(tx)).filter(({ until }) => until >= today);
  const names = await namesOf(
    tx,
    offers.map(({ by }) => by),
  );
  const waiting = [];
  for (const offer of offers) {
    const { id, guest, name, address, roles, until, by } = offer;
    const own = !(await isSecond(tx, actor, offer));
    waiting.push({ id, guest, name, address, roles, until, by: names[by] ?? "–", own });
  }
  return waiting;
}

export const seeGuests = defineView({
  name: "seeGuests",
  label: { fr: "Voir les invités", en: "See the guests" },
  who: "see the guests",
  form: Nothing,
  output: output.seeGuests,
  async read(given) {
    const { tx, today, stands } = given;
    const guests = await listGuests(tx);
    const open = guests.filter((one) => opens(one, today)).map(({ id }) => id);
    const kept = await stands(tx, [leaves(INVITATION, "taken back")], open);
    return {
      waiting: await waitingOf(given),
      guests: guests.map(({ id, name, address, roles, until, visitedAt, returned, expected, ...ended }) => ({
        id,
        name,
        address,
        roles,
        until,
        returned,
        expected,
        visitedAt: visitedAt?.toISOString() ?? null,
        standing: standing({ until, ...ended }, today),
        kept: [...(kept.get(id) ?? [])],
      })),
    };
  },
});
