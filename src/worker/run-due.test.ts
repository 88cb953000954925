import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { Type } from "typebox";
import { type Act, defineAct, done as deed, type Duty, FORBIDDEN, perform, view } from "../act/act.ts";
import { DUTIES, PROVEN_TABLES } from "../house/house.ts";
import { keepAnswer, saveInquiry, startInquiry } from "../inquiry/acts.ts";
import { openAnswer } from "../inquiry/views.ts";
import { DEPLOYMENT, type Tx, withSchool } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { acceptClock } from "../deployment/clock/acts.ts";
import { verifyAudit } from "../audit/verify.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { runDue } from "./run-due.ts";
import { startScheduler } from "./scheduler.ts";

const establishment = "first-school";
const calm = { onFault: assert.ifError, onClock: assert.ifError };

/** What is due, by number; a number is tried once in each duty. */
let duties = 0;
function duringTest(
  work: (given: { tx: Tx }, one: number) => ReturnType<Act["perform"]>,
  due: (limit: number) => readonly number[],
): Duty {
  const name = `${duties++}`;
  const act = defineAct({
    name: "dueForTest",
    label: { fr: "Faire", en: "Do" },
    who: "let time pass",
    form: Type.Object({ one: Type.Integer() }),
    writes: [],
    perform: (given) => work(given, given.input.one),
  });
  const day = "2027-09-01" as Day;
  return {
    act,
    foretold: { unpreventable: "it concerns nobody" },
    due: async (_, limit) => due(limit).map((one) => ({ input: { one }, key: `${name}:${one}`, day })),
  };
}
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const anyone = { kind: "anyone" } as const;

describe("what is due", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  const keep = async () => {
    const input = { language: "fr", decisions: { echo: {} } } as const;
    const kept = await perform(t.world, keepAnswer, { actor: anyone, establishment, attempt: newAttempt(), input });
    assert.ok(kept.kind === "done");
    return kept.value;
  };
  const recordsOf = (act: string) =>
    withSchool(t.world.db, establishment, (tx) =>
      tx.selectFrom("audit_record").select(["actor", "due", "at"]).where("act", "=", act).orderBy("due").execute(),
    );
  const countOf = (table: "kept_answer" | "inquiry" | "attempt") =>
    withSchool(
      t.world.db,
      establishment,
      async (tx) => (await tx.selectFrom(table).select("establishment_id").execute()).length,
    );

  it("is nothing on an answer's last day, and the answer on the next", async () => {
    const { code } = await keep();
    t.setNow("2026-12-31T22:59:59Z");
    assert.equal(await runDue(t.world, establishment), 0);
    assert.equal(
      (await view(t.world, openAnswer, { actor: { kind: "holder", secret: code }, establishment, input: {} })).kind,
      "found",
    );
    t.setNow("2026-12-31T23:00:00Z");
    assert.equal(await runDue(t.world, establishment), 1);
    assert.equal(await countOf("kept_answer"), 0);
    assert.deepEqual(await recordsOf("expireAnswer"), [
      { actor: "clock", due: "2027-01-01", at: new Date("2026-12-31T23:00:00Z") },
    ]);
  });

  it("is a draft 24 hours after it was last saved", async () => {
    t.setNow("2027-02-01T10:00:00Z");
    const started = await perform(t.world, startInquiry, {
      actor: anyone,
      establishment,
      attempt: newAttempt(),
      input: {},
    });
    assert.ok(started.kind === "done");
    t.setNow("2027-02-01T20:00:00Z");
    const holder = { kind: "holder", secret: started.value.token } as const;
    await perform(t.world, saveInquiry, {
      actor: holder,
      establishment,
      attempt: newAttempt(),
      input: { version: 1, facts: {} },
    });
    t.setNow("2027-02-02T19:59:59Z");
    assert.equal(await runDue(t.world, establishment), 0);
    t.setNow("2027-02-02T20:00:00Z");
    assert.equal(await runDue(t.world, establishment), 1);
    assert.equal(await countOf("inquiry"), 0);
  });

  it("is done in order and under its own day by a server that was off", async () => {
    for (const morning of ["2027-03-03", "2027-03-01", "2027-03-02"]) {
      t.setNow(`${morning}T09:00:00Z`);
      await keep();
    }
    t.setNow("2027-06-01T09:00:00Z");
    assert.equal(await runDue(t.world, establishment), 3);
    const days = (await recordsOf("expireAnswer")).map(({ due }) => due);
    assert.deepEqual(days, ["2027-01-01", "2027-04-01", "2027-04-02", "2027-04-03"]);
  });

  it("is done once by two processes", async () => {
    t.setNow("2027-07-01T09:00:00Z");
    await Promise.all([keep(), keep(), keep()]);
    t.setNow("2027-09-01T09:00:00Z");
    await Promise.all([runDue(t.world, establishment), runDue(t.world, establishment)]);
    assert.equal((await recordsOf("expireAnswer")).length, 7);
    assert.equal(await countOf("kept_answer"), 0);
  });

  it("is done behind more than a batch of what is refused, which is tried once a round", async () => {
    const tries = new Map<number, number>();
    const done: number[] = [];
    const duty = duringTest(
      async ({ tx }, one) => {
        tries.set(one, (tries.get(one) ?? 0) + 1);
        if (one < 250) return FORBIDDEN;
        done.push(one);
        await sql`select 1`.execute(tx);
        return deed({}, "due-for-test:1");
      },
      (limit) =>
        numbers(260)
          .filter((one) => !done.includes(one))
          .slice(0, limit),
    );
    const told: unknown[] = [];
    assert.equal(await runDue(t.world, establishment, [duty], (fault) => told.push(fault)), 10);
    assert.deepEqual([done.length, tries.size, Math.max(...tries.values())], [10, 260, 1]);
    assert.equal(told.length, 100);
  });

  it("ends, even where what was done is due for ever", async () => {
    const duty = duringTest(
      async () => deed({}, "due-for-test:2"),
      (limit) => numbers(200).slice(0, limit),
    );
    assert.equal(await runDue(t.world, establishment, [duty]), 200);
  });

  it("is left between two deeds where the service stops, and gone on with later", async () => {
    const done: number[] = [];
    const duty = duringTest(
      async (_, one) => {
        done.push(one);
        return deed({}, "due-for-test:4");
      },
      () => numbers(9).filter((one) => !done.includes(one)),
    );
    const never = duringTest(
      async () => FORBIDDEN,
      () => {
        throw new Error("looked for what is due");
      },
    );
    assert.equal(await runDue(t.world, establishment, [duty, never], undefined, () => done.length === 3), 3);
    assert.deepEqual(done, [0, 1, 2]);
    assert.equal(await runDue(t.world, establishment, [duty]), 6);
  });

  it("is done after what fails, a deed or the looking for what is due, which is told with the name of the act", async () => {
    const told: unknown[] = [];
    const failing = duringTest(
      async (_, one) => {
        if (one === 0) throw new Error("of a deed");
        return deed({}, "due-for-test:3");
      },
      () => [0, 1],
    );
    const blind = duringTest(
      async () => FORBIDDEN,
      () => {
        throw new Error("of a duty");
      },
    );
    const duties = [blind, failing, ...DUTIES];
    assert.equal(
      await runDue(t.world, establishment, duties, (fault, act) => told.push([(fault as Error).message, act])),
      1,
    );
    assert.deepEqual(told, [
      ["of a duty", "dueForTest"],
      ["of a deed", "dueForTest"],
    ]);
  });

  it("forgets attempts after two days, and leaves an audit that holds", async () => {
    assert.ok((await countOf("attempt")) > 0);
    t.setNow("2027-09-04T09:00:00Z");
    await runDue(t.world, establishment);
    assert.equal(await countOf("attempt"), 0);
    const { tampered, erased } = await verifyAudit(t.world.db, {
      establishment,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    assert.deepEqual(tampered, []);
    assert.equal(erased.length, 8);
  });
});

describe("the scheduler", () => {
  it("does what is due when it starts, and stops when its round is over", async () => {
    const t = await testWorld();
    await perform(t.world, startInquiry, { actor: anyone, establishment, attempt: newAttempt(), input: {} });
    t.setNow("2027-01-01T00:00:00Z");
    const scheduler = startScheduler(t.world, [establishment], calm);
    await scheduler.stop();
    const left = await withSchool(t.world.db, establishment, (tx) => tx.selectFrom("inquiry").select("id").execute());
    assert.deepEqual(left, []);
    await t.close();
  });

  it("stops between two deeds where it is told so, and the next one goes on", async () => {
    const t = await testWorld();
    for (let count = 0; count < 3; count++)
      await perform(t.world, startInquiry, { actor: anyone, establishment, attempt: newAttempt(), input: {} });
    t.setNow("2027-01-01T00:00:00Z");
    const left = () => withSchool(t.world.db, establishment, (tx) => tx.selectFrom("inquiry").select("id").execute());
    await startScheduler(t.world, [establishment], calm).stop({ midway: true });
    assert.equal((await left()).length, 3);
    await startScheduler(t.world, [establishment], calm).stop();
    assert.equal((await left()).length, 0);
    await t.close();
  });

  it("waits for no timestamping authority where it is told to stop, and holds nothing against it", async () => {
    const t = await testWorld();
    await perform(t.world, startInquiry, { actor: anyone, establishment, attempt: newAttempt(), input: {} });
    const asked = Promise.withResolvers<void>();
    await using silent = createServer(() => asked.resolve()).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const timestamps = { url: `http://127.0.0.1:${port}`, ca: undefined };
    const scheduler = startScheduler({ ...t.world, timestamps }, [establishment], calm);
    await asked.promise;
    await scheduler.stop({ midway: true });
    const failures = (tx: Tx) => tx.selectFrom("timestamp_failure").select("at").execute();
    silent.closeAllConnections();
    assert.deepEqual(await withSchool(t.world.db, establishment, failures), []);
    await t.close();
  });

  it("seals what was done in a checkpoint, once", async () => {
    const t = await testWorld();
    await perform(t.world, startInquiry, { actor: anyone, establishment, attempt: newAttempt(), input: {} });
    for (let round = 0; round < 2; round++) await startScheduler(t.world, [establishment], calm).stop();
    const report = await verifyAudit(t.world.db, { establishment, zone: "Europe/Paris", tables: PROVEN_TABLES });
    assert.deepEqual([report.checkpoints.count, report.checkpoints.uncovered, report.tampered], [1, 0, []]);
    await t.close();
  });

  it("does nothing by a clock that is not believed, until an operator says that it is right", async () => {
    const t = await testWorld({ now: "2026-12-01T09:00:00Z" });
    const told: string[] = [];
    const run = () =>
      startScheduler(t.world, [establishment], { ...calm, onClock: ({ kind }) => told.push(kind) }).stop();
    const left = () => withSchool(t.world.db, establishment, (tx) => tx.selectFrom("inquiry").select("id").execute());
    await run();
    await perform(t.world, startInquiry, { actor: anyone, establishment, attempt: newAttempt(), input: {} });
    for (const wrong of ["2029-12-06T09:00:00Z", "2023-12-01T09:00:00Z"]) {
      t.setNow(wrong);
      await run();
    }
    assert.deepEqual(told, ["far", "behind"]);
    assert.equal((await left()).length, 1);
    t.setNow("2027-02-15T09:00:00Z");
    await run();
    assert.equal((await left()).length, 1);
    const operator = { kind: "operator" } as const;
    const accepted = await perform(t.world, acceptClock, {
      actor: operator,
      establishment,
      attempt: newAttempt(),
      input: {},
    });
    assert.equal(accepted.kind, "done");
    await run();
    assert.deepEqual(told, ["far", "behind", "far"]);
    assert.deepEqual(await left(), []);
    const { tampered } = await verifyAudit(t.world.db, {
      establishment: DEPLOYMENT,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    assert.deepEqual(tampered, []);
    await t.close();
  });

  it("does nothing where the database’s machine has another hour", async () => {
    const t = await testWorld();
    const told: string[] = [];
    const serverNow = async () => new Date("2026-12-01T10:00:00Z");
    await startScheduler({ ...t.world, serverNow }, [establishment], {
      ...calm,
      onClock: ({ kind }) => told.push(kind),
    }).stop();
    assert.deepEqual(told, ["apart"]);
    await t.close();
  });

  it("tells a fault and lives on", async () => {
    const t = await testWorld();
    const faults: unknown[] = [];
    await t.opened.asOwner((owner) => owner.run("drop table inquiry"));
    const scheduler = startScheduler(t.world, [establishment], { ...calm, onFault: (fault) => faults.push(fault) });
    await scheduler.stop();
    assert.equal(faults.length, 1);
    await t.close();
  });
});
