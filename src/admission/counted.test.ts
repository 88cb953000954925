/** What an account says of candidacies to decide, counted without reading their list. */
import { deepEqual, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withdrawDossier } from "../dossier/submit-acts.ts";
import { acting, conforming, eligible } from "../test/admissions.ts";
import { DECLARED_IN_FULL } from "../test/dossiers.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { countCandidacies, seeAdmissions } from "./views.ts";

const SCHOOL = "faire-ess";

describe("the candidacies to decide", () => {
  let world: World;
  let close: () => Promise<unknown>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2027-02-01T08:00:00Z") }));
  });
  after(() => close());

  it("are as many as their list has: those that conform, but for whoever was decided on or has withdrawn", async () => {
    const actor = acting(world, ["head-of-training"]);
    const counted = async () => {
      const asked = { actor, establishment: SCHOOL, input: {} };
      const [count, list] = [await view(world, countCandidacies, asked), await view(world, seeAdmissions, asked)];
      ok(count.kind === "found" && list.kind === "found");
      return [count.value.toDecide, list.value.candidates.filter(({ state }) => state === "to-decide").length];
    };
    deepEqual(await counted(), [0, 0]);
    const intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
    await conforming(world, "Ada Martin", DECLARED_IN_FULL, intake);
    const bo = await conforming(world, "Bo Girard", DECLARED_IN_FULL, intake);
    await eligible(world, "Cy Roux", intake);
    deepEqual(await counted(), [2, 2]);
    await deed(world, withdrawDossier, bo.actor, { dossier: bo.dossier });
    deepEqual(await counted(), [1, 1]);
  });
});
