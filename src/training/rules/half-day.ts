/** Mornings, afternoons and evenings: attendance is signed by half-day, of what has begun, and a lesson lies within one. */
import type { Day } from "../../kit/day.ts";
import { minutesOf } from "../../kit/time.ts";

export const HALVES = ["morning", "afternoon", "evening"] as const;
export type Half = (typeof HALVES)[number];

/** A lesson that begins before noon counts as morning. */
const NOON = "12:00";
/** A morning may run on until then. */
const MORNING_ENDS = "14:00";
/** A lesson that begins then or later is of the evening, which is attended and signed apart from the afternoon. */
const EVENING = "18:00";

export function halfOf(from: string): Half {
  if (from < NOON) return "morning";
  return from < EVENING ? "afternoon" : "evening";
}

/** A lesson over two half-days would need two signatures: it is planned as two lessons. */
export function inOneHalf({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return halfOf(from) !== "morning" || to <= MORNING_ENDS;
}

/** Minutes before the first lesson from which the code of a half-day may be shown. */
const EARLY = 15;

type Held = { readonly from: string; readonly to: string };

/** Whether the half-day of these lessons is in progress: from `EARLY` minutes before the first to the end of the last. */
export function isRunning(lessons: readonly Held[], time: string): boolean {
  const now = minutesOf(time);
  const begins = Math.min(...lessons.map(({ from }) => minutesOf(from))) - EARLY;
  const ends = Math.max(...lessons.map(({ to }) => minutesOf(to)));
  return begins <= now && now <= ends;
}

/** The local minute at which something is asked. */
type Moment = { readonly day: Day; readonly time: string };
type Dated = Held & { readonly on: Day };

/** Nothing of a lesson is signed or marked before: nobody has followed any of it yet. */
export function hasBegun({ on, from }: Dated, { day, time }: Moment): boolean {
  return on < day || (on === day && from <= time);
}

/** Only then can somebody attest who followed the whole of it. */
export function hasEnded({ on, to }: Dated, { day, time }: Moment): boolean {
  return on < day || (on === day && to <= time);
}
