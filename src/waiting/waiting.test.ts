/** What waits for whom: a line appears with the fact that asks for it, and goes in the transaction of the act that answers it. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { acceptPlace, recordAnswer } from "../admission/place-acts.ts";
import { decideRelief } from "../admission/decide-acts.ts";
import { closeCommission } from "../admission/commission-acts.ts";
import { withSchool } from "../db/school.ts";
import { closingGrounds, eligible, sittingCommission } from "../test/admissions.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, enrolled } from "../test/trainees.ts";
import { waitingCheck } from "./check.ts";
import { recomputeWaiting, repairWaiting } from "./recompute.ts";
import { runDue } from "../worker/run-due.ts";

const SCHOOL = "faire-ess";
const HEAD = HEAD_OF_TRAINING;

describe("what waits", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date();
  beforeEach(async () => {
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  afterEach(() => close());

  const waiting = async (actor: Actor) => {
    const seen = await view(world, world.house.myWaiting, { actor, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found", seen.kind);
    // The same people have to pay, too.
    const lines = seen.value.lines.filter(({ key }) => ["answerOffer", "sayWhoPays", "enrol"].includes(key));
    return lines.map(({ key, dueOn, late }) => [key, dueOn, ...(late ? ["late"] : [])]);
  };
  const offered = async () => {
    const { id: intake } = await openedIntake(world, { places: 1, answerWithin: 10 });
    const ada = await eligible(world, "Ada Martin", intake);
    const bo = await eligible(world, "Bo Martin", intake);
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    const grounds = await closingGrounds(world, commission);
    await deed(world, closeCommission, { ...HEAD, authenticatedAt: now } as Actor, { commission, version: 1, grounds });
    return { ada, bo };
  };

  it("is the answer to an offer, for the person to whom it is made, by its last day", async () => {
    const { ada, bo } = await offered();
    deepEqual(await waiting(ada.actor), [["answerOffer", "2027-02-11"]]);
    deepEqual(await waiting(bo.actor), []);
    deepEqual(await waiting(HEAD), []);
  });

  it("passes back to the person once their hours are decided, and stays with them where they are enrolled before they answer", async () => {
    const { ada } = await offered();
    await deed(world, acceptPlace, ada.actor, { dossier: ada.dossier });
    deepEqual(await waiting(ada.actor), []);
    // Nobody is enrolled before their relief is decided.
    deepEqual(await waiting(HEAD), []);
    await deed(world, decideRelief, HEAD, { dossier: ada.dossier });
    deepEqual(await waiting(HEAD), []);
    // Within the fourteen days of the school’s file, and not on the first day of lessons.
    deepEqual(await waiting(ada.actor), [["sayWhoPays", "2027-02-15"]]);
    const cohort = await aCohort(world, HEAD);
    await enrolled(world, HEAD, ada, cohort);
    deepEqual(await waiting(HEAD), []);
    deepEqual(await waiting(ada.actor), [["sayWhoPays", null]]);
  });

  it("is shown no more past its last day, and passes to the next person when the calendar calls them", async () => {
    const { ada, bo } = await offered();
    now = new Date("2027-02-12T08:00:00Z");
    deepEqual(await waiting(ada.actor), []);
    await runDue(world, SCHOOL);
    deepEqual(await waiting(bo.actor), [["answerOffer", "2027-02-22"]]);
  });

  it("is derived again by the doctor, which names what differs", async () => {
    const { ada } = await offered();
    const check = waitingCheck(world, world.waits);
    const looked = async () => (await withSchool(world.db, SCHOOL, (tx) => check(tx, SCHOOL)))!;
    equal((await looked()).ok, true);
    await withSchool(world.db, SCHOOL, (tx) =>
      tx.updateTable("waiting").set({ due_on: "2027-02-12" }).where("key", "=", "answerOffer").execute(),
    );
    const { ok: isSound, label } = await looked();
    equal(isSound, false);
    match(label.en, new RegExp(`1 × what waits .*candidacy:${ada.dossier} answerOffer account:`));
  });

  it("is mended by the doctor when asked, who says of how many chains; what is sound stays untouched", async () => {
    const { ada } = await offered();
    const all = () =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("waiting")
          .select(["id", "chain", "key", "due_on"])
          .orderBy("chain")
          .orderBy("key")
          .orderBy("who")
          .execute(),
      );
    const said = (rows: Awaited<ReturnType<typeof all>>) => rows.map(({ chain, key, due_on }) => [chain, key, due_on]);
    const before = await all();
    await withSchool(world.db, SCHOOL, async (tx) => {
      await tx.updateTable("waiting").set({ due_on: "2027-02-12" }).where("key", "=", "answerOffer").execute();
      await tx.deleteFrom("waiting").where("key", "=", "pay").execute();
      await tx
        .insertInto("waiting")
        .values({
          chain: `candidacy:${ada.dossier}`,
          key: "enrol",
          who: "may:enrol trainees",
          from_on: "2027-01-01",
          until_on: "2028-01-01",
        })
        .execute();
    });
    // The candidacy of the offer, with the line too many; and the fees of both.
    equal(await repairWaiting(world, SCHOOL), 3);
    deepEqual(said(await all()), said(before));
    equal(await repairWaiting(world, SCHOOL), 0);
    const kept = new Set((await all()).map(({ id }) => id));
    equal(before.filter(({ id }) => !kept.has(id)).length, 2);
  });

  it("is derived again for the whole school once after an upgrade or a changed file of the school", async () => {
    const { ada } = await offered();
    const gone = () => withSchool(world.db, SCHOOL, (tx) => tx.deleteFrom("waiting").execute());
    await gone();
    ok((await recomputeWaiting(world, SCHOOL, "sha256:file")) > 0);
    deepEqual(await waiting(ada.actor), [["answerOffer", "2027-02-11"]]);
    equal(await recomputeWaiting(world, SCHOOL, "sha256:file"), 0);
    await gone();
    ok((await recomputeWaiting(world, SCHOOL, "sha256:changed")) > 0);
    deepEqual(await waiting(ada.actor), [["answerOffer", "2027-02-11"]]);
    // Until then the doctor says that they wait for the calendar, not that the program is wrong.
    await gone();
    const check = waitingCheck(world, world.waits);
    equal((await withSchool(world.db, SCHOOL, (tx) => check(tx, SCHOOL)))?.ok, null);
  });

  const stand = (key: string, count: number, row: { due_on?: string; from_on?: string; who?: string } = {}) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = Array.from({ length: count }, (_, at) => ({
        chain: `dossier:00000000-0000-4000-8000-000000000${String(at).padStart(3, "0")}`,
        key,
        who: "may:handle the dossiers",
        from_on: "2027-01-01",
        until_on: "2028-01-01",
        ...row,
      }));
      await tx.insertInto("waiting").values(rows).execute();
    });
  const seen = async (input: { key?: string; page?: number; most?: number; group?: "open" | "later" }) => {
    const found = await view(world, world.house.myWaiting, { actor: HEAD, establishment: SCHOOL, input });
    ok(found.kind === "found");
    return found.value;
  };

  it("is counted by kind and group as far as a hundred, and more of it listed a page at a time", async () => {
    await stand("examine", 130);
    const said = async (input: Parameters<typeof seen>[0]) => {
      const { lines, counts, more } = await seen(input);
      return [lines.length, counts.map(({ group, count }) => [group, count]), more];
    };
    const open = [["open", 101]];
    deepEqual(await said({}), [30, open, true]);
    deepEqual(await said({ most: 3 }), [3, open, true]);
    deepEqual(await said({ key: "examine" }), [100, open, true]);
    deepEqual(await said({ key: "examine", page: 2 }), [30, open, false]);
    deepEqual(await said({ key: "examine", group: "later" }), [0, [], false]);
    deepEqual(await said({ key: "enrol" }), [0, [], false]);
  });

  it("hides no kind behind many of another, neither what is due by no day behind what is", async () => {
    await stand("examine", 300, { due_on: "2027-06-01" });
    await stand("answerMessage", 8, { from_on: "2027-01-20" });
    await stand("readWithdrawal", 17);
    const { lines, counts } = await seen({ most: 3 });
    deepEqual(
      new Set(counts.map(({ key, group, count }) => `${key} ${group} ${count}`)),
      new Set(["answerMessage open 8", "examine later 101", "readWithdrawal open 17"]),
    );
    // By the day since when it waits, what is due by no day stands among the others.
    deepEqual([...new Set(lines.map(({ key }) => key))], ["readWithdrawal", "answerMessage", "examine"]);
  });

  it("counts once what waits in two ways, also where each is counted as far as a hundred", async () => {
    ok(HEAD.kind === "account");
    await stand("examine", 90, { who: `account:${HEAD.account}` });
    await stand("examine", 150);
    const { counts } = await seen({ most: 1 });
    deepEqual(
      counts.map(({ alone, count }) => [alone, count]),
      [
        [true, 90],
        [false, 60],
      ],
    );
  });

  it("stays as it was where the act that would answer it is refused", async () => {
    const { ada, bo } = await offered();
    const request = { actor: bo.actor, establishment: SCHOOL, input: { dossier: ada.dossier } };
    equal((await perform(world, acceptPlace, { ...request, attempt: randomUUID() })).kind, "forbidden");
    deepEqual(await waiting(ada.actor), [["answerOffer", "2027-02-11"]]);
    ok(recordAnswer.writes.includes("admission_fact"));
  });
});
