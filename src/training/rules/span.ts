/** How long a course may last by the référentiel: it says so in semesters, among its facts of the training. */
import { addDays, addMonths, type Day } from "../../kit/day.ts";
import type { Diploma } from "../../law/diploma.ts";

const SEMESTER = 6;

export type Span = { readonly entry: Diploma["training"][number]; readonly semesters: number; readonly until: Day };

/** The last day on which a cohort that starts then may end; nothing where the référentiel sets no bound. */
export function longestSpan({ training }: Diploma, startsOn: Day): Span | undefined {
  const entry = training.find(({ key }) => key === "max-semesters");
  if (!entry || typeof entry.value !== "number") return undefined;
  const semesters = entry.value;
  return { entry, semesters, until: addDays(addMonths(startsOn, SEMESTER * semesters), -1) };
}
