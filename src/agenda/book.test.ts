/** Nobody and no room is twice at one time. */
import { equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { World } from "../act/world.ts";
import { countNotes } from "../act/keep.ts";
import { withSchool } from "../db/school.ts";
import { testWorldOf } from "../test/server.ts";
import { bookAll, unbook } from "./book.ts";

const SCHOOL = "faire-ess";
const at = (time: string) => new Date(`2027-01-12T${time}:00Z`);

describe("a booking", () => {
  let world: World;
  let close: () => Promise<unknown>;
  before(async () => {
    ({ world, close } = await testWorldOf({}));
  });
  after(() => close());
  const room = `room:${randomUUID()}`;
  const [ada, bo] = [`account:${randomUUID()}`, `guest:${randomUUID()}`];
  const tried = (what: string, taken: readonly string[], from: string, until: string) =>
    withSchool(
      world.db,
      SCHOOL,
      (tx) =>
        bookAll(
          tx,
          taken.map((one) => ({ what, taken: one, from: at(from), until: at(until) })),
        ),
      { keep: (done) => done },
    );

  it("takes a room and persons for one thing, who may be elsewhere as soon as it is over", async () => {
    equal(await tried("interview:1", [room, ada, ada], "09:00", "10:00"), true);
    equal(await tried("interview:2", [room, bo], "10:00", "11:00"), true);
    equal(await tried("interview:3", [ada], "08:00", "09:00"), true);
  });

  it("is refused by the database where a person or a room is taken, and takes nothing then", async () => {
    equal(await tried("lesson:1", [bo, room], "09:59", "10:01"), false);
    equal(await tried("lesson:1", [bo], "09:00", "10:00"), true);
  });

  it("is freed by what it was for, and is noted for the record of its act", async () => {
    const noted = await withSchool(world.db, SCHOOL, async (tx) => {
      await unbook(tx, "interview:1");
      return countNotes(tx);
    });
    equal(noted, 2);
    equal(await tried("lesson:2", [ada], "09:00", "09:30"), true);
  });

  it("is refused to the second of two who book at one moment", async () => {
    const both = await Promise.all(
      ["exam:1", "exam:2"].map((what) => tried(what, [room], "14:00", "15:00").catch(() => false)),
    );
    equal(both.filter((done) => done).length, 1);
  });
});
