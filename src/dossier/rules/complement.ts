/** The points a complement may ask for, and the tasks each opens. Pure. */
import type { Task } from "./completeness.ts";
import { SECTIONS } from "./sections.ts";

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
