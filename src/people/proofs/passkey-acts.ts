/**
 * Passkeys (WebAuthn): a single-use challenge, verified before the transaction, for the origin where the key was made only. The device
 * itself checks the person (a finger, a face, a code), so that a passkey counts as two proofs.
 */
import { FREE } from "../../act/binding.ts";
import { newId } from "../../kit/id.ts";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { issue } from "../../kit/schema.ts";
import { knowBrowser } from "../browsers/knowing.ts";
import { accountChain, Device, Mark, MINUTE } from "../forms.ts";
import { enter, replaceSession } from "../sessions/session.ts";
import { findAccount } from "../store.ts";
import { added, ownAccount } from "./acts.ts";
import {
  type Factor,
  factorsOf,
  insertChallenge,
  lockFactors,
  readChallenge,
  takeChallenge,
  updateCounter,
} from "./store.ts";
import { Id, closed, isId } from "../../kit/shapes.ts";

const LIFE = 5 * MINUTE;
const Origin = Type.String({ maxLength: 300, pattern: "^https?://[^/]+$" });
/** The browser's answer as JSON, parsed by the library that verifies it. */
const Response = Type.String({ maxLength: 20_000 });

/** A stored passkey: its id and public key, and its origin. */
type Kept = {
  readonly credential: string;
  readonly publicKey: string;
  readonly transports: readonly string[];
  readonly origin: string;
};
const keptOf = ({ secret }: Factor) => JSON.parse(secret) as Kept;

export const askNewPasskey = defineAct({
  name: "askNewPasskey",
  everywhere: true,
  label: { fr: "Préparer une clé d’accès", en: "Prepare a passkey" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ origin: Origin, site: Type.String({ maxLength: 200 }) }, closed),
  binds: "it begins another proof",
  writes: [],
  async prepare({ input, actor, look }) {
    if (actor.kind !== "account") return undefined;
    const { account, keys } = await look(async (tx) => ({
      account: await ownAccount(tx, actor),
      keys: await passkeysOf(tx, actor.account),
    }));
    return (
      account &&
      generateRegistrationOptions({
        rpID: new URL(input.origin).hostname,
        rpName: input.site,
        userID: Buffer.from(account.id),
        userName: account.address,
        userDisplayName: account.name,
        attestationType: "none",
        excludeCredentials: keys.map((key) => ({ id: keptOf(key).credential })),
        authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      })
    );
  },
  async perform({ tx, input, actor, at, prepared: options }) {
    if (actor.kind !== "account" || !options) return FORBIDDEN;
    const id = newId();
    const held = { challenge: options.challenge, origin: input.origin };
    const expiresAt = new Date(at.getTime() + LIFE);
    await insertChallenge(tx, { id, account: actor.account, kind: "new-passkey", held, at, expiresAt });
    return done({ challenge: id, options }, accountChain(actor.account));
  },
});

export const addPasskey = defineAct({
  name: "addPasskey",
  everywhere: true,
  label: { fr: "Ajouter une clé d’accès", en: "Add a passkey" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object(
    { challenge: Id, response: Response, label: Type.String({ minLength: 1, maxLength: 60 }), device: Device },
    closed,
  ),
  writes: ["second_factor", "recovery_code", "account_session", "mail"],
  async prepare({ input, actor, look }): Promise<(Kept & { readonly counter: number }) | undefined> {
    const asked = await look((tx) => readChallenge(tx, { id: input.challenge, kind: "new-passkey" }));
    if (actor.kind !== "account" || asked?.account !== actor.account) return undefined;
    const { challenge, origin } = asked.held as { challenge: string; origin: string };
    const verified = await verifyRegistrationResponse({
      response: readJson(input.response) as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
    return { credential: id, publicKey: Buffer.from(publicKey).toString("base64url"), transports, origin, counter };
  },
  async perform({ tx, input, actor, at, prepared }) {
    const account = await ownAccount(tx, actor);
    if (actor.kind !== "account" || !account) return FORBIDDEN;
    const asked = await takeChallenge(tx, { id: input.challenge, kind: "new-passkey", at });
    if (!asked || !prepared) return invalid([NOT_SHOWN]);
    const { counter, ...kept } = prepared;
    const secret = JSON.stringify(kept);
    const factor = {
      id: newId(),
      account: account.id,
      kind: "passkey" as const,
      label: input.label,
      secret,
      counter,
    };
    return added(tx, actor, account, { factor, device: input.device, at });
  },
});

/** With a session, one of the account's own keys; without, any key that the device holds for this site. */
export const askPasskey = defineAct({
  name: "askPasskey",
  label: { fr: "Demander une clé d’accès", en: "Ask for a passkey" },
  who: "show a passkey",
  scope: "deployment",
  form: Type.Object({ origin: Origin }, closed),
  writes: [],
  async prepare({ input, actor, look }) {
    const own = actor.kind === "account" ? await look((tx) => passkeysOf(tx, actor.account)) : [];
    return generateAuthenticationOptions({
      rpID: new URL(input.origin).hostname,
      userVerification: "required",
      allowCredentials: own.map((key) => ({ id: keptOf(key).credential })),
    });
  },
  async perform({ tx, actor, at, prepared: options }) {
    const id = newId();
    const account = actor.kind === "account" ? actor.account : null;
    const expiresAt = new Date(at.getTime() + LIFE);
    await insertChallenge(tx, { id, account, kind: "passkey", held: { challenge: options.challenge }, at, expiresAt });
    return done({ challenge: id, options }, account === null ? `challenge:${id}` : accountChain(account));
  },
});

const Shown = Type.Object({ challenge: Id, response: Response, device: Device, mark: Mark }, closed);
type Verified = { readonly account: string; readonly factor: string; readonly counter: number };

/** Signs in by a passkey alone, or proves the second factor of a session, which is then replaced. */
export const showPasskey = defineAct({
  name: "showPasskey",
  label: { fr: "Se présenter avec une clé d’accès", en: "Show a passkey" },
  who: "show a passkey",
  scope: "deployment",
  form: Shown,
  free: FREE.proof,
  writes: ["second_factor", "account_session", "known_browser"],
  async prepare({ input, look }): Promise<Verified | undefined> {
    const response = readJson(input.response) as AuthenticationResponseJSON;
    const account = accountIn(response);
    const { asked, keys } = await look(async (tx) => {
      const challenge = await readChallenge(tx, { id: input.challenge, kind: "passkey" });
      const whose = challenge?.account ?? account;
      return { asked: challenge, keys: isId(whose) ? await passkeysOf(tx, whose) : [] };
    });
    const key = keys.find((one) => keptOf(one).credential === response.id);
    if (!asked || !key) return undefined;
    const { credential, publicKey, origin } = keptOf(key);
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (asked.held as { challenge: string }).challenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      credential: { id: credential, publicKey: Buffer.from(publicKey, "base64url"), counter: key.counter },
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    return { account: asked.account ?? account, factor: key.id, counter: verified.authenticationInfo.newCounter };
  },
  async perform({ tx, input, actor, at, prepared: verified }) {
    const asked = await takeChallenge(tx, { id: input.challenge, kind: "passkey", at });
    if (!asked || !verified || (actor.kind === "account" && actor.account !== verified.account))
      return invalid([NOT_SHOWN]);
    const key = (await lockFactors(tx, verified.account)).find(({ id }) => id === verified.factor);
    // Many devices have no counter and always say 0; a counter never goes back.
    if (!key || (key.counter > 0 && verified.counter <= key.counter)) return invalid([NOT_SHOWN]);
    const account = await findAccount(tx, { id: verified.account });
    if (!account) return FORBIDDEN;
    await updateCounter(tx, key.id, verified.counter);
    const chain = accountChain(account.id);
    if (actor.kind === "account") {
      const token = await replaceSession(tx, actor, { added: ["passkey"], device: input.device, at });
      if (token === undefined) return FORBIDDEN;
      return done({ token, mark: await knowBrowser(tx, { account: account.id, mark: input.mark, at }) }, chain);
    }
    const { device, mark } = input;
    return done(await enter(tx, { account: account.id, means: ["passkey"], device, mark, at }), chain);
  },
});

async function passkeysOf(tx: Tx, account: string): Promise<Factor[]> {
  return (await factorsOf(tx, account)).filter(({ kind }) => kind === "passkey");
}

/** The account that the device names. Only strings: `Buffer.from` allocates whatever length an object claims. */
function accountIn({ response }: Partial<AuthenticationResponseJSON>): string {
  const handle: unknown = response?.userHandle;
  return typeof handle === "string" ? Buffer.from(handle, "base64url").toString() : "";
}

/** Parses anything; what is no browser's answer fails verification. */
function readJson(text: string): object {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}

const NOT_SHOWN = issue(
  "response",
  "Cette clé d’accès n’a pas été reconnue. Recommencez, ou choisissez un autre moyen.",
  "This passkey was not recognised. Try again, or choose another way.",
);
