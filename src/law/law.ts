/** The law as a decision meets it: one version of a diploma, and the school that prepares for it. */
import type { Diploma } from "./diploma.ts";
import type { Establishment, SchoolDiploma } from "./establishment.ts";

/** Raised when a rule changes meaning; the old meaning stays callable, so that an old decision can be replayed. */
export const RULES_VERSION = "1";

export type Basis = {
  readonly diploma: string;
  readonly version: string;
  readonly hash: string;
  readonly establishment: string;
  readonly establishmentHash: string;
  readonly rules: string;
};

/** Everything a rule may read, and the hashes that let anyone prove which files it was. */
export type Law = {
  readonly diploma: Diploma;
  readonly establishment: Establishment;
  readonly school: SchoolDiploma;
  readonly basis: Basis;
};
