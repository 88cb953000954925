/** Where lives are played: one school, under one clock that only goes forward, whose calendar does what is due first. */
import type { ActWorld } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { DEPLOYMENT } from "../../db/school.ts";

export type Stage = {
  /** What it is now in it is what the stage says. */
  readonly world: World;
  readonly establishment: string;
  /** To an instant, once what was asked for is done, and all that the calendar had due by then; how much that was. */
  readonly moveTo: (instant: Date) => Promise<number>;
};

/** What goes on behind those who act. */
export type Behind = {
  /** Does what the calendar has due in a school, or in the deployment; answers how many acts that were. */
  readonly due: (world: ActWorld, establishment: string) => Promise<number>;
  /** Does what acts asked for to be done after them. */
  readonly work: (world: World) => Promise<void>;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** `from`: where its clock stands, where a life goes on from another. */
export function openStage(given: World, establishment: string, { due, work }: Behind, from = new Date(0)): Stage {
  let now = from;
  const world: World = { ...given, now: () => now };
  const moveTo = async (instant: Date): Promise<number> => {
    await work(world);
    if (instant <= now) {
      // Within its minute each step has a second of its own, so that what came first is known.
      const last = instant.getTime() + MINUTE - 1;
      now = new Date(Math.min(now.getTime() + SECOND, Math.max(last, now.getTime())));
      return 0;
    }
    now = instant;
    return (await due(world, DEPLOYMENT)) + (await due(world, establishment));
  };
  return { world, establishment, moveTo };
}
