/** Offers waiting for an answer: the reader's own, and the school's. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { actorName } from "../../act/permissions.ts";
import { isSecond } from "../second.ts";
import { mayBeAnswered, personOf } from "./rules/by-two.ts";
import { isLapsed } from "./rules/lapse.ts";
import { offersTo, schoolOffers } from "./store.ts";
import * as output from "./output.ts";

export const myOffers = defineView({
  name: "myOffers",
  label: { fr: "Voir les rôles qui vous sont proposés", en: "See the roles that one is offered" },
  who: "mind one’s own account",
  form: Type.Object({}, closed),
  output: output.myOffers,
  async read({ tx, actor, today }) {
    if (actor.kind !== "account") return undefined;
    const offers = (await offersTo(tx, actor.account)).filter(mayBeAnswered);
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
  output: output.seeOffers,
  async read({ tx, actor, today }) {
    const asks = personOf(actorName(actor));
    const offers = [];
    for (const { offeredAt, by, confirmedBy, ...one } of await schoolOffers(tx)) {
      const waits = !mayBeAnswered({ ...one, confirmedBy });
      const own = waits && (one.account === asks || !(await isSecond(tx, actor, { by, address: one.address })));
      offers.push({ ...one, at: offeredAt.toISOString(), lapsed: isLapsed(one, today), waits, own });
    }
    return { offers };
  },
});
