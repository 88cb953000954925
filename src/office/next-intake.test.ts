/** Next year’s intake is announced while this year’s dossiers are examined. */
import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../test/dossiers.ts";
import { openedIntake } from "../test/intakes.ts";
import { ALWAYS_SHOWN, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import type { World } from "../act/world.ts";
import { seeQueue, seeToLookAt } from "./views.ts";

const SCHOOL = "faire-ess";
const OFFICER: Actor = {
  kind: "account",
  account: "00000000-0000-4000-8000-0000000000aa",
  session: "00000000-0000-4000-8000-0000000000bb",
  roles: ["admission-officer"],
  authenticatedAt: ALWAYS_SHOWN,
};

describe("an intake that is opened after another", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  let running = "";
  let next = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    running = (await openedIntake(world)).id;
    const claire = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    await handedIn(world, claire, await aDossier(world, claire, given));
    now = new Date("2026-11-26T09:00:00Z");
    next = (await openedIntake(world, { opens: { day: "2026-12-20", time: "09:00" } })).id;
  });
  after(() => close());
  const queue = async (input: object) => {
    const seen = await view(world, seeQueue, { actor: OFFICER, establishment: SCHOOL, input });
    if (seen.kind !== "found") throw new Error(seen.kind);
    return seen.value;
  };
  const badge = () => view(world, seeToLookAt, { actor: OFFICER, establishment: SCHOOL, input: {} });

  it("does not stand before the running one in the queue, nor in its search, until it takes applications itself", async () => {
    const first = await queue({});
    deepEqual([first.intake, first.intakes.map(({ id }) => id)], [running, [next, running]]);
    equal((await queue({ search: "2026" })).intake, running);
    now = new Date("2026-12-21T09:00:00Z");
    equal((await queue({})).intake, next);
  });

  it("takes nothing from the count of what waits for a first look", async () => {
    deepEqual(await badge(), { kind: "found", value: { count: 1 } });
  });
});
