/**
 * The verbs of a candidate on their own dossier: begin, save a section, hand in a file, submit, take back, withdraw. A
 * draft takes anything that was typed; only submitting judges.
 */
import { createHash, randomUUID } from "node:crypto";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act.ts";
import { chargeFee } from "../../billing/charges/charging.ts";
import type { Tx } from "../../db/school.ts";
import { canonical } from "../../kit/canonical.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { type Day, isDay } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Law } from "../../law/law.ts";
import { contactOf } from "../../people/contact.ts";
import { recognisedBy } from "../../people/recognised.ts";
import { isFresh } from "../../people/rules/freshness.ts";
import { actorName } from "../../people/rules/permissions.ts";
import { latestCheckpoint } from "../../record/checkpoints.ts";
import { attachFile, detachFile, filesAbout } from "../../record/files/attach.ts";
import { postMail } from "../../record/mail/post.ts";
import { type Draft, EMPTY, known, toInput } from "../rules/draft.ts";
import { findIntake, type Intake } from "../intakes/store.ts";
import { newConfirmation } from "./confirmation.ts";
import { asking, inHand, isOwn } from "./hands.ts";
import { tasksOf, unfinished } from "./rules/completeness.ts";
import { CONFIDENTIAL, type Contents, lineOf, SECTIONS } from "./rules/sections.ts";
import { isOpen } from "./rules/state.ts";
import { submittedMail, withdrawnMail } from "./sentences.ts";
import {
  type Dossier,
  dossierIn,
  findSection,
  historyOf,
  insertDossier,
  insertFact,
  insertSubmission,
  keepName,
  keepState,
  type ListedFile,
  type SavedSection,
  lockState,
  putSection,
  sectionsOf,
  submissionsOf,
} from "./store.ts";
import { dossierState } from "./rules/state.ts";

/** The draft of titles, experience, relief and funding: the same as that of the public check. */
export const DECLARED = "declared";
/** By the key of the piece, what a person says of its pages. */
export const EXPLANATIONS = "explanations";
const KEYS = [...SECTIONS.map(({ key }) => key), CONFIDENTIAL.key, DECLARED];
const MAX_CONTENTS = 256 * 1024;

const closed = { additionalProperties: false } as const;
const Id = Type.String({ minLength: 36, maxLength: 36, pattern: "^[0-9a-f-]{36}$" });
const Facts = Type.Record(Type.String(), Type.Unknown());
const Language = Type.Union([Type.Literal("fr"), Type.Literal("en")]);
const Key = Type.String({ minLength: 1, maxLength: 100, pattern: "^[a-z0-9-]+$" });

export const dossierChain = (id: string) => `dossier:${id}`;

export const startDossier = defineAct({
  name: "startDossier",
  label: { fr: "Commencer un dossier de candidature", en: "Begin an application" },
  who: "apply",
  form: Type.Object({ intake: Id, language: Language, declared: Type.Optional(Facts) }, closed),
  writes: ["dossier", "dossier_fact", "dossier_section"],
  async perform({ tx, input, actor, at, today }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const { account } = actor;
    const intake = await findIntake(tx, input.intake);
    if (!intake || intake.state !== "open") return FORBIDDEN;
    const before = await dossierIn(tx, account, intake.id);
    if (before) return done<Begun>({ dossier: before.id, number: before.number, new: false }, dossierChain(before.id));
    if (at < intake.opensAt) return invalid([NOT_YET]);
    if (at > intake.closesAt) return invalid([TOO_LATE]);
    const issues = sizeIssues("declared", input.declared ?? {});
    if (issues.length > 0) return invalid(issues);
    const id = randomUUID();
    const { language, declared } = input;
    const made = await insertDossier(tx, { id, intake: intake.id, account, entered: "online", language, at, today });
    // Begun in another tab at this very moment.
    if (!made) return stale((await dossierIn(tx, account, intake.id))!.id);
    const by = actorName(actor);
    const fact = await insertFact(tx, { dossier: id, kind: "begun", at, by, details: {} });
    const section =
      declared && (await putSection(tx, { dossier: id, section: DECLARED, contents: declared, at, by }, 0));
    await keepState(tx, { ...NO_DOSSIER, id, intake: intake.id }, at);
    const begun = { dossier: id, number: made.number, new: true };
    return done<Begun>(begun, dossierChain(id), made.stored, fact, ...(section ? [section] : []));
  },
});

type Begun = { readonly dossier: string; readonly number: string; readonly new: boolean };

/** Replaces one section, if nobody did since `version` was read (0: never saved). Nothing typed is refused for what it says. */
export const saveSection = defineAct({
  name: "saveSection",
  label: { fr: "Enregistrer une partie du dossier", en: "Save a part of the application" },
  who: "apply",
  form: Type.Object(
    {
      dossier: Id,
      section: Key,
      version: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }),
      contents: Facts,
    },
    closed,
  ),
  writes: ["dossier_section"],
  async perform({ tx, input, actor, at }) {
    const { section, version, contents } = input;
    if (!KEYS.includes(section)) return invalid([UNKNOWN_SECTION]);
    const issues = sizeIssues("contents", contents);
    if (issues.length > 0) return invalid(issues);
    const dossier = await inHand(tx, actor, input.dossier);
    if (!dossier || !(await lockState(tx, dossier.id))) return FORBIDDEN;
    // What is said to the disability advisor passes through no other hands.
    if (section === CONFIDENTIAL.key && !isOwn(dossier, actor)) return FORBIDDEN;
    if (!isOpen(dossierState(await historyOf(tx, dossier.id)), itemOf(section))) return invalid([NOT_OPEN]);
    const row = await putSection(tx, { dossier: dossier.id, section, contents, at, by: actorName(actor) }, version);
    if (!row) {
      const now = await findSection(tx, dossier.id, section);
      return stale({ version: now?.version ?? 0, contents: now?.contents ?? {} });
    }
    if (section === "identity") await keepName(tx, dossier.id, nameOf(contents as Contents));
    return done({ version: version + 1, savedAt: at.toISOString() }, dossierChain(dossier.id), row);
  },
});

export const addFile = defineAct({
  name: "addFile",
  label: { fr: "Joindre un fichier au dossier", en: "Add a file to the application" },
  who: "apply",
  form: Type.Object({ dossier: Id, piece: Key, upload: Id }, closed),
  writes: ["stored_file"],
  async perform({ tx, input, actor, at }) {
    const dossier = await inHand(tx, actor, input.dossier);
    if (!dossier || actor.kind !== "account" || !(await lockState(tx, dossier.id))) return FORBIDDEN;
    const intake = asking((await findIntake(tx, dossier.intake))!, dossier);
    const piece = intake.pieces.find(({ key }) => key === input.piece);
    if (!piece) return invalid([UNKNOWN_PIECE]);
    if (!isOpen(dossierState(await historyOf(tx, dossier.id)), pieceItem(piece.key))) return invalid([NOT_OPEN]);
    const about = dossierChain(dossier.id);
    const before = (await filesAbout(tx, about)).filter(({ slot }) => slot === piece.key);
    // One file where one is asked for: the new one takes the place of the other.
    const replaced = piece.many ? [] : before;
    const submitted = (await submissionsOf(tx, dossier.id)).length > 0;
    const gone = [];
    for (const { id } of replaced) gone.push(await detachFile(tx, { file: id, about, at, keep: submitted }));
    if (piece.many && before.length >= MOST_FILES) return invalid([TOO_MANY_FILES]);
    const attached = await attachFile(tx, { upload: input.upload, account: actor.account, about, slot: piece.key, at });
    if ("problem" in attached) return invalid([FILE_GONE]);
    return done({ file: attached.file }, about, ...gone.flatMap((one) => one ?? []), attached.stored);
  },
});

const MOST_FILES = 30;

export const removeFile = defineAct({
  name: "removeFile",
  label: { fr: "Retirer un fichier du dossier", en: "Take a file out of the application" },
  who: "apply",
  form: Type.Object({ dossier: Id, file: Id }, closed),
  writes: ["stored_file"],
  async perform({ tx, input, actor, at }) {
    const dossier = await inHand(tx, actor, input.dossier);
    if (!dossier || !(await lockState(tx, dossier.id))) return FORBIDDEN;
    const about = dossierChain(dossier.id);
    const file = (await filesAbout(tx, about)).find(({ id }) => id === input.file);
    if (!file) return FORBIDDEN;
    if (!isOpen(dossierState(await historyOf(tx, dossier.id)), pieceItem(file.slot))) return invalid([NOT_OPEN]);
    // What a receipt speaks of stays, put aside.
    const keep = (await submissionsOf(tx, dossier.id)).length > 0;
    const row = await detachFile(tx, { file: file.id, about, at, keep });
    return row ? done({}, about, row) : FORBIDDEN;
  },
});

/** What the person says of a text whose pages are fewer or more than asked: kept beside it, for whoever reads it. */
export const explainPages = defineAct({
  name: "explainPages",
  label: { fr: "Expliquer un nombre de pages", en: "Explain a number of pages" },
  who: "apply",
  form: Type.Object({ dossier: Id, piece: Key, text: Type.String({ maxLength: 2000 }) }, closed),
  writes: ["dossier_section"],
  async perform({ tx, input, actor, at }) {
    const dossier = await inHand(tx, actor, input.dossier);
    if (!dossier || !(await lockState(tx, dossier.id))) return FORBIDDEN;
    if (!isOpen(dossierState(await historyOf(tx, dossier.id)), pieceItem(input.piece))) return invalid([NOT_OPEN]);
    const before = await findSection(tx, dossier.id, EXPLANATIONS);
    const contents = { ...before?.contents, [input.piece]: input.text };
    const saving = { dossier: dossier.id, section: EXPLANATIONS, contents, at, by: actorName(actor) };
    const row = await putSection(tx, saving, before?.version ?? 0);
    return row ? done({}, dossierChain(dossier.id), row) : stale({});
  },
});

/**
 * Hands the dossier in: what was shown on the page is what is sealed, signed by whoever showed who they are within the
 * half hour. After the closing it is recorded and receipted as late. The selection fee is charged the first time.
 */
export const submitDossier = defineAct({
  name: "submitDossier",
  label: { fr: "Déposer son dossier", en: "Submit one’s application" },
  who: "apply",
  form: Type.Object(
    {
      dossier: Id,
      /** Of exactly what the page showed (`shownHash`). */
      shown: Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }),
      /** The words that were agreed to. */
      words: Type.String({ minLength: 1, maxLength: 5000 }),
      /** Of a dossier on paper: the day it came to the school; today unless said. */
      receivedOn: Type.Optional(Type.String({ maxLength: 10 })),
    },
    closed,
  ),
  writes: ["submission", "charge", "mail", "dossier_confirmation"],
  async perform(given) {
    const { tx, input, actor, at, zone, today } = given;
    const dossier = await inHand(tx, actor, input.dossier);
    if (!dossier || actor.kind !== "account" || !(await lockState(tx, dossier.id))) return FORBIDDEN;
    if (!isFresh(actor, at)) return invalid([NOT_FRESH]);
    const state = dossierState(await historyOf(tx, dossier.id));
    if (state.state !== "draft") return invalid([NOT_OPEN]);
    const byHand = !isOwn(dossier, actor);
    const receivedOn = byHand ? (input.receivedOn ?? today) : null;
    if (receivedOn !== null && (!isDay(receivedOn) || receivedOn > today)) return invalid([NOT_RECEIVED]);
    const intake = (await findIntake(tx, dossier.intake))!;
    const law = given.law(intake.diploma, { version: intake.lawVersion })!;
    const standing = await standingOf(tx, dossier, intake, law);
    const open = unfinished(standing.tasks);
    if (open.length > 0) return invalid(open.map(({ key }) => UNFINISHED(key)));
    if (shownHash(standing, input.words) !== input.shown) return stale({ shown: shownHash(standing, input.words) });
    // What came on paper was in time on the day it came; all else at the instant it is here.
    const late = receivedOn === null ? at > intake.closesAt : receivedOn > dayIn(intake.closesAt, zone);
    const first = (await submissionsOf(tx, dossier.id)).length === 0;
    const submission = await seal(given, { dossier, standing, law, kind: "whole", items: [], late, receivedOn });
    await keepState(tx, dossier, at);
    const about = dossierChain(dossier.id);
    // A fee of nothing is not asked.
    const fees = intake.fees.filter(({ amount }) => amount > 0);
    const charged =
      first && fees.length > 0
        ? await chargeFee(tx, {
            about,
            account: dossier.account,
            debtorName: nameOf(standing.sections.identity ?? {}),
            lines: fees,
            chargedOn: today,
            dueOn: dayIn(late ? at : intake.closesAt, zone),
          })
        : undefined;
    const mail = await tell(given, dossier, intake, (lang) =>
      submittedMail(lang, {
        number: submission.number,
        at,
        zone,
        late,
        closesAt: intake.closesAt,
        due: charged && { total: charged.total, reference: charged.reference },
      }),
    );
    // Somebody who has no account here is asked to confirm what was entered for them.
    const asked =
      byHand && dossier.address !== null ? await newConfirmation(given, dossier, { intake, about }) : undefined;
    const receipt = { submission: submission.number, late };
    return done(
      receipt,
      about,
      submission.stored,
      ...(charged ? [charged.stored] : []),
      ...mail,
      ...(asked?.rows ?? []),
    );
  },
});

export type Sealing = {
  readonly dossier: Dossier;
  readonly standing: Standing;
  readonly law: Law;
  readonly kind: "whole" | "complement";
  readonly items: readonly string[];
  readonly late: boolean;
  readonly receivedOn: Day | null;
};

/** Seals a dossier as it stands, under the next number of its receipts; its words and hash are those of the form. */
export async function seal(
  given: Performing<{ readonly shown: string; readonly words: string }>,
  { dossier, standing, law, ...what }: Sealing,
) {
  const { tx, actor, at, input } = given;
  if (actor.kind !== "account") throw new Error("A dossier is handed in by a person");
  const last = await latestCheckpoint(tx);
  return insertSubmission(tx, {
    id: randomUUID(),
    ...what,
    dossier,
    at,
    contents: standing.sections,
    files: standing.files,
    decided: eligibilityOf(given, law, dossier, standing.draft),
    shown: input.shown,
    words: input.words,
    means: isOwn(dossier, actor) ? (await recognisedBy(tx, actor)).join(" ") : dossier.entered,
    authenticatedAt: actor.authenticatedAt,
    by: actorName(actor),
    checkpoint: last ? { number: last.number, hash: last.hash } : null,
  });
}

export const takeBackDossier = defineAct({
  name: "takeBackDossier",
  label: { fr: "Reprendre son dossier pour le corriger", en: "Take one’s application back to correct it" },
  who: "apply",
  form: Type.Object({ dossier: Id }, closed),
  writes: ["dossier_fact"],
  async perform({ tx, input, actor, at }) {
    const dossier = await inHand(tx, actor, input.dossier);
    if (!dossier || !(await lockState(tx, dossier.id))) return FORBIDDEN;
    const intake = (await findIntake(tx, dossier.intake))!;
    const { state } = dossierState(await historyOf(tx, dossier.id));
    // One that was late may be taken back too, where the intake was prolonged since.
    if (state !== "submitted" && state !== "late") return invalid([NOT_OPEN]);
    if (at > intake.closesAt) return invalid([TOO_LATE_TO_TAKE_BACK]);
    const fact = await insertFact(tx, {
      dossier: dossier.id,
      kind: "taken-back",
      at,
      by: actorName(actor),
      details: {},
    });
    await keepState(tx, dossier, at);
    return done({}, dossierChain(dossier.id), fact);
  },
});

export const withdrawDossier = defineAct({
  name: "withdrawDossier",
  label: { fr: "Retirer sa candidature", en: "Withdraw one’s application" },
  who: "apply",
  form: Type.Object({ dossier: Id, reason: Type.Optional(Type.String({ maxLength: 2000 })) }, closed),
  writes: ["dossier_fact", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const dossier = await inHand(tx, actor, input.dossier);
    if (!dossier || !(await lockState(tx, dossier.id))) return FORBIDDEN;
    if (dossierState(await historyOf(tx, dossier.id)).state === "withdrawn") return invalid([NOT_OPEN]);
    const details = input.reason === undefined ? {} : { reason: input.reason };
    const fact = await insertFact(tx, { dossier: dossier.id, kind: "withdrawn", at, by: actorName(actor), details });
    await keepState(tx, dossier, at);
    const intake = (await findIntake(tx, dossier.intake))!;
    const mail = await tell(given, dossier, intake, (lang) => withdrawnMail(lang, dossier.number));
    return done({}, dossierChain(dossier.id), fact, ...mail);
  },
});

export const NO_DOSSIER: Dossier = {
  id: "",
  intake: "",
  number: "",
  account: null,
  entered: "online",
  language: "fr",
  startedAt: new Date(0),
  address: null,
};

/** What a dossier holds now, and how far it is. */
export type Standing = {
  readonly sections: { readonly [section: string]: Contents };
  readonly draft: Draft;
  readonly files: readonly ListedFile[];
  readonly tasks: ReturnType<typeof tasksOf>;
};

export async function standingOf(tx: Tx, dossier: Dossier, intake: Intake, law: Law): Promise<Standing> {
  const saved = await sectionsOf(tx, dossier.id);
  return standing(saved, await filesAbout(tx, dossierChain(dossier.id)), asking(intake, dossier), law);
}

/** The same, from what was read already; the intake as it asks of this dossier. */
export function standing(
  saved: readonly SavedSection[],
  attached: readonly ListedFile[],
  intake: Intake,
  law: Law,
): Standing {
  const sections = Object.fromEntries(saved.map(({ section, contents }) => [section, contents]));
  const draft = known(law.diploma, { ...EMPTY, ...(sections[DECLARED] as unknown as Partial<Draft>) });
  const files = attached.map(({ slot, name, sha256, size, pages }) => ({
    slot,
    name,
    sha256,
    size,
    pages,
  }));
  const tasks = tasksOf({
    law: law.diploma,
    draft,
    sections,
    pieces: intake.pieces,
    files,
    pagesOutside: intake.pagesOutside,
  });
  return { sections, draft, files, tasks };
}

/** The fingerprint of what a page shows before it is agreed to: sections, files and words. */
export function shownHash({ sections, files }: Pick<Standing, "sections" | "files">, words: string): string {
  return `sha256:${createHash("sha256").update(canonical({ sections, files, words })).digest("hex")}`;
}

function eligibilityOf(
  { decide, today }: Pick<Performing<unknown>, "decide" | "today">,
  law: Law,
  { number, language }: Dossier,
  draft: Draft,
): Record<string, unknown> {
  const { diploma, version, establishment } = law.basis;
  const asked = { ...toInput(law.diploma, draft, today), id: number, diploma, version, establishment };
  const decided = decide("eligibility", asked);
  return decided && "answer" in decided ? { input: asked, answer: decided.answer(language) } : { input: asked };
}

/** Writes to the person: into their account, or to the address they gave where they have none. */
export async function tell(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  dossier: Dossier,
  intake: Intake,
  words: (lang: Dossier["language"]) => { readonly subject: string; readonly paragraphs: readonly string[] },
) {
  const contact = dossier.account === null ? undefined : await contactOf(tx, dossier.account);
  const to = contact?.address ?? dossier.address;
  if (to === null) return [];
  const { language: lang } = dossier;
  const path = `/${establishment}${lang === "en" ? "/en" : ""}/${intake.diploma}/dossier/${dossier.id}`;
  const about = dossierChain(dossier.id);
  const link = { path, label: OPEN[lang] };
  return [
    await postMail(tx, {
      reader: contact ? `account:${dossier.account}` : null,
      to,
      lang,
      about,
      at,
      // Without an account the page would open to nobody.
      ...(contact && { link }),
      ...words(lang),
    }),
  ];
}

const OPEN = { fr: "Ouvrir mon dossier", en: "Open my application" } as const;

/** A complement names sections and pieces in one list. */
export function itemOf(section: string): string {
  return section === CONFIDENTIAL.key ? "accommodations" : section;
}
export function pieceItem(piece: string): string {
  return `piece:${piece}`;
}

function nameOf(identity: Contents): string | null {
  const name = lineOf(identity, "usedName") || lineOf(identity, "birthName");
  const given = lineOf(identity, "givenNames").split(/[\s,]+/)[0] ?? "";
  return `${name} ${given}`.trim() || null;
}

function sizeIssues(path: string, value: unknown): Issue[] {
  if (JSON.stringify(value).length <= MAX_CONTENTS) return [];
  const kilobytes = MAX_CONTENTS / 1024;
  return [issue(path, `Trop de texte : ${kilobytes} Kio au plus.`, `Too much text: ${kilobytes} KiB at most.`)];
}

const NOT_YET = issue("intake", "Les candidatures ne sont pas encore ouvertes.", "Applications are not open yet.");
const TOO_LATE = issue(
  "intake",
  "Les candidatures sont closes : un dossier ne peut plus être commencé. L’établissement dit quand ouvrent les prochaines.",
  "Applications have closed: one can no longer be begun. The school says when the next ones open.",
);
const TOO_LATE_TO_TAKE_BACK = issue(
  "dossier",
  "Les candidatures sont closes : le dossier déposé reste tel qu’il est. L’établissement peut demander un complément.",
  "Applications have closed: what was submitted stays as it is. The school may ask for a complement.",
);
export const NOT_OPEN = issue(
  "dossier",
  "Cette partie du dossier n’est pas ouverte à la modification.",
  "This part of the application is not open to changes.",
);
const NOT_RECEIVED = issue(
  "receivedOn",
  "Donnez le jour où le dossier est arrivé : aujourd’hui ou avant.",
  "Give the day the application arrived: today or before.",
);
export const NOT_FRESH = issue(
  "dossier",
  "Avant de déposer, montrez à nouveau que c’est bien vous : votre connexion date de plus d’une demi-heure.",
  "Before submitting, show again that it is you: you signed in more than half an hour ago.",
);
const UNKNOWN_SECTION = issue("section", "Cette partie n’existe pas.", "There is no such part.");
const UNKNOWN_PIECE = issue("piece", "Cette pièce n’est pas demandée.", "This document is not asked for.");
const TOO_MANY_FILES = issue(
  "upload",
  `Cette pièce a déjà ${MOST_FILES} fichiers : retirez-en un, ou réunissez-en plusieurs en un seul PDF.`,
  `This document already has ${MOST_FILES} files: take one out, or join several in one PDF.`,
);
const FILE_GONE = issue(
  "upload",
  "Ce fichier n’a pas été gardé : envoyez-le à nouveau.",
  "This file was not kept: send it again.",
);
export const UNFINISHED = (key: string) =>
  issue(
    key,
    `Cette partie du dossier n’est pas terminée : ${key}.`,
    `This part of the application is not finished: ${key}.`,
  );
