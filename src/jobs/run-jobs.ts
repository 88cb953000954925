/** Does the work that is due: takes a piece, does it, notes how it went. */
import { setImmediate } from "node:timers/promises";
import { withSchool } from "../db/school.ts";
import { type Job, nextTry, PATIENCE, type Worked } from "../record/jobs/job.ts";
import { type Claimed, claimJob, holdJob, isHeld, jobsDue, settleJob } from "../record/jobs/queue.ts";
import type { World } from "../act/world.ts";
import { JOBS } from "../house/house.ts";

/** How long a piece of work is its taker's; the taker says three times in that time that it is alive. */
const HOLD = 60_000;
/** After so many pieces for one school it is the next school's turn. */
const TURN = 20;

/** Does all that is due at this moment; answers how many pieces were done. What tests and commands wait for. */
export async function runJobs(world: World, jobs: readonly Job[] = JOBS): Promise<number> {
  let count = 0;
  for (const job of jobs) count += await runJob(world, job, () => false);
  return count;
}

/** Does what is due of one kind, until nothing is left or `stopped`; what is in hand is told by `leaving` that nobody waits for it any more. */
export async function runJob(
  world: World,
  job: Job,
  stopped: () => boolean,
  leaving: AbortSignal = new AbortController().signal,
): Promise<number> {
  for (let count = 0; ; ) {
    const due = (await jobsDue(world.db, world.now())).filter(({ name }) => name === job.errand.name);
    const before = count;
    for (const { establishment } of due) {
      for (let turn = 0; turn < TURN && !stopped(); turn++) {
        if (!(await runNext(world, job, establishment, leaving))) break;
        count++;
        // PGlite answers without ever letting the event loop turn: requests must not wait for a long row of work.
        await setImmediate();
      }
    }
    if (stopped() || count === before) return count;
  }
}

/** False where there was nothing to do. */
async function runNext(world: World, job: Job, establishment: string, leaving: AbortSignal): Promise<boolean> {
  const { name } = job.errand;
  const claimed = await withSchool(world.db, establishment, (tx) =>
    claimJob(tx, { name, at: world.now(), until: holdUntil(world) }),
  );
  if (!claimed) return false;
  const worked = await workOn(world, job, { establishment, claimed, leaving });
  await withSchool(world.db, establishment, (tx) => settleJob(tx, claimed, worked, world.now()));
  return true;
}

type InHand = { readonly establishment: string; readonly claimed: Claimed; readonly leaving: AbortSignal };

async function workOn(world: World, job: Job, { establishment, claimed, leaving }: InHand): Promise<Worked> {
  const lost = new AbortController();
  const hold = () => withSchool(world.db, establishment, (tx) => holdJob(tx, claimed, holdUntil(world)));
  const alive = setInterval(() => {
    // A database that is away for a moment is no reason to stop: whoever takes over will find out.
    void hold().then(
      (held) => held || lost.abort(),
      () => undefined,
    );
  }, HOLD / 3);
  const { ids, attempt, queuedAt } = claimed;
  try {
    return await job.work({
      world,
      establishment,
      ids,
      attempt,
      queuedAt,
      signal: AbortSignal.any([lost.signal, leaving]),
      stillOurs: (tx) => isHeld(tx, claimed),
    });
  } catch (fault) {
    return afterFault(fault, world.now(), claimed);
  } finally {
    clearInterval(alive);
  }
}

/** A fault may pass (a full disk, a database that restarts): tried again for two days, then left for the doctor to show. */
function afterFault(fault: unknown, at: Date, { attempt, queuedAt }: Claimed): Worked {
  const problem = (fault instanceof Error ? `${fault.name}: ${fault.message}` : "unknown").slice(0, 500);
  const next = nextTry(at, attempt);
  return next.getTime() > queuedAt.getTime() + PATIENCE
    ? { kind: "failed", problem }
    : { kind: "later", at: next, problem };
}

function holdUntil(world: World): Date {
  return new Date(world.now().getTime() + HOLD);
}
