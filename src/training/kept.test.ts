/** What somebody applied with is kept as long as the training that it led to, and no longer than any other where it led to none. */
import { deepEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { runDue } from "../worker/run-due.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../test/trainees.ts";
import { enrolmentChain } from "./enrolled.ts";
import { trainingRetained } from "./retention.ts";

const SCHOOL = "faire-ess";

describe("the application of somebody in training", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  it("outlives its own period, and ends with the training; that of nobody enrolled does not", async () => {
    const head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    const awa = await anAccepted(world, { name: "Awa Ndiaye" });
    await anAccepted(world, { name: "Sans Suite" });
    const enrolment = await enrolled(world, head, awa, await aCohort(world, head));
    now = new Date("2028-11-06T09:00:00Z");
    await runDue(world, SCHOOL);
    const kept = () =>
      withSchool(world.db, SCHOOL, async (tx) => ({
        dossiers: (await tx.selectFrom("dossier_state").select("id").execute()).map(({ id }) => id),
        longer: (await tx.selectFrom("kept_longer").select("id").execute()).map(({ id }) => id),
      }));
    deepEqual(await kept(), { dossiers: [awa.dossier], longer: [awa.dossier] });
    await withSchool(world.db, SCHOOL, (tx) => trainingRetained[0]!.erase!(tx, enrolmentChain(enrolment), now));
    deepEqual(await kept(), { dossiers: [awa.dossier], longer: [] });
  });
});
