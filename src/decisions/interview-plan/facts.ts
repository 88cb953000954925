/** The input and answer of a day of interviews, as in the API contract. */
import type { Time } from "../../kit/time.ts";

export type Span = { readonly from: Time; readonly to: Time };
export type Pair = { readonly id: string; readonly members: readonly string[]; readonly away?: readonly Span[] };
type Room = {
  readonly id: string;
  readonly for: "analysis" | "interview";
  readonly seats?: number;
  readonly away?: readonly Span[];
};
export type Candidate = {
  readonly id: string;
  readonly extra?: number;
  readonly away?: readonly Span[];
  readonly not?: readonly string[];
};
export type InterviewsInput = {
  readonly id: string;
  readonly analysis: number;
  readonly interview: number;
  readonly step: 5 | 10 | 15;
  readonly maxWait: number;
  readonly opens: Time;
  readonly closes: Time;
  readonly breaks: readonly Span[];
  readonly pairs: readonly Pair[];
  readonly rooms: readonly Room[];
  readonly candidates: readonly Candidate[];
};

export type Placed = {
  readonly candidate: string;
  readonly analysis: { readonly room: string } & Span;
  readonly interview: { readonly room: string; readonly pair: string } & Span;
};
/** The constraints whose change alone would let a candidate be placed, in the order in which they are reported. */
export const REASONS = ["their-times", "not-these-persons", "pairs", "rooms", "day-too-short"] as const;
export type Reason = (typeof REASONS)[number] | "several";
type Unplaced = { readonly candidate: string; readonly reasons: readonly Reason[] };
export type InterviewPlan = {
  readonly placed: readonly Placed[];
  readonly unplaced: readonly Unplaced[];
  readonly ends: Time | null;
  readonly best: boolean;
};
