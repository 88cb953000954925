/** Who must follow a lesson: those of its cohort, in training on that day, whose programme has hours of its unit. */
import type { Day } from "../../kit/day.ts";
import { inTrainingOn, type EnrolmentFact } from "./enrolment.ts";

export type Fact = EnrolmentFact & { readonly leftCohort: string | null };

export type Follower = {
  readonly enrolment: string;
  /** The one they are in now. */
  readonly cohort: string;
  readonly facts: readonly Fact[];
  /** Hours left to follow by unit, of the programme that was signed; nothing where none was yet, and then all of it is. */
  readonly hours: ReadonlyMap<string, number> | undefined;
};

export type Meant = {
  readonly cohort: string;
  readonly unit: string;
  readonly on: Day;
  /** Those of the cohort who are meant; all of them where nothing is said. */
  readonly only: readonly string[] | null;
};

/** Before a return, they were in the cohort that they left by it. */
function cohortOn({ cohort, facts }: Pick<Follower, "cohort" | "facts">, day: Day): string {
  const next = facts.find(({ leftCohort, on }) => leftCohort !== null && day < on);
  return next?.leftCohort ?? cohort;
}

export function mustFollow({ cohort, unit, on, only }: Meant, person: Follower): boolean {
  if (only !== null && !only.includes(person.enrolment)) return false;
  if (cohortOn(person, on) !== cohort || !inTrainingOn(person.facts, on)) return false;
  return person.hours === undefined || (person.hours.get(unit) ?? 0) > 0;
}
