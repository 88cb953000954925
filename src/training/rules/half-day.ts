/** Mornings and afternoons: attendance is signed once per half-day, and a lesson lies within one. */
import { minutesOf } from "../../kit/time.ts";

const HALVES = ["morning", "afternoon"] as const;
export type Half = (typeof HALVES)[number];

/** A lesson that begins before noon counts as morning. */
const NOON = "12:00";
/** A morning may run on until then. */
const MORNING_ENDS = "14:00";

export function halfOf(from: string): Half {
  return from < NOON ? "morning" : "afternoon";
}

/** A lesson over two half-days would need two signatures: it is planned as two lessons. */
export function inOneHalf({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return halfOf(from) === "afternoon" || to <= MORNING_ENDS;
}

/** Minutes before the first lesson from which the code of a half-day may be shown and signed. */
const EARLY = 15;

type Held = { readonly from: string; readonly to: string };

/** Whether the half-day of these lessons is in progress: from `EARLY` minutes before the first to the end of the last. */
export function isRunning(lessons: readonly Held[], time: string): boolean {
  const now = minutesOf(time);
  const begins = Math.min(...lessons.map(({ from }) => minutesOf(from))) - EARLY;
  const ends = Math.max(...lessons.map(({ to }) => minutesOf(to)));
  return begins <= now && now <= ends;
}
