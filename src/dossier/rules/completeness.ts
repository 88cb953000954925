/**
 * How far a dossier is, task by task: what the list of tasks shows and what submitting judges by. Pure.
 *
 * Titles, experience, relief and funding are one draft, as in the public check (`../../rules/draft.ts`), because each is asked in
 * the light of the others; the rest are sections of their own.
 */
import type { Diploma } from "../../law/diploma.ts";
import { titleReader } from "../../law/titles.ts";
import { grantRuleOf } from "../../decisions/pathway/brought.ts";
import { asksCorps, asksExperience, asksWaivers } from "../../law/doors.ts";
import { type Draft, isComplete, openQuestion, titlesOf } from "../../inquiry/rules/draft.ts";
import { isNeeded, type Needed } from "../../inquiry/rules/pieces.ts";
import {
  type Contents,
  type Problem,
  problemsOf,
  type Section,
  type SectionStatus,
  SECTIONS,
  statusOf,
} from "./sections.ts";

/** A piece that the intake asks for, as far as completeness goes. */
export type AskedPiece = {
  readonly key: string;
  readonly needed: Needed;
  readonly pages?: { readonly min: number; readonly max: number };
};
export type HeldFile = { readonly slot: string; readonly pages: number | null };

export type Judged = {
  readonly law: Diploma;
  readonly draft: Draft;
  readonly sections: { readonly [key: string]: Contents };
  readonly pieces: readonly AskedPiece[];
  readonly files: readonly HeldFile[];
  /** What the school makes of a text with too few or too many pages; explained, where it says nothing. */
  readonly pagesOutside?: "explain" | "refuse";
};

export type Task = {
  readonly key: string;
  readonly status: SectionStatus;
  /** The fields that are missing or wrong, of a section. */
  readonly problems: readonly Problem[];
  /** Nothing of it holds back the submission. */
  readonly optional: boolean;
  /** Of what is optional: that this person need not give it is sure, or hangs on what they have still to say. */
  readonly asked?: "of-choice" | "not-of-you" | "not-yet-known";
};

export function tasksOf(judged: Judged): Task[] {
  const { draft, sections, pieces } = judged;
  return [
    ...SECTIONS.filter(({ key }) => key !== "accommodations").map((section) =>
      sectionTask(section, sections[section.key]),
    ),
    titlesTask(judged),
    ...(asksExperience(judged.law) ? [experienceTask(draft)] : []),
    planTask(judged),
    ...pieces.map((piece) => pieceTask(piece, judged)),
    ...SECTIONS.filter(({ key }) => key === "accommodations").map((section) =>
      sectionTask(section, sections[section.key]),
    ),
  ];
}

/** What holds back the submission. */
export function unfinished(tasks: readonly Task[]): Task[] {
  return tasks.filter(({ status, optional }) => status !== "done" && !(optional && status === "to-do"));
}

function sectionTask(section: Section, contents: Contents | undefined): Task {
  const problems = contents === undefined ? [] : problemsOf(section, contents);
  return { key: section.key, status: statusOf(section, contents), problems, optional: false };
}

function titlesTask({ law, draft }: Judged): Task {
  const open = draft.titles.some((title) => openQuestion(law, title) !== undefined);
  const asked = (asksCorps(law) && draft.corps === undefined) || (asksWaivers(law) && draft.waivers === undefined);
  const begun = draft.titles.length > 0 || draft.titlesDone === true;
  return task("titles", begun, draft.titlesDone === true && !open && !asked);
}

function experienceTask({ periods, periodsDone }: Draft): Task {
  const done = periodsDone === true && periods.every(isComplete);
  return task("experience", periods.length > 0 || done, done);
}

/** Relief, track and funding: a person who asks for nothing still says who pays. How far a request is holds nothing back. */
function planTask({ law, draft }: Judged): Task {
  const { plan, typed = {} } = draft;
  const unread = Object.keys(typed).some((page) => !page.includes("/") && (ASKED[page]?.(law, draft) ?? true));
  return task("plan", plan !== undefined || unread, plan?.funding !== undefined && !unread);
}

/** What is not asked any more, as what it hung on is gone, cannot be completed: half typed, it holds nothing back. */
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
  const given = judged.files.some(({ slot }) => slot === piece.key);
  return {
    key: `piece:${piece.key}`,
    status: !given ? "to-do" : isRefused(piece, judged) ? "problem" : "done",
    problems: [],
    optional: !needed,
    ...(!needed && { asked: whyOptional(piece, judged) }),
  };
}

/** Where the answers that a piece hangs on are all given. */
function whyOptional({ needed }: AskedPiece, judged: Judged): NonNullable<Task["asked"]> {
  if (needed === "optional") return "of-choice";
  const { law, draft } = judged;
  const said: Readonly<Record<string, boolean>> = {
    abroad: draft.titlesDone === true,
    experience: draft.periodsDone === true || !asksExperience(law),
    waiver: draft.waivers !== undefined || !asksWaivers(law),
    relief: planTask(judged).status === "done",
  };
  return said[needed] ? "not-of-you" : "not-yet-known";
}

function isRefused(piece: AskedPiece, judged: Judged): boolean {
  return judged.pagesOutside === "refuse" && pagesOutside(piece, judged.files) !== undefined;
}

/** The pages of a text, where they are outside the range that the rule gives. */
export function pagesOutside(piece: AskedPiece, files: readonly HeldFile[]): number | undefined {
  const counted = files.filter(({ slot, pages }) => slot === piece.key && pages !== null);
  if (!piece.pages || counted.length === 0) return undefined;
  const pages = counted.reduce((sum, file) => sum + file.pages!, 0);
  return pages < piece.pages.min || pages > piece.pages.max ? pages : undefined;
}
