/**
 * Applications on paper or by telephone: the office enters the dossier, which is marked so wherever it is shown. The person confirms it
 * with a link and a code, or disputes it, and may move it into an account. If they gave an address the code is sent there, unseen by the
 * school: staff cannot confirm for them.
 */
import { FREE } from "../../act/binding.ts";
import type { Shown } from "../../act/shows.ts";
import { timingSafeEqual } from "node:crypto";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { type Actor, defineAct, defineView, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { findDebtor } from "../../billing/charges/charging.ts";
import { lockChains } from "../../act/chain.ts";
import type { Tx } from "../../db/school.ts";
import { issue } from "../../kit/schema.ts";
import { hashSecret, newToken } from "../../kit/secret.ts";
import { worksHere } from "../../people/contact.ts";
import { provesAddress } from "../../people/recognised.ts";
import { addressKey, isAddress } from "../../kit/mail-address.ts";
import { actorName, may } from "../../act/permissions.ts";
import { carryChoiceAbout } from "../../mail/choice.ts";
import { postMail } from "../../mail/post.ts";
import { enqueue } from "../../jobs/queue.ts";
import { deriveAgain } from "../../intake/errand.ts";
import { findIntake, type Intake } from "../../intake/intake.ts";
import { NO_DOSSIER, NOT_OPEN, type Standing } from "../standing.ts";
import { enteredLines, standingNow } from "./entered-lines.ts";
import { hashCode, newConfirmation } from "./confirmation.ts";
import { tellOffice } from "../telling-office.ts";
import { asking, HANDED_OVER, isConfirmed, isInHand, isOwn, lockInHand, officeDossier } from "../hands.ts";
import { dossierState, type DossierState } from "../rules/state.ts";
import { addressMovedMail, messageMail } from "../mails.ts";
import { dossierIn, findDossier, insertDossier, lockDossier, updateDossier } from "../store.ts";
import { type Dossier, dossierChain } from "../rules/dossier.ts";
import { factsOf, historyOf, insertFact, keepState, submissionsOf } from "../history/store.ts";
import { insertMessage } from "../messages/store.ts";
import { Id, closed } from "../../kit/shapes.ts";
import { type Confirmation, findConfirmation, updateConfirmation } from "./store.ts";
import * as output from "./output.ts";

const Address = Type.String({ maxLength: 200 });
const Secret = Type.String({ maxLength: 100 });
/** What the page received for the right code. */
const Opening = { secret: Secret, key: Secret };

const SHOWN_FOR = 3_600_000;
export const TRIES = 5;

export const enterDossier = defineAct({
  name: "enterDossier",
  label: {
    fr: "Saisir un dossier reçu sur papier ou par téléphone",
    en: "Enter an application on paper or by telephone",
  },
  who: "handle the dossiers",
  form: Type.Object(
    {
      intake: Id,
      entered: Type.Union([Type.Literal("paper"), Type.Literal("phone")]),
      language: Type.Union([Type.Literal("fr"), Type.Literal("en")]),
      /** The person's address, if they gave one. */
      address: Type.Optional(Address),
    },
    closed,
  ),
  output: output.enterDossier,
  free: "a draft, which nobody acts on before it is sent or confirmed, which binds",
  writes: ["dossier", "dossier_fact"],
  async perform({ tx, input, actor, at, today }) {
    const intake = await findIntake(tx, input.intake);
    if (!intake) return FORBIDDEN;
    if (at < intake.opensAt) return invalid([NOT_YET]);
    const address = input.address?.trim() ?? "";
    if (address !== "" && !isAddress(address)) return invalid([NO_ADDRESS]);
    if (address !== "" && (await worksHere(tx, address))) return invalid([OURS]);
    const id = newId();
    const { entered, language } = input;
    const row = { id, intake: intake.id, account: null, entered, language, at, today };
    const number = (await insertDossier(tx, { ...row, ...(address !== "" && { address }) }))!;
    await insertFact(tx, { dossier: id, kind: "entered", at, by: actorName(actor), details: {} });
    await keepState(tx, { ...NO_DOSSIER, id, intake: intake.id }, at);
    return done({ dossier: id, number }, dossierChain(id));
  },
});

/** Mails the person a link; without an address, returns a link and a code, once, to hand over. */
export const askConfirmation = defineAct({
  name: "askConfirmation",
  label: { fr: "Faire confirmer un dossier saisi", en: "Have an application that was entered confirmed" },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id, address: Type.Optional(Address) }, closed),
  output: output.askConfirmation,
  writes: ["dossier", "dossier_confirmation", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const before = await officeDossier(tx, actor, input.dossier);
    if (!before || !isInHand(before, actor)) return FORBIDDEN;
    if (dossierState(await historyOf(tx, before.id)).state === "draft") return invalid([NOT_HANDED_IN]);
    const address = input.address?.trim() || before.address;
    if (address !== null && !isAddress(address)) return invalid([NO_ADDRESS]);
    if (address !== null && (await worksHere(tx, address))) return invalid([OURS]);
    const moved = address !== before.address;
    if (moved) await updateDossier(tx, before.id, { address });
    const intake = (await findIntake(tx, before.intake))!;
    const about = dossierChain(before.id);
    const handed = await newConfirmation(context, { ...before, address }, { intake, about });
    // Tells the previous address, whose owner may object that they asked for nothing.
    if (moved && before.address !== null) {
      const { number, language: lang, address: to } = before;
      await postMail(tx, { reader: null, to, lang, about, at, ...addressMovedMail(lang, number) });
    }
    return done({ handed }, about);
  },
});

/** Exchanges the proof for a key that lets the page show what was entered, and act, for one hour. */
export const openEntered = defineAct({
  name: "openEntered",
  label: { fr: "Ouvrir un dossier saisi pour soi", en: "Open an application entered for oneself" },
  who: "confirm an application",
  /** The code handed over; or the ticket from `tryCode`, if the code was mailed. */
  form: Type.Object({ secret: Secret, proof: Secret }, closed),
  output: output.openEntered,
  writes: ["dossier_confirmation"],
  async perform({ tx, input, at }) {
    const waits = (await lockLinked(tx, input.secret)) && (await waiting(tx, input.secret, at));
    if (!waits) return FORBIDDEN;
    const { confirmation, dossier } = waits;
    const { id, tries } = confirmation;
    if (dossier.address !== null) {
      const proof = { ticket: input.proof, addressKey: addressKey(dossier.address), at };
      if (!(await provesAddress(tx, proof))) return FORBIDDEN;
      // The person may have become staff since the link was made.
      if (await worksHere(tx, dossier.address)) return invalid([NOW_OURS]);
    } else if (!isCode(confirmation, input.proof)) {
      // A wrong code is not a refusal, so that the attempt is counted.
      await updateConfirmation(tx, id, { tries: tries + 1 });
      return done<Opened>({ key: null }, dossierChain(dossier.id));
    }
    const key = newToken();
    const until = new Date(at.getTime() + SHOWN_FOR);
    await updateConfirmation(tx, id, { opened_hash: hashSecret(key), opened_until: until });
    return done<Opened>({ key }, dossierChain(dossier.id));
  },
});

/** The fact stores the words agreed to and the receipt's number. */
export const confirmEntered = defineAct({
  name: "confirmEntered",
  label: { fr: "Confirmer un dossier saisi pour soi", en: "Confirm an application entered for oneself" },
  who: "confirm an application",
  form: Type.Object({ ...Opening, words: Type.String({ minLength: 1, maxLength: 5000 }) }, closed),
  output: output.confirmEntered,
  writes: ["dossier_fact"],
  async perform({ tx, input, actor, at }) {
    const dossier = await lockOpenedWith(tx, input, at);
    if (!dossier) return FORBIDDEN;
    const means = dossier.address === null ? HANDED_OVER : "link and code";
    return confirm(tx, dossier, { actor, at, words: input.words, means });
  },
});

/** The same, for a dossier already in the person's account. */
export const confirmOwn = defineAct({
  name: "confirmOwn",
  label: { fr: "Confirmer son dossier", en: "Confirm one’s application" },
  who: "apply",
  form: Type.Object({ dossier: Id, words: Type.String({ minLength: 1, maxLength: 5000 }) }, closed),
  output: output.confirmOwn,
  writes: ["dossier_fact"],
  async perform({ tx, input, actor, at }) {
    const dossier = await lockInHand(tx, actor, input.dossier);
    if (!dossier || !isOwn(dossier, actor) || dossier.entered === "online") return FORBIDDEN;
    return confirm(tx, dossier, { actor, at, words: input.words, means: "account" });
  },
});

type Confirming = { readonly actor: Actor; readonly at: Date; readonly words: string; readonly means: string };

async function confirm(tx: Tx, dossier: Dossier, { actor, at, words, means }: Confirming) {
  const submissions = await submissionsOf(tx, dossier.id);
  const last = submissions.at(-1);
  if (!last || isConfirmed(submissions, await factsOf(tx, dossier.id))) return invalid([NOT_OPEN]);
  const details = { words, means, receipt: last.number, shown: last.shown };
  await insertFact(tx, { dossier: dossier.id, kind: "confirmed", at, by: actorName(actor), details });
  await keepState(tx, dossier, at);
  return done({}, dossierChain(dossier.id));
}

/** A dispute is a message to the office, which alone can take the dossier back and correct it. */
export const disputeEntered = defineAct({
  name: "disputeEntered",
  label: { fr: "Signaler une erreur dans un dossier saisi", en: "Report a mistake in an application that was entered" },
  who: "confirm an application",
  form: Type.Object({ ...Opening, text: Type.String({ maxLength: 5000 }) }, closed),
  output: output.disputeEntered,
  free: FREE.contests,
  writes: ["dossier_fact", "dossier_message", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const dossier = await lockOpenedWith(tx, input, at);
    if (!dossier) return FORBIDDEN;
    const text = input.text.trim();
    if (text === "") return invalid([NOTHING_WRITTEN]);
    const by = actorName(actor);
    await insertFact(tx, { dossier: dossier.id, kind: "disputed", at, by, details: {} });
    await keepState(tx, dossier, at);
    await insertMessage(tx, { id: newId(), dossier: dossier.id, side: "person", by, at, text });
    const entered = (await factsOf(tx, dossier.id)).find(({ kind }) => kind === "entered")?.by;
    const intake = (await findIntake(tx, dossier.intake))!;
    const { number } = dossier;
    await tellOffice(context, dossier, intake, entered, (lang) => messageMail(lang, { number, to: "school" }));
    return done({}, dossierChain(dossier.id));
  },
});

/** From then on the account owns it; it stays marked as entered by the school. */
export const takeOverDossier = defineAct({
  name: "takeOverDossier",
  label: {
    fr: "Reprendre un dossier saisi dans son compte",
    en: "Take an application that was entered into one’s account",
  },
  who: "apply",
  form: Type.Object(Opening, closed),
  output: output.takeOverDossier,
  shows: { lines: true },
  writes: ["dossier", "dossier_fact", "charge", "mail_choice"],
  async perform({ tx, input, actor, at, law, today, changed }) {
    if (actor.kind !== "account") return FORBIDDEN;
    // Staff who may enter dossiers cannot confirm one as their own.
    if (may(actor, "handle the dossiers")) return invalid([WORKS_HERE]);
    await lockWhole(tx, input.secret);
    const dossier = await lockOpenedWith(tx, input, at);
    const { account } = actor;
    if (!dossier) return FORBIDDEN;
    if (await dossierIn(tx, account, dossier.intake)) return invalid([HAS_ONE]);
    const otherwise = changed(enteredLines(dossier, await standingNow({ tx, law, today }, dossier)));
    if (otherwise) return otherwise;
    await updateDossier(tx, dossier.id, { address: null, account });
    const by = actorName(actor);
    await insertFact(tx, { dossier: dossier.id, kind: "taken-over", at, by, details: {} });
    await keepState(tx, dossier, at);
    const about = dossierChain(dossier.id);
    await carryChoiceAbout(tx, dossier.id, account);
    // What they owe of their contract stands on a chain of its own.
    for (const owed of [`contract:${dossier.id}`, about]) await findDebtor(tx, owed, account);
    // What later rooms have waiting for the school on their own chains now waits for the account.
    await enqueue(tx, deriveAgain, { about }, at);
    return done({ dossier: dossier.id }, about);
  },
});

/** `null` for a wrong code. */
type Opened = { readonly key: string | null };
type Waiting = { readonly confirmation: Confirmation; readonly dossier: Dossier };

/**
 * The confirmation of a valid link. Undefined if expired, after too many wrong codes (the office makes another), or once an account took
 * the dossier over and confirms it there.
 */
async function waiting(tx: Tx, secret: string, at: Date): Promise<Waiting | undefined> {
  const confirmation = await findConfirmation(tx, hashSecret(secret));
  const dossier = confirmation && (await findDossier(tx, confirmation.dossier));
  const over = !confirmation || confirmation.expiresAt <= at || confirmation.tries >= TRIES;
  return over || !dossier || dossier.account !== null ? undefined : { confirmation, dossier };
}

/** Locks the link's dossier before reading it, so that two attempts or takeovers run one after the other. */
async function lockLinked(tx: Tx, secret: string): Promise<boolean> {
  const confirmation = await findConfirmation(tx, hashSecret(secret));
  return confirmation !== undefined && lockDossier(tx, confirmation.dossier);
}

type Opening = { readonly secret: string; readonly key: string };

async function lockOpenedWith(tx: Tx, opening: Opening, at: Date): Promise<Dossier | undefined> {
  return (await lockLinked(tx, opening.secret)) ? openedWith(tx, opening, at) : undefined;
}

/** The kinds of later rooms' chains that a dossier has, one each: what waits on them is for its account. */
const ON_DOSSIER = ["candidacy", "contract", "interviews"] as const;

/** Locks the link's dossier with these chains. */
async function lockWhole(tx: Tx, secret: string): Promise<void> {
  const id = (await findConfirmation(tx, hashSecret(secret)))?.dossier;
  if (id !== undefined) await lockChains(tx, [dossierChain(id), ...ON_DOSSIER.map((kind) => `${kind}:${id}`)]);
}

/** The dossier opened with this key within the hour. */
async function openedWith(tx: Tx, { secret, key }: Opening, at: Date): Promise<Dossier | undefined> {
  const waits = await waiting(tx, secret, at);
  const { openedHash = null, openedUntil = null } = waits?.confirmation ?? {};
  if (!openedHash || !openedUntil || openedUntil < at) return undefined;
  return timingSafeEqual(hashSecret(key), openedHash) ? waits?.dossier : undefined;
}

function isCode({ id, codeHash }: Confirmation, code: string): boolean {
  return codeHash !== null && timingSafeEqual(hashCode(id, code.replaceAll(/\s/g, "")), codeHash);
}

export type Entered = Standing & {
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly state: DossierState;
  readonly confirmed: boolean;
  readonly lines: Shown[number][];
};

/** What was entered, readable for an hour after the right code. */
export const readEntered = defineView({
  name: "readEntered",
  label: { fr: "Relire un dossier saisi pour soi", en: "Read an application entered for oneself" },
  who: "confirm an application",
  form: Type.Object(Opening, closed),
  output: output.readEntered,
  async read({ tx, input, at, today, law }): Promise<Entered | undefined> {
    const dossier = await openedWith(tx, input, at);
    if (!dossier) return undefined;
    const intake = (await findIntake(tx, dossier.intake))!;
    const submissions = await submissionsOf(tx, dossier.id);
    const standing = await standingNow({ tx, law, today }, dossier);
    return {
      ...standing,
      lines: [...enteredLines(dossier, standing)],
      dossier,
      intake: asking(intake, dossier),
      state: dossierState(await historyOf(tx, dossier.id)),
      confirmed: isConfirmed(submissions, await factsOf(tx, dossier.id)),
    };
  },
});

/** Whether a link is still valid, without its dossier; and the address, for the page that sends the code. */
export const knowsLink = defineView({
  name: "knowsLink",
  label: { fr: "Savoir si un lien de confirmation vaut encore", en: "Know whether a confirmation link still holds" },
  who: "hold a link to confirm",
  form: Type.Object({ secret: Secret }, closed),
  async read({ tx, input, at }) {
    const waits = await waiting(tx, input.secret, at);
    return waits && { address: waits.dossier.address, language: waits.dossier.language };
  },
});

const NOT_YET = issue("intake", "Les candidatures ne sont pas encore ouvertes.", "Applications are not open yet.");
const NO_ADDRESS = issue(
  "address",
  "Écrivez une adresse électronique, comme prenom.nom@exemple.fr, ou rien.",
  "Write a mail address, such as first.last@example.org, or nothing.",
);
const OURS = issue(
  "address",
  "Cette adresse est celle de quelqu’un qui travaille ici : la personne seule confirme son dossier.",
  "This is the address of somebody who works here: only the person confirms their application.",
);
const NOW_OURS = issue(
  "code",
  "Le dossier ne s’ouvre pas avec ce code : pour l’établissement, cette adresse est celle de quelqu’un qui y travaille. Demandez-lui d’envoyer le lien à une autre adresse.",
  "This code does not open the application: to the school, this address is that of somebody who works there. Ask it to send the link to another address.",
);
const WORKS_HERE = issue(
  "account",
  "Ce compte traite les dossiers de cet établissement : il ne peut pas en reprendre un.",
  "This account handles the applications of this school: it cannot take one over.",
);
const NOT_HANDED_IN = issue(
  "dossier",
  "Déposez d’abord le dossier : la personne confirme ce qui a été déposé.",
  "Submit the application first: the person confirms what was submitted.",
);
const NOTHING_WRITTEN = issue("text", "Écrivez ce qui n’est pas exact.", "Write what is not right.");
const HAS_ONE = issue(
  "account",
  "Votre compte a déjà un dossier pour cette campagne. Écrivez à l’établissement, qui dira lequel garder.",
  "Your account already has an application for this intake. Write to the school, which will say which one to keep.",
);
