/** Roles are given and revoked by those who may. */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { checkMove } from "../../act/standing.ts";
import type { Lang } from "../../kit/lang.ts";
import { allows, leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id, Language } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { contactOf } from "../../mail/address.ts";
import { postMail } from "../../mail/post.ts";
import { Ending, Text } from "../forms.ts";
import { tellWhoGoesOn } from "../going-on.ts";
import { confirmOffered, offerRole, othersWhoGive } from "../offers/offering.ts";
import { isGivenByTwo, isOfState, personOf } from "../offers/rules/by-two.ts";
import { OFFER, offerState } from "../offers/rules/offer.ts";
import { lockOffer, takeOffer, takeOfferOf } from "../offers/store.ts";
import { addressIssue, addressKey } from "../../kit/mail-address.ts";
import { actorName, may, type Role as RoleName, ROLES, WHO_MAY } from "../../act/permissions.ts";
import { readsMailbox } from "../contact.ts";
import { isSecond } from "../second.ts";
import { accountForAddress, accountOfAddress } from "../store.ts";
import { GRANT } from "./rules/grant.ts";
import { roleGoneMail, roleTakenMail } from "./mails.ts";
import { type Colleague, deleteRole, insertRole, lockRoles, rolesOf, schoolStaff } from "./store.ts";
import * as output from "./output.ts";

const Role = oneOf(...ROLES);

export const giveRole = defineAct({
  name: "giveRole",
  label: { fr: "Confier un rôle", en: "Give a role" },
  who: "give roles",
  /** `language`: of the mail, since the account behind the address is not looked at. */
  form: Type.Object({ address: Text, role: Role, language: Type.Optional(Language) }, closed),
  output: output.giveRole,
  writes: ["role_grant", "role_offer", "mail"],
  async perform(given) {
    const { tx, input, actor } = given;
    if (actor.kind === "operator" && actor.account === undefined) return giveAtOnce(given);
    const { role, language: lang = "fr" } = input;
    const address = input.address.trim();
    const unfit = addressIssue("address", address);
    if (unfit) return invalid([unfit]);
    const self = personOf(actorName(actor));
    const account = await accountForAddress(tx, addressKey(address));
    if (account === self || (await readsMailbox(tx, actorName(actor), address))) return invalid([SELF]);
    if (isOfState(role) && !may(actor, "appoint for the State")) return invalid([DIRECTOR]);
    // For roles of the State, the operator may be the second.
    if (isGivenByTwo(role) && !isOfState(role) && (await othersWhoGive(tx, [self, account])).length === 0)
      return invalid([ALONE]);
    const held = (await rolesOf(tx, account)).includes(role);
    // The same answer for an address without an account: only the typed address is repeated.
    if (!held) await offerRole(given, { account, address, role, lang });
    return done({ name: address }, `staff:${account}`);
  },
});

/** The operator gives a school its first roles outright, under their own name; all others offer them. */
async function giveAtOnce({ tx, input, actor, at }: Performing<{ readonly address: string; readonly role: RoleName }>) {
  const person = await accountOfAddress(tx, addressKey(input.address));
  if (!person) return invalid([NO_ACCOUNT]);
  const { account, name } = person;
  const { role } = input;
  if (isOfState(role)) return invalid([DIRECTOR]);
  await insertRole(tx, { id: newId(), account, role, by: actorName(actor), at });
  await takeOfferOf(tx, { account, role });
  return done({ name }, `staff:${account}`);
}

export const confirmRole = defineAct({
  name: "confirmRole",
  label: { fr: "Confirmer un rôle que quelqu’un d’autre propose", en: "Confirm a role that somebody else offers" },
  who: "give roles",
  form: Type.Object({ id: Id, language: Type.Optional(Language) }, closed),
  from: leaves(OFFER, "confirmed"),
  output: output.confirmRole,
  writes: ["role_offer", "mail"],
  async perform(given) {
    const { tx, input, actor, today } = given;
    const offer = await lockOffer(tx, input.id);
    if (!offer || offer.address === null || !allows(OFFER, "confirmed", offerState(offer, today))) return FORBIDDEN;
    const { id, account, address, role, by } = offer;
    const isReceiver = personOf(actorName(actor)) === account;
    if (isReceiver || !(await isSecond(tx, actor, { by, address }))) return invalid([ANOTHER]);
    await confirmOffered(given, { id, account, address, role, lang: input.language ?? "fr" });
    return done({ role }, `staff:${account}`);
  },
});

export const takeRole = defineAct({
  name: "takeRole",
  label: { fr: "Retirer un rôle", en: "Take a role back" },
  who: "give roles",
  form: Ending,
  /** An offer, or a role. */
  from: [leaves(OFFER, "taken-back"), leaves(GRANT, "taken-back")],
  output: output.takeRole,
  writes: ["role_grant", "role_offer", "mail"],
  async perform(given) {
    const { tx, input, actor } = given;
    const { id, ground = "" } = input;
    await lockRoles(tx);
    const { issues, dependents } = await checkMove(given, GRANT, "taken-back", { id, state: "held", ground });
    const offer = await takeOffer(tx, { id });
    if (offer) return done({}, `staff:${offer.account}`);
    const staff = await schoolStaff(tx);
    const held = staff.find((one) => one.id === id);
    if (!held) return FORBIDDEN;
    // Only the operator may leave a school without anyone to give roles.
    if (actor.kind === "account" && isLastGiver(staff, id)) return invalid([LAST_GIVER]);
    if (issues.length > 0) return invalid(issues);
    await deleteRole(tx, id);
    await tellTaken(given, held, ground.trim());
    const { name, role } = held;
    const words = (lang: Lang, says: readonly string[]) =>
      roleGoneMail(lang, { name, role, ground: ground.trim(), says });
    await tellWhoGoesOn(given, dependents, { chain: `staff:${held.account}`, page: "/compte", words });
    return done({}, `staff:${held.account}`);
  },
});

function isLastGiver(staff: readonly Colleague[], id: string): boolean {
  const givers = staff.filter(({ role }) => (WHO_MAY["give roles"] as readonly string[]).includes(role));
  return givers.length === 1 && givers[0]!.id === id;
}

/** Mails the ground to the person, where one was required. */
async function tellTaken({ tx, at }: Performing<unknown>, { account, role }: Colleague, ground: string) {
  const contact = ground === "" ? undefined : await contactOf(tx, account);
  if (!contact) return;
  const { address: to, language: lang } = contact;
  const words = roleTakenMail(lang, { role, ground });
  await postMail(tx, { reader: `account:${account}`, to, lang, about: `staff:${account}`, at, ...words });
}

const SELF = issue(
  "address",
  "Personne ne se confie un rôle : demandez-le à quelqu’un d’autre qui en confie ici, ou à qui fait fonctionner le service.",
  "Nobody gives themselves a role: ask somebody else who gives them here, or whoever runs the service.",
);

const DIRECTOR = issue(
  "role",
  "Ce rôle agit pour l’État : le directeur le propose, une autre personne le confirme, et qui le reçoit l’accepte.",
  "This role acts for the State: the director offers it, another person confirms it, and whoever receives it accepts it.",
);

const ALONE = issue(
  "role",
  "Ce rôle ouvre ce que des candidats ont confié : deux personnes le donnent, et vous êtes la seule à confier des rôles ici. Donnez d’abord à quelqu’un d’autre la direction ou l’administration, ou demandez à qui fait fonctionner le service.",
  "This role opens what candidates confided: two people give it, and you alone give roles here. First make somebody else director or administrator, or ask whoever runs the service.",
);

const ANOTHER = issue(
  "address",
  "Une autre personne le confirme : ni qui l’a proposé, ni qui le reçoit.",
  "Another person confirms it: neither whoever offered it nor whoever receives it.",
);

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
