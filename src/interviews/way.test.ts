/** Where somebody stands on the way to an interview: what they were not told is not theirs yet, and what is past is past at its hour. */
import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Actor } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { dayIn } from "../kit/zone.ts";
import { anIntake } from "../test/dossiers.ts";
import { anInterviewDay, conforming, ON, placed } from "../test/interviewing.ts";
import { actorOf, deed, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { convoke } from "./convoke-acts.ts";
import { interviewWay } from "./way.ts";

describe("the station of an interview", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-12-01T09:00:00Z");
  let officer: Actor;
  let dossier = "";
  let interview = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    const working = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    officer = await working();
    ({ dossier } = await conforming(world, officer, { name: "Claire" }));
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    officer = await working();
    interview = await placed(world, officer, await anInterviewDay(world, officer, { intake }), { dossier });
  });
  after(() => close());

  const station = () =>
    withSchool(world.db, "faire-ess", async (tx) => {
      const given = { tx, zone: "Europe/Paris", today: dayIn(now, "Europe/Paris"), now };
      const [seen] = await interviewWay(given, [dossier]);
      return [seen?.station, seen?.state, seen?.heading.fr];
    });

  it("is the school’s to arrange until the person is told the hour", async () => {
    deepEqual(await station(), ["interview", "now", "L’école prépare votre entretien"]);
  });

  it("is ahead until its end on its own day, and over that evening", async () => {
    await deed(world, convoke, officer, { interview, ground: "Avant la décision." });
    now = new Date(`${ON}T05:00:00Z`);
    deepEqual(await station(), ["interview", "now", "Un entretien vous attend"]);
    now = new Date(`${ON}T19:00:00Z`);
    equal(dayIn(now, "Europe/Paris"), ON);
    deepEqual(await station(), ["interview", "done", "Votre entretien est passé"]);
  });
});
