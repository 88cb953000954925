/** A day of interviews and whom it told of it go each at their own time. */
import { deepEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { OUTLIVING, PROVEN_TABLES } from "../house/house.ts";
import { runDue } from "../worker/run-due.ts";
import { verifyAudit } from "../audit/verify.ts";
import { anIntake } from "../test/dossiers.ts";
import { anInterviewDay, conforming, placed } from "../test/interviewing.ts";
import { actorOf, deed, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { callInterviewers, convoke } from "./convoke-acts.ts";

const SCHOOL = "faire-ess";

describe("a day of interviews whose time is over", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-12-01T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  it("goes before the guests who held it, whose mail goes with them, and the record stays whole", async () => {
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    const working = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    const { dossier } = await conforming(world, await working(), { name: "Claire" });
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    const officer = await working();
    const day = await anInterviewDay(world, officer, { intake });
    await deed(world, convoke, officer, { interview: await placed(world, officer, day, { dossier }), ground: "Vu." });
    await deed(world, callInterviewers, officer, { day: day.day });
    const left = () =>
      withSchool(world.db, SCHOOL, async (tx) => ({
        days: (await tx.selectFrom("interview_day").select("id").execute()).length,
        mails: (await tx.selectFrom("mail").select("id").where("about", "=", day.pair.members[1]).execute()).length,
      }));
    const before = await left();
    now = new Date("2028-11-06T09:00:00Z");
    // Interviews first, then the day that they were on.
    for (const _ of [1, 2]) await runDue(world, SCHOOL);
    deepEqual(await left(), { days: 0, mails: before.mails });
    const all = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING };
    deepEqual((await verifyAudit(world.db, all)).tampered, []);
  });
});
