/**
 * Applying on paper or by telephone: the office enters the dossier in the person’s stead, and it is marked as such wherever
 * it is shown. The person confirms it by a link and a code, or says what is wrong, and may take it into an account of theirs.
 */
import { randomUUID, timingSafeEqual } from "node:crypto";
import { Type } from "typebox";
import { type Actor, defineAct, defineView, done, FORBIDDEN, invalid } from "../../act.ts";
import { findDebtor } from "../../billing/charges/charging.ts";
import type { Tx } from "../../db/school.ts";
import { issue } from "../../kit/schema.ts";
import { hashSecret } from "../../kit/secret.ts";
import { isAddress } from "../../people/rules/address.ts";
import { actorName } from "../../people/rules/permissions.ts";
import type { Stored } from "../../record/chain.ts";
import { findIntake, type Intake } from "../intakes/store.ts";
import { NO_DOSSIER, NOT_OPEN, standingOf, type Standing } from "./standing.ts";
import { hashCode, newConfirmation } from "./confirmation.ts";
import { tellOffice } from "./telling-office.ts";
import { asking, inHand, isConfirmed, isOwn } from "./hands.ts";
import { dossierState, type DossierState } from "./rules/state.ts";
import { messageMail } from "./sentences.ts";
import {
  type Confirmation,
  type Dossier,
  dossierIn,
  factsOf,
  findConfirmation,
  findDossier,
  historyOf,
  insertDossier,
  insertFact,
  keepState,
  lockConfirmation,
  lockDossier,
  submissionsOf,
  updateConfirmation,
  updateDossier,
} from "./store.ts";
import { insertMessage } from "../messages/store.ts";
import { Id, closed } from "../../kit/shapes.ts";
import { dossierChain } from "./rules/dossier.ts";

const Address = Type.String({ maxLength: 200 });
const Code = Type.String({ maxLength: 20 });
const Secret = Type.String({ maxLength: 100 });

const SHOWN_FOR = 3_600_000;
const TRIES = 5;

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
      /** Where to write to the person, if they gave one. */
      address: Type.Optional(Address),
    },
    closed,
  ),
  writes: ["dossier", "dossier_fact"],
  async perform({ tx, input, actor, at, today }) {
    const intake = await findIntake(tx, input.intake);
    if (!intake) return FORBIDDEN;
    if (at < intake.opensAt) return invalid([NOT_YET]);
    const address = input.address?.trim() ?? "";
    if (address !== "" && !isAddress(address)) return invalid([NO_ADDRESS]);
    const id = randomUUID();
    const { entered, language } = input;
    const given = { id, intake: intake.id, account: null, entered, language, at, today };
    const made = (await insertDossier(tx, { ...given, ...(address !== "" && { address }) }))!;
    const fact = await insertFact(tx, { dossier: id, kind: "entered", at, by: actorName(actor), details: {} });
    await keepState(tx, { ...NO_DOSSIER, id, intake: intake.id }, at);
    return done({ dossier: id, number: made.number }, dossierChain(id), made.stored, fact);
  },
});

/** A link and a code for the person: sent where an address is known, and given back once, to be handed over. */
export const askConfirmation = defineAct({
  name: "askConfirmation",
  label: { fr: "Faire confirmer un dossier saisi", en: "Have an application that was entered confirmed" },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id, address: Type.Optional(Address) }, closed),
  writes: ["dossier", "dossier_confirmation", "mail"],
  async perform(given) {
    const { tx, input, actor } = given;
    const before = await inHand(tx, actor, input.dossier);
    if (!before || !(await lockDossier(tx, before.id))) return FORBIDDEN;
    if (dossierState(await historyOf(tx, before.id)).state === "draft") return invalid([NOT_HANDED_IN]);
    const address = input.address?.trim() || before.address;
    if (address !== null && !isAddress(address)) return invalid([NO_ADDRESS]);
    const changed = address === before.address ? [] : [await updateDossier(tx, before.id, { address })];
    const intake = (await findIntake(tx, before.intake))!;
    const { path, code, rows } = await newConfirmation(
      given,
      { ...before, address },
      { intake, about: dossierChain(before.id) },
    );
    return done({ path, code }, dossierChain(before.id), ...changed, ...rows);
  },
});

/** `right`: the page shows what was entered for the hour to come. */
export const openEntered = defineAct({
  name: "openEntered",
  label: { fr: "Ouvrir un dossier saisi pour soi", en: "Open an application entered for oneself" },
  who: "confirm an application",
  form: Type.Object({ secret: Secret, code: Code }, closed),
  writes: ["dossier_confirmation"],
  async perform({ tx, input, at }) {
    const tried = await tryCode(tx, input, at);
    if (tried.kind === "none") return FORBIDDEN;
    if (tried.kind === "wrong") return wrong(tried);
    const openedUntil = new Date(at.getTime() + SHOWN_FOR);
    const row = await updateConfirmation(tx, tried.confirmation.id, { opened_until: openedUntil });
    return done<Tried>({ right: true }, dossierChain(tried.dossier.id), row);
  },
});

/** What the person agreed to is kept with the fact, with the number of the receipt it is about. */
export const confirmEntered = defineAct({
  name: "confirmEntered",
  label: { fr: "Confirmer un dossier saisi pour soi", en: "Confirm an application entered for oneself" },
  who: "confirm an application",
  form: Type.Object({ secret: Secret, code: Code, words: Type.String({ minLength: 1, maxLength: 5000 }) }, closed),
  writes: ["dossier_fact", "dossier_confirmation"],
  async perform({ tx, input, actor, at }) {
    const tried = await tryCode(tx, input, at);
    if (tried.kind === "none") return FORBIDDEN;
    if (tried.kind === "wrong") return wrong(tried);
    return confirm(tx, tried.dossier, { actor, at, words: input.words, means: "link and code" });
  },
});

/** The same, by whoever took it into their account. */
export const confirmOwn = defineAct({
  name: "confirmOwn",
  binds: true,
  label: { fr: "Confirmer son dossier", en: "Confirm one’s application" },
  who: "apply",
  form: Type.Object({ dossier: Id, words: Type.String({ minLength: 1, maxLength: 5000 }) }, closed),
  writes: ["dossier_fact"],
  async perform({ tx, input, actor, at }) {
    const dossier = await findDossier(tx, input.dossier);
    if (!dossier || !isOwn(dossier, actor) || dossier.entered === "online") return FORBIDDEN;
    return confirm(tx, dossier, { actor, at, words: input.words, means: "account" });
  },
});

type Confirming = { readonly actor: Actor; readonly at: Date; readonly words: string; readonly means: string };

async function confirm(tx: Tx, dossier: Dossier, { actor, at, words, means }: Confirming) {
  if (!(await lockDossier(tx, dossier.id))) return FORBIDDEN;
  const submissions = await submissionsOf(tx, dossier.id);
  const last = submissions.at(-1);
  if (!last || isConfirmed(submissions, await factsOf(tx, dossier.id))) return invalid([NOT_OPEN]);
  const details = { words, means, receipt: last.number, shown: last.shown };
  const fact = await insertFact(tx, { dossier: dossier.id, kind: "confirmed", at, by: actorName(actor), details });
  await keepState(tx, dossier, at);
  return done<Tried>({ right: true }, dossierChain(dossier.id), fact);
}

/** What is wrong becomes a message to the office, which alone can take the dossier back and correct it. */
export const disputeEntered = defineAct({
  name: "disputeEntered",
  label: { fr: "Signaler une erreur dans un dossier saisi", en: "Report a mistake in an application that was entered" },
  who: "confirm an application",
  form: Type.Object({ secret: Secret, code: Code, text: Type.String({ maxLength: 5000 }) }, closed),
  writes: ["dossier_fact", "dossier_message", "dossier_confirmation", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const tried = await tryCode(tx, input, at);
    if (tried.kind === "none") return FORBIDDEN;
    if (tried.kind === "wrong") return wrong(tried);
    const { dossier } = tried;
    if (!(await lockDossier(tx, dossier.id))) return FORBIDDEN;
    const text = input.text.trim();
    if (text === "") return invalid([NOTHING_WRITTEN]);
    const by = actorName(actor);
    const fact = await insertFact(tx, { dossier: dossier.id, kind: "disputed", at, by, details: {} });
    await keepState(tx, dossier, at);
    const message = await insertMessage(tx, { id: randomUUID(), dossier: dossier.id, side: "person", by, at, text });
    const entered = (await factsOf(tx, dossier.id)).find(({ kind }) => kind === "entered")?.by;
    const intake = (await findIntake(tx, dossier.intake))!;
    const { number } = dossier;
    const told = await tellOffice(given, dossier, intake, entered, (lang) =>
      messageMail(lang, { number, to: "school" }),
    );
    return done<Tried>({ right: true }, dossierChain(dossier.id), fact, message, ...told);
  },
});

/** From then on it is theirs like any other, and stays marked as entered by the school. */
export const takeOverDossier = defineAct({
  name: "takeOverDossier",
  label: {
    fr: "Reprendre un dossier saisi dans son compte",
    en: "Take an application that was entered into one’s account",
  },
  who: "apply",
  form: Type.Object({ secret: Secret, code: Code }, closed),
  writes: ["dossier", "dossier_fact", "dossier_confirmation", "charge"],
  async perform({ tx, input, actor, at }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const tried = await tryCode(tx, input, at);
    if (tried.kind === "none") return FORBIDDEN;
    if (tried.kind === "wrong") return wrong(tried);
    const { dossier } = tried;
    const { account } = actor;
    if (dossier.account !== null || !(await lockDossier(tx, dossier.id))) return FORBIDDEN;
    if (await dossierIn(tx, account, dossier.intake)) return invalid([HAS_ONE]);
    const row = await updateDossier(tx, dossier.id, { address: null, account });
    const by = actorName(actor);
    const fact = await insertFact(tx, { dossier: dossier.id, kind: "taken-over", at, by, details: {} });
    await keepState(tx, dossier, at);
    const about = dossierChain(dossier.id);
    return done<Tried>(
      { right: true, dossier: dossier.id },
      about,
      row,
      fact,
      ...(await findDebtor(tx, about, account)),
    );
  },
});

export type Tried = { readonly right: boolean; readonly dossier?: string };

type CodeTried =
  | { readonly kind: "none" }
  | { readonly kind: "wrong"; readonly dossier: Dossier; readonly row: Stored }
  | { readonly kind: "right"; readonly dossier: Dossier; readonly confirmation: Confirmation };

/** After so many wrong codes the link opens nothing any more, and the office makes another. */
async function tryCode(tx: Tx, { secret, code }: { secret: string; code: string }, at: Date): Promise<CodeTried> {
  const confirmation = await lockConfirmation(tx, hashSecret(secret));
  const dossier = confirmation && (await findDossier(tx, confirmation.dossier));
  if (!dossier || confirmation.expiresAt <= at || confirmation.tries >= TRIES) return { kind: "none" };
  if (isCode(confirmation, code)) return { kind: "right", dossier, confirmation };
  const row = await updateConfirmation(tx, confirmation.id, { tries: confirmation.tries + 1 });
  return { kind: "wrong", dossier, row };
}

function isCode({ id, codeHash }: Confirmation, code: string): boolean {
  return timingSafeEqual(hashCode(id, code.replaceAll(/\s/g, "")), codeHash);
}

/** A wrong code is a thing done: it is counted. */
function wrong({ dossier, row }: Extract<CodeTried, { kind: "wrong" }>) {
  return done<Tried>({ right: false }, dossierChain(dossier.id), row);
}

export type Entered = Standing & {
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly state: DossierState;
  readonly confirmed: boolean;
};

/** What was entered, for the hour after the right code was typed, and again with it. */
export const readEntered = defineView({
  name: "readEntered",
  label: { fr: "Relire un dossier saisi pour soi", en: "Read an application entered for oneself" },
  who: "confirm an application",
  form: Type.Object({ secret: Secret, code: Code }, closed),
  async read({ tx, input, at, law }): Promise<Entered | undefined> {
    const confirmation = await findConfirmation(tx, hashSecret(input.secret));
    if (!confirmation?.openedUntil || confirmation.openedUntil < at || !isCode(confirmation, input.code))
      return undefined;
    const dossier = (await findDossier(tx, confirmation.dossier))!;
    const intake = (await findIntake(tx, dossier.intake))!;
    const submissions = await submissionsOf(tx, dossier.id);
    const standing = await standingOf(tx, dossier, intake, law(intake.diploma, { version: intake.lawVersion })!);
    return {
      ...standing,
      dossier,
      intake: asking(intake, dossier),
      state: dossierState(await historyOf(tx, dossier.id)),
      confirmed: isConfirmed(submissions, await factsOf(tx, dossier.id)),
    };
  },
});

/** Whether a link stands for something that waits, without what: shown before any code is typed. */
export const knowsLink = defineView({
  name: "knowsLink",
  label: { fr: "Savoir si un lien de confirmation vaut encore", en: "Know whether a confirmation link still holds" },
  who: "confirm an application",
  form: Type.Object({ secret: Secret }, closed),
  async read({ tx, input, at }) {
    const confirmation = await findConfirmation(tx, hashSecret(input.secret));
    return confirmation && confirmation.expiresAt > at && confirmation.tries < TRIES ? { open: true } : undefined;
  },
});

const NOT_YET = issue("intake", "Les candidatures ne sont pas encore ouvertes.", "Applications are not open yet.");
const NO_ADDRESS = issue(
  "address",
  "Écrivez une adresse électronique, comme prenom.nom@exemple.fr, ou rien.",
  "Write a mail address, such as first.last@example.org, or nothing.",
);
const NOT_HANDED_IN = issue(
  "dossier",
  "Déposez d’abord le dossier : la personne confirme ce qui a été déposé.",
  "Submit the application first: the person confirms what was submitted.",
);
const NOTHING_WRITTEN = issue("text", "Écrivez ce qui n’est pas exact.", "Write what is not right.");
const HAS_ONE = issue(
  "code",
  "Votre compte a déjà un dossier pour cette campagne. Écrivez à l’établissement, qui dira lequel garder.",
  "Your account already has an application for this intake. Write to the school, which will say which one to keep.",
);
