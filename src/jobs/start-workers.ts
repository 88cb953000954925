/** Keeps the workers of this process at their places: woken at once by this process's own acts, else looking now and then. */
import { hearFrom } from "../db/announce.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import type { Job } from "../record/jobs/job.ts";
import { jobsDue, releaseJobs } from "../record/jobs/queue.ts";
import type { World } from "../act/world.ts";
import { runJob } from "./run-jobs.ts";
import { JOBS } from "../house/house.ts";

export type Workers = {
  /** Ends once what is in hand is done, or has had its time: then it is told to leave off. */
  readonly stop: () => Promise<void>;
};

export type HowToStart = {
  readonly jobs?: readonly Job[];
  /** No other process works on this database: what is in hand was left by one that died. */
  readonly alone: boolean;
  readonly onFault: (fault: unknown) => void;
  /** How often to look for what other processes ask for, and for what is to be tried again. */
  readonly every?: number;
  /** Milliseconds that what is in hand has when the process is stopped. */
  readonly patience?: number;
};

const EVERY = 2_000;
/** A mail server may take two minutes for its answer; whoever stops a service has less. */
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
  const deaf = hearFrom(world.db, wake);
  const look = async () => {
    for (const { name } of await jobsDue(world.db, world.now())) wake(name);
  };
  const watch = setInterval(() => void look().catch(onFault), every).unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(watch);
      deaf();
      for (const { place } of places) place.wake();
      const waited = setTimeout(() => leaving.abort(), patience);
      await Promise.all(places.map(({ place }) => place.ended));
      clearTimeout(waited);
    },
  };
}

/** One worker: does what is due, sleeps until woken. Being woken while at work makes it look once more. */
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
