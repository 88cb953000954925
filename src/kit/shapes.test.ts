import { equal } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import { ACTS, VIEWS } from "../house/house.ts";
import { ROLES } from "../act/permissions.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { type JsonSchema, validator } from "./schema.ts";
import { Id } from "./shapes.ts";

const check = validator(Id as unknown as JsonSchema);

describe("an id", () => {
  it("is a UUID, and not any thirty-six signs of one", () => {
    equal(check(randomUUID()).length, 0);
    for (const wrong of ["-".repeat(36), "a".repeat(36), "0".repeat(36), randomUUID().toUpperCase(), ""])
      equal(check(wrong).length, 1, wrong);
  });

  it("that is none is told so by every act and view that takes one, and never a fault of the database", async () => {
    const { world, close } = await testWorldOf();
    const establishment = LAWS.establishments[0]!.data.establishment;
    const account = randomUUID();
    const actor: Actor = { kind: "account", account, session: account, roles: ROLES, authenticatedAt: world.now() };
    let tried = 0;
    const inputsOf = (form: unknown) => {
      const { properties = {} } = form as { properties?: Record<string, { pattern?: string }> };
      const ids = Object.keys(properties).filter((name) => /a-f/.test(properties[name]!.pattern ?? ""));
      tried += ids.length;
      return ids.map((name) => ({ [name]: "-".repeat(36) }));
    };
    for (const act of ACTS)
      for (const input of inputsOf(act.form))
        equal(
          (await perform(world, act, { actor, establishment, attempt: newAttempt(), input })).kind === "done",
          false,
        );
    for (const one of VIEWS)
      for (const input of inputsOf(one.form))
        equal((await view(world, one, { actor, establishment, input })).kind === "found", false);
    equal(tried > 40, true, String(tried));
    await close();
  });
});
