/** Why an exam need not be sat: as pages and papers say it, and as juries seal it. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";

export type Origin = {
  /** The dispensing title, or the body that validated. */
  readonly by: Label;
  readonly validatedOn: Day | null;
  /** The texts contradict each other, and the authority has not answered. */
  readonly contested: boolean;
  /** The authority's answer on a contradiction of the texts. */
  readonly answer: { readonly granted: boolean; readonly by: string; readonly on: Day | null } | null;
  /** The day of the relief decision in admission; or the paper that was entered. */
  readonly decidedOn: Day | null;
  readonly paper: string | null;
  /** Its legal source; of an entered paper, the decision on certification has it. */
  readonly source: Label | null;
};
