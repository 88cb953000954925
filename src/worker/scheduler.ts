/** The scheduler: at startup and then every hour, does the acts that are due, then seals the records. */
import { type ActWorld, surroundings } from "../act/act.ts";
import { checkpoint } from "../audit/checkpoint-acts.ts";
import { markRun, readClocks } from "../deployment/clock/acts.ts";
import type { ClockFault } from "../deployment/clock/rules/clock-fault.ts";
import { stamp, type TimestampAuthority } from "../audit/timestamp-acts.ts";
import { sealAllOpenings } from "../openings/acts.ts";
import { sweepOrphans } from "../files/orphans.ts";
import type { World } from "../act/world.ts";
import { DUTIES } from "../house/house.ts";
import { keepWaitingTrue } from "../waiting/recompute.ts";
import { runDue } from "./run-due.ts";

export type Scheduler = {
  /** Ends after the current round, or with `midway` between two of its acts: the next start continues. */
  readonly stop: (how?: { readonly midway: boolean }) => Promise<void>;
};

type ScheduledWorld = ActWorld & { readonly timestamps?: TimestampAuthority } & Pick<World, "files"> &
  Partial<Pick<World, "laws">>;

const HOUR = 3_600_000;

/** Reports to the operator. */
type Tell = {
  /** `act` is named if an act failed. */
  readonly onFault: (fault: unknown, act?: string) => void;
  /** The system clock is implausible: nothing was done. */
  readonly onClock: (fault: ClockFault, now: Date) => void;
};

/** An error is reported and does not stop the next round; after downtime, the first round catches up. */
export function startScheduler(
  world: ScheduledWorld,
  establishments: readonly string[],
  { onFault, onClock }: Tell,
  every = HOUR,
): Scheduler {
  let stopped = false;
  let isMidway = false;
  const leaving = new AbortController();
  const leaves = () => isMidway;
  let timer: NodeJS.Timeout | undefined;
  const run = async () => {
    const { fault, now } = await readClocks(world);
    if (fault) return onClock(fault, now);
    for (const establishment of establishments) {
      await keepWaitingTrue(world, establishment, leaves).catch(onFault);
      if (isMidway) break;
      await runDue(world, establishment, DUTIES, onFault, leaves).catch(onFault);
      if (!isMidway) await sweepOrphans(world, establishment, leaves).catch(onFault);
      if (!isMidway) await seal(world, establishment, leaving.signal).catch(onFault);
      if (stopped) break;
    }
    await markRun(world, now);
  };
  const round = async () => {
    await run().catch(onFault);
    if (!stopped) timer = setTimeout(() => void (running = round()), every).unref();
  };
  let running = round();
  return {
    stop: async ({ midway } = { midway: false }) => {
      stopped = true;
      isMidway = midway;
      if (midway) leaving.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

/**
 * Seals the openings (who opened what) since the last round, then checkpoints the chains changed since, timestamped where there is
 * an authority. `leaving` ends it between two acts.
 */
export async function seal(world: ScheduledWorld, establishment: string, leaving?: AbortSignal): Promise<void> {
  const { today } = surroundings(world, establishment, world.now());
  const clock = { kind: "clock", day: today } as const;
  const leaves = () => leaving?.aborted ?? false;
  await sealAllOpenings(world, establishment, clock, leaves);
  if (leaves()) return;
  await checkpoint(world, establishment, clock);
  if (world.timestamps && !leaves()) await stamp(world, establishment, world.timestamps, clock, leaving);
}
