/** Somebody on a list has their application erased: nobody else is called on another day for it, nor loses their place. */
import { deepEqual } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Act, perform } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { withdrawDossier } from "../dossier/submit-acts.ts";
import { ACTS } from "../house/house.ts";
import { runDue } from "../worker/run-due.ts";
import { acting, type Conforming, eligible, sittingCommission, closed } from "../test/admissions.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed } from "../test/people.ts";
import { faultsOf } from "../test/playing.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { acceptPlace, declinePlace } from "./place-acts.ts";

const SCHOOL = "faire-ess";

describe("a list of which somebody is erased", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());

  const at = async (instant: string) => {
    now = new Date(instant);
    await runDue(world, SCHOOL);
  };
  const as = ({ who }: Conforming) => acting(world, [], who.account);
  const standing = ({ dossier }: Conforming) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const row = tx.selectFrom("admission_state").select(["state", "answer_by"]).where("id", "=", dossier);
      const found = await row.executeTakeFirst();
      return found && [found.state, found.answer_by];
    });
  const erased = async (one: Conforming) => {
    const act = ACTS.find(({ name }) => name === "eraseOwn") as Act;
    for (const [holding, chain] of [
      ["applications", "dossier"],
      ["candidacies", "candidacy"],
    ]) {
      const input = { holding, chain: `${chain}:${one.dossier}` };
      await perform(world, act, { actor: as(one), establishment: SCHOOL, attempt: newAttempt(), input });
    }
  };

  it("keeps everybody else’s offers on the days on which they had them", async () => {
    const intake = (await openedIntake(world, { places: 1, answerWithin: 7 })).id;
    const [ada, bo, cy] = [
      await eligible(world, "Ada Blanc", intake),
      await eligible(world, "Bo Blanc", intake),
      await eligible(world, "Cy Blanc", intake),
    ];
    await at("2027-06-07T08:00:00Z");
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
      [cy.dossier, "waiting"],
    ]);
    await closed(world, commission);
    await at("2027-06-09T08:00:00Z");
    await deed(world, declinePlace, as(ada), { dossier: ada.dossier });
    await at("2027-06-11T08:00:00Z");
    await deed(world, declinePlace, as(bo), { dossier: bo.dossier });
    deepEqual(await standing(cy), ["offered", "2027-06-18"]);
    await at("2027-06-12T08:00:00Z");
    for (const one of [bo, ada]) {
      await deed(world, withdrawDossier, as(one), { dossier: one.dossier, reason: "" });
      await runDue(world, SCHOOL);
      await erased(one);
      deepEqual(await standing(one), undefined);
    }
    // Had the two never been there, Cy would have been called on the 7th, and lost the place on the 15th.
    await at("2027-06-16T08:00:00Z");
    deepEqual(await standing(cy), ["offered", "2027-06-18"]);
    await deed(world, acceptPlace, as(cy), { dossier: cy.dossier });
    deepEqual(await standing(cy), ["accepted", null]);
    deepEqual(await faultsOf(world, SCHOOL), []);
  });
});
