/** Who holds a part is told before their time ends: by the daily mail of what waits, or by one of its own where they have no account. */
import { deepEqual, equal } from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { runDue } from "../../worker/run-due.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  SCHOOL,
  type Trainee,
  trainee,
  withoutAccount,
} from "../../test/certifying.ts";
import { openedIntake } from "../../test/intakes.ts";
import { testWorldOf } from "../../test/server.ts";
import { REMINDING } from "../../test/waiting-lines.ts";
import { warnClocks } from "./duties.ts";

const EXAMINED = "2030-06-11";
const MANY = 12;

describe("the warnings before five years end", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now: Date;
  beforeEach(async () => {
    now = new Date("2030-05-12T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  afterEach(() => close());

  it("reach everybody, taken one at a time, though those already warned stand first", async () => {
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const trainees: Trainee[] = [];
    for (let i = 1; i <= MANY; i++) trainees.push(await trainee(world, `Ada Partielle-${i}`));
    const held = await aSession(world, { secretary, trainees });
    const groups = await arranged(world, held, { day: EXAMINED });
    now = new Date(`${EXAMINED}T18:00:00Z`);
    const sheet = [8, 12, 11.5, 11, 9] as const;
    await allMarked(world, held, groups, Object.fromEntries(trainees.map(({ name }) => [name, sheet])));
    now = new Date("2030-06-25T08:00:00Z");
    await decided(world, held);
    for (const one of trainees) await withoutAccount(world, one);
    now = new Date("2034-07-01T08:00:00Z");
    const oneAtATime = {
      ...warnClocks,
      due: (given: Parameters<typeof warnClocks.due>[0]) => warnClocks.due(given, 1),
    };
    for (const _ of trainees) equal(await runDue(world, SCHOOL, [oneAtATime]), 1);
    equal(await runDue(world, SCHOOL, [oneAtATime]), 0);
    const { length } = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("exam_after").select("enrolment").distinct().where("kind", "=", "warned").execute(),
    );
    equal(length, MANY);
  });

  it("come as lines of the one mail a day, on the days that the school’s file says, to who has an account", async () => {
    // A diploma for which applications are taken.
    now = new Date("2026-11-25T08:00:00Z");
    await openedIntake(world);
    now = new Date("2030-05-12T08:00:00Z");
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const ada = await trainee(world, "Ada Partielle");
    const held = await aSession(world, { secretary, trainees: [ada] });
    const groups = await arranged(world, held, { day: EXAMINED });
    now = new Date(`${EXAMINED}T18:00:00Z`);
    await allMarked(world, held, groups, { "Ada Partielle": [8, 12, 11.5, 11, 9] });
    now = new Date("2030-06-25T08:00:00Z");
    await decided(world, held);
    const told = [];
    // Five years to 25 June 2035; twelve, six and two months before, and at no other time.
    for (const day of [
      "2034-06-24",
      "2034-06-25",
      "2034-06-26",
      "2034-12-24",
      "2034-12-25",
      "2035-04-24",
      "2035-04-25",
      "2035-06-24",
    ]) {
      now = new Date(`${day}T10:00:00Z`);
      equal(await runDue(world, SCHOOL, [warnClocks]), 0);
      await runDue(world, SCHOOL, REMINDING);
      const sent = await withSchool(world.db, SCHOOL, (tx) =>
        tx.selectFrom("mail").select("subject").where("about", "=", `reminded:${ada.account}`).orderBy("id").execute(),
      );
      told.push(sent.length);
      for (const { subject } of sent)
        equal(subject.replaceAll(/\s/g, " "), "Présentez les épreuves qui vous manquent, au plus tard le 25 juin 2035");
    }
    deepEqual(told, [0, 1, 1, 1, 2, 2, 3, 3]);
  });
});
