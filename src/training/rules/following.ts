/**
 * Who must follow a lesson: members of its cohort who are in training on that day and whose programme has hours of its unit; for a day of
 * work of a collective study, only the members of its group.
 */
import type { Day } from "../../kit/day.ts";
import { groupOn, type Membership } from "./study.ts";
import { inTrainingOn, type EnrolmentFact } from "./enrolment.ts";

export type Fact = EnrolmentFact & { readonly leftCohort: string | null };

export type Follower = {
  readonly enrolment: string;
  /** The current cohort. */
  readonly cohort: string;
  /** The day of the contract: lessons before it are not theirs. */
  readonly since: Day;
  readonly facts: readonly Fact[];
  /** Hours left to follow by unit, from the signed programme; undefined before the first signature, when all hours are due. */
  readonly hours: ReadonlyMap<string, number> | undefined;
  /** The collective study groups joined and left. */
  readonly studies: readonly Membership[];
};

export type Meant = {
  readonly cohort: string;
  readonly unit: string;
  readonly on: Day;
  /** The members of the cohort who are meant; null for all. */
  readonly only: readonly string[] | null;
  /** The group whose day of work it is: its members of that day are meant. */
  readonly group: string | null;
};

/** Before a return, the cohort was the one that the return left. */
function cohortOn({ cohort, facts }: Pick<Follower, "cohort" | "facts">, day: Day): string {
  const next = facts.find(({ leftCohort, on }) => leftCohort !== null && day < on);
  return next?.leftCohort ?? cohort;
}

export function mustFollow({ cohort, unit, on, only, group }: Meant, person: Follower): boolean {
  if (only !== null && !only.includes(person.enrolment)) return false;
  if (group !== null && groupOn(person.studies, on) !== group) return false;
  if (on < person.since || cohortOn(person, on) !== cohort || !inTrainingOn(person.facts, on)) return false;
  return person.hours === undefined || (person.hours.get(unit) ?? 0) > 0;
}
