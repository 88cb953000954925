/** What contracts say of trainers: said by the head of training for the trainers of a cohort's lessons, the last words counting. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static } from "typebox";
import { type Actor, perform, view } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, employed } from "../../test/trainees.ts";
import { cancelLesson, planLessons } from "../lessons/acts.ts";
import { describeTrainer } from "./acts.ts";
import { seeTrainers } from "./views.ts";

const SCHOOL = "faire-ess";

describe("the trainers of a cohort (code du travail, art. L. 6353-4)", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let tom = "";
  let cohort = "";
  let lessons: readonly string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf());
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    tom = actorName((await employed(world, "Tom Formateur", "trainer")).actor);
    const zoe = actorName((await employed(world, "Zoé Formatrice", "trainer")).actor);
    cohort = await aCohort(world, head);
    const lesson = { on: "2026-12-07", trainer: tom };
    ({ lessons } = await deed(world, planLessons, head, {
      cohort,
      lessons: [
        { ...lesson, unit: "UF2.1", from: "14:00", to: "17:00" },
        { ...lesson, unit: "UF1.1", from: "09:00", to: "12:00" },
        { ...lesson, unit: "UF1.1", on: "2026-12-08", from: "09:00", to: "12:00", trainer: zoe },
      ],
    }));
  });
  after(() => close());

  const tried = async (change: Partial<Static<typeof describeTrainer.form>>, actor = head) => {
    const input = { cohort, trainer: tom, words: "Doctorat en sociologie", ...change };
    const outcome = await perform(world, describeTrainer, {
      actor,
      establishment: SCHOOL,
      input,
      attempt: randomUUID(),
    });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;
  };
  const listed = async () => {
    const seen = await view(world, seeTrainers, { actor: head, establishment: SCHOOL, input: { cohort } });
    if (seen.kind !== "found") throw new Error(seen.kind);
    return seen.value.trainers.map(({ name, units, reference }) => [name, units.join(), reference]);
  };

  it("are those of its lessons that take place, with nothing said of them at first", async () => {
    deepEqual(await listed(), [
      ["Tom Formateur", "UF1.1,UF2.1", null],
      ["Zoé Formatrice", "UF1.1", null],
    ]);
    await deed(world, cancelLesson, head, { id: lessons[2]!, version: 1, why: "Grève." });
    deepEqual(await listed(), [["Tom Formateur", "UF1.1,UF2.1", null]]);
  });

  it("are described by who runs the training, in words, and only where they teach", async () => {
    match(await tried({ words: "  " }), /Donnez un diplôme, un titre ou une référence/);
    equal(await tried({ trainer: `account:${randomUUID()}` }), "forbidden");
    const officer = (await employed(world, "Anna Officier", "admission-officer")).actor;
    equal(await tried({}, officer), "forbidden");
    equal(await tried({}), "done");
    equal(await tried({ words: "CAFDES ;  quinze ans\nde direction" }), "done");
    deepEqual(await listed(), [["Tom Formateur", "UF1.1,UF2.1", "CAFDES ; quinze ans de direction"]]);
  });

  it("are described once for one attempt", async () => {
    const input = { cohort, trainer: tom, words: "CAFDES" };
    const request = { actor: head, establishment: SCHOOL, input, attempt: randomUUID() };
    deepEqual(await perform(world, describeTrainer, request), await perform(world, describeTrainer, request));
  });
});
