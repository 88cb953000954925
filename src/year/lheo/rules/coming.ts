/** What is announced: cohorts that have not begun, and the intakes that lead to them. */
import type { Day } from "../../../kit/day.ts";
import type { Label } from "../../../kit/lang.ts";

export type ComingCohort = {
  readonly id: string;
  readonly diploma: string;
  readonly name: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Of its plan. */
  readonly campus: string | null;
};

export type ComingIntake = {
  readonly id: string;
  readonly diploma: string;
  readonly label: Label;
  readonly entryOn: Day;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly opensAt: Date;
  readonly closesAt: Date;
};
