/** Performs the acts that are due, the oldest first, as the actor `clock`, each dated the day it was due. */
import { setImmediate } from "node:timers/promises";
import { type ActWorld, type Duty, perform, surroundings } from "../act/act.ts";
import { ATTEMPT_HOURS, attemptFor, forgetAttemptsBefore } from "../act/attempts.ts";
import { DatabaseAway } from "../db/away.ts";
import { withSchool } from "../db/school.ts";
import { type DutyFault, noteOverdue } from "../deployment/overdue/noting.ts";
import { sayFault, sayUndone } from "../deployment/overdue/words.ts";
import { DUTIES } from "../house/house.ts";
import type { Day } from "../kit/day.ts";
import type { Label } from "../kit/lang.ts";

const BATCH = 200;

/** Receives an error and the act that failed. */
export type OnFault = (fault: unknown, act: string) => void;

/** What was due came to nothing: a fault of the program or of its data, which stays due until somebody reads why. */
export class DutyUndone extends Error {
  override readonly name = "DutyUndone";
  readonly reason: Label;
  constructor(reason: Label) {
    super(reason.en);
    this.reason = reason;
  }
}

/**
 * Returns how many acts were done. Idempotent, also in two processes at once: the attempt's id is made of what is due, so the
 * second run repeats the first outcome. What cannot be done goes to `onFault` once, is kept with its reason until it is done, and
 * does not stop the others. `stopped` ends it between two acts; the rest stays due for the next run.
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
    count += await runDuty(world, establishment, duty, { onFault, stopped });
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
type Undone = DutyFault & { readonly fault: unknown };

async function runDuty(world: ActWorld, establishment: string, duty: Duty, how: How): Promise<number> {
  const { act } = duty;
  const undone = new Map<string, Undone>();
  const at = world.now();
  let count = 0;
  try {
    try {
      count = await doDue(world, establishment, duty, { undone, stopped: how.stopped });
      // Another process, or a person, may have done it meanwhile.
      if (undone.size > 0) await leaveOut(world, establishment, duty, undone);
    } catch (fault) {
      if (fault instanceof DatabaseAway) throw fault;
      const due = surroundings(world, establishment, at).today;
      undone.set("", { key: "", due, reason: sayFault(fault), fault });
    }
    // The rest was not tried.
    if (how.stopped()) return count;
    const fresh = await noteOverdue(world.db, establishment, { act: act.name, faults: [...undone.values()], at });
    for (const { fault } of fresh) how.onFault(fault, act.name);
  } catch (fault) {
    how.onFault(fault, act.name);
  }
  return count;
}

/** Leaves out what is due no more. */
async function leaveOut(world: ActWorld, establishment: string, duty: Duty, undone: Map<string, Undone>) {
  const due = await dueOf(world, establishment, duty, BATCH + undone.size);
  const left = new Set(due.map(({ key, day }) => attemptOf(duty.act.name, key, day)));
  for (const attempt of undone.keys()) if (!left.has(attempt)) undone.delete(attempt);
}

/** A key may hold any characters, such as those of an instant. */
const attemptOf = (act: string, key: string, day: Day) => attemptFor(act, key, day);

function dueOf(world: ActWorld, establishment: string, duty: Duty, limit: number) {
  const around = surroundings(world, establishment, world.now());
  return withSchool(world.db, establishment, (tx) => duty.due({ tx, ...around }, limit));
}

type Doing = { readonly undone: Map<string, Undone>; readonly stopped: () => boolean };

async function doDue(world: ActWorld, establishment: string, duty: Duty, { undone, stopped }: Doing): Promise<number> {
  const { act } = duty;
  const tried = new Set<string>();
  for (let count = 0, stuck = 0; ; ) {
    const limit = BATCH + stuck;
    const due = await dueOf(world, establishment, duty, limit);
    stuck = 0;
    for (const { input, day, key } of due) {
      const attempt = attemptOf(act.name, key, day);
      // Still due after a refusal or an error: the next batch is larger by these, to reach the younger ones behind.
      if (tried.has(attempt)) {
        stuck++;
        continue;
      }
      tried.add(attempt);
      const actor = { kind: "clock", day } as const;
      try {
        const outcome = await perform(world, act, { actor, establishment, attempt, input });
        if (outcome.kind === "done") count++;
        else {
          const reason = sayUndone(outcome);
          undone.set(attempt, { key, due: day, reason, fault: new DutyUndone(reason) });
        }
      } catch (fault) {
        if (fault instanceof DatabaseAway) throw fault;
        undone.set(attempt, { key, due: day, reason: sayFault(fault), fault });
      }
      if (undone.has(attempt)) stuck++;
      // Yields to the event loop, as PGlite never does: a long catch-up would block every request.
      await setImmediate();
      if (stopped()) return count;
    }
    if (due.length < limit) return count;
  }
}
