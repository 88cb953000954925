/** Lets time pass while the service runs: what is due is done at its start, then every hour. */
import type { ActWorld } from "../act.ts";
import { runDue } from "./run-due.ts";

export type Scheduler = {
  /** Ends after the round under way. */
  readonly stop: () => Promise<void>;
};

const HOUR = 3_600_000;

/** A fault of one round is told to `onFault` and the next comes all the same; a server that was off catches up. */
export function startScheduler(
  world: ActWorld,
  establishments: readonly string[],
  onFault: (fault: unknown) => void,
  every = HOUR,
): Scheduler {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async () => {
    for (const establishment of establishments) {
      if (stopped) return;
      await runDue(world, establishment).catch(onFault);
    }
    if (!stopped) timer = setTimeout(() => void (running = round()), every).unref();
  };
  let running = round();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
