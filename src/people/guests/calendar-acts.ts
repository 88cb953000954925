/** The secret address of a guest's own calendar, as an account has one: shown once, only its hash is stored, over with the invitation. */
import { Type } from "typebox";
import { defineAct, defineView, done, FORBIDDEN } from "../../act/act.ts";
import { newId } from "../../kit/id.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { closed } from "../../kit/shapes.ts";
import { guestChain } from "./letting-in.ts";
import { deleteGuestCalendar, guestCalendarOf, insertGuestCalendar } from "./store.ts";

const NOTHING = Type.Object({}, closed);

/** A new address replaces the one before. */
export const makeGuestCalendar = defineAct({
  name: "makeGuestCalendar",
  label: { fr: "Créer l’adresse de son calendrier d’invité", en: "Make the address of one’s calendar as a guest" },
  who: "be a guest",
  form: NOTHING,
  writes: ["guest_calendar"],
  async perform({ tx, actor, at }) {
    if (actor.kind !== "guest") return FORBIDDEN;
    await deleteGuestCalendar(tx, actor.guest);
    const token = newToken();
    await insertGuestCalendar(tx, { id: newId(), guest: actor.guest, tokenHash: hashSecret(token), at });
    return done({ token }, guestChain(actor.guest));
  },
});

export const revokeGuestCalendar = defineAct({
  name: "revokeGuestCalendar",
  label: {
    fr: "Retirer l’adresse de son calendrier d’invité",
    en: "Take back the address of one’s calendar as a guest",
  },
  who: "be a guest",
  form: NOTHING,
  writes: ["guest_calendar"],
  async perform({ tx, actor }) {
    if (actor.kind !== "guest") return FORBIDDEN;
    const gone = await deleteGuestCalendar(tx, actor.guest);
    return gone === 0 ? FORBIDDEN : done({}, guestChain(actor.guest));
  },
});

export const seeGuestCalendar = defineView({
  name: "seeGuestCalendar",
  label: {
    fr: "Voir si son calendrier d’invité a une adresse",
    en: "See whether one’s calendar as a guest has an address",
  },
  who: "be a guest",
  form: NOTHING,
  async read({ tx, actor }) {
    return actor.kind === "guest" ? { madeAt: (await guestCalendarOf(tx, actor.guest)) ?? null } : undefined;
  },
});
