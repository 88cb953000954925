/** What is under way on some days: each reader sees, by day and hour, what they may see, and each thing once. */
import { deepEqual, equal } from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { eligible, sittingCommission } from "../test/admissions.ts";
import { aGroup, aSession, trainee } from "../test/certifying.ts";
import { anIntake } from "../test/dossiers.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { anInterviewDay, conforming, ON, placed } from "../test/interviewing.ts";
import { actorOf, deed, giveRoles, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, employed } from "../test/trainees.ts";
import { cancelLesson, planLessons } from "../training/lessons/acts.ts";
import { addRoom } from "./acts.ts";

describe("what is under way", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date();
  beforeEach(async () => {
    now = new Date("2026-12-07T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  afterEach(() => close());

  const seen = (actor: Actor, from: string, until: string) =>
    view(world, world.house.seeUnderWay, { actor, establishment: "faire-ess", input: { from, until } });
  const lines = async (actor: Actor, from: string, until: string) => {
    const found = await seen(actor, from, until);
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value.lines.map(({ on, from: hour, what, room, who }) => [on, hour, what.fr.split(" ")[0], room, who]);
  };

  it("is each lesson that takes place, once to whoever both runs the training and teaches, and their own to trainers", async () => {
    const { actor: head } = await employed(world, "Ines", "head-of-training");
    const { actor: both } = await employed(world, "Dora", "director", "trainer");
    const { actor: tom } = await employed(world, "Tom", "trainer");
    const { room } = await deed(world, addRoom, head, { name: "A1", seats: 30, site: "" });
    const cohort = await aCohort(world, head);
    const lesson = { unit: "UF1.1", on: "2026-12-08", from: "09:00", to: "12:00", subject: "" };
    const planned = [
      { ...lesson, from: "13:30", to: "16:30", trainer: actorName(both) },
      { ...lesson, trainer: actorName(tom), room },
      { ...lesson, on: "2026-12-09", trainer: actorName(tom) },
      { ...lesson, on: "2026-12-14", trainer: actorName(tom) },
    ];
    const { lessons } = await deed(world, planLessons, head, { cohort, lessons: planned });
    await deed(world, cancelLesson, head, { id: lessons[2]!, version: 1, why: "Malade." });
    const [days, first] = [["2026-12-07", "2026-12-13"] as const, ["2026-12-08", "09:00", "UF1.1", "A1"]];
    const all = [
      [...first, "2026-2029, Tom"],
      ["2026-12-08", "13:30", "UF1.1", null, "2026-2029, Dora"],
    ];
    deepEqual(await lines(head, ...days), all);
    deepEqual(await lines(both, ...days), all);
    deepEqual(await lines(tom, ...days), [[...first, null]]);
    // A reader has no link to a page that is closed to them.
    const open = async (actor: Actor) => {
      const found = await seen(actor, ...days);
      return found.kind === "found" && found.value.lines.map(({ to }) => to !== null);
    };
    const { actor: auditor } = await employed(world, "Aïcha", "auditor");
    deepEqual(
      [await open(head), await open(both), await open(tom), await open(auditor)],
      [[true, true], [true, true], [true], [false, false]],
    );
  });

  it("is a day of interviews with its rooms for the office, and not for who has no part in them", async () => {
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    const working = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    now = new Date("2026-12-01T09:00:00Z");
    const { dossier } = await conforming(world, await working(), { name: "Claire" });
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    const officer = await working();
    const day = await anInterviewDay(world, officer, { intake });
    deepEqual(await lines(officer, ON, ON), []);
    await placed(world, officer, day, { dossier });
    const [line] = await lines(officer, ON, ON);
    deepEqual([line?.[0], line?.[2]], [ON, "1"]);
    const { actor: finance } = await employed(world, "Flore", "finance");
    deepEqual(await lines(finance, ON, ON), []);
  });

  it("is the commission of an intake, and the exams of a session with their hour", async () => {
    const { id: intake } = await openedIntake(world, {});
    const { dossier } = await eligible(world, "Ada Martin", intake);
    await sittingCommission(world, intake, [[dossier, "admitted"]]);
    deepEqual(
      (await lines(HEAD_OF_TRAINING, "2026-12-07", "2026-12-07")).map((line) => line.slice(0, 3)),
      [["2026-12-07", null, "Commission"]],
    );
    const secretary = await makeAccount(world, { name: "Camille", address: "camille@exemple.fr" });
    await giveRoles(world, secretary, ["certification-secretary"]);
    const held = await aSession(world, { secretary, trainees: [await trainee(world, "Bo Martin")] });
    const [one, , other] = held.examiners;
    const examiners = [
      { person: one!.id, by: "authority" },
      { person: other!.id, by: "establishment" },
    ];
    await aGroup(world, held, { exam: "DF3", day: "2027-01-05", examiners });
    deepEqual(await lines(await held.secretary(), "2027-01-04", "2027-01-10"), [
      ["2027-01-05", "09:00", "DF3,", "Salle DF3 A 2027-01-05 09:00", "Session de juin 2030"],
    ]);
  });

  it("is read for a month at most", async () => {
    equal((await seen(HEAD_OF_TRAINING, "2026-12-01", "2026-12-31")).kind, "found");
    equal((await seen(HEAD_OF_TRAINING, "2026-12-01", "2027-01-01")).kind, "missing");
  });
});
