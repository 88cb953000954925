import { deepEqual, equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { perform, view } from "../../act/act.ts";
import { actorOf, giveRoles, makeAccount, openedSession } from "../../test/people.ts";
import { type TestWorld, testWorld } from "../../test/world.ts";
import { seeStaff } from "../views.ts";
import { takeRole } from "./acts.ts";

const ROUNDS = 10;

describe("two directors who take each other’s role at the same moment", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  it("leave one of them, in each of ten schools", async () => {
    const { world } = t;
    const two = [
      await makeAccount(world, { name: "Un", address: "un@exemple.fr" }),
      await makeAccount(world, { name: "Deux", address: "deux@exemple.fr" }),
    ];
    const tokens: string[] = [];
    for (const person of two) tokens.push(await openedSession(world, person, ["password", "totp"]));
    for (let round = 0; round < ROUNDS; round++) {
      const school = `ecole-${round}`;
      for (const person of two) await giveRoles(world, person, ["director"], school);
      const grants = await staffOf(school);
      const takes = two.map(async (person, index) => {
        const other = grants.find(({ account }) => account !== person.account)!;
        const actor = await actorOf(world, tokens[index]!, school);
        return () =>
          perform(world, takeRole, { actor, establishment: school, attempt: randomUUID(), input: { id: other.id } });
      });
      const begin = await Promise.all(takes);
      const kinds = (await Promise.all(begin.map((take) => take()))).map(({ kind }) => kind);
      deepEqual(kinds.sort(), ["done", "invalid"]);
      equal((await staffOf(school)).length, 1);
    }
  });

  async function staffOf(establishment: string) {
    const seen = await view(t.world, seeStaff, { actor: { kind: "operator" }, establishment, input: {} });
    return seen.kind === "found" ? seen.value.staff : [];
  }
});
