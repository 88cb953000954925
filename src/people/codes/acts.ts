/** A code sent to an address proves it, for a new person and for a forgotten password alike; the answer never tells which. */
import { randomInt } from "node:crypto";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, erased, FORBIDDEN, invalid } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { issue } from "../../kit/schema.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { ById, closed, Id, Language } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { postMail, unpostMail } from "../../mail/post.ts";
import { countedAs, countedAsGuest } from "../browsers/knowing.ts";
import { Caller, callerOf, Invitation, Mark, MINUTE, Slug, Text } from "../forms.ts";
import { FAILURE_LIFE } from "../sessions/acts.ts";
import { addressIssue, addressKey, withoutNote } from "../../kit/mail-address.ts";
import { codeMail } from "../mails.ts";
import { findAccount } from "../store.ts";
import { deleteCode, insertCode, lockCode, lockLatestCode, updateCode } from "./store.ts";
import { codesAskedFrom, codesAskedSince, failuresBy, insertFailure, lockCount } from "../tries/store.ts";

const HOUR = 60 * MINUTE;
/** A code is read in one mail program and typed in another. */
const CODE_LIFE = 30 * MINUTE;
const CODE_TRIES = 5;
/** Enough for slow mail, too few to flood a mailbox; per network, so that a stranger uses up their own. */
const CODES_AN_HOUR = 5;
const CODES_FROM_ALL = 10;
/** Wrong codes in a quarter of an hour without the page that asked for the code: per network, and in all. */
const TRIES_APART = 5;
const TRIES_APART_FROM_ALL = 10;
/** A whole school calls from one network: this is more than a school's worth. */
const CODES_FROM_ONE_PLACE = 300;

const Code = Type.String({ maxLength: 50 });

export const codeChain = (id: string) => `address-code:${id}`;

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
      why: Type.Optional(oneOf("address", "guest", "confirm", "again")),
      caller: Caller,
      mark: Mark,
      invitation: Invitation,
    },
    closed,
  ),
  writes: ["address_code", "mail"],
  async perform({ tx, input, at }) {
    const address = input.address.trim();
    const wrong = addressIssue("address", address);
    if (wrong) return invalid([wrong]);
    const key = addressKey(address);
    // Looked up by its normalised key, but the mail goes to the account's own spelling, never to another that normalises alike.
    const account = await findAccount(tx, { addressKey: key });
    // The owner's browser has its own counter, whatever strangers asked in their name.
    const own = await ownCount(tx, key, account, input);
    const caller = own ?? callerOf(input);
    await lockCount(tx, `ask ${withoutNote(key)}`);
    const before = await codesAskedSince(tx, key, { since: new Date(at.getTime() - HOUR), caller });
    if (before.here >= CODES_AN_HOUR || (!own && before.all >= CODES_FROM_ALL)) return invalid([TOO_MANY]);
    if (caller && (await codesAskedFrom(tx, caller, new Date(at.getTime() - HOUR))) >= CODES_FROM_ONE_PLACE)
      return invalid([TOO_MANY_HERE]);
    const id = newId();
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const expiresAt = new Date(at.getTime() + CODE_LIFE);
    const to = account?.address ?? address;
    await insertCode(tx, {
      id,
      address: to,
      addressKey: key,
      codeHash: hashCode(id, code),
      caller,
      at,
      expiresAt,
    });
    const { language: lang, school } = input;
    const words = codeMail(lang, { code, minutes: CODE_LIFE / MINUTE, why: input.why ?? "password" });
    await postMail(tx, { reader: null, to, lang, school, about: codeChain(id), at, ...words });
    return done({ request: id }, codeChain(id));
  },
});

/** Where mail does not arrive: the operator reads out a code for the address's latest request. */
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
    await updateCode(tx, asked.id, { tries: 0, codeHash: hashCode(asked.id, code) });
    return done({ code }, codeChain(asked.id));
  },
});

export const tryCode = defineAct({
  name: "tryCode",
  label: { fr: "Donner le code reçu", en: "Give the code received" },
  who: "create an account",
  scope: "deployment",
  form: Type.Object({ request: Id, code: Code }, closed),
  writes: ["address_code"],
  async perform({ tx, input, at }) {
    const asked = await lockCode(tx, input.request);
    if (!asked || asked.expiresAt <= at || asked.tries >= CODE_TRIES) return invalid([CODE_OVER]);
    const right = isCode(asked, input.code);
    // The right code uses up all tries: a ticket is given once.
    const tries = right ? CODE_TRIES : asked.tries + 1;
    if (!right) {
      await updateCode(tx, asked.id, { tries });
      return done<Tried>({ ticket: null, left: CODE_TRIES - tries }, codeChain(asked.id));
    }
    return proven(tx, asked, at);
  },
});

/**
 * Tries a code in another browser than the one that asked: the last one sent to the address, whoever asked for it, so that a stranger's
 * requests lock no one out. Wrong codes are counted by network and by address, apart from those on the page that asked; the answer does
 * not tell whether a code is waiting.
 */
export const tryLastCode = defineAct({
  name: "tryLastCode",
  label: { fr: "Donner le dernier code reçu à une adresse", en: "Give the last code that an address received" },
  who: "create an account",
  scope: "deployment",
  form: Type.Object({ address: Text, code: Code, caller: Caller, mark: Mark, invitation: Invitation }, closed),
  writes: ["address_code", "sign_in_failure"],
  async perform({ tx, input, at }) {
    const key = addressKey(input.address);
    const counted = `code ${key}`;
    const account = await findAccount(tx, { addressKey: key });
    // As when asking: in the owner's browser, strangers' tries elsewhere are not counted.
    const own = await ownCount(tx, key, account, input);
    const caller = own ?? callerOf(input);
    const since = new Date(at.getTime() - FAILURE_LIFE);
    await lockCount(tx, counted);
    const before = await failuresBy(tx, counted, { since, caller });
    if (before.here >= TRIES_APART || (!own && before.all >= TRIES_APART_FROM_ALL)) return invalid([TRIED_TOO_OFTEN]);
    const asked = await lockLatestCode(tx, key, at);
    if (asked && isCode(asked, input.code)) return proven(tx, asked, at);
    const id = newId();
    await insertFailure(tx, { id, addressKey: counted, caller, at });
    return done<Tried>({ ticket: null, left: TRIES_APART - before.here - 1 }, `sign-in-failure:${id}`);
  },
});

type Counted = Pick<Parameters<typeof countedAsGuest>[1], "invitation" | "mark">;

/** By the guest's counter, or else by the account's. */
async function ownCount(
  tx: Tx,
  addressKey: string,
  account: { readonly id: string } | undefined,
  input: Partial<Counted>,
) {
  const { invitation, mark } = input;
  return (
    (await countedAsGuest(tx, { addressKey, invitation, mark })) ??
    (await countedAs(tx, { account: account?.id, mark }))
  );
}

type Asked = { readonly id: string; readonly codeHash: Uint8Array };

function isCode({ id, codeHash }: Asked, typed: string): boolean {
  return hashCode(id, typed.replaceAll(/\D/g, "")).equals(codeHash);
}

async function proven(tx: Tx, { id }: Asked, at: Date) {
  const ticket = newToken();
  const expiresAt = new Date(at.getTime() + CODE_LIFE);
  await updateCode(tx, id, { tries: CODE_TRIES, ticketHash: hashSecret(ticket), expiresAt });
  return done<Tried>({ ticket, left: 0 }, codeChain(id));
}

type Tried = { readonly ticket: string | null; readonly left: number };

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
    // The mail contains the code and the address, so it is erased with them.
    await unpostMail(tx, codeChain(id));
    return erased({}, codeChain(id));
  },
});

/** Salted by the request's id, which no caller can choose: six digits alone are quickly brute-forced. */
function hashCode(request: string, code: string): Buffer {
  return hashSecret(`${request}:${code}`);
}

const TOO_MANY = issue(
  "address",
  "Trop de codes ont été demandés pour cette adresse. Attendez une heure, ou utilisez le dernier reçu.",
  "Too many codes were asked for this address. Wait an hour, or use the last one received.",
);

const TOO_MANY_HERE = issue(
  "address",
  "Trop de codes ont été demandés depuis votre réseau. Attendez une heure, ou utilisez le dernier reçu.",
  "Too many codes were asked from your network. Wait an hour, or use the last one received.",
);

const TRIED_TOO_OFTEN = issue(
  "code",
  "Trop de codes faux ont été donnés pour cette adresse. Attendez un quart d’heure, ou demandez un code et donnez-le dans le même navigateur.",
  "Too many wrong codes were given for this address. Wait a quarter of an hour, or ask for a code and give it in the same browser.",
);

const CODE_OVER = issue(
  "code",
  "Ce code ne vaut plus : il a servi, il a plus de 30 minutes, ou il a été essayé trop de fois. Demandez-en un autre.",
  "This code is no longer good: it was used, is over 30 minutes old, or was tried too often. Ask for another.",
);

const NOT_ASKED = issue(
  "address",
  "Aucun code n’attend pour cette adresse : la personne le demande d’abord sur la page « Se connecter ».",
  "No code is waited for at this address: the person first asks for it on the page “Sign in”.",
);
