/** What a look of the doctor answers. */
import type { Tx } from "../db/school.ts";
import type { Label } from "../kit/lang.ts";

/** `ok: null` is a thing to know rather than a fault. */
export type Check = {
  readonly name: string;
  readonly ok: boolean | null;
  readonly label: Label;
  /** Of what was looked at in one school. */
  readonly school?: string;
};

/** A look at one school's rows; nothing where there is nothing to say. */
export type SchoolCheck = (tx: Tx, establishment: string) => Promise<Check | undefined>;

/** A look at a service that a school depends on; nothing where it depends on none. */
export type OutsideCheck = (establishment: string) => Promise<Check | undefined>;
