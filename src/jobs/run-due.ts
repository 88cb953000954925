/** Does what is due, the oldest first, as the actor `clock`, each deed dated the day it was due. */
import { setImmediate } from "node:timers/promises";
import { type ActWorld, type Duty, perform, surroundings } from "../act/act.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { ATTEMPT_HOURS, forgetAttemptsBefore } from "../act/attempts.ts";
import { DUTIES, RETENTION_DUTIES } from "../house/house.ts";

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

/**
 * The same for a clock that is moved step by step, as in a life: at most steps nothing is due, so that it is asked in one transaction
 * and only what is due takes more. What is kept for months is asked about once a day.
 */
export function calendar(): (world: ActWorld, establishment: string) => Promise<number> {
  const asked = new Map<string, Day>();
  return async (world, establishment) => {
    const around = surroundings(world, establishment, world.now());
    const isNewDay = asked.get(establishment) !== around.today;
    asked.set(establishment, around.today);
    const duties = isNewDay ? DUTIES : DUTIES.filter((duty) => isOf(duty, establishment));
    const isDue = await withSchool(world.db, establishment, async (tx) => {
      for (const duty of duties) if ((await duty.due({ tx, ...around }, 1)).length > 0) return true;
      return false;
    });
    let count = 0;
    // What was done may make more due, of a kind that had its turn.
    for (let rounds = 0, done = isDue ? 1 : 0; done > 0 && rounds < MOST_ROUNDS; rounds++)
      count += done = await runDue(world, establishment, duties);
    return count;
  };
}

const MOST_ROUNDS = 10;

function isOf(duty: Duty, establishment: string): boolean {
  return !RETENTION_DUTIES.includes(duty) && (duty.act.scope === "deployment") === (establishment === DEPLOYMENT);
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
