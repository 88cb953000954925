/** A dossier's contents and progress, the fingerprint of what is shown, and what its acts share. */
import type { Actor, Performing } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import type { CalendarEntry } from "../kit/calendar.ts";
import { canonical } from "../kit/canonical.ts";
import type { Day } from "../kit/day.ts";
import { issue } from "../kit/schema.ts";
import { schoolPath } from "../kit/school-path.ts";
import type { Law } from "../law/law.ts";
import { filesAbout } from "../files/attach.ts";
import { postMail } from "../mail/post.ts";
import type { Intake } from "../intake/intake.ts";
import { type Draft, EMPTY, known } from "../inquiry/rules/draft.ts";
import { othersAsked } from "../inquiry/rules/opens.ts";
import { asking } from "./hands.ts";
import { reached } from "./reached.ts";
import { tasksOf } from "./rules/completeness.ts";
import { CONFIDENTIAL, type Contents, lineOf } from "./rules/sections.ts";
import { type Found, type SavedSection, sectionsOf } from "./store.ts";
import { type Dossier, dossierChain } from "./rules/dossier.ts";
import type { ListedFile } from "./rules/happened.ts";
import { createHash } from "node:crypto";

/** The draft of titles, experience, relief and funding, as in the public check. */
export const DECLARED = "declared";

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

/** A dossier's current contents and progress. */
export type Standing = {
  readonly sections: { readonly [section: string]: Contents };
  readonly draft: Draft;
  readonly files: readonly ListedFile[];
  readonly tasks: ReturnType<typeof tasksOf>;
};

/** `on`: the day asked about, since a route may open with time. */
export async function standingOf(tx: Tx, dossier: Dossier, intake: Intake, law: Law, on: Day): Promise<Standing> {
  const saved = await sectionsOf(tx, dossier.id);
  return standing(saved, await filesAbout(tx, dossierChain(dossier.id)), asking(intake, dossier), law, on);
}

/**
 * The instant of submission: when the form was first sent, if the person then had to authenticate and nothing in the dossier changed since.
 */
export async function sentAt(tx: Tx, { id }: Pick<Dossier, "id">, actor: Actor, at: Date): Promise<Date> {
  const first = actor.kind === "account" ? actor.sentAt : undefined;
  if (!first || first >= at) return at;
  const saved = (await sectionsOf(tx, id)).map(({ savedAt }) => savedAt);
  const attached = (await filesAbout(tx, dossierChain(id))).map(({ attachedAt }) => attachedAt);
  return [...saved, ...attached].some((one) => one > first) ? at : first;
}

/** The same from rows already read; `intake` as asked of this dossier (`asking`). */
export function standing(
  saved: readonly SavedSection[],
  attached: readonly ListedFile[],
  intake: Intake,
  law: Law,
  on: Day,
): Standing {
  const sections = Object.fromEntries(saved.map(({ section, contents }) => [section, contents]));
  const draft = known(law.diploma, { ...EMPTY, ...(sections[DECLARED] as unknown as Partial<Draft>) });
  const files = attached.map(({ slot, name, sha256, size, pages }) => ({ slot, name, sha256, size, pages }));
  const tasks = tasksOf({
    law: law.diploma,
    draft,
    sections,
    pieces: intake.pieces,
    files,
    othersAsked: othersAsked(law, draft, on).length > 0,
    pagesOutside: intake.pagesOutside,
  });
  return { sections, draft, files, tasks };
}

/** The fingerprint of what a page shows for agreement: sections, files and words. */
export function shownHash({ sections, files }: Pick<Standing, "sections" | "files">, words: string): string {
  return `sha256:${createHash("sha256").update(canonical({ sections, files, words })).digest("hex")}`;
}

/** Writes to the person in the dossier's language: into their account, at their address, or by letter. */
export async function tell(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  dossier: Dossier,
  intake: Intake,
  words: (lang: Dossier["language"]) => MailWords,
  { reminder = false, stop, page }: Telling = {},
): Promise<void> {
  const { reader, to } = await reached(tx, dossier);
  const { language: lang } = dossier;
  const root = schoolPath(establishment, lang, "/");
  const about = dossierChain(dossier.id);
  const stops = (path: string) => reminder && { stop: { path: root + path, label: STOP[lang] } };
  const own = page
    ? { path: `${root}/${intake.diploma}/dossier/${dossier.id}/${page}`, label: OPEN[lang] }
    : { path: `${root}/mon-parcours`, label: MINE[lang] };
  // Without an account, the dossier's page would not open.
  const link = reader
    ? { ...own, ...stops("/compte/rappels") }
    : stop !== undefined && { path: `${root}/aide`, label: REACH[lang], ...stops(`/rappels/${stop}`) };
  await postMail(tx, { reader, to, lang, about, at, ...(link && { link }), ...words(lang) });
}

type MailWords = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly calendar?: CalendarEntry;
};
type Telling = {
  readonly reminder?: boolean;
  /** For a reminder without an account: the token of its unsubscribe link. */
  readonly stop?: string | undefined;
  /** The dossier's page to link to, where the person has something to do there; else the first page of all that is theirs. */
  readonly page?: string;
};

const REACH = { fr: "Joindre l’établissement", en: "Reach the school" } as const;
const MINE = { fr: "Ouvrir mon parcours", en: "Open my way" } as const;
const OPEN = { fr: "Ouvrir mon dossier", en: "Open my application" } as const;
/** Label of the page to stop reminders. */
export const STOP = { fr: "Ne plus recevoir de rappels", en: "Stop these reminders" } as const;

/** The item of a section: complements list sections and pieces together. */
export function itemOf(section: string): string {
  return section === CONFIDENTIAL.key ? "accommodations" : section;
}

export function pieceItem(piece: string): string {
  return `piece:${piece}`;
}

export function nameOf(identity: Contents): string | null {
  const name = lineOf(identity, "usedName") || lineOf(identity, "birthName");
  const firstName = lineOf(identity, "givenNames").split(/[\s,]+/)[0] ?? "";
  return `${name} ${firstName}`.trim() || null;
}

/** The name for lists, and every name given or borne before: a search also matches the one on their diploma. */
export function namedIn(identity: Contents, elder: readonly string[] = []): Found {
  const all = ["birthName", "usedName", "givenNames"].map((field) => lineOf(identity, field));
  return { name: nameOf(identity), also: [...all, ...elder].filter(Boolean).join(" ") || null };
}

export function reachedAt(contact: Contents): Found {
  return { phone: lineOf(contact, "phone").replaceAll(/\D/g, "") || null };
}

export const NOT_OPEN = issue(
  "dossier",
  "Cette partie du dossier n’est pas ouverte à la modification.",
  "This part of the application is not open to changes.",
);

export const UNFINISHED = (key: string) =>
  issue(
    key,
    `Cette partie du dossier n’est pas terminée : ${key}.`,
    `This part of the application is not finished: ${key}.`,
  );
