/** Roles that wait for an answer: those offered to oneself, and those a school has offered. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { actorName } from "../../act/permissions.ts";
import { isWhole, personOf } from "./rules/by-two.ts";
import { isLapsed } from "./rules/lapse.ts";
import { offersTo, schoolOffers } from "./store.ts";
import * as gives from "./gives.ts";

export const myOffers = defineView({
  name: "myOffers",
  label: { fr: "Voir les rôles qui vous sont proposés", en: "See the roles that one is offered" },
  who: "mind one’s own account",
  form: Type.Object({}, closed),
  gives: gives.myOffers,
  async read({ tx, actor, today }) {
    if (actor.kind !== "account") return undefined;
    const offers = (await offersTo(tx, actor.account)).filter(isWhole);
    return {
      offers: offers.map(({ id, role, at, until }) => {
        return { id, role, at: at.toISOString(), until, lapsed: isLapsed({ until }, today) };
      }),
    };
  },
});

export const seeOffers = defineView({
  name: "seeOffers",
  label: { fr: "Voir les rôles proposés et sans réponse", en: "See the roles offered and not answered" },
  who: "see the roles",
  form: Type.Object({}, closed),
  gives: gives.seeOffers,
  async read({ tx, actor, today }) {
    const offers = await schoolOffers(tx);
    return {
      offers: offers.map(({ offeredAt, by, confirmedBy, ...one }) => ({
        ...one,
        at: offeredAt.toISOString(),
        lapsed: isLapsed(one, today),
        /** It waits for a second person, and whether that may be whoever asks. */
        waits: !isWhole({ ...one, confirmedBy }),
        own: personOf(by) === personOf(actorName(actor)),
      })),
    };
  },
});
