/**
 * The progress of a dossier, task by task: used by the task list and to allow submission. Pure.
 *
 * Titles, experience, relief and funding are one draft, as in the public check (`../../rules/draft.ts`), because each is asked in light of
 * the others; the rest are separate sections.
 */
import type { Diploma } from "../../law/diploma.ts";
import { titleReader } from "../../law/titles.ts";
import { grantRuleOf } from "../../decisions/pathway/brought.ts";
import { asksExperience, asksWaivers } from "../../law/doors.ts";
import { type Draft, isComplete, openQuestion, titlesOf } from "../../inquiry/rules/draft.ts";
import { isNeeded, type Needed } from "../../inquiry/rules/pieces.ts";
import {
  type Contents,
  lineOf,
  type Problem,
  problemsOf,
  type Section,
  type SectionStatus,
  SECTIONS,
  statusOf,
} from "./sections.ts";

/** A piece the intake asks for, as far as completeness needs. */
export type AskedPiece = {
  readonly key: string;
  readonly needed: Needed;
  readonly pages?: { readonly min: number; readonly max: number };
};
/** The section with the person's explanations of page counts, by piece key. */
export const EXPLANATIONS = "explanations";
export type HeldFile = { readonly slot: string; readonly pages: number | null };

export type Judged = {
  readonly law: Diploma;
  readonly draft: Draft;
  readonly sections: { readonly [key: string]: Contents };
  readonly pieces: readonly AskedPiece[];
  readonly files: readonly HeldFile[];
  /** Whether a corps or a waiver is still to be asked. */
  readonly othersAsked: boolean;
  /** The school's rule for a text with too few or too many pages: taken with an explanation (by default), or never. */
  readonly pagesOutside?: "explain" | "refuse";
};

export type Task = {
  readonly key: string;
  readonly status: SectionStatus;
  /** A section's missing or wrong fields. */
  readonly problems: readonly Problem[];
  /** Never blocks submission. */
  readonly optional: boolean;
  /** Why it is optional: by choice, not required of this person, or depends on unanswered questions. */
  readonly asked?: "of-choice" | "not-of-you" | "not-yet-known";
};

export function tasksOf(judged: Judged): Task[] {
  const { sections, pieces } = judged;
  return [
    ...SECTIONS.filter(({ key }) => key !== "accommodations").map((section) =>
      sectionTask(section, sections[section.key]),
    ),
    titlesTask(judged),
    ...(asksExperience(judged.law) ? [experienceTask(judged)] : []),
    planTask(judged),
    ...pieces.map((piece) => pieceTask(piece, judged)),
    ...SECTIONS.filter(({ key }) => key === "accommodations").map((section) =>
      sectionTask(section, sections[section.key]),
    ),
  ];
}

/** The tasks that block submission. */
export function unfinished(tasks: readonly Task[]): Task[] {
  return tasks.filter(({ status, optional }) => status !== "done" && !(optional && status === "to-do"));
}

function sectionTask(section: Section, contents: Contents | undefined): Task {
  const problems = contents === undefined ? [] : problemsOf(section, contents);
  return { key: section.key, status: statusOf(section, contents), problems, optional: false };
}

function titlesTask({ law, draft, othersAsked }: Judged): Task {
  const open = draft.titles.some((title) => openQuestion(law, title) !== undefined);
  const asked = othersAsked && !asksExperience(law);
  const begun = draft.titles.length > 0 || draft.titlesDone === true;
  return task("titles", begun, draft.titlesDone === true && !open && !asked);
}

/** A corps or a waiver is asked after the experience, if nothing opens a route without it. */
function experienceTask({ draft: { periods, periodsDone }, othersAsked }: Judged): Task {
  const said = periodsDone === true && periods.every(isComplete);
  return task("experience", periods.length > 0 || periodsDone === true, said && !othersAsked);
}

/** Relief, track and funding: even without a request, a person states who pays. The progress of requests never blocks. */
function planTask({ law, draft }: Judged): Task {
  const { plan, typed = {} } = draft;
  const unread = Object.keys(typed).some((page) => !page.includes("/") && (ASKED[page]?.(law, draft) ?? true));
  return task("plan", plan !== undefined || unread, plan?.funding !== undefined && !unread);
}

/** Whether a half-typed page is still asked: an answer orphaned by a changed branch never blocks. */
const ASKED: Readonly<Record<string, (law: Diploma, draft: Draft) => boolean>> = {
  allegement: (law, draft) => {
    const titles = titlesOf(law, draft).map(titleReader(law));
    const french = titles.filter(({ abroad }) => !abroad);
    return grantRuleOf(law, french) !== undefined;
  },
  demandes: (_, { plan }) => (plan?.funding?.length ?? 0) > 0,
};

function task(key: string, begun: boolean, done: boolean): Task {
  return { key, status: done ? "done" : begun ? "in-progress" : "to-do", problems: [], optional: false };
}

function pieceTask(piece: AskedPiece, judged: Judged): Task {
  const needed = isNeeded(piece.needed, judged.draft);
  const hasFile = judged.files.some(({ slot }) => slot === piece.key);
  return {
    key: `piece:${piece.key}`,
    status: !hasFile ? "to-do" : isToMend(piece, judged) ? "problem" : "done",
    problems: [],
    optional: !needed,
    ...(!needed && { asked: whyOptional(piece, judged) }),
  };
}

/** Whether the answers a piece depends on are all given. */
function whyOptional({ needed }: AskedPiece, judged: Judged): NonNullable<Task["asked"]> {
  if (needed === "optional") return "of-choice";
  const { law, draft } = judged;
  const answered: Readonly<Record<string, boolean>> = {
    abroad: draft.titlesDone === true,
    experience: draft.periodsDone === true || !asksExperience(law),
    waiver: draft.waivers !== undefined || !asksWaivers(law) || !judged.othersAsked,
    relief: planTask(judged).status === "done",
  };
  return answered[needed] ? "not-of-you" : "not-yet-known";
}

/** Outside the range of pages, and not explained where the school takes it with an explanation. */
export function isToMend(
  piece: AskedPiece,
  { files, sections, pagesOutside: rule }: Pick<Judged, "files" | "sections" | "pagesOutside">,
): boolean {
  if (pagesOutside(piece, files) === undefined) return false;
  return rule === "refuse" || lineOf(sections[EXPLANATIONS] ?? {}, piece.key) === "";
}

/** The page count of a text, if outside the rule's range. */
export function pagesOutside(piece: AskedPiece, files: readonly HeldFile[]): number | undefined {
  const counted = files.filter(({ slot, pages }) => slot === piece.key && pages !== null);
  if (!piece.pages || counted.length === 0) return undefined;
  const pages = counted.reduce((sum, file) => sum + file.pages!, 0);
  return pages < piece.pages.min || pages > piece.pages.max ? pages : undefined;
}
