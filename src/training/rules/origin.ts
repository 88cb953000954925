/** Why an exam need not be sat: as pages and papers say it, and as juries seal it. */
import { type Static, Type } from "typebox";
import { Day, named, orNull, Words } from "../../kit/output.ts";

export const Origin = named("AcquiredOrigin", {
  /** The dispensing title, or the body that validated. */
  by: Words,
  validatedOn: orNull(Day),
  /** The texts contradict each other, and the authority has not answered. */
  contested: Type.Boolean(),
  /** The authority's answer on a contradiction of the texts. */
  answer: orNull(Type.Object({ granted: Type.Boolean(), by: Type.String(), on: orNull(Day) })),
  /** The day of the relief decision in admission; or the paper that was entered. */
  decidedOn: orNull(Day),
  paper: orNull(Type.String()),
  /** Its legal source; of an entered paper, the decision on certification has it. */
  source: orNull(Words),
});
export type Origin = Readonly<Static<typeof Origin>>;
