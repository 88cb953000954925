/**
 * The way to a school's sign-in service and back: what is sent along is used once. Only its owner, signed in, ties an account to the
 * service's subject, never an equal address: the service's address book could otherwise open any account.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { issue } from "../../kit/schema.ts";
import { accountChain, Device, Mark, MINUTE } from "../forms.ts";
import { enter } from "../sessions/session.ts";
import { ownAccount, tell } from "../proofs/acts.ts";
import { insertChallenge, takeChallenge } from "../proofs/store.ts";
import { addressKey, isAddress } from "../../kit/mail-address.ts";
import { nameOrAddress } from "../rules/person-name.ts";
import { insertAccount, lockAddress, takeReserved } from "../store.ts";
import { deleteSessions, deleteVouchedSessions } from "../sessions/store.ts";
import { ownerThere } from "./owner.ts";
import { accountOfIdentity, deleteIdentity, insertIdentity, lockIdentity } from "./store.ts";
import { ById, Id, Language, closed } from "../../kit/shapes.ts";

/** Long enough for the service's own second proof. */
const LIFE = 15 * MINUTE;
const Short = Type.String({ minLength: 16, maxLength: 200 });

export const leaveForProvider = defineAct({
  name: "leaveForProvider",
  label: { fr: "Partir vers le service de connexion de l’école", en: "Leave for the school’s sign-in service" },
  who: "come from a provider",
  scope: "deployment",
  form: Type.Object(
    {
      state: Short,
      nonce: Short,
      verifier: Short,
      since: Type.Optional(Type.Integer({ minimum: 0 })),
      link: Type.Optional(Id),
    },
    closed,
  ),
  writes: [],
  async perform({ tx, input, at }) {
    const id = newId();
    const expiresAt = new Date(at.getTime() + LIFE);
    await insertChallenge(tx, { id, account: null, kind: "provider", held: input, at, expiresAt });
    return done({ way: id }, `challenge:${id}`);
  },
});

/** Takes what was sent along, once. */
export const comeBack = defineAct({
  name: "comeBack",
  label: { fr: "Revenir du service de connexion", en: "Come back from the sign-in service" },
  who: "come from a provider",
  scope: "deployment",
  form: Type.Object({ way: Id }, closed),
  writes: [],
  async perform({ tx, input, at }) {
    const taken = await takeChallenge(tx, { id: input.way, kind: "provider", at });
    if (!taken) return FORBIDDEN;
    type Held = { state: string; nonce: string; verifier: string; since?: number; link?: string };
    return done(taken.held as Held, `challenge:${input.way}`);
  },
});

/** Signs in the person that the service vouches for, in its school: by their subject, or as a new account if the address has none. */
export const enterByProvider = defineAct({
  name: "enterByProvider",
  label: { fr: "Entrer par le service de connexion de l’école", en: "Enter by the school’s sign-in service" },
  who: "come from a provider",
  scope: "deployment",
  form: Type.Object(
    {
      device: Device,
      language: Language,
      mark: Mark,
      /** The signed-in account that confirms: the service has to know the same person. */
      again: Type.Optional(Type.Object({ account: Id, session: Id }, closed)),
    },
    closed,
  ),
  writes: ["account", "provider_identity", "account_session", "known_browser", "mail"],
  async perform({ tx, input, actor, at }) {
    if (actor.kind !== "vouched" || actor.subject === "") return FORBIDDEN;
    const { school, issuer, subject, address, name } = actor;
    const linked = await accountOfIdentity(tx, { school, issuer, subject });
    const { device, mark } = input;
    const entered = (account: string) =>
      enter(tx, { account, means: ["provider"], vouchedIn: school, at, device, mark });
    if (input.again) {
      const { account, session: before } = input.again;
      if (linked !== account) return invalid([SOMEBODY_ELSE]);
      await deleteSessions(tx, account, before);
      return done(await entered(account), accountChain(account));
    }
    if (linked !== undefined) return done(await entered(linked), accountChain(linked));
    if (!isAddress(address)) return invalid([NO_ADDRESS]);
    const key = addressKey(address);
    if (await lockAddress(tx, key)) return invalid([NOT_LINKED]);
    const id = (await takeReserved(tx, key)) ?? newId();
    const given = {
      id,
      address,
      addressKey: key,
      name: nameOrAddress(name, address),
      password: null,
      language: input.language,
      at,
    };
    await insertAccount(tx, given);
    await insertIdentity(tx, { id: newId(), account: id, school, issuer, subject, at });
    const value = await entered(id);
    await tell(tx, { ...given, version: 1 }, { what: "provider-linked", label: hostOf(issuer) }, at);
    return done(value, accountChain(id));
  },
});

/** Ties the signed-in account to the service's subject: asked for by its owner, just proved on both sides. */
export const linkProvider = defineAct({
  name: "linkProvider",
  label: {
    fr: "Relier son compte au service de connexion de l’école",
    en: "Tie one’s account to the school’s sign-in service",
  },
  who: "come from a provider",
  scope: "deployment",
  form: Type.Object({ owner: Type.Object({ account: Id, session: Id }, closed) }, closed),
  writes: ["provider_identity", "mail"],
  async perform({ tx, input: { owner }, actor, at }) {
    if (actor.kind !== "vouched" || actor.subject === "") return FORBIDDEN;
    const account = await ownerThere(tx, owner, at);
    if (!account) return FORBIDDEN;
    const { school, issuer, subject } = actor;
    await lockIdentity(tx, { school, issuer, subject });
    const linked = await accountOfIdentity(tx, { school, issuer, subject });
    if (linked === account.id) return done({}, accountChain(account.id));
    if (linked !== undefined) return invalid([LINKED_ELSEWHERE]);
    await insertIdentity(tx, { id: newId(), account: account.id, school, issuer, subject, at });
    await tell(tx, account, { what: "provider-linked", label: hostOf(issuer) }, at);
    return done({}, accountChain(account.id));
  },
});

/** Unties the service from the account and ends the sessions it opened. */
export const unlinkProvider = defineAct({
  name: "unlinkProvider",
  everywhere: true,
  label: {
    fr: "Détacher son compte du service de connexion de l’école",
    en: "Untie one’s account from the school’s sign-in service",
  },
  who: "mind one’s own account",
  scope: "deployment",
  form: ById,
  writes: ["provider_identity", "account_session", "mail"],
  async perform({ tx, input: { id }, actor, at }) {
    const account = await ownAccount(tx, actor);
    const gone = account && (await deleteIdentity(tx, account.id, id));
    if (!gone) return FORBIDDEN;
    await deleteVouchedSessions(tx, account.id, gone.school);
    await tell(tx, account, { what: "provider-unlinked", label: hostOf(gone.issuer) }, at);
    return done({}, accountChain(account.id));
  },
});

const hostOf = (issuer: string) => new URL(issuer).host;

const SOMEBODY_ELSE = issue(
  "again",
  "Le service de connexion vous connaît comme quelqu’un d’autre.",
  "The sign-in service knows you as somebody else.",
);
const NOT_LINKED = issue(
  "link",
  "Votre compte d’ici n’est pas relié à ce service.",
  "Your account here is not tied to that service.",
);
const LINKED_ELSEWHERE = issue(
  "owner",
  "Ce service ouvre déjà un autre compte pour la personne que vous y êtes.",
  "That service already opens another account for the person you are there.",
);
const NO_ADDRESS = issue(
  "address",
  "Le service de connexion n’a pas donné d’adresse électronique.",
  "The sign-in service gave no e-mail address.",
);
