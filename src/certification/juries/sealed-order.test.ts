/** What a jury sealed comes in one order, whoever reads it: the candidates in that of their list, and the jury itself last. */
import { deepEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  jurySeen,
  type Trainee,
  trainee,
} from "../../test/certifying.ts";
import { testWorldOf } from "../../test/server.ts";

const NAMES = ["Ada Admise", "Bo Girard", "Cy Roux", "Dan Leroy", "Eve Faure"];

describe("what a jury sealed", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  it("is shown by the names of its candidates, in whichever order they were presented, and itself last", async () => {
    const secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    const trainees: Trainee[] = [];
    for (const name of NAMES.toReversed()) trainees.push(await trainee(world, name));
    const held = await aSession(world, { secretary, trainees });
    const groups = await arranged(world, held, { day: "2030-06-11" });
    now = new Date("2030-06-11T18:00:00Z");
    const sheet = [12, 11, 11, 11, 13] as const;
    await allMarked(world, held, groups, Object.fromEntries(NAMES.map((name) => [name, sheet])));
    now = new Date("2030-06-25T08:00:00Z");
    const { candidates, sealed } = await jurySeen(world, held, await decided(world, held));
    deepEqual(
      candidates.map(({ name }) => name),
      NAMES,
    );
    deepEqual(
      sealed.map(({ entry }) => entry),
      [...NAMES.map((name) => held.entries.get(name)), null],
    );
  });
});
