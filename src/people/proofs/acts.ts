/**
 * Proves the person anew before a binding act, and by a second proof before school work. Every added or removed proof and every used
 * recovery code is notified by mail.
 */
import { FREE } from "../../act/binding.ts";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { type Actor, defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { addressKey } from "../../kit/mail-address.ts";
import { passwordHolds } from "../../kit/password.ts";
import { issue } from "../../kit/schema.ts";
import { hashSecret, newCode, readCode } from "../../kit/secret.ts";
import { postMail } from "../../mail/post.ts";
import { lockTicket, spendTicket } from "../codes/store.ts";
import { knowBrowser } from "../browsers/knowing.ts";
import { accountChain, Device, Mark, MINUTE } from "../forms.ts";
import { BUSY, FAILURE_LIFE, FAILURES, WAIT } from "../sessions/acts.ts";
import { replaceSession } from "../sessions/session.ts";
import { acceptedCounter, newGeneratorSecret } from "../rules/one-time-code.ts";
import type { Means } from "../../act/permissions.ts";
import { type Notice, noticeMail } from "../mails.ts";
import { type Account, findAccount } from "../store.ts";
import { failuresSince, insertFailure, lockCount } from "../tries/store.ts";
import {
  deleteFactor,
  deleteRecoveryCodes,
  factorsOf,
  findChallenge,
  insertChallenge,
  insertFactor,
  insertRecoveryCodes,
  lockFactors,
  spendRecoveryCode,
  takeChallenge,
  updateCounter,
} from "./store.ts";
import { Id, closed } from "../../kit/shapes.ts";

const CHALLENGE_LIFE = 10 * MINUTE;
const RECOVERY_CODES = 8;

const Code = Type.String({ maxLength: 50 });
const Label = Type.String({ minLength: 1, maxLength: 60 });

/** `null` where the proof is wrong; else the token of the session that replaces this one. */
type Proven = { readonly token: string | null };
type ProvenHere = { readonly token: null } | { readonly token: string; readonly mark: string };

/** Proves identity again, by password, second proof or a code sent to one’s own address. A fresh session replaces the present one. */
export const confirmIdentity = defineAct({
  name: "confirmIdentity",
  label: { fr: "Confirmer que c’est bien soi", en: "Confirm that it is oneself" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object(
    {
      password: Type.Optional(Type.String({ maxLength: 1000 })),
      code: Type.Optional(Code),
      ticket: Type.Optional(Type.String({ maxLength: 100 })),
      device: Device,
    },
    closed,
  ),
  free: FREE.proof,
  writes: ["account_session", "sign_in_failure", "second_factor", "recovery_code", "address_code", "mail"],
  async prepare({ input, actor, at, look, hashCost }): Promise<boolean | undefined> {
    if (actor.kind !== "account" || input.password === undefined) return false;
    const account = await look(async (tx) =>
      (await mustWait(tx, confirmKey(actor.account), at)) ? undefined : findAccount(tx, { id: actor.account }),
    );
    if (!account) return false;
    return passwordHolds(input.password, account.password, accountChain(account.id), hashCost);
  },
  async perform({ tx, input, actor, at, prepared: passwordIsRight }) {
    const account = await ownAccount(tx, actor);
    if (actor.kind !== "account" || !account) return FORBIDDEN;
    const again = (shown: Means) => replaced(tx, actor, { shown, device: input.device, at });
    if (input.ticket !== undefined)
      return (await isOwnTicket(tx, account, input.ticket, at)) ? again("code") : FORBIDDEN;
    const byPassword = input.password !== undefined;
    const key = byPassword ? confirmKey(account.id) : secondKey(account.id);
    await lockCount(tx, key);
    if (await mustWait(tx, key, at)) return invalid([{ ...WAIT, path: byPassword ? "password" : "code" }]);
    if (passwordIsRight === undefined) return invalid([BUSY]);
    const shown = byPassword
      ? passwordIsRight && ("password" as const)
      : await secondProof(tx, account, input.code ?? "", at);
    if (!shown) return failed(tx, key, at);
    return again(shown);
  },
});

type Replacing = { readonly shown: Means; readonly device: string; readonly at: Date };

async function replaced(tx: Tx, actor: Extract<Actor, { readonly kind: "account" }>, { shown, device, at }: Replacing) {
  const token = await replaceSession(tx, actor, { added: [shown], device, at });
  return token === undefined ? FORBIDDEN : done<Proven>({ token }, accountChain(actor.account));
}

/** Spends a ticket that proves the account’s own address. */
async function isOwnTicket(tx: Tx, { address }: Account, ticket: string, at: Date): Promise<boolean> {
  const proof = await lockTicket(tx, hashSecret(ticket));
  if (!proof || proof.expiresAt <= at || proof.addressKey !== addressKey(address)) return false;
  return spendTicket(tx, proof.id);
}

/** The second proof: a generator's code or a recovery code. */
export const proveSecond = defineAct({
  name: "proveSecond",
  label: { fr: "Donner une seconde preuve", en: "Give a second proof" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ code: Code, device: Device, mark: Mark }, closed),
  free: FREE.proof,
  writes: ["account_session", "known_browser", "sign_in_failure", "second_factor", "recovery_code", "mail"],
  async perform({ tx, input, actor, at }) {
    const account = await ownAccount(tx, actor);
    if (actor.kind !== "account" || !account) return FORBIDDEN;
    const key = secondKey(account.id);
    await lockCount(tx, key);
    if (await mustWait(tx, key, at)) return invalid([{ ...WAIT, path: "code" }]);
    const shown = await secondProof(tx, account, input.code, at);
    if (!shown) return failed(tx, key, at);
    const token = await replaceSession(tx, actor, { added: [shown], device: input.device, at });
    if (token === undefined) return FORBIDDEN;
    const mark = await knowBrowser(tx, { account: account.id, mark: input.mark, at });
    return done<ProvenHere>({ token, mark }, accountChain(account.id));
  },
});

/** Makes a secret to copy into a generator; the generator is added with its first code. */
export const beginGenerator = defineAct({
  name: "beginGenerator",
  everywhere: true,
  label: { fr: "Préparer un générateur de codes", en: "Prepare a code generator" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({}, closed),
  binds: "it begins another proof",
  writes: [],
  async perform({ tx, actor, at }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const held = { secret: newGeneratorSecret() };
    const expiresAt = new Date(at.getTime() + 3 * CHALLENGE_LIFE);
    await insertChallenge(tx, { id: newId(), account: actor.account, kind: "totp", held, at, expiresAt });
    return done({}, accountChain(actor.account));
  },
});

type Added = Proven & { readonly codes: readonly string[] };

export const addGenerator = defineAct({
  name: "addGenerator",
  everywhere: true,
  label: { fr: "Ajouter un générateur de codes", en: "Add a code generator" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ code: Code, label: Label, device: Device }, closed),
  writes: ["second_factor", "recovery_code", "account_session", "mail"],
  async perform({ tx, input, actor, at }) {
    const account = await ownAccount(tx, actor);
    if (actor.kind !== "account" || !account) return FORBIDDEN;
    const asked = await findChallenge(tx, { account: account.id, kind: "totp", at });
    if (!asked) return FORBIDDEN;
    const { secret } = asked.held as { secret: string };
    const counter = acceptedCounter(input.code, { secret, last: 0, at });
    if (counter === undefined) return invalid([WRONG_CODE]);
    await takeChallenge(tx, { id: asked.id, kind: "totp", at });
    const factor = {
      id: newId(),
      account: account.id,
      kind: "totp" as const,
      label: input.label,
      secret,
      counter,
    };
    return added(tx, actor, account, { factor, device: input.device, at });
  },
});

/** Adds the factor, with recovery codes if it is the first, and replaces the session by one that proved it. */
export async function added(
  tx: Tx,
  actor: Extract<Actor, { kind: "account" }>,
  account: Account,
  given: {
    factor: Omit<Parameters<typeof insertFactor>[1], "at">;
    device: string;
    at: Date;
  },
) {
  const { factor, device, at } = given;
  const isFirst = (await factorsOf(tx, account.id)).length === 0;
  await insertFactor(tx, { ...factor, at });
  const codes = isFirst ? await newRecoveryCodes(tx, account.id, at) : [];
  const token = await replaceSession(tx, actor, { added: [factor.kind], device, at });
  if (token === undefined) return FORBIDDEN;
  await tell(tx, account, { what: "factor-added", label: factor.label }, at);
  return done<Added>({ token, codes }, accountChain(account.id));
}

export const removeFactor = defineAct({
  name: "removeFactor",
  everywhere: true,
  label: { fr: "Retirer une seconde preuve", en: "Remove a second proof" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ factor: Id }, closed),
  writes: ["second_factor", "mail"],
  async perform({ tx, input, actor, at }) {
    const account = await ownAccount(tx, actor);
    if (actor.kind !== "account" || !account) return FORBIDDEN;
    const found = (await lockFactors(tx, account.id)).find(({ id }) => id === input.factor);
    if (!found || !(await deleteFactor(tx, account.id, found.id))) return FORBIDDEN;
    await tell(tx, account, { what: "factor-removed", label: found.label }, at);
    return done({}, accountChain(account.id));
  },
});

export const renewRecoveryCodes = defineAct({
  name: "renewRecoveryCodes",
  everywhere: true,
  label: { fr: "Renouveler ses codes de secours", en: "Renew one’s recovery codes" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({}, closed),
  writes: ["recovery_code", "mail"],
  async perform({ tx, actor, at }) {
    const account = await ownAccount(tx, actor);
    if (!account) return FORBIDDEN;
    const codes = await newRecoveryCodes(tx, account.id, at);
    await tell(tx, account, { what: "codes-renewed" }, at);
    return done({ codes }, accountChain(account.id));
  },
});

async function newRecoveryCodes(tx: Tx, account: string, at: Date): Promise<string[]> {
  // Serialised: of two concurrent renewals, only the later codes are valid.
  await lockFactors(tx, account);
  await deleteRecoveryCodes(tx, account);
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  const made = codes.map((code) => ({ id: newId(), hash: recoveryHash(account, code) }));
  await insertRecoveryCodes(tx, account, made, at);
  return codes;
}

const recoveryHash = (account: string, code: string) => hashSecret(`${account}:${code}`);

/** The means that was proved; `undefined` for a wrong code. */
async function secondProof(tx: Tx, account: Account, typed: string, at: Date): Promise<Means | undefined> {
  for (const { id, kind, secret, counter } of await lockFactors(tx, account.id)) {
    const accepted = kind === "totp" ? acceptedCounter(typed, { secret, last: counter, at }) : undefined;
    if (accepted === undefined) continue;
    await updateCounter(tx, id, accepted);
    return "totp";
  }
  const code = readCode(typed);
  const spent = code && (await spendRecoveryCode(tx, account.id, recoveryHash(account.id, code), at));
  if (!spent) return undefined;
  // A person who lost their generator may now replace it; anyone else is warned.
  await tell(tx, account, { what: "code-used" }, at);
  return "recovery";
}

async function failed(tx: Tx, key: string, at: Date) {
  const id = newId();
  await insertFailure(tx, { id, addressKey: key, at });
  return done<{ readonly token: null }>({ token: null }, `sign-in-failure:${id}`);
}

async function mustWait(tx: Tx, key: string, at: Date): Promise<boolean> {
  return (await failuresSince(tx, key, new Date(at.getTime() - FAILURE_LIFE))) >= FAILURES;
}

/** Wrong passwords of a signed-in account, counted apart from those at sign-in. */
const confirmKey = (account: string) => `confirm:${account}`;

/** Wrong second proofs, counted apart: these callers know the password already. */
const secondKey = (account: string) => `second:${account}`;

export async function ownAccount(tx: Tx, actor: Actor): Promise<Account | undefined> {
  return actor.kind === "account" ? findAccount(tx, { id: actor.account }) : undefined;
}

/** Notifies by mail and in the account. */
export function tell(tx: Tx, account: Account, notice: Notice, at: Date): Promise<unknown> {
  const { id, address, language: lang } = account;
  const about = accountChain(id);
  return postMail(tx, { reader: about, to: address, lang, about, at, ...noticeMail(lang, notice) });
}

const WRONG_CODE = issue(
  "code",
  "Ce n’est pas le code que l’application montre en ce moment. Un code ne sert qu’une fois, et change toutes les 30 secondes.",
  "That is not the code the application shows now. A code serves once, and changes every 30 seconds.",
);
