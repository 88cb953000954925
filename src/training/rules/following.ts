/**
 * Who must follow a lesson: those of its cohort, in training on that day, whose programme has hours of its unit; of a day of work of
 * a collective study, those of its group alone.
 */
import type { Day } from "../../kit/day.ts";
import { groupOn, type Membership } from "./study.ts";
import { inTrainingOn, type EnrolmentFact } from "./enrolment.ts";

export type Fact = EnrolmentFact & { readonly leftCohort: string | null };

export type Follower = {
  readonly enrolment: string;
  /** The one they are in now. */
  readonly cohort: string;
  readonly facts: readonly Fact[];
  /** Hours left to follow by unit, of the programme that was signed; nothing where none was yet, and then all of it is. */
  readonly hours: ReadonlyMap<string, number> | undefined;
  /** The groups of collective studies that they joined and left. */
  readonly studies: readonly Membership[];
};

export type Meant = {
  readonly cohort: string;
  readonly unit: string;
  readonly on: Day;
  /** Those of the cohort who are meant; all of them where nothing is said. */
  readonly only: readonly string[] | null;
  /** The group whose day of work it is: whoever is in it on that day is meant. */
  readonly group: string | null;
};

/** Before a return, they were in the cohort that they left by it. */
function cohortOn({ cohort, facts }: Pick<Follower, "cohort" | "facts">, day: Day): string {
  const next = facts.find(({ leftCohort, on }) => leftCohort !== null && day < on);
  return next?.leftCohort ?? cohort;
}

export function mustFollow({ cohort, unit, on, only, group }: Meant, person: Follower): boolean {
  if (only !== null && !only.includes(person.enrolment)) return false;
  if (group !== null && groupOn(person.studies, on) !== group) return false;
  if (cohortOn(person, on) !== cohort || !inTrainingOn(person.facts, on)) return false;
  return person.hours === undefined || (person.hours.get(unit) ?? 0) > 0;
}
