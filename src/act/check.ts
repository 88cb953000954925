/** The result of one check of the doctor. */
import type { Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";

/** `ok: null` is information, not a fault. */
export type Check = {
  readonly name: string;
  readonly ok: boolean | null;
  readonly label: Label;
  /** The school, where the check concerns one. */
  readonly school?: string;
};

/** Checks one school's rows; `undefined` where there is nothing to report. */
export type SchoolCheck = (tx: Tx, establishment: string) => Promise<Check | undefined>;

/** Checks an outside service that a school depends on; `undefined` where it uses none. */
export type OutsideCheck = (establishment: string) => Promise<Check | undefined>;
