/** Where lives are played: one school and one clock that only goes forward; the calendar runs what is due first. */
import type { ActWorld, perform } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { DEPLOYMENT } from "../../db/school.ts";

export type Stage = {
  /** Its `now` is the stage’s clock. */
  readonly world: World;
  readonly establishment: string;
  /** Goes to an instant, after pending jobs and everything the calendar has due by then; returns how many acts the calendar did. */
  readonly moveTo: (instant: Date) => Promise<number>;
  /** How an act is performed, where a proof does more than perform it. */
  readonly perform?: typeof perform;
};

/** The background work of the service. */
export type Behind = {
  /** Runs the calendar of a school, or of the deployment; returns how many acts it did. */
  readonly due: (world: ActWorld, establishment: string) => Promise<number>;
  /** Runs the jobs that acts queued. */
  readonly work: (world: World) => Promise<void>;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** `from`: the clock at the start, where a life continues another. */
export function openStage(base: World, establishment: string, { due, work }: Behind, from = new Date(0)): Stage {
  let now = from;
  const world: World = { ...base, now: () => now };
  const moveTo = async (instant: Date): Promise<number> => {
    await work(world);
    if (instant <= now) {
      // Steps of the same minute are a second apart, so that their order is known.
      const last = instant.getTime() + MINUTE - 1;
      now = new Date(Math.min(now.getTime() + SECOND, Math.max(last, now.getTime())));
      return 0;
    }
    now = instant;
    return (await due(world, DEPLOYMENT)) + (await due(world, establishment));
  };
  return { world, establishment, moveTo };
}
