/** Performs the acts that are due, the oldest first, as the actor `clock`, each dated the day it was due. */
import { setImmediate } from "node:timers/promises";
import { type ActWorld, type Duty, perform, surroundings } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { ATTEMPT_HOURS, forgetAttemptsBefore } from "../act/attempts.ts";
import { DUTIES } from "../house/house.ts";

const BATCH = 200;

/** Receives an error and the act that failed. */
export type OnFault = (fault: unknown, act: string) => void;

/**
 * Returns how many acts were done. Idempotent, also in two processes at once: the attempt's id is made of what is due, so the
 * second run repeats the first outcome. An error of one act or one duty goes to `onFault` and does not stop the others.
 * `stopped` ends it between two acts; the rest stays due for the next run.
 */
export async function runDue(
  world: ActWorld,
  establishment: string,
  duties: readonly Duty[] = DUTIES,
  onFault: OnFault = rethrow,
  stopped: () => boolean = () => false,
): Promise<number> {
  let count = 0;
  for (const duty of duties) {
    if (stopped()) return count;
    try {
      count += await runDuty(world, establishment, duty, { onFault, stopped });
    } catch (fault) {
      onFault(fault, duty.act.name);
    }
  }
  if (stopped()) return count;
  const moment = new Date(world.now().getTime() - ATTEMPT_HOURS * 3_600_000);
  await withSchool(world.db, establishment, (tx) => forgetAttemptsBefore(tx, moment));
  return count;
}

function rethrow(fault: unknown): never {
  throw fault;
}

type How = { readonly onFault: OnFault; readonly stopped: () => boolean };

async function runDuty(world: ActWorld, establishment: string, duty: Duty, how: How): Promise<number> {
  const { act } = duty;
  const { onFault, stopped } = how;
  const tried = new Set<string>();
  for (let count = 0, stuck = 0; ; ) {
    const at = world.now();
    const limit = BATCH + stuck;
    const due = await withSchool(world.db, establishment, (tx) =>
      duty.due({ tx, ...surroundings(world, establishment, at) }, limit),
    );
    stuck = 0;
    for (const { input, day, key } of due) {
      const attempt = `${act.name}:${key}:${day}`;
      // Still due after a refusal or an error: the next batch is larger by these, to reach the younger ones behind.
      if (tried.has(attempt)) {
        stuck++;
        continue;
      }
      tried.add(attempt);
      const clock = { kind: "clock", day } as const;
      try {
        const outcome = await perform(world, act, { actor: clock, establishment, attempt, input });
        if (outcome.kind === "done") count++;
        else stuck++;
      } catch (fault) {
        stuck++;
        onFault(fault, act.name);
      }
      // Yields to the event loop, as PGlite never does: a long catch-up would block every request.
      await setImmediate();
      if (stopped()) return count;
    }
    if (due.length < limit) return count;
  }
}
