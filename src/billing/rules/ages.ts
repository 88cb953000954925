/** What is owed, by how long it has been due: the same on a list and in its picture. */
import { addDays, type Day } from "../../kit/day.ts";

/** Days after the due day from which each group begins; the first is not due yet. */
export const AGES = [
  { key: "coming", from: null },
  { key: "month", from: 1 },
  { key: "two-months", from: 31 },
  { key: "three-months", from: 61 },
  { key: "older", from: 91 },
] as const;
export type Age = (typeof AGES)[number]["key"] | "suspended";

/** In how many days «soon» is. */
export const SOON = 30;

/**
 * The first day on which a due day would not be in each group any more, the latest group first to begin: what is due on 31 October is one
 * day late on 1 November.
 */
export function edges(on: Day): readonly Day[] {
  return AGES.flatMap(({ from }) => (from === null ? [] : [addDays(on, -from)]));
}

/** The group of a due day on a day. */
export function ageOn(dueOn: Day, on: Day): Exclude<Age, "suspended"> {
  const reached = edges(on).filter((edge) => dueOn <= edge).length;
  return AGES[reached]!.key;
}
