/**
 * A candidate's acts on a draft: begin, save a section, hand in a file, explain. A draft accepts anything typed; only submitting
 * (`submit-acts.ts`) checks it.
 */
import { FORBIDDEN, begun, defineAct, done, invalid, stale } from "../act/act.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { unknownKey } from "../kit/unknown-keys.ts";
import { contactOf } from "../mail/address.ts";
import { actorName } from "../act/permissions.ts";
import { attachFile, detachFile, filesAbout } from "../files/attach.ts";
import { findIntake } from "../intake/intake.ts";
import { asking, isOwn, isSealed, lockPart, lockSlot } from "./hands.ts";
import { CONFIDENTIAL, type Contents, SECTIONS } from "./rules/sections.ts";
import { dossierState, isOpen } from "./rules/state.ts";
import { EXPLANATIONS } from "./rules/completeness.ts";
import { DECLARED, NOT_OPEN, NO_DOSSIER, itemOf, namedIn, pieceItem, reachedAt } from "./standing.ts";
import { dossierIn, type Found, findSection, insertDossier, keepFound, putSection } from "./store.ts";
import { insertFact, keepState } from "./history/store.ts";
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { described, Id, Language, closed } from "../kit/shapes.ts";
import { unknownDeclared } from "../inquiry/declared.ts";
import { dossierChain } from "./rules/dossier.ts";
import * as output from "./output.ts";

const KEYS = [...SECTIONS.map(({ key }) => key), CONFIDENTIAL.key, DECLARED];

const MAX_CONTENTS = 256 * 1024;

const keyCalled = (title: string) => Type.String({ title, minLength: 1, maxLength: 100, pattern: "^[a-z0-9-]+$" });

export const startDossier = defineAct({
  name: "startDossier",
  label: { fr: "Commencer un dossier de candidature", en: "Begin an application" },
  who: "apply",
  form: Type.Object({ intake: Id, language: Language, declared: Type.Optional(described("Section.declared")) }, closed),
  output: output.startDossier,
  free: "a draft, which nobody acts on before it is sent or confirmed, which binds",
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
    const issues = contentsIssues("declared", DECLARED, input.declared ?? {});
    if (issues.length > 0) return invalid(issues);
    const id = newId();
    const { language, declared } = input;
    const number = await insertDossier(tx, { id, intake: intake.id, account, entered: "online", language, at, today });
    // Another tab began one concurrently.
    if (number === undefined) return stale((await dossierIn(tx, account, intake.id))!.id);
    const by = actorName(actor);
    await insertFact(tx, { dossier: id, kind: "begun", at, by, details: {} });
    if (declared) await putSection(tx, { dossier: id, section: DECLARED, contents: declared, at, by }, 0);
    await keepState(tx, { ...NO_DOSSIER, id, intake: intake.id }, at);
    // Until it is submitted, the school sees the account's name, not what is being typed.
    await keepFound(tx, id, { name: (await contactOf(tx, account))?.name ?? null, also: null });
    return begun<Begun>({ dossier: id, number, new: true }, dossierChain(id));
  },
});

type Begun = { readonly dossier: string; readonly number: string; readonly new: boolean };

/** Saves a section over `version` (0: never saved); stale if it was saved since. No content is refused. */
export const saveSection = defineAct({
  name: "saveSection",
  label: { fr: "Enregistrer une partie du dossier", en: "Save a part of the application" },
  who: "apply",
  form: Type.Object(
    {
      dossier: Id,
      section: keyCalled("SectionKey"),
      version: Type.Integer({ minimum: 0, maximum: 2_000_000_000 }),
      contents: described("SectionContents"),
    },
    closed,
  ),
  output: output.saveSection,
  writes: ["dossier_section"],
  async perform({ tx, input, actor, at }) {
    const { section, version, contents } = input;
    if (!KEYS.includes(section)) return invalid([UNKNOWN_SECTION]);
    const issues = contentsIssues("contents", section, contents);
    if (issues.length > 0) return invalid(issues);
    const part = await lockPart(tx, actor, input.dossier, section);
    if (!part) return FORBIDDEN;
    const { dossier, history } = part;
    // Only the person writes to the disability advisor; the office may not write it for them.
    if (section === CONFIDENTIAL.key && !isOwn(dossier, actor)) return FORBIDDEN;
    if (!isOpen(dossierState(history), itemOf(section))) return invalid([NOT_OPEN]);
    const saving = { dossier: dossier.id, section, contents, at, by: actorName(actor) };
    if (!(await putSection(tx, saving, version))) {
      const now = await findSection(tx, dossier.id, section);
      return stale({ version: now?.version ?? 0, contents: now?.contents ?? {} });
    }
    if (!isOwn(dossier, actor) && Object.hasOwn(FOUND_IN, section))
      await keepFound(tx, dossier.id, FOUND_IN[section]!(contents as Contents));
    return done({ version: version + 1, savedAt: at.toISOString() }, dossierChain(dossier.id));
  },
});

/** What the office writes down is known before it is handed in. */
const FOUND_IN: Readonly<Record<string, (contents: Contents) => Found>> = { identity: namedIn, contact: reachedAt };

export const addFile = defineAct({
  name: "addFile",
  label: { fr: "Joindre un fichier au dossier", en: "Add a file to the application" },
  who: "apply",
  form: Type.Object({ dossier: Id, piece: keyCalled("PieceKey"), upload: Id }, closed),
  output: output.addFile,
  writes: ["stored_file"],
  async perform({ tx, input, actor, at }) {
    const slot = await lockSlot(tx, actor, input.dossier, input.piece);
    if (!slot || actor.kind !== "account") return FORBIDDEN;
    const { dossier, history, intake, files } = slot;
    const piece = asking(intake, dossier).pieces.find(({ key }) => key === input.piece);
    if (!piece) return invalid([UNKNOWN_PIECE]);
    if (!isOpen(dossierState(history), pieceItem(piece.key))) return invalid([NOT_OPEN]);
    const about = dossierChain(dossier.id);
    // A single-file piece replaces its file.
    for (const file of piece.many ? [] : files) await detachFile(tx, { file, about, at, keep: isSealed(history) });
    if (piece.many && files.length >= MOST_FILES) return invalid([TOO_MANY_FILES]);
    const attached = await attachFile(tx, { upload: input.upload, account: actor.account, about, slot: piece.key, at });
    if ("problem" in attached) return invalid([FILE_GONE]);
    return done({ file: attached.file }, about);
  },
});

const MOST_FILES = 30;

export const removeFile = defineAct({
  name: "removeFile",
  label: { fr: "Retirer un fichier du dossier", en: "Take a file out of the application" },
  who: "apply",
  form: Type.Object({ dossier: Id, file: Id }, closed),
  output: output.removeFile,
  writes: ["stored_file"],
  async perform({ tx, input, actor, at }) {
    const part = await lockPart(tx, actor, input.dossier, EXPLANATIONS);
    if (!part) return FORBIDDEN;
    const about = dossierChain(part.dossier.id);
    const file = (await filesAbout(tx, about)).find(({ id }) => id === input.file);
    if (!file) return FORBIDDEN;
    if (!isOpen(dossierState(part.history), pieceItem(file.slot))) return invalid([NOT_OPEN]);
    // A file listed on a receipt is kept, but detached.
    const keep = isSealed(part.history);
    return (await detachFile(tx, { file: file.id, about, at, keep })) ? done({}, about) : FORBIDDEN;
  },
});

/** The person's explanation of a text with too few or too many pages, shown to its readers. */
export const explainPages = defineAct({
  name: "explainPages",
  label: { fr: "Expliquer un nombre de pages", en: "Explain a number of pages" },
  who: "apply",
  form: Type.Object({ dossier: Id, piece: keyCalled("PieceKey"), text: Type.String({ maxLength: 20_000 }) }, closed),
  output: output.explainPages,
  writes: ["dossier_section"],
  async perform({ tx, input, actor, at }) {
    const part = await lockPart(tx, actor, input.dossier, EXPLANATIONS);
    if (!part) return FORBIDDEN;
    const { dossier, history, saved: before } = part;
    if (!isOpen(dossierState(history), pieceItem(input.piece))) return invalid([NOT_OPEN]);
    const contents = { ...before?.contents, [input.piece]: input.text };
    const saving = { dossier: dossier.id, section: EXPLANATIONS, contents, at, by: actorName(actor) };
    const saved = await putSection(tx, saving, before?.version ?? 0);
    return saved ? done({}, dossierChain(dossier.id)) : stale({});
  },
});

/** No content is refused for what it says, but none is stored under a name that no reader has. */
function contentsIssues(path: string, section: string, contents: object): Issue[] {
  const names = [...SECTIONS, CONFIDENTIAL].find(({ key }) => key === section)?.fields.map(({ name }) => name);
  const unknown = names
    ? Object.keys(contents).flatMap((key) => (names.includes(key) ? [] : [unknownKey(`${path}.${key}`)]))
    : unknownDeclared(path, contents);
  return [...sizeIssues(path, contents), ...unknown];
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
