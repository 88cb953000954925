/** Whoever holds a part is warned before their time ends, however many others were warned before. */
import { equal } from "node:assert/strict";
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
} from "../../test/certifying.ts";
import { testWorldOf } from "../../test/server.ts";
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
});
