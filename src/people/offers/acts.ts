/** The answer to a role that a school offers: its owner alone accepts it, signed in. */
import { randomUUID } from "node:crypto";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { issue } from "../../kit/schema.ts";
import { ById } from "../../kit/shapes.ts";
import { insertRole } from "../staff/store.ts";
import { isWhole } from "./rules/by-two.ts";
import { offersTo, takeOffer } from "./store.ts";
import * as gives from "./gives.ts";

export const acceptRole = defineAct({
  name: "acceptRole",
  binds: true,
  label: { fr: "Accepter un rôle", en: "Accept a role" },
  who: "mind one’s own account",
  form: ById,
  gives: gives.acceptRole,
  writes: ["role_offer", "role_grant"],
  async perform({ tx, input: { id }, actor, at, today }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const whole = (await offersTo(tx, actor.account)).filter(isWhole);
    if (!whole.some((one) => one.id === id)) return FORBIDDEN;
    const offer = await takeOffer(tx, { id, account: actor.account, openOn: today });
    if (!offer) return (await offersTo(tx, actor.account)).some((one) => one.id === id) ? invalid([LAPSED]) : FORBIDDEN;
    const { account, role, by } = offer;
    await insertRole(tx, { id: randomUUID(), account, role, by, at });
    return done({ role }, `staff:${account}`);
  },
});

export const declineRole = defineAct({
  name: "declineRole",
  label: { fr: "Refuser un rôle", en: "Decline a role" },
  who: "mind one’s own account",
  form: ById,
  gives: gives.declineRole,
  writes: ["role_offer"],
  async perform({ tx, input: { id }, actor }) {
    const offer = actor.kind === "account" ? await takeOffer(tx, { id, account: actor.account }) : undefined;
    return offer ? done({ role: offer.role }, `staff:${offer.account}`) : FORBIDDEN;
  },
});

const LAPSED = issue(
  "id",
  "Ce rôle n’a pas été accepté à temps : la proposition a pris fin. L’école peut vous le proposer de nouveau.",
  "This role was not accepted in time: the offer has ended. The school can offer it to you again.",
);
