/** What time and work do behind a clock that is moved step by step, as in a life. */
import { type Duty, surroundings } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { DUTIES, JOBS, RETENTION_DUTIES } from "../house/house.ts";
import type { Behind } from "../house/lives/stage.ts";
import type { Day } from "../kit/day.ts";
import { jobsDue } from "../record/jobs/queue.ts";
import { mailSender } from "../record/mail/send.ts";
import { runDue } from "./run-due.ts";
import { runJob } from "./run-jobs.ts";

export function stepByStep(): Behind {
  return { due: calendar(), work };
}

/** What acts asked for, but mails: they wait for whoever sends them. */
async function work(world: World): Promise<void> {
  const asked = new Set((await jobsDue(world.db, world.now())).map(({ name }) => name));
  for (const job of JOBS) if (job !== mailSender && asked.has(job.errand.name)) await runJob(world, job, () => false);
}

/**
 * At most steps nothing is due, so that it is asked in one transaction and only what is due takes more. What is kept for months is
 * asked about once a day.
 */
function calendar(): Behind["due"] {
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
