/**
 * The verbs of an account: a code sent to an address proves it, and opens the page where a password is chosen; address and
 * password then sign in. One way serves who is new and who forgot, and tells nobody whether an address has an account.
 */
import { randomInt, randomUUID } from "node:crypto";
import { Type } from "typebox";
import { defineAct, done, erased, FORBIDDEN, invalid, type Performing } from "../act.ts";
import { oneOf } from "../law/entry.ts";
import { hashPassword, passwordHolds } from "../kit/password.ts";
import { issue } from "../kit/schema.ts";
import { hashSecret, newToken } from "../kit/secret.ts";
import type { Stored } from "../record/chain.ts";
import { postMail, unpostMail } from "../record/mail/post.ts";
import { offerRole } from "./offers/offering.ts";
import { offerGone, takeOffer, takeOfferOf } from "./offers/store.ts";
import { addressKey, isAddress } from "./rules/address.ts";
import { passwordIssues } from "./rules/password-choice.ts";
import { type Actor, actorName, type Means, ROLES, WHO_MAY } from "./rules/permissions.ts";
import { codeMail, noticeMail } from "./sentences.ts";
import {
  type Account,
  accountOfAddress,
  codesAskedFrom,
  codesAskedSince,
  deleteCode,
  deleteEndedSession,
  deleteFailure,
  deleteOtherSessions,
  deleteRole,
  deleteSessions,
  failuresFrom,
  failuresSince,
  findAccount,
  insertAccount,
  insertCode,
  insertFailure,
  insertRole,
  insertSession,
  lockCode,
  lockLatestCode,
  lockTicket,
  meansOfSession,
  rolesOf,
  schoolStaff,
  updateAccount,
  updateCode,
} from "./store.ts";
import { deleteTokens } from "./tokens/store.ts";
import { ById, Id, Language, closed } from "../kit/shapes.ts";

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A code is read in one mail program and typed in another. */
const CODE_LIFE = 30 * MINUTE;
const CODE_TRIES = 5;
/** Enough for somebody whose mails are slow, too few to flood anybody. */
const CODES_AN_HOUR = 5;
/** After so many wrong passwords for one address, its next tries wait; other addresses of the same place do not. */
export const FAILURES = 10;
export const FAILURE_LIFE = 15 * MINUTE;
/**
 * Guesses at many people's passwords come from one place, and so do all the people of a school. Past so many refusals in a
 * quarter of an hour, more than a school's worth of mistyping, passwords are not taken from there for a while; a code by mail, a
 * passkey and the school's own service still are, so that nobody is locked out.
 */
const FAILURES_FROM_ONE_PLACE = 300;
const CODES_FROM_ONE_PLACE = 300;
/** A candidate comes back on the same phone for weeks; whoever works on others' files signs in every day. */
const LONG_SESSION = 30 * DAY;
const WORKING_SESSION = 12 * HOUR;

const Text = Type.String({ minLength: 1, maxLength: 200 });
export const Slug = Type.String({ maxLength: 60, pattern: "^[a-z0-9-]+$" });
export const Device = Type.String({ maxLength: 100 });
/** The hash of where somebody calls from, made by the door. */
const Caller = Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" }));
const callerOf = ({ caller }: { readonly caller?: string }) =>
  caller === undefined ? null : Buffer.from(caller, "hex");

export const accountChain = (id: string) => `account:${id}`;
const codeChain = (id: string) => `address-code:${id}`;

export const askCode = defineAct({
  name: "askCode",
  label: { fr: "Demander un code par courriel", en: "Ask for a code by mail" },
  who: "create an account",
  scope: "deployment",
  form: Type.Object(
    {
      address: Text,
      language: Language,
      school: Slug,
      why: Type.Optional(oneOf("address", "guest", "confirm")),
      caller: Caller,
    },
    closed,
  ),
  writes: ["address_code", "mail"],
  async perform({ tx, input, at }) {
    const address = input.address.trim();
    if (!isAddress(address)) return invalid([NO_ADDRESS]);
    const key = addressKey(address);
    if ((await codesAskedSince(tx, key, new Date(at.getTime() - HOUR))) >= CODES_AN_HOUR) return invalid([TOO_MANY]);
    const caller = callerOf(input);
    if (caller && (await codesAskedFrom(tx, caller, new Date(at.getTime() - HOUR))) >= CODES_FROM_ONE_PLACE)
      return invalid([TOO_MANY_HERE]);
    const id = randomUUID();
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const expiresAt = new Date(at.getTime() + CODE_LIFE);
    const row = await insertCode(tx, {
      id,
      address,
      addressKey: key,
      codeHash: hashCode(id, code),
      caller,
      at,
      expiresAt,
    });
    const { language: lang, school } = input;
    const words = codeMail(lang, { code, minutes: CODE_LIFE / MINUTE, why: input.why ?? "password" });
    const mail = await postMail(tx, { reader: null, to: address, lang, school, about: codeChain(id), at, ...words });
    return done({ request: id }, codeChain(id), row, mail);
  },
});

/** Where no mail arrives, or none is sent: whoever runs the deployment reads out a code for the address last asked about. */
export const readOutCode = defineAct({
  name: "readOutCode",
  label: { fr: "Lire un code à quelqu’un", en: "Read a code out to somebody" },
  who: "help somebody in",
  scope: "deployment",
  form: Type.Object({ address: Text }, closed),
  writes: ["address_code"],
  async perform({ tx, input, at }) {
    const asked = await lockLatestCode(tx, addressKey(input.address), at);
    if (!asked) return invalid([NOT_ASKED]);
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const row = await updateCode(tx, asked.id, { tries: 0, codeHash: hashCode(asked.id, code) });
    return done({ code }, codeChain(asked.id), row);
  },
});

export const tryCode = defineAct({
  name: "tryCode",
  label: { fr: "Donner le code reçu", en: "Give the code received" },
  who: "create an account",
  scope: "deployment",
  form: Type.Object({ request: Id, code: Type.String({ maxLength: 50 }) }, closed),
  writes: ["address_code"],
  async perform({ tx, input, at }) {
    const asked = await lockCode(tx, input.request);
    if (!asked || asked.expiresAt <= at || asked.tries >= CODE_TRIES) return invalid([CODE_OVER]);
    const right = hashCode(asked.id, input.code.replaceAll(/\D/g, "")).equals(asked.codeHash);
    // Tries are counted even after the right one: a ticket is given once.
    const tries = right ? CODE_TRIES : asked.tries + 1;
    if (!right) {
      const row = await updateCode(tx, asked.id, { tries });
      return done<Tried>({ ticket: null, left: CODE_TRIES - tries }, codeChain(asked.id), row);
    }
    const ticket = newToken();
    const expiresAt = new Date(at.getTime() + CODE_LIFE);
    const row = await updateCode(tx, asked.id, { tries, ticketHash: hashSecret(ticket), expiresAt });
    return done<Tried>({ ticket, left: 0 }, codeChain(asked.id), row);
  },
});

type Tried = { readonly ticket: string | null; readonly left: number };

type Ready = { readonly password: string } | { readonly issues: ReturnType<typeof passwordIssues> };

/** Makes the account of an address that a code proved, or gives it a new password; whoever was signed in no longer is, nor any program. */
export const settleAccount = defineAct({
  name: "settleAccount",
  label: { fr: "Choisir son mot de passe", en: "Choose one’s password" },
  who: "hold a proof of address",
  scope: "deployment",
  form: Type.Object(
    { name: Type.Optional(Text), password: Type.String({ maxLength: 1000 }), language: Language, device: Device },
    closed,
  ),
  writes: ["account", "account_session", "api_token", "mail"],
  async prepare({ input, actor, look }): Promise<Ready> {
    const proof = await look((tx) => lockTicket(tx, hashSecret(secretOf({ actor }))));
    if (!proof) return { issues: [] };
    const { test: isCommon } = (await import("fxa-common-password-list")).default;
    const issues = passwordIssues({ password: input.password, address: proof.address, isCommon });
    return issues.length > 0 ? { issues } : { password: await hashPassword(input.password) };
  },
  async perform({ tx, input, actor, at, prepared }) {
    const proof = await lockTicket(tx, hashSecret(secretOf({ actor })));
    if (!proof || proof.expiresAt <= at) return FORBIDDEN;
    if ("issues" in prepared) return invalid(prepared.issues);
    const known = await findAccount(tx, { addressKey: proof.addressKey });
    if (!known && input.name === undefined) return invalid([NO_NAME]);
    const { id, rows } = known
      ? await renew(tx, known, prepared.password, at)
      : await create(tx, {
          ...proof,
          name: input.name!.trim(),
          password: prepared.password,
          language: input.language,
          at,
        });
    const session = await openSession(tx, { account: id, means: ["password", "code"], device: input.device, at });
    return done({ token: session.token, account: id, created: !known }, accountChain(id), ...rows, session.row);
  },
});

type Given = Parameters<typeof insertAccount>[0];

async function renew(tx: Given, { id, address, language: lang }: Account, password: string, at: Date) {
  const sessions = await deleteSessions(tx, id);
  const row = await updateAccount(tx, id, { password });
  const about = accountChain(id);
  const words = noticeMail(lang, { what: "password-changed" });
  const mail = await postMail(tx, { reader: about, to: address, lang, about, at, ...words });
  return { id, rows: [row, ...sessions.map(sessionGone), ...(await deleteTokens(tx, id)), mail] };
}

type Creating = {
  address: string;
  addressKey: string;
  name: string;
  password: string;
  language: "fr" | "en";
  at: Date;
};

async function create(tx: Given, { address, addressKey: key, name, password, language, at }: Creating) {
  const id = randomUUID();
  return { id, rows: [await insertAccount(tx, { id, address, addressKey: key, name, password, language, at })] };
}

export const signIn = defineAct({
  name: "signIn",
  label: { fr: "Se connecter", en: "Sign in" },
  who: "create an account",
  scope: "deployment",
  form: Type.Object(
    {
      address: Type.String({ maxLength: 200 }),
      password: Type.String({ maxLength: 1000 }),
      device: Device,
      caller: Caller,
    },
    closed,
  ),
  writes: ["account_session", "sign_in_failure"],
  async prepare({ input, look }): Promise<{ readonly account: string | undefined }> {
    const account = await look((tx) => findAccount(tx, { addressKey: addressKey(input.address) }));
    const holds = await passwordHolds(input.password, account?.password);
    return { account: holds ? account?.id : undefined };
  },
  async perform({ tx, input, at, prepared: { account } }) {
    const key = addressKey(input.address);
    const since = new Date(at.getTime() - FAILURE_LIFE);
    if ((await failuresSince(tx, key, since)) >= FAILURES) return invalid([WAIT]);
    const caller = callerOf(input);
    if (caller && (await failuresFrom(tx, caller, since)) >= FAILURES_FROM_ONE_PLACE) return invalid([WAIT_HERE]);
    if (account !== undefined) {
      const session = await openSession(tx, { account, means: ["password"], device: input.device, at });
      return done<SignedIn>({ token: session.token }, accountChain(account), session.row);
    }
    const id = randomUUID();
    return done<SignedIn>(
      { token: null },
      `sign-in-failure:${id}`,
      await insertFailure(tx, { id, addressKey: key, caller, at }),
    );
  },
});

/** `null` where the address and the password do not go together. */
type SignedIn = { readonly token: string | null };

/** For the pages that check a second factor or a provider: what was proven is in the actor, whom no other door can be. */
export const startSession = defineAct({
  name: "startSession",
  label: { fr: "Ouvrir une session", en: "Open a session" },
  who: "open a session",
  scope: "deployment",
  form: Type.Object({ device: Device, instead: Type.Optional(Id) }, closed),
  writes: ["account_session"],
  async perform({ tx, input, actor, at }) {
    if (actor.kind !== "proven" || !(await findAccount(tx, { id: actor.account }))) return FORBIDDEN;
    const { account, means } = actor;
    const gone = input.instead === undefined ? [] : await deleteSessions(tx, account, input.instead);
    const session = await openSession(tx, { account, means, device: input.device, at });
    const replaced = gone.map((id) => ({ table: "account_session", id, values: null }));
    return done({ token: session.token }, accountChain(account), ...replaced, session.row);
  },
});

/** Ends one of one's sessions, this one where none is named. */
export const endSession = defineAct({
  name: "endSession",
  label: { fr: "Se déconnecter", en: "Sign out" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ session: Type.Optional(Id) }, closed),
  writes: ["account_session"],
  async perform({ tx, input, actor }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const gone = await deleteSessions(tx, actor.account, input.session ?? actor.session);
    if (gone.length === 0) return FORBIDDEN;
    return done({}, accountChain(actor.account), ...gone.map((id) => ({ table: "account_session", id, values: null })));
  },
});

/** Ends all of one's sessions but this one. */
export const endOtherSessions = defineAct({
  name: "endOtherSessions",
  label: { fr: "Fermer ses autres sessions", en: "End one’s other sessions" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({}, closed),
  writes: ["account_session"],
  async perform({ tx, actor }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const gone = await deleteOtherSessions(tx, actor.account, actor.session);
    return done({ ended: gone.length }, accountChain(actor.account), ...gone.map(sessionGone));
  },
});

export const sessionGone = (id: string) => ({ table: "account_session", id, values: null });

const Role = oneOf(...ROLES);

export const giveRole = defineAct({
  name: "giveRole",
  binds: true,
  label: { fr: "Confier un rôle", en: "Give a role" },
  who: "give roles",
  form: Type.Object({ address: Text, role: Role }, closed),
  writes: ["role_grant", "role_offer", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const person = await accountOfAddress(tx, addressKey(input.address));
    if (!person) return invalid([NOBODY]);
    const { account, name } = person;
    const { role } = input;
    const chain = `staff:${account}`;
    if (!ownsOrRuns(actor, account)) {
      const held = (await rolesOf(tx, account)).includes(role);
      return done({ name, offered: !held }, chain, ...(held ? [] : await offerRole(given, { account, role })));
    }
    const row = await insertRole(tx, { id: randomUUID(), account, role, by: actorName(actor), at });
    const offer = await takeOfferOf(tx, account, role);
    return done({ name, offered: false }, chain, ...(row ? [row] : []), ...(offer ? [offerGone(offer)] : []));
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
  writes: ["role_grant", "role_offer"],
  async perform({ tx, input: { id }, actor }) {
    const offer = await takeOffer(tx, { id });
    if (offer) return done({}, `staff:${offer.account}`, offerGone(offer));
    // The operator alone may leave a school with nobody who gives roles.
    if (actor.kind === "account" && (await isLastGiver(tx, id))) return invalid([LAST_GIVER]);
    const account = await deleteRole(tx, id);
    return account === undefined ? FORBIDDEN : done({}, `staff:${account}`, { table: "role_grant", id, values: null });
  },
});

async function isLastGiver(tx: Given, id: string): Promise<boolean> {
  const givers = (await schoolStaff(tx)).filter(({ role }) =>
    (WHO_MAY["give roles"] as readonly string[]).includes(role),
  );
  return givers.length === 1 && givers[0]!.id === id;
}

export const expireSession = defineAct({
  name: "expireSession",
  label: { fr: "Fermer une session arrivée à son terme", en: "Close a session past its end" },
  who: "let time pass",
  scope: "deployment",
  form: ById,
  writes: ["account_session"],
  async perform({ tx, input: { id }, at }) {
    const account = await deleteEndedSession(tx, id, at);
    return account === undefined
      ? FORBIDDEN
      : done({}, accountChain(account), { table: "account_session", id, values: null });
  },
});

export const expireCode = defineAct({
  name: "expireCode",
  label: { fr: "Effacer un code arrivé à son terme", en: "Erase a code past its end" },
  who: "let time pass",
  scope: "deployment",
  form: ById,
  writes: ["address_code", "mail"],
  async perform({ tx, input: { id }, at }) {
    const asked = await lockCode(tx, id);
    if (!asked || asked.expiresAt > at) return FORBIDDEN;
    await deleteCode(tx, id);
    // The mail holds the code and the address: it goes with them.
    return erased({}, codeChain(id), { table: "address_code", id }, ...(await unpostMail(tx, codeChain(id))));
  },
});

export const forgetFailure = defineAct({
  name: "forgetFailure",
  label: { fr: "Oublier un mot de passe refusé", en: "Forget a password refused" },
  who: "let time pass",
  scope: "deployment",
  form: ById,
  writes: ["sign_in_failure"],
  async perform({ tx, input: { id }, at }) {
    const gone = await deleteFailure(tx, id, new Date(at.getTime() - FAILURE_LIFE));
    return gone ? erased({}, `sign-in-failure:${id}`, { table: "sign_in_failure", id }) : FORBIDDEN;
  },
});

type Opening = {
  readonly account: string;
  readonly means: readonly Means[];
  readonly device: string;
  readonly at: Date;
};

export async function openSession(tx: Given, { account, means, device, at }: Opening) {
  const token = newToken();
  const life = means.some((one) => one !== "password" && one !== "code") ? WORKING_SESSION : LONG_SESSION;
  const expiresAt = new Date(at.getTime() + life);
  const row = await insertSession(tx, {
    id: randomUUID(),
    account,
    tokenHash: hashSecret(token),
    means,
    device,
    at,
    expiresAt,
  });
  return { token, row };
}

/** A session is never changed: one that proves more, or again, replaces it, under a new token. */
export async function replaceSession(
  tx: Given,
  actor: Extract<Actor, { kind: "account" }>,
  { added, device, at }: { added: readonly Means[]; device: string; at: Date },
): Promise<{ token: string; rows: Stored[] } | undefined> {
  const before = await meansOfSession(tx, actor.session);
  // It was ended meanwhile, on another device.
  if (!before) return undefined;
  const gone = await deleteSessions(tx, actor.account, actor.session);
  const means = [...new Set([...before, ...added])];
  const { token, row } = await openSession(tx, { account: actor.account, means, device, at });
  return { token, rows: [...gone.map(sessionGone), row] };
}

/** Salted by the request, whose id nobody can choose: six digits alone are soon tried through. */
function hashCode(request: string, code: string): Buffer {
  return hashSecret(`${request}:${code}`);
}

function secretOf({ actor }: Pick<Performing<unknown>, "actor">): string {
  return actor.kind === "holder" ? actor.secret : "";
}

const NO_ADDRESS = issue(
  "address",
  "Cette adresse n’est pas complète : elle s’écrit comme nom@exemple.fr.",
  "This address is not whole: it reads like name@example.com.",
);
const TOO_MANY = issue(
  "address",
  "Trop de codes ont été demandés pour cette adresse. Attendez une heure, ou utilisez le dernier reçu.",
  "Too many codes were asked for this address. Wait an hour, or use the last one received.",
);
const CODE_OVER = issue(
  "code",
  "Ce code ne vaut plus : il a servi, il a plus de 30 minutes, ou il a été essayé trop de fois. Demandez-en un autre.",
  "This code is no longer good: it was used, is over 30 minutes old, or was tried too often. Ask for another.",
);
export const WAIT = issue(
  "password",
  "Trop de mots de passe refusés pour cette adresse. Attendez un quart d’heure, ou choisissez un nouveau mot de passe.",
  "Too many wrong passwords for this address. Wait a quarter of an hour, or choose a new password.",
);
const WAIT_HERE = issue(
  "password",
  "Trop de mots de passe ont été refusés depuis votre réseau. Recevez un code par courriel pour entrer, ou attendez un quart d’heure.",
  "Too many passwords were refused from your network. Receive a code by mail to enter, or wait a quarter of an hour.",
);
const TOO_MANY_HERE = issue(
  "address",
  "Trop de codes ont été demandés depuis votre réseau. Attendez une heure, ou utilisez le dernier reçu.",
  "Too many codes were asked from your network. Wait an hour, or use the last one received.",
);
const NO_NAME = issue("name", "Dites comment vous vous appelez.", "Say what you are called.");
const LAST_GIVER = issue(
  "address",
  "C’est le dernier rôle qui permet d’en confier : donnez-le d’abord à quelqu’un d’autre.",
  "This is the last role that allows giving roles: give it to somebody else first.",
);
const NOT_ASKED = issue(
  "address",
  "Aucun code n’attend pour cette adresse : la personne le demande d’abord sur la page « Se connecter ».",
  "No code is waited for at this address: the person first asks for it on the page “Sign in”.",
);
const NOBODY = issue(
  "address",
  "Personne n’a de compte à cette adresse : la personne doit d’abord créer le sien.",
  "Nobody has an account at this address: the person must first make their own.",
);
