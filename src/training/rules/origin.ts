/** Where an exam that need not be sat comes from: as pages and papers say it, and as juries seal it. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";

export type Origin = {
  /** The title that dispenses, or who validated. */
  readonly by: Label;
  readonly validatedOn: Day | null;
  /** The texts contradict each other on it, and the authority has not answered. */
  readonly contested: boolean;
  /** What it answered where they do. */
  readonly answer: { readonly granted: boolean; readonly by: string; readonly on: Day | null } | null;
  /** Of relief in admission, whose day it is; or the paper that was entered. */
  readonly decidedOn: Day | null;
  readonly paper: string | null;
  /** Where it is written; of what was entered, the decision on certification says it. */
  readonly source: Label | null;
};
