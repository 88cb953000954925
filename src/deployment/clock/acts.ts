/**
 * The calendar trusts the clock only near the time of its last run: see docs/decisions/clock.md. After a long stop, an operator confirms
 * by this act that the clock is right.
 */
import { Type } from "typebox";
import { type ActWorld, defineAct, done } from "../../act/act.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { closed } from "../../kit/shapes.ts";
import { APART_MINUTES, clockFault, type ClockFault, type Clocks } from "./rules/clock-fault.ts";
import { datedAfter, findMark, setMark } from "./store.ts";

export const acceptClock = defineAct({
  name: "acceptClock",
  label: { fr: "Dire que l’horloge est juste", en: "Say that the clock is right" },
  who: "accept the clock",
  scope: "deployment",
  form: Type.Object({}, closed),
  // Without `clock_mark`: every run of the calendar moves it.
  writes: [],
  async perform({ tx, at }) {
    await setMark(tx, at, { back: true });
    return done({ at: at.toISOString() }, "clock:deployment");
  },
});

export async function readClocks(world: ActWorld): Promise<Clocks & { readonly fault: ClockFault | undefined }> {
  const mark = await withSchool(world.db, DEPLOYMENT, findMark);
  const server = await world.serverNow?.();
  const clocks = { now: world.now(), server, mark };
  return { ...clocks, fault: clockFault(clocks) };
}

/** Notes a run of the calendar that began at `at`. */
export function markRun(world: ActWorld, at: Date): Promise<void> {
  return withSchool(world.db, DEPLOYMENT, (tx) => setMark(tx, at, { back: false }));
}

/** Counts rows dated beyond any drift, which a wrong clock left behind. */
export function recordsAhead(world: ActWorld, establishment: string) {
  const moment = new Date(world.now().getTime() + APART_MINUTES * 60_000);
  return withSchool(world.db, establishment, (tx) => datedAfter(tx, moment));
}
