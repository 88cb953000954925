import { equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { aDossier, candidate } from "../../test/dossiers.ts";
import { deed, makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import type { Visit } from "../../page/page.ts";
import type { World } from "../../act/world.ts";
import { withdrawDossier } from "../submit-acts.ts";
import { heldDossier } from "./holding.ts";

describe("the draft of a dossier, held by a page", () => {
  let world: World;
  let close: () => Promise<void>;
  before(async () => {
    ({ world, close } = await testWorldOf());
  });
  after(() => close());

  it("is not saved, and nothing fails, where the dossier was closed in another tab since the page read it", async () => {
    const person = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const dossier = await aDossier(world, person);
    const actor = candidate(world, person);
    const school = world.laws.establishments.find(({ data }) => data.establishment === "faire-ess")!.data;
    const visit = { world, school, actor, params: { diploma: "deis", dossier }, link: (path: string) => path };
    const held = await heldDossier(visit as unknown as Visit);
    ok("save" in held);
    equal(await held.save(held.draft), true);
    await deed(world, withdrawDossier, actor, { dossier });
    equal(await held.save(held.draft), false);
  });
});
