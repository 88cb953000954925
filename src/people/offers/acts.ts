/** The owner's answer to an offered role, signed in to their account. */
import { FREE } from "../../act/binding.ts";
import { newId } from "../../kit/id.ts";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { allows, leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { ById } from "../../kit/shapes.ts";
import { insertRole } from "../staff/store.ts";
import { mayBeAnswered } from "./rules/by-two.ts";
import { OFFER, offerState } from "./rules/offer.ts";
import { offersTo, takeOffer } from "./store.ts";
import * as output from "./output.ts";

export const acceptRole = defineAct({
  name: "acceptRole",
  label: { fr: "Accepter un rôle", en: "Accept a role" },
  who: "mind one’s own account",
  form: ById,
  from: leaves(OFFER, "accepted"),
  output: output.acceptRole,
  writes: ["role_offer", "role_grant"],
  async perform({ tx, input: { id }, actor, at, today }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const offer = await offerTo(tx, actor.account, id);
    if (!offer) return FORBIDDEN;
    if (!allows(OFFER, "accepted", offerState(offer, today))) return invalid([LAPSED]);
    const { account, role, by } = offer;
    // Of two concurrent answers, the second finds none.
    if (!(await takeOffer(tx, { id, account }))) return FORBIDDEN;
    await insertRole(tx, { id: newId(), account, role, by, at });
    return done({ role }, `staff:${account}`);
  },
});

export const declineRole = defineAct({
  name: "declineRole",
  label: { fr: "Refuser un rôle", en: "Decline a role" },
  who: "mind one’s own account",
  form: ById,
  from: leaves(OFFER, "declined"),
  output: output.declineRole,
  free: FREE.closes,
  writes: ["role_offer"],
  async perform({ tx, input: { id }, actor, today }) {
    const offer = actor.kind === "account" ? await offerTo(tx, actor.account, id) : undefined;
    if (!offer || !allows(OFFER, "declined", offerState(offer, today))) return FORBIDDEN;
    const { account, role } = offer;
    return (await takeOffer(tx, { id, account })) ? done({ role }, `staff:${account}`) : FORBIDDEN;
  },
});

const LAPSED = issue(
  "id",
  "Ce rôle n’a pas été accepté à temps : la proposition a pris fin. L’école peut vous le proposer de nouveau.",
  "This role was not accepted in time: the offer has ended. The school can offer it to you again.",
);

/** An offer that waits for a second person is not shown to its receiver. */
async function offerTo(tx: Tx, account: string, id: string) {
  return (await offersTo(tx, account)).find((one) => one.id === id && mayBeAnswered(one));
}
