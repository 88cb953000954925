/** The end of the registration in the national directory: what follows it is unknown to this file. */
import { addYears, type Day } from "../kit/day.ts";
import type { Diploma } from "./diploma.ts";
import { type Finding, finding } from "./finding.ts";

const ENDED = "registration-ended";

/** One `unverified` finding after the last registered day, none before; sentence `registration-ended` of the law's catalogue. */
export function registrationFindings(law: Diploma, on: string): Finding[] {
  const { registration } = law;
  if (on <= registration.until) return [];
  return [finding("unverified", null, ENDED, registration, { registration, diploma: law }, "unverified")];
}

/** The last day of a version where it ends before a day: the school's file then names no version in force on that day. */
export function endedBefore({ to }: Pick<Diploma, "to">, on: Day): Day | null {
  return to !== undefined && to < on ? to : null;
}

/** Whether the findings report the end. */
export function isOver(findings: readonly Pick<Finding, "says">[]): boolean {
  return findings.some(({ says }) => says === ENDED);
}

/**
 * Whether the registration ends before the intake. If the intake's day is unknown, it may: an intake comes within a year, so only a
 * registration that outlasts the year surely covers it.
 */
export function endsBefore({ registration }: Diploma, today: Day, entryOn: Day | undefined): boolean {
  return registration.until < (entryOn ?? addYears(today, 1));
}
