/** Mornings and afternoons: attendance is signed once for each, and a lesson stands in one of them. */

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

/** Whether a half-day is running at an hour of its day: what was shown in the room counts then. */
export function isRunning(half: Half, time: string): boolean {
  return half === "morning" ? time < MORNING_ENDS : time >= NOON;
}
