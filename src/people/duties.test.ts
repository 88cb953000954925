import { deepEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { newId } from "../kit/id.ts";
import { deed, freshly, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { runDue } from "../worker/run-due.ts";
import type { World } from "../act/world.ts";
import { dropTokens, forgetFailures } from "./duties.ts";
import { makeToken } from "./tokens/acts.ts";
import { insertFailure } from "./tries/store.ts";

describe("the calendar", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());
  const inAll = <T>(work: Parameters<typeof withSchool<T>>[2]) => withSchool(world.db, DEPLOYMENT, work);

  it("ends a token the day after its last, and forgets a refused sign-in after a quarter of an hour", async () => {
    const person = await makeAccount(world, { name: "Awa Ndiaye", address: "awa@exemple.fr" });
    const asked = { school: "faire-ess", label: "agenda", reach: "read", until: "2026-12-02" } as const;
    await deed(world, makeToken, await freshly(world, person), asked);
    await inAll((tx) => insertFailure(tx, { id: newId(), addressKey: "key", at: now }));
    const round = () => runDue(world, DEPLOYMENT, [dropTokens, forgetFailures]);
    const rounds = [];
    for (const at of ["2026-11-25T09:14:59Z", "2026-11-25T09:15:01Z", "2026-12-02T22:58:59Z", "2026-12-03T09:00:00Z"]) {
      now = new Date(at);
      rounds.push(await round());
    }
    deepEqual(rounds, [0, 1, 0, 1]);
    const left = await inAll((tx) => tx.selectFrom("api_token").select("id").execute());
    deepEqual(left, []);
  });
});
