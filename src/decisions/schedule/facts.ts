/** What the decision on the schedule is asked: a person's periods, who pays what of them, what was issued, how training stopped. */
import type { Day } from "../../kit/day.ts";
import type { CommonInput } from "../../law/decision.ts";

export const NATURES = ["training", "third", "indemnity"] as const;
export type Nature = (typeof NATURES)[number];
/** In the order in which those of one day stand. */
export const KINDS = ["first", "fixed", "third", "period", "stop", "indemnity"] as const;
export type Kind = (typeof KINDS)[number];
export const STOPS = ["withdrawn", "force-majeure", "abandoned", "excluded", "school"] as const;

export type Days = { readonly from: Day; readonly to: Day };
export type Period = { readonly from: Day; readonly to: Day; readonly minutes: number };
export type Issued = {
  readonly number: string;
  readonly kind: "invoice" | "credit";
  readonly on: Day;
  readonly amount: number;
  readonly nature?: Nature;
  readonly of?: string;
  /** Of an invoice of training: the days that it bills. */
  readonly covers?: Days;
};
export type Payer = {
  /** Names the payer in this input; its source where it is left out. */
  readonly id?: string;
  readonly source: string;
  readonly amount: number;
  readonly granted?: number;
  readonly behind?: string;
  readonly first?: number;
  readonly firstOn?: Day;
  readonly fixed?: readonly { readonly on: Day; readonly amount: number; readonly third?: boolean }[];
  readonly earlyEnd?: number;
  readonly absence?: number;
  readonly terms?: number;
  readonly issued?: readonly Issued[];
  readonly paid?: number;
  /** The payer that this one takes over from, and its own first day. */
  readonly takesOver?: string;
  readonly since?: Day;
  /** At a stop, of payers of whom one takes over from another: minutes of its own days. */
  readonly given?: number;
  readonly attended?: number;
};
export type Stop = {
  readonly on: Day;
  readonly kind: (typeof STOPS)[number];
  readonly planned: number;
  readonly given: number;
  readonly attended: number;
  /** The last day that was followed; null where none was. By default the day of the stop. */
  readonly followed?: Day | null;
};
export type ScheduleInput = CommonInput & {
  readonly periods: readonly Period[];
  readonly payers: readonly Payer[];
  readonly stop?: Stop;
};

export type Instalment = {
  readonly kind: Kind;
  readonly period?: number;
  readonly issue: Day;
  readonly due: Day;
  readonly amount: number;
  /** The days that it bills; null of what bills none of its own. */
  readonly covers: Days | null;
};
