/**
 * Changes an account's name and address, by its owner; or its address, second proofs and sessions by a school that knows the person, with
 * a reason.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { type Actor, defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { issue } from "../../kit/schema.ts";
import { hashSecret } from "../../kit/secret.ts";
import { postMail } from "../../mail/post.ts";
import { closed, NOBODY } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import { accountChain, Slug } from "../forms.ts";
import { ownAccount, tell } from "../proofs/acts.ts";
import { deleteFactors, deleteRecoveryCodes } from "../proofs/store.ts";
import { addressIssue, addressKey } from "../../kit/mail-address.ts";
import { personName } from "../rules/person-name.ts";
import { addressWantedMail } from "./mails.ts";
import { noticeMail } from "../mails.ts";
import { type Account, findAccount, lockAddress, updateAccount } from "../store.ts";
import { lockTicket, spendTicket } from "../codes/store.ts";
import { deleteSessions } from "../sessions/store.ts";
import { deleteCalendarAddresses } from "../calendar/store.ts";
import { deleteTokens } from "../tokens/store.ts";
import { insertHelp, mayHelp } from "./store.ts";

const Name = Type.String({ minLength: 1, maxLength: 200 });
const Address = Type.String({ minLength: 1, maxLength: 200 });
const Reason = Type.String({ minLength: 1, maxLength: 1000 });

export const changeName = defineAct({
  name: "changeName",
  label: { fr: "Changer de nom", en: "Change one’s name" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ name: Name }, closed),
  free: "one’s own name on pages; that on papers is changed by a decision",
  writes: ["account", "mail"],
  async perform({ tx, input, actor, at }) {
    const account = await ownAccount(tx, actor);
    if (!account) return FORBIDDEN;
    const name = personName(input.name);
    if (name === "") return invalid([NO_NAME]);
    if (name === account.name) return done({ name }, accountChain(account.id));
    await updateAccount(tx, account.id, { name });
    await tell(tx, account, { what: "name-changed", to: name }, at);
    return done({ name }, accountChain(account.id));
  },
});

/** Takes the code sent to the new address; the old one is notified. */
export const changeAddress = defineAct({
  name: "changeAddress",
  everywhere: true,
  label: { fr: "Changer d’adresse électronique", en: "Change one’s e-mail address" },
  who: "mind one’s own account",
  scope: "deployment",
  form: Type.Object({ ticket: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
  writes: ["account", "mail"],
  async perform({ tx, input, actor, at }) {
    const account = await ownAccount(tx, actor);
    if (!account) return FORBIDDEN;
    const proof = await lockTicket(tx, hashSecret(input.ticket));
    if (!proof || proof.expiresAt <= at) return FORBIDDEN;
    const taken = await lockAddress(tx, proof.addressKey);
    if (taken && taken.id !== account.id) return invalid([TAKEN]);
    if (!(await spendTicket(tx, proof.id))) return FORBIDDEN;
    const { address, addressKey: key } = proof;
    await updateAccount(tx, account.id, { address, addressKey: key });
    await tellBoth(tx, account, address, "address-changed", at);
    return done({ address }, accountChain(account.id));
  },
});

/** Notifies both the old and the new address, so that the owner learns of a change they did not ask for. */
async function tellBoth(
  tx: Tx,
  account: Account,
  address: string,
  what: "address-changed" | "address-given",
  at: Date,
  school?: string,
) {
  const about = accountChain(account.id);
  const { language: lang } = account;
  const common = { reader: about, lang, about, at, ...(school !== undefined && { school }) };
  await postMail(tx, { ...common, to: account.address, ...noticeMail(lang, { what, to: address, left: true }) });
  await postMail(tx, { ...common, to: address, ...noticeMail(lang, { what, to: address }) });
}

/** For a person who lost their mailbox: the administrator has checked their identity, and says how. */
export const giveAddress = defineAct({
  name: "giveAddress",
  label: {
    fr: "Changer l’adresse d’une personne qui a perdu la sienne",
    en: "Change the address of somebody who lost theirs",
  },
  who: "help with an account",
  scope: "deployment",
  form: Type.Object({ school: Slug, address: Address, to: Address, reason: Reason }, closed),
  writes: ["account", "account_help", "account_session", "api_token", "calendar_address", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    if (actor.kind !== "account") return FORBIDDEN;
    const account = await helped(given, actor, input);
    if (!account) return invalid([NOT_KNOWN]);
    const address = input.to.trim();
    const wrong = addressIssue("to", address);
    if (wrong) return invalid([wrong]);
    const key = addressKey(address);
    const taken = await lockAddress(tx, key);
    if (taken?.id === account.id) return invalid([NOT_KNOWN]);
    const help = { id: newId(), account: account.id, what: "address" as const, by: actor.account, at };
    await insertHelp(tx, { ...help, school: input.school, reason: input.reason.trim() });
    // Answered as if the address were free: an administrator must not learn who has an account. The holder of that address is notified.
    if (taken) {
      await tellHolder(tx, { taken, address, about: accountChain(account.id), at, school: input.school });
      return done({ name: account.name }, accountChain(account.id));
    }
    // The password is removed: only a reader of the new mailbox can choose another.
    await updateAccount(tx, account.id, { address, addressKey: key, password: null });
    await deleteSessions(tx, account.id);
    await deleteTokens(tx, account.id);
    await deleteCalendarAddresses(tx, account.id);
    await tellBoth(tx, account, address, "address-given", at, input.school);
    return done({ name: account.name }, accountChain(account.id));
  },
});

type Wanted = {
  readonly taken: Account;
  readonly address: string;
  /** The chain of the account that the address was wanted for, which the mail does not name. */
  readonly about: string;
  readonly at: Date;
  readonly school: string;
};

async function tellHolder(tx: Tx, { taken, address: to, ...where }: Wanted): Promise<void> {
  const { language: lang } = taken;
  await postMail(tx, { ...where, reader: accountChain(taken.id), lang, to, ...addressWantedMail(lang, to) });
}

/** For a person who lost their phone and their recovery codes. */
export const removeProofs = defineAct({
  name: "removeProofs",
  label: {
    fr: "Retirer les secondes preuves d’une personne qui les a perdues",
    en: "Remove the second proofs of somebody who lost them",
  },
  who: "help with an account",
  scope: "deployment",
  form: Type.Object({ school: Slug, address: Address, reason: Reason }, closed),
  writes: [
    "account_help",
    "second_factor",
    "recovery_code",
    "account_session",
    "api_token",
    "calendar_address",
    "mail",
  ],
  async perform(given) {
    const { tx, input, actor, at } = given;
    if (actor.kind !== "account") return FORBIDDEN;
    const account = await helped(given, actor, input);
    if (!account || account.id === actor.account) return invalid([NOT_KNOWN]);
    const help = { id: newId(), account: account.id, what: "proofs" as const, by: actor.account, at };
    await insertHelp(tx, { ...help, school: input.school, reason: input.reason.trim() });
    await deleteFactors(tx, account.id);
    await deleteRecoveryCodes(tx, account.id);
    await deleteSessions(tx, account.id);
    await deleteTokens(tx, account.id);
    await deleteCalendarAddresses(tx, account.id);
    await tell(tx, account, { what: "proofs-removed" }, at);
    return done({ name: account.name }, accountChain(account.id));
  },
});

/** For a person who lost a device: ends every session, wherever it was opened. */
export const endSessionsOf = defineAct({
  name: "endSessionsOf",
  label: {
    fr: "Fermer les sessions d’une personne dont un appareil est perdu",
    en: "End the sessions of somebody who lost a device",
  },
  who: "help with an account",
  scope: "deployment",
  form: Type.Object({ school: Slug, address: Address, reason: Reason }, closed),
  writes: ["account_help", "account_session", "api_token", "calendar_address", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    if (actor.kind !== "account") return FORBIDDEN;
    const account = await helped(given, actor, input);
    if (!account || account.id === actor.account) return invalid([NOT_KNOWN]);
    const help = { id: newId(), account: account.id, what: "sessions" as const, by: actor.account, at };
    await insertHelp(tx, { ...help, school: input.school, reason: input.reason.trim() });
    await deleteSessions(tx, account.id);
    await deleteTokens(tx, account.id);
    await deleteCalendarAddresses(tx, account.id);
    await tell(tx, account, { what: "sessions-ended" }, at);
    return done({ name: account.name }, accountChain(account.id));
  },
});

type Helper = Extract<Actor, { kind: "account" }>;

async function helped(
  { tx, at, opened }: Pick<Performing<unknown>, "tx" | "at" | "opened">,
  actor: Helper,
  { school, address }: { school: string; address: string },
) {
  if (actor.onlyIn !== undefined && actor.onlyIn !== school) return undefined;
  const account = await findAccount(tx, { addressKey: addressKey(address) });
  // Also asked without an account: timing must not tell whether there is one.
  const asked = { helper: actor.account, helped: account?.id ?? NOBODY, school, today: dayIn(at, opened(school).zone) };
  return (await mayHelp(tx, asked)) ? account : undefined;
}

const NO_NAME = issue("name", "Dites comment vous vous appelez.", "Say what you are called.");
const TAKEN = issue("address", "Un autre compte a déjà cette adresse.", "Another account has that address already.");
/** The same answer for no account and for an account unknown to the school: an administrator must not find out which. */
const NOT_KNOWN = issue(
  "address",
  "L’école ne connaît aucun compte à cette adresse, ou ne peut pas le changer ainsi.",
  "The school knows no account at this address, or may not change it in this way.",
);
