/** Two at once in training: two who plan many lessons of the same trainers and rooms, each from the other end. */
import { deepEqual, rejects } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type Actor, perform } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { addRoom } from "../agenda/acts.ts";
import { bookAll, takeTurns } from "../agenda/book.ts";
import { withSchool } from "../db/school.ts";
import { addDays } from "../kit/day.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../test/trainees.ts";
import { moveLesson, planLessons } from "./lessons/acts.ts";

const SCHOOL = "faire-ess";
/** A fault of the order showed in three rounds of five. */
const ROUNDS = 8;

describe("two at once", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  const trainers: string[] = [];
  const rooms: string[] = [];
  const cohorts: string[] = [];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    ({ actor: head } = await employed(world, "Ines Responsable", "head-of-training"));
    for (const name of ["Tom Un", "Rose Deux", "Paul Trois", "Lou Quatre"]) {
      trainers.push(`account:${(await employed(world, name, "trainer")).account}`);
      rooms.push((await deed(world, addRoom, head, { name, seats: 30, site: "" })).room);
    }
    for (const name of ["Jour", "Soir"]) cohorts.push(await aCohort(world, head, name));
  });
  after(() => close());

  it("plan many lessons of the same people, in whichever order they name them: one is done, the other is told what stands", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const on = addDays("2027-01-04", round);
      const lessons = trainers.map((trainer, at) => {
        return { unit: "UF1.1", on, from: "09:00", to: "12:00", trainer, room: rooms[at]!, subject: "" };
      });
      const planned = await Promise.all(
        [lessons, lessons.toReversed()].map((some, at) => {
          const input = { cohort: cohorts[at]!, lessons: some };
          return perform(world, planLessons, { actor: head, establishment: SCHOOL, attempt: randomUUID(), input });
        }),
      );
      deepEqual(planned.map(({ kind }) => kind).toSorted(), ["done", "invalid"]);
    }
  });

  it("move two lessons of one cohort to the same hour, in other rooms and by other trainers: one is done", async () => {
    const person = await anAccepted(world, { name: "Awa Ndiaye" });
    const cohort = await aCohort(world, head, "Nuit");
    await enrolled(world, head, person, cohort);
    for (let round = 0; round < ROUNDS; round += 1) {
      const on = addDays("2027-02-01", 2 * round);
      const lessons = [0, 1].map((at) => {
        const hours = at === 0 ? { from: "09:00", to: "10:00" } : { from: "11:00", to: "12:00" };
        return { unit: "UF1.1", on, ...hours, trainer: trainers[at]!, room: rooms[at]!, subject: "" };
      });
      const { lessons: ids } = await deed(world, planLessons, head, { cohort, lessons });
      const moved = await Promise.all(
        ids.map((id, at) => {
          const input = { id, version: 1, on: addDays(on, 1), from: "14:00", to: "15:00", room: rooms[at]! };
          return perform(world, moveLesson, { actor: head, establishment: SCHOOL, attempt: randomUUID(), input });
        }),
      );
      deepEqual(moved.map(({ kind }) => kind).toSorted(), ["done", "invalid"]);
    }
  });

  it("take all their turns at once: whoever books somebody more is stopped before anybody waits", async () => {
    const [from, until] = [new Date("2027-06-01T08:00:00Z"), new Date("2027-06-01T09:00:00Z")];
    const tried = withSchool(world.db, SCHOOL, async (tx) => {
      await takeTurns(tx, [trainers[0]!]);
      await bookAll(tx, [{ what: "lesson:one", taken: trainers[1]!, from, until }]);
    });
    await rejects(tried, /booked in a second go/);
  });
});
