/** The job workers of this process: woken at once by its own acts, and by polling for jobs of other processes and retries. */
import { hearFrom } from "../db/announce.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import type { Job } from "../jobs/job.ts";
import { jobsDue, releaseJobs } from "../jobs/queue.ts";
import type { World } from "../act/world.ts";
import { runJob } from "./run-jobs.ts";
import { JOBS } from "../house/house.ts";

export type Workers = {
  /** Waits for the running jobs, and aborts those that exceed `patience`. */
  readonly stop: () => Promise<void>;
};

export type HowToStart = {
  readonly jobs?: readonly Job[];
  /** No other process works on this database: claimed jobs were left by one that died, and are released. */
  readonly alone: boolean;
  readonly onFault: (fault: unknown) => void;
  /** Polling interval in milliseconds, for jobs of other processes and retries. */
  readonly every?: number;
  /** Milliseconds that running jobs have to finish on `stop`. */
  readonly patience?: number;
};

const EVERY = 2_000;
/** A mail server may take two minutes to answer; a process manager kills a stopping service sooner. */
const LEAVING = 1_500;

type Place = { readonly wake: () => void; readonly ended: Promise<void> };

export async function startWorkers(world: World, how: HowToStart): Promise<Workers> {
  const { jobs = JOBS, alone, onFault, every = EVERY, patience = LEAVING } = how;
  if (alone) await releaseAll(world);
  let stopped = false;
  const isStopped = () => stopped;
  const leaving = new AbortController();
  const take = (job: Job) => takePlace(() => runJob(world, job, isStopped, leaving.signal), isStopped, onFault);
  const places = jobs.flatMap((job) => Array.from({ length: job.atOnce ?? 1 }, () => ({ job, place: take(job) })));
  const wake = (name: string) => {
    for (const { job, place } of places) if (job.errand.name === name) place.wake();
  };
  const unsubscribe = hearFrom(world.db, wake);
  const look = async () => {
    for (const { name } of await jobsDue(world.db, world.now())) wake(name);
  };
  const watch = setInterval(() => void look().catch(onFault), every).unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(watch);
      unsubscribe();
      for (const { place } of places) place.wake();
      const timer = setTimeout(() => leaving.abort(), patience);
      await Promise.all(places.map(({ place }) => place.ended));
      clearTimeout(timer);
    },
  };
}

/** One worker: runs the due jobs, then sleeps until woken. A wake-up during work makes it run once more. */
function takePlace(run: () => Promise<unknown>, stopped: () => boolean, onFault: (fault: unknown) => void): Place {
  let woken = Promise.withResolvers<void>();
  const stay = async () => {
    while (!stopped()) {
      woken = Promise.withResolvers<void>();
      await run().catch(onFault);
      if (!stopped()) await woken.promise;
    }
  };
  return { wake: () => woken.resolve(), ended: stay() };
}

async function releaseAll(world: World): Promise<void> {
  const schools = world.laws.establishments.map(({ data }) => data.establishment);
  for (const place of [...schools, DEPLOYMENT]) await withSchool(world.db, place, (tx) => releaseJobs(tx, world.now()));
}
