/** Does what is due, the oldest first, as the actor `clock`, each deed dated the day it was due. */
import { setImmediate } from "node:timers/promises";
import { type ActWorld, type Duty, perform, surroundings } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { ATTEMPT_HOURS, forgetAttemptsBefore } from "../act/attempts.ts";
import { DUTIES } from "../house/house.ts";

const BATCH = 200;

/** Told of what failed, and with which act. */
export type OnFault = (fault: unknown, act: string) => void;

/**
 * Answers how many acts were done. Safe to run twice, or in two processes at once: each deed is an attempt named by what
 * is due, so that the second to come finds it done. A fault is of one deed, or of one duty: told to `onFault`, it keeps
 * nothing that comes after it from being done. `stopped` ends it between two deeds; what is left is due when it is run again.
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
    const found = await withSchool(world.db, establishment, (tx) =>
      duty.due({ tx, ...surroundings(world, establishment, at) }, limit),
    );
    stuck = 0;
    for (const { input, day, key } of found) {
      const attempt = `${act.name}:${key}:${day}`;
      // Refused, or failed, and due all the same: younger ones stand behind it.
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
      // PGlite answers without ever letting the event loop turn: a long catching-up would keep every request waiting.
      await setImmediate();
      if (stopped()) return count;
    }
    if (found.length < limit) return count;
  }
}
