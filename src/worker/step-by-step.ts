/** Runs the scheduler and the jobs for a clock moved step by step, as in a simulated life. */
import { type ActWorld, type Duty, surroundings } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { DUTIES, JOBS, RETENTION_DUTIES } from "../house/house.ts";
import type { Behind } from "../house/lives/stage.ts";
import type { Day } from "../kit/day.ts";
import { jobsDue } from "../jobs/queue.ts";
import { mailSender } from "../mail/send.ts";
import { runDue } from "./run-due.ts";
import { runJob } from "./run-jobs.ts";

/** `hourly`: once an hour as in the service, a school's duties only; those of the deployment and of retention wait for its start. */
export function stepByStep({ hourly = false } = {}): Behind {
  return { due: hourly ? inTheHour() : atOnce(), work };
}

/** Runs the queued jobs except mails, which the caller sends. */
async function work(world: World): Promise<void> {
  const due = new Set((await jobsDue(world.db, world.now())).map(({ name }) => name));
  for (const job of JOBS) if (job !== mailSender && due.has(job.errand.name)) await runJob(world, job, () => false);
}

/** Retention periods are months long, so their duties are checked once a day. */
function atOnce(): Behind["due"] {
  const lastDays = new Map<string, Day>();
  return (world, establishment) => {
    const { today } = surroundings(world, establishment, world.now());
    const isNewDay = lastDays.get(establishment) !== today;
    lastDays.set(establishment, today);
    const retention = isNewDay ? RETENTION_DUTIES : [];
    return doDue(world, establishment, [...(establishment === DEPLOYMENT ? OF_ALL : OF_SCHOOLS), ...retention]);
  };
}

function inTheHour(): Behind["due"] {
  let last = -1;
  return async (world, establishment) => {
    const hour = Math.floor(world.now().getTime() / HOUR);
    if (establishment === DEPLOYMENT || hour === last) return 0;
    last = hour;
    return doDue(world, establishment, OF_SCHOOLS);
  };
}

const HOUR = 3_600_000;

/** The duties of the deployment and those of a school, in their order. */
const [OF_ALL = [], OF_SCHOOLS = []] = [true, false].map((ofAll) =>
  DUTIES.filter((duty) => !RETENTION_DUTIES.includes(duty) && (duty.act.scope === "deployment") === ofAll),
);

/**
 * Repeats until nothing is due, as an act may make others due. At most steps nothing is: one transaction checks all duties, and only
 * those due take more.
 */
async function doDue(world: ActWorld, establishment: string, duties: readonly Duty[]): Promise<number> {
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const dueNow = await withSchool(world.db, establishment, async (tx) => {
      const around = { tx, ...surroundings(world, establishment, world.now()) };
      const due: Duty[] = [];
      for (const duty of duties) if ((await duty.due(around, 1)).length > 0) due.push(duty);
      return due;
    });
    const done = dueNow.length === 0 ? 0 : await runDue(world, establishment, dueNow);
    if (done === 0) break;
    count += done;
  }
  return count;
}

const MOST_ROUNDS = 10;
