/** Mornings and afternoons: attendance is signed once for each, and a lesson stands in one of them. */
import { minutesOf } from "../../kit/time.ts";

const HALVES = ["morning", "afternoon"] as const;
export type Half = (typeof HALVES)[number];

/** A lesson that begins before noon is of the morning. */
const NOON = "12:00";
/** A morning may run on to here. */
const MORNING_ENDS = "14:00";

export function halfOf(from: string): Half {
  return from < NOON ? "morning" : "afternoon";
}

/** Whether a lesson stands in one half-day: else it is two, each of which is signed. */
export function inOneHalf({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return halfOf(from) === "afternoon" || to <= MORNING_ENDS;
}

/** So many minutes before its first lesson, the code of a half-day may be shown and signed. */
const EARLY = 15;

type Held = { readonly from: string; readonly to: string };

/** Whether a half-day of these lessons runs at an hour of its day: from a little before the first to the end of the last. */
export function isRunning(lessons: readonly Held[], time: string): boolean {
  const now = minutesOf(time);
  const begins = Math.min(...lessons.map(({ from }) => minutesOf(from))) - EARLY;
  const ends = Math.max(...lessons.map(({ to }) => minutesOf(to)));
  return begins <= now && now <= ends;
}
