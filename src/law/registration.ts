/** Past the end of the registration at the national directory nobody can tell from this file what replaces it. */
import { addYears, type Day } from "../kit/day.ts";
import type { Diploma } from "./diploma.ts";
import { type Finding, finding } from "./finding.ts";

const ENDED = "registration-ended";

/** One `unverified` finding after the last registered day, none until it; sentence `registration-ended` of the law's catalogue. */
export function registrationFindings(law: Diploma, on: string): Finding[] {
  const { registration } = law;
  if (on <= registration.until) return [];
  return [finding("unverified", null, ENDED, registration, { registration, diploma: law }, "unverified")];
}

/** Whether findings say already that it is over. */
export function isOver(findings: readonly Pick<Finding, "says">[]): boolean {
  return findings.some(({ says }) => says === ENDED);
}

/**
 * Whether the registration ends before the intake that is spoken of. Where its day is not known it may: there is an intake
 * within a year, so that only a registration which outlasts the year is sure to cover it.
 */
export function endsBefore({ registration }: Diploma, today: Day, entryOn: Day | undefined): boolean {
  return registration.until < (entryOn ?? addYears(today, 1));
}
