/** What time and work do behind a clock that is moved step by step, as in a life. */
import { type ActWorld, type Duty, surroundings } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { DUTIES, JOBS, RETENTION_DUTIES } from "../house/house.ts";
import type { Behind } from "../house/lives/stage.ts";
import type { Day } from "../kit/day.ts";
import { jobsDue } from "../record/jobs/queue.ts";
import { mailSender } from "../record/mail/send.ts";
import { runDue } from "./run-due.ts";
import { runJob } from "./run-jobs.ts";

/** `hourly`: as the service does, in the school alone; what else was due it does at its start. */
export function stepByStep({ hourly = false } = {}): Behind {
  return { due: hourly ? inTheHour() : atOnce(), work };
}

/** What acts asked for, but mails: they wait for whoever sends them. */
async function work(world: World): Promise<void> {
  const asked = new Set((await jobsDue(world.db, world.now())).map(({ name }) => name));
  for (const job of JOBS) if (job !== mailSender && asked.has(job.errand.name)) await runJob(world, job, () => false);
}

/**
 * At most steps nothing is due, so that all is asked about in one transaction and only what is due takes more. What is kept for
 * months is asked about once a day.
 */
function atOnce(): Behind["due"] {
  const asked = new Map<string, Day>();
  return (world, establishment) => {
    const { today } = surroundings(world, establishment, world.now());
    const isNewDay = asked.get(establishment) !== today;
    asked.set(establishment, today);
    const kept = isNewDay ? RETENTION_DUTIES : [];
    return doDue(world, establishment, [...(establishment === DEPLOYMENT ? OF_ALL : OF_SCHOOLS), ...kept]);
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

/** In their order; what belongs to all schools is due in none of them. */
const [OF_ALL = [], OF_SCHOOLS = []] = [true, false].map((ofAll) =>
  DUTIES.filter((duty) => !RETENTION_DUTIES.includes(duty) && (duty.act.scope === "deployment") === ofAll),
);

/** What is done may make more due. */
async function doDue(world: ActWorld, establishment: string, duties: readonly Duty[]): Promise<number> {
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await withSchool(world.db, establishment, async (tx) => {
      const around = { tx, ...surroundings(world, establishment, world.now()) };
      const due: Duty[] = [];
      for (const duty of duties) if ((await duty.due(around, 1)).length > 0) due.push(duty);
      return due;
    });
    const done = found.length === 0 ? 0 : await runDue(world, establishment, found);
    if (done === 0) break;
    count += done;
  }
  return count;
}

const MOST_ROUNDS = 10;
