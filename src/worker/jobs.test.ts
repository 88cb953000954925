import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import { withSchool } from "../db/school.ts";
import { jobsCheck } from "../jobs/check.ts";
import { type Errand, type Job, PATIENCE, type Worked, type Working } from "../jobs/job.ts";
import { claimJob, enqueue, queueState } from "../jobs/queue.ts";
import { testWorldOf } from "../test/server.ts";
import type { World } from "../act/world.ts";
import { runJobs } from "./run-jobs.ts";
import { startWorkers } from "./start-workers.ts";

const echo: Errand<{ thing: string }> = { name: "echo" };

describe("work that an act asks for", () => {
  let world: World;
  let close: () => Promise<void>;
  let now: Date;
  let done: string[];
  const places = ["first-school", "second-school", "*"];

  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());
  beforeEach(async () => {
    now = new Date("2026-11-25T09:00:00Z");
    done = [];
    for (const place of places) await withSchool(world.db, place, (tx) => tx.deleteFrom("job").execute());
  });

  const ask = (thing: string, place = "first-school") =>
    withSchool(world.db, place, (tx) => enqueue(tx, echo, { thing }, now));
  const jobOf = (work: (given: Working<{ thing: string }>) => Promise<Worked>, atOnce = 1): Job => ({
    errand: echo,
    atOnce,
    work,
  });
  const doing = jobOf(async ({ ids, establishment }) => {
    done.push(`${establishment} ${ids.thing}`);
    return { kind: "done" };
  });
  const failing = jobOf(() => Promise.reject(new Error("the disk is full")));
  const left = (place = "first-school") => withSchool(world.db, place, queueState);
  const pass = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));

  it("is done once, in every school, the deployment's own included, and leaves nothing", async () => {
    for (const place of places) await ask("a", place);
    assert.equal(await runJobs(world, [doing]), 3);
    assert.deepEqual(done.toSorted(), ["* a", "first-school a", "second-school a"]);
    assert.equal(await runJobs(world, [doing]), 0);
    assert.equal((await left()).waiting, 0);
  });

  it("is not done if the act comes to nothing", async () => {
    await withSchool(world.db, "first-school", (tx) => enqueue(tx, echo, { thing: "a" }, now), { keep: () => false });
    assert.equal(await runJobs(world, [doing]), 0);
  });

  it("is shared out by several workers, none of it twice", async () => {
    for (let count = 0; count < 30; count++) await ask(String(count));
    await Promise.all([runJobs(world, [doing]), runJobs(world, [doing]), runJobs(world, [doing])]);
    assert.equal(done.length, 30);
    assert.equal(new Set(done).size, 30);
  });

  it("is tried again after a fault, later each time, then given up, which the doctor says", async () => {
    await ask("a");
    const start = now.getTime();
    const tries: number[] = [];
    while (now.getTime() < start + PATIENCE) {
      if ((await runJobs(world, [failing])) > 0) tries.push((now.getTime() - start) / 1000);
      pass(tries.length < 5 ? 30 : 600);
    }
    assert.deepEqual(tries.slice(0, 4), [0, 30, 90, 210]);
    assert.ok(tries.length < 60);
    const state = await left();
    assert.deepEqual(state.failed, [{ name: "echo", count: 1, problem: "Error: the disk is full" }]);
    const check = await jobsCheck(world.db, places, now);
    assert.equal(check.ok, false);
    assert.match(check.label.fr, /first-school\u00a0: «\u00a0echo\u00a0» abandonné 1 fois.*the disk is full/);
    pass(100_000);
    assert.equal(await runJobs(world, [doing]), 0);
  });

  it("that waits is told by the doctor, and for how long nobody has done it", async () => {
    assert.equal((await jobsCheck(world.db, places, now)).ok, true);
    await ask("a");
    assert.match((await jobsCheck(world.db, places, now)).label.en, /^Waiting: 1\.$/);
    pass(3_601);
    assert.match((await jobsCheck(world.db, places, now)).label.en, /is the service running\?$/);
  });

  it("left in hand by a process that died is taken up after a minute", async () => {
    await ask("a");
    await withSchool(world.db, "first-school", (tx) =>
      claimJob(tx, { name: "echo", at: now, until: new Date(now.getTime() + 60_000) }),
    );
    assert.equal(await runJobs(world, [doing]), 0);
    pass(60);
    assert.equal(await runJobs(world, [doing]), 1);
  });

  it("is nobody else's while it is in hand, and no longer ours once it was taken over", async () => {
    await ask("a");
    const ours: boolean[] = [];
    const slow = jobOf(async ({ stillOurs, establishment }) => {
      const look = () => withSchool(world.db, establishment, stillOurs);
      ours.push(await look());
      assert.equal(await runJobs(world, [doing]), 0);
      pass(61);
      assert.equal(await runJobs(world, [doing]), 1);
      ours.push(await look());
      return { kind: "later", at: now, problem: "too late to tell" };
    });
    await runJobs(world, [slow]);
    assert.deepEqual(ours, [true, false]);
    assert.equal((await left()).waiting, 0);
  });

  it("wakes the workers of its process at once", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const telling = jobOf(async ({ ids }) => {
      resolve(ids.thing);
      return { kind: "done" };
    });
    const never = 1_000_000;
    const workers = await startWorkers(world, { jobs: [telling], alone: false, onFault: assert.ifError, every: never });
    await ask("soon");
    assert.equal(await promise, "soon");
    await workers.stop();
    assert.equal((await left()).waiting, 0);
  });

  it("in hand when the service is stopped has its time, is then told to leave off, and is there to be tried again", async () => {
    const begun = Promise.withResolvers<void>();
    const patient = jobOf(async ({ signal }) => {
      const left = new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      begun.resolve();
      await left;
      return { kind: "later", at: now, problem: "nobody waited" };
    });
    const workers = await startWorkers(world, { jobs: [patient], alone: false, onFault: assert.ifError, patience: 0 });
    await ask("slow");
    await begun.promise;
    await workers.stop();
    assert.equal(await runJobs(world, [doing]), 1);
  });

  it("left in hand is free at the start of a process that knows itself alone", async () => {
    const establishment = world.laws.establishments[0]!.data.establishment;
    await ask("a", establishment);
    await withSchool(world.db, establishment, (tx) =>
      claimJob(tx, { name: "echo", at: now, until: new Date(now.getTime() + 60_000) }),
    );
    const { promise, resolve } = Promise.withResolvers<void>();
    const telling = jobOf(async () => {
      resolve();
      return { kind: "done" };
    });
    const workers = await startWorkers(world, { jobs: [telling], alone: true, onFault: assert.ifError });
    await promise;
    await workers.stop();
    assert.equal((await left(establishment)).waiting, 0);
  });

  it("that cannot be looked for is a fault told, and no end", async () => {
    const faults: unknown[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const broken = { ...world, now: () => new Date(Number.NaN) };
    const onFault = (fault: unknown) => {
      faults.push(fault);
      resolve();
    };
    const workers = await startWorkers(broken, { jobs: [doing], alone: false, onFault });
    await promise;
    await workers.stop();
    assert.ok(faults.length > 0);
  });
});
