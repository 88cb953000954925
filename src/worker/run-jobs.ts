/** Runs the due jobs: claims one, does its work, stores the result. */
import { setImmediate } from "node:timers/promises";
import { withSchool } from "../db/school.ts";
import { type Job, nextTry, PATIENCE, type Worked } from "../jobs/job.ts";
import { type Claimed, claimJob, holdJob, isHeld, jobsDue, settleJob } from "../jobs/queue.ts";
import type { World } from "../act/world.ts";
import { JOBS } from "../house/house.ts";

/** The lease of a claimed job in milliseconds; its worker renews it three times in that time. */
const HOLD = 60_000;
/** The most jobs of one school before the next school's turn. */
const TURN = 20;

/** Runs all jobs due now; returns how many were done. For tests and commands, which wait for them. */
export async function runJobs(world: World, jobs: readonly Job[] = JOBS): Promise<number> {
  let count = 0;
  for (const job of jobs) count += await runJob(world, job, () => false);
  return count;
}

/** Runs the due jobs of one kind until none is left or `stopped`; `leaving` aborts the running one. */
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
        // Yields to the event loop, as PGlite never does: many jobs in a row would block every request.
        await setImmediate();
      }
    }
    if (stopped() || count === before) return count;
  }
}

/** False if no job was due. */
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
    // Carry on if the database is briefly unavailable: `settleJob` and `isHeld` check the lease.
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

/** An error may be temporary (a full disk, a restarting database): retries for two days, then leaves the job failed for the doctor. */
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
