/** Does what is due, the oldest first, as the actor `clock`, each deed dated the day it was due. */
import { setImmediate } from "node:timers/promises";
import { type ActWorld, type Duty, perform, surroundings } from "../act.ts";
import { withSchool } from "../db/school.ts";
import { ATTEMPT_HOURS, forgetAttemptsBefore } from "../record/attempts.ts";
import { DUTIES } from "./calendar.ts";

const BATCH = 200;

/**
 * Answers how many acts were done. Safe to run twice, or in two processes at once: each deed is an attempt named by what
 * is due, so that the second to come finds it done.
 */
export async function runDue(
  world: ActWorld,
  establishment: string,
  duties: readonly Duty[] = DUTIES,
): Promise<number> {
  let count = 0;
  for (const duty of duties) count += await runDuty(world, establishment, duty);
  const moment = new Date(world.now().getTime() - ATTEMPT_HOURS * 3_600_000);
  await withSchool(world.db, establishment, (tx) => forgetAttemptsBefore(tx, moment));
  return count;
}

async function runDuty(world: ActWorld, establishment: string, { act, due }: Duty): Promise<number> {
  for (let count = 0; ; ) {
    const at = world.now();
    const batch = await withSchool(world.db, establishment, (tx) =>
      due({ tx, ...surroundings(world, establishment, at) }, BATCH),
    );
    let doneNow = 0;
    for (const { input, day, key } of batch) {
      const attempt = `${act.name}:${key}:${day}`;
      const outcome = await perform(world, act, { actor: { kind: "clock", day }, establishment, attempt, input });
      if (outcome.kind === "done") doneNow++;
      // PGlite answers without ever letting the event loop turn: a long catching-up would keep every request waiting.
      await setImmediate();
    }
    count += doneNow;
    // A batch of which nothing could be done would come back for ever.
    if (batch.length < BATCH || doneNow === 0) return count;
  }
}
