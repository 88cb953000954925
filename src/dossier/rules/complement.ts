/** What a complement may ask again, and which tasks of the dossier each point opens. Pure. */
import type { Task } from "./completeness.ts";
import { SECTIONS } from "./sections.ts";

/** Titles, experience and plan open together: each is judged in the light of the others. */
export const DECLARED_ITEM = "declared";
const DECLARED_TASKS = ["titles", "experience", "plan"];

export function itemsOf(pieces: readonly { readonly key: string }[]): string[] {
  return [...SECTIONS.map(({ key }) => key), DECLARED_ITEM, ...pieces.map(({ key }) => `piece:${key}`)];
}

function tasksOfItem(item: string): readonly string[] {
  return item === DECLARED_ITEM ? DECLARED_TASKS : [item];
}

/** The tasks that points open; a piece that is asked for is needed, whatever it was before. */
export function itemTasks<T extends Pick<Task, "key">>(items: readonly string[], tasks: readonly T[]): T[] {
  const keys = new Set(items.flatMap(tasksOfItem));
  return tasks.filter(({ key }) => keys.has(key));
}
