/** Signing in and out, and the expiry of sessions and failures. */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, erased, FORBIDDEN, invalid } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { passwordHolds } from "../../kit/password.ts";
import { issue } from "../../kit/schema.ts";
import { ById, closed, Id } from "../../kit/shapes.ts";
import { countedAs } from "../browsers/knowing.ts";
import { accountChain, Caller, callerOf, Device, Mark, MINUTE } from "../forms.ts";
import { addressKey } from "../../kit/mail-address.ts";
import { findAccount } from "../store.ts";
import { deleteEndedSession, deleteOtherSessions, deleteSessions } from "./store.ts";
import { deleteFailure, failuresBy, failuresFrom, insertFailure, lockCount } from "../tries/store.ts";
import { enter, openSession } from "./session.ts";

/** After this many wrong passwords, an address must wait; other addresses of the same network need not. */
export const FAILURES = 10;
export const FAILURE_LIFE = 15 * MINUTE;
/**
 * Password spraying comes from one network, and so does a whole school. Above this many failures in a quarter of an hour, more than a
 * school mistypes, passwords from that network are refused for a while; a mailed code, a passkey and the school's own service still work,
 * so that no one is locked out.
 */
const FAILURES_FROM_ONE_PLACE = 300;

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
      mark: Mark,
    },
    closed,
  ),
  writes: ["account_session", "known_browser", "sign_in_failure"],
  /**
   * While it must wait, the password is not compared: comparing is the costly part, and the answer is the same with and without an
   * account.
   */
  async prepare({ input, at, look, hashCost }): Promise<{ readonly account?: string; readonly busy?: true }> {
    const { waits, account, caller } = await look(async (tx) => {
      const found = await findAccount(tx, { addressKey: addressKey(input.address) });
      const from = await comingFrom(tx, found?.id, input);
      return { waits: await mustWait(tx, input.address, from, at), account: found, caller: from.caller };
    });
    if (waits) return {};
    const holds = await passwordHolds(input.password, account?.password, caller?.toString("hex") ?? "", hashCost);
    if (holds === undefined) return { busy: true };
    return holds && account ? { account: account.id } : {};
  },
  async perform({ tx, input, at, prepared: { account, busy } }) {
    const key = addressKey(input.address);
    const from = await comingFrom(tx, (await findAccount(tx, { addressKey: key }))?.id, input);
    // Compared in `prepare`; the result is told only if the limit still allows it.
    await lockCount(tx, key);
    const waits = await mustWait(tx, input.address, from, at);
    if (waits) return invalid([waits]);
    if (busy) return invalid([BUSY]);
    if (account !== undefined) {
      const { device, mark } = input;
      const entered = await enter(tx, { account, means: ["password"], device, mark, at });
      return done<SignedIn>(entered, accountChain(account));
    }
    const id = newId();
    await insertFailure(tx, { id, addressKey: key, caller: from.caller, at });
    return done<SignedIn>({ token: null }, `sign-in-failure:${id}`);
  },
});

type From = { readonly caller: Buffer | null; readonly own: boolean };

/** In the account's known browser, its own counter: strangers' failures, in its name or from its network, do not count. */
async function comingFrom(
  tx: Tx,
  account: string | undefined,
  input: { readonly caller?: string; readonly mark?: string },
): Promise<From> {
  const own = await countedAs(tx, { account, mark: input.mark });
  return own ? { caller: own, own: true } : { caller: callerOf(input), own: false };
}

async function mustWait(tx: Tx, address: string, { caller, own }: From, at: Date) {
  const since = new Date(at.getTime() - FAILURE_LIFE);
  const { here, all } = await failuresBy(tx, addressKey(address), { since, caller });
  if ((own ? here : all) >= FAILURES) return WAIT;
  return caller && (await failuresFrom(tx, caller, since)) >= FAILURES_FROM_ONE_PLACE ? WAIT_HERE : undefined;
}

/** `null` where the address and the password do not match. */
type SignedIn = { readonly token: string; readonly mark: string } | { readonly token: null };

/** For a demonstration, whose people are entered without a proof: the proof is in the actor `proven`, which no outside caller can be. */
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
    if (input.instead !== undefined) await deleteSessions(tx, account, input.instead);
    return done({ token: await openSession(tx, { account, means, device: input.device, at }) }, accountChain(account));
  },
});

/** Ends one of the account's sessions; by default, the present one. */
export const endSession = defineAct({
  name: "endSession",
  label: { fr: "Se déconnecter", en: "Sign out" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ session: Type.Optional(Id) }, closed),
  writes: ["account_session"],
  async perform({ tx, input, actor }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const ended = await deleteSessions(tx, actor.account, input.session ?? actor.session);
    return ended === 0 ? FORBIDDEN : done({}, accountChain(actor.account));
  },
});

/** Ends all of the account's sessions but this one. */
export const endOtherSessions = defineAct({
  name: "endOtherSessions",
  label: { fr: "Fermer ses autres sessions", en: "End one’s other sessions" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({}, closed),
  writes: ["account_session"],
  async perform({ tx, actor }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const ended = await deleteOtherSessions(tx, actor.account, actor.session);
    return done({ ended }, accountChain(actor.account));
  },
});

export const expireSession = defineAct({
  name: "expireSession",
  label: { fr: "Fermer une session arrivée à son terme", en: "Close a session past its end" },
  who: "let time pass",
  scope: "deployment",
  form: ById,
  writes: ["account_session"],
  async perform({ tx, input: { id }, at }) {
    const account = await deleteEndedSession(tx, id, at);
    return account === undefined ? FORBIDDEN : done({}, accountChain(account));
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
    return gone ? erased({}, `sign-in-failure:${id}`) : FORBIDDEN;
  },
});

export const WAIT = issue(
  "password",
  "Trop de mots de passe refusés pour cette adresse. Attendez un quart d’heure, ou choisissez un nouveau mot de passe.",
  "Too many wrong passwords for this address. Wait a quarter of an hour, or choose a new password.",
);

export const BUSY = issue(
  "password",
  "Beaucoup de personnes se connectent en ce moment. Attendez quelques secondes, puis réessayez : votre mot de passe n’a pas été refusé.",
  "Many people are signing in at this moment. Wait a few seconds, then try again: your password was not refused.",
);

const WAIT_HERE = issue(
  "password",
  "Trop de mots de passe ont été refusés depuis votre réseau. Recevez un code par courriel pour entrer, ou attendez un quart d’heure.",
  "Too many passwords were refused from your network. Receive a code by mail to enter, or wait a quarter of an hour.",
);
