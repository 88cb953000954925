/** The points a complement may ask for, and the tasks each opens. Pure. */
import { canonical } from "../../kit/canonical.ts";
import { EXPLANATIONS, type Task } from "./completeness.ts";
import { type Contents, lineOf, SECTIONS } from "./sections.ts";

/** Titles, experience and plan open together, since each is judged in light of the others. */
export const DECLARED_ITEM = "declared";
const DECLARED_TASKS = ["titles", "experience", "plan"];

export function itemsOf(pieces: readonly { readonly key: string }[]): string[] {
  return [...SECTIONS.map(({ key }) => key), DECLARED_ITEM, ...pieces.map(({ key }) => `piece:${key}`)];
}

function tasksOfItem(item: string): readonly string[] {
  return item === DECLARED_ITEM ? DECLARED_TASKS : [item];
}

/** The tasks these points open; a piece asked for is required, even if it was optional. */
export function itemTasks<T extends Pick<Task, "key">>(items: readonly string[], tasks: readonly T[]): T[] {
  const keys = new Set(items.flatMap(tasksOfItem));
  return tasks.filter(({ key }) => keys.has(key));
}

type Stood = {
  readonly sections: { readonly [section: string]: object };
  readonly files: readonly { readonly slot: string; readonly sha256: string }[];
};

/** The draft of titles, experience and plan is stored as one section. */
const DECLARED_SECTION = "declared";

/**
 * Whether a point stands otherwise than it was last handed in. Contents are compared, not the time of saving: the same saved again, or the
 * same file removed and attached again, is no change. A piece is also answered by explaining its number of pages.
 */
export function isChanged(item: string, before: Stood, now: Stood): boolean {
  return pointOf(item, before) !== pointOf(item, now);
}

function pointOf(item: string, { sections, files }: Stood): string {
  if (!item.startsWith("piece:")) return canonical(sections[item === DECLARED_ITEM ? DECLARED_SECTION : item] ?? null);
  const slot = item.slice("piece:".length);
  const hashes = files.filter((file) => file.slot === slot).map(({ sha256 }) => sha256);
  return canonical([hashes.toSorted(), lineOf((sections[EXPLANATIONS] ?? {}) as Contents, slot)]);
}
