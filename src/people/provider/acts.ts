/** The way to a provider and back: what was sent along serves once, and an account is tied to the provider's name for it. */
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act.ts";
import { issue } from "../../kit/schema.ts";
import { accountChain, Device, Mark, MINUTE } from "../forms.ts";
import { enter, sessionGone } from "../sessions/session.ts";
import { tell } from "../proofs/acts.ts";
import { insertChallenge, takeChallenge } from "../proofs/store.ts";
import { addressKey, isAddress } from "../rules/address.ts";
import { nameOrAddress } from "../rules/person-name.ts";
import { deleteSessions, lockAddress, insertAccount } from "../store.ts";
import { accountOfIdentity, insertIdentity } from "./store.ts";
import { Id, Language, closed } from "../../kit/shapes.ts";

/** Long enough to find a telephone for the provider's own second proof. */
const LIFE = 15 * MINUTE;
const Short = Type.String({ minLength: 16, maxLength: 200 });

export const leaveForProvider = defineAct({
  name: "leaveForProvider",
  label: { fr: "Partir vers le service de connexion de l’école", en: "Leave for the school’s sign-in service" },
  who: "come from a provider",
  scope: "deployment",
  form: Type.Object(
    { state: Short, nonce: Short, verifier: Short, since: Type.Optional(Type.Integer({ minimum: 0 })) },
    closed,
  ),
  writes: [],
  async perform({ tx, input, at }) {
    const id = randomUUID();
    const expiresAt = new Date(at.getTime() + LIFE);
    await insertChallenge(tx, { id, account: null, kind: "provider", held: input, at, expiresAt });
    return done({ way: id }, `challenge:${id}`);
  },
});

/** What was sent along, once. */
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
    type Held = { state: string; nonce: string; verifier: string; since?: number };
    return done(taken.held as Held, `challenge:${input.way}`);
  },
});

/** Lets in whom the provider vouches for: by its own name for them, else by the address it checked, else as somebody new. */
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
      /** Who is signed in and is asked again: the provider has to know them as the same person. */
      again: Type.Optional(Type.Object({ account: Id, session: Id }, closed)),
    },
    closed,
  ),
  writes: ["account", "provider_identity", "account_session", "known_browser", "mail"],
  async perform({ tx, input, actor, at }) {
    if (actor.kind !== "vouched" || actor.subject === "") return FORBIDDEN;
    const { issuer, subject, address, name } = actor;
    const linked = await accountOfIdentity(tx, { issuer, subject });
    const entered = (account: string) =>
      enter(tx, { account, means: ["provider"], at, device: input.device, mark: input.mark });
    if (input.again) {
      const { account, session: before } = input.again;
      if (linked !== account) return invalid([SOMEBODY_ELSE]);
      const gone = await deleteSessions(tx, account, before);
      const { value, rows } = await entered(account);
      return done(value, accountChain(account), ...gone.map(sessionGone), ...rows);
    }
    if (linked !== undefined) {
      const { value, rows } = await entered(linked);
      return done(value, accountChain(linked), ...rows);
    }
    if (!isAddress(address)) return invalid([NO_ADDRESS]);
    const key = addressKey(address);
    const known = await lockAddress(tx, key);
    const id = known?.id ?? randomUUID();
    const given = {
      id,
      address,
      addressKey: key,
      name: nameOrAddress(name, address),
      password: null,
      language: input.language,
      at,
    };
    const made = known ? [] : [await insertAccount(tx, given)];
    const identity = await insertIdentity(tx, { id: randomUUID(), account: id, issuer, subject, at });
    const { value, rows } = await entered(id);
    const account = known ?? { ...given, version: 1 };
    const mail = await tell(tx, account, { what: "provider-linked", label: new URL(issuer).host }, at);
    return done(value, accountChain(id), ...made, identity, ...rows, mail);
  },
});

const SOMEBODY_ELSE = issue(
  "again",
  "Le service de connexion vous connaît comme quelqu’un d’autre.",
  "The sign-in service knows you as somebody else.",
);
const NO_ADDRESS = issue(
  "address",
  "Le service de connexion n’a pas donné d’adresse électronique.",
  "The sign-in service gave no e-mail address.",
);
