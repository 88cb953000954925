/** What somebody may do in a school is given and taken back, by whoever may give it. */
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { issue } from "../../kit/schema.ts";
import { ById, closed } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { Text } from "../forms.ts";
import { offerRole } from "../offers/offering.ts";
import { offerGone, takeOffer, takeOfferOf } from "../offers/store.ts";
import { addressKey } from "../../kit/mail-address.ts";
import { type Actor, actorName, ROLES, WHO_MAY } from "../../act/permissions.ts";
import { accountOfAddress, deleteRole, insertRole, lockRoles, rolesOf, schoolStaff } from "../store.ts";
import * as gives from "./gives.ts";

const Role = oneOf(...ROLES);

export const giveRole = defineAct({
  name: "giveRole",
  binds: true,
  label: { fr: "Confier un rôle", en: "Give a role" },
  who: "give roles",
  form: Type.Object({ address: Text, role: Role }, closed),
  gives: gives.giveRole,
  writes: ["role_grant", "role_offer", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const person = await accountOfAddress(tx, addressKey(input.address));
    if (!person) return invalid([NO_ACCOUNT]);
    const { account, name } = person;
    const { role } = input;
    const chain = `staff:${account}`;
    if (!ownsOrRuns(actor, account)) {
      const held = (await rolesOf(tx, account)).includes(role);
      // No more is told of an account that may be nobody's here than the address that was typed.
      return done({ name: input.address }, chain, ...(held ? [] : await offerRole(given, { account, role })));
    }
    const row = await insertRole(tx, { id: randomUUID(), account, role, by: actorName(actor), at });
    const offer = await takeOfferOf(tx, { account, role });
    return done({ name }, chain, ...(row ? [row] : []), ...(offer ? [offerGone(offer)] : []));
  },
});

/**
 * Whoever runs the deployment gives the first people of a school their roles at once, and nobody need accept what they give
 * themselves; anybody else is offered a role.
 */
function ownsOrRuns(actor: Actor, account: string): boolean {
  if (actor.kind === "operator") return actor.account === undefined || actor.account === account;
  return actor.kind === "account" && actor.account === account;
}

export const takeRole = defineAct({
  name: "takeRole",
  binds: true,
  label: { fr: "Retirer un rôle", en: "Take a role back" },
  who: "give roles",
  form: ById,
  gives: gives.takeRole,
  writes: ["role_grant", "role_offer"],
  async perform({ tx, input: { id }, actor }) {
    const offer = await takeOffer(tx, { id });
    if (offer) return done({}, `staff:${offer.account}`, offerGone(offer));
    await lockRoles(tx);
    // The operator alone may leave a school with nobody who gives roles.
    if (actor.kind === "account" && (await isLastGiver(tx, id))) return invalid([LAST_GIVER]);
    const account = await deleteRole(tx, id);
    return account === undefined ? FORBIDDEN : done({}, `staff:${account}`, { table: "role_grant", id, values: null });
  },
});

async function isLastGiver(tx: Tx, id: string): Promise<boolean> {
  const givers = (await schoolStaff(tx)).filter(({ role }) =>
    (WHO_MAY["give roles"] as readonly string[]).includes(role),
  );
  return givers.length === 1 && givers[0]!.id === id;
}

const LAST_GIVER = issue(
  "address",
  "C’est le dernier rôle qui permet d’en confier : donnez-le d’abord à quelqu’un d’autre.",
  "This is the last role that allows giving roles: give it to somebody else first.",
);

const NO_ACCOUNT = issue(
  "address",
  "Personne n’a de compte à cette adresse : la personne doit d’abord créer le sien.",
  "Nobody has an account at this address: the person must first make their own.",
);
