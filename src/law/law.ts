/** The law for one decision: a version of a diploma, and a school that prepares for it. */
import type { Diploma } from "./diploma.ts";
import type { Establishment, SchoolDiploma } from "./establishment.ts";

/**
 * Raised when a rule changes meaning; the old meaning stays available, so that an old decision can be replayed.
 *
 * 1: a title is as sure as the condition it fulfils and the dated level of its name; a lapse, as the fate of what lapses.
 * 2: a title is no surer than the reading of its former level, nor, if awarded abroad, than what makes it foreign; a lapse is no surer than
 * the clock; a clock that starts has its finding; a contested dispense is unknown only while its exam depends on it, and an agreement of
 * markers only until the jury rules.
 * 3: an instalment says which days it bills, and a payer may take over from another on a day.
 */
export const RULES_VERSION = "3";
export const FORMER_RULES: readonly string[] = ["1", "2"];

export type Basis = {
  readonly diploma: string;
  readonly version: string;
  readonly hash: string;
  readonly establishment: string;
  readonly establishmentHash: string;
  readonly rules: string;
};

/** What a decision rests on that belongs to no diploma. */
export type SchoolBasis = Pick<Basis, "establishment" | "establishmentHash" | "rules">;

export function schoolBasis({ establishment, establishmentHash, rules }: Basis): SchoolBasis {
  return { establishment, establishmentHash, rules };
}

/** Everything that a rule may read, and the hashes that prove which files it was. */
export type Law = {
  readonly diploma: Diploma;
  readonly establishment: Establishment;
  readonly school: SchoolDiploma;
  readonly basis: Basis;
};
