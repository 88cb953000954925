/** A commission that sits again for an intake whose list is settled: whom it decides on joins that list. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import { type Actor, type Outcome, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { OUTLIVING, PROVEN_TABLES } from "../house/house.ts";
import { runDue } from "../worker/run-due.ts";
import { verifyAudit } from "../audit/verify.ts";
import {
  acting,
  type Conforming,
  eligible,
  sittingCommission,
  WHOLE_COMMISSION,
  closingGrounds,
} from "../test/admissions.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { admissionsCheck } from "./check.ts";
import { closeCommission, openCommission } from "./commission-acts.ts";
import { seeAdmitted, seeCommission } from "./commission-views.ts";
import { acceptPlace, declinePlace } from "./place-acts.ts";
import { myCandidacy, seeAdmissions } from "./views.ts";

const SCHOOL = "faire-ess";

describe("a commission that sits again", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date();
  let intake = "";
  beforeEach(async () => {
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    intake = (await openedIntake(world, { places: 2, answerWithin: 10 })).id;
  });
  afterEach(() => close());

  const head = () => acting(world, ["head-of-training"]);
  const fresh = (actor: Actor): Actor => ("authenticatedAt" in actor ? { ...actor, authenticatedAt: now } : actor);
  const closing = async (commission: string): Promise<Outcome<unknown>> =>
    perform(world, closeCommission, {
      actor: head(),
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { commission, version: 1, grounds: await closingGrounds(world, commission) },
    });
  const convened = () =>
    perform(world, openCommission, {
      actor: head(),
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { intake, heldOn: now.toISOString().slice(0, 10), members: WHOLE_COMMISSION },
    });
  const standing = async ({ dossier, actor }: Conforming) => {
    const found = await view(world, myCandidacy, { actor: fresh(actor), establishment: SCHOOL, input: { dossier } });
    ok(found.kind === "found");
    return [found.value.state, found.value.answerBy, found.value.rank];
  };
  const admissions = async () => {
    const found = await view(world, seeAdmissions, { actor: head(), establishment: SCHOOL, input: { intake } });
    ok(found.kind === "found");
    return found.value;
  };
  const sound = async () => {
    const check = await withSchool(world.db, SCHOOL, (tx) => admissionsCheck(world)(tx, SCHOOL));
    deepEqual([check?.ok, check?.name], [true, "admissions"]);
    const given = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING };
    deepEqual((await verifyAudit(world.db, given)).tampered, []);
  };
  const settled = async (...waiting: readonly Conforming[]) => {
    const ada = await eligible(world, "Ada Martin", intake);
    const first = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      ...waiting.map(({ dossier }) => [dossier, "waiting"] as const),
    ]);
    equal((await closing(first)).kind, "done");
    return { ada, first };
  };

  it("is convened only once the first has closed, and for somebody who became eligible since", async () => {
    const { first } = await settled();
    const none = await convened();
    match(none.kind === "invalid" ? none.issues[0]!.message("fr") : "", /personne n’est devenu recevable/);
    equal((await admissions()).maySitAgain, false);
    await eligible(world, "Bo Girard", intake);
    equal((await admissions()).maySitAgain, true);
    const again = await convened();
    equal(again.kind, "done");
    const { commission, list } = await admissions();
    deepEqual([commission?.closed, list], [false, first]);
    equal((await convened()).kind, "invalid");
  });

  it("offers a place that is free, from that day, and puts others after those who wait, of whom none is called in the past", async () => {
    const { ada, first } = await settled();
    now = new Date("2027-02-05T08:00:00Z");
    await deed(world, acceptPlace, fresh(ada.actor), { dossier: ada.dossier });
    now = new Date("2027-03-01T08:00:00Z");
    await runDue(world, SCHOOL);
    const [bo, cy, di, ed] = [
      await eligible(world, "Bo Girard", intake),
      await eligible(world, "Cy Roux", intake),
      await eligible(world, "Di Blanc", intake),
      await eligible(world, "Ed Noir", intake),
    ];
    const again = await sittingCommission(world, intake, [
      [bo.dossier, "waiting"],
      [cy.dossier, "admitted"],
      [di.dossier, "waiting"],
      [ed.dossier, "refused"],
    ]);
    equal((await closing(again)).kind, "done");
    deepEqual(
      [await standing(ada), await standing(cy), await standing(bo), await standing(di), await standing(ed)],
      [
        ["accepted", null, null],
        ["offered", "2027-03-11", null],
        ["waiting", null, 1],
        ["waiting", null, 2],
        ["refused", null, null],
      ],
    );
    await sound();
    now = new Date("2027-03-12T08:00:00Z");
    await runDue(world, SCHOOL);
    deepEqual([(await standing(cy))[0], await standing(bo)], ["lapsed", ["offered", "2027-03-22", null]]);
    await sound();
    const seen = await view(world, seeAdmitted, { actor: head(), establishment: SCHOOL, input: { commission: first } });
    ok(seen.kind === "found");
    deepEqual(
      seen.value.people.map(({ name, decision, state }) => [name, decision, state]),
      [
        ["Blanc Di", "waiting", "waiting"],
        ["Girard Bo", "waiting", "offered"],
        ["Martin Ada", "admitted", "accepted"],
        ["Roux Cy", "admitted", "lapsed"],
      ],
    );
    const own = await view(world, seeCommission, {
      actor: head(),
      establishment: SCHOOL,
      input: { commission: again },
    });
    ok(own.kind === "found");
    deepEqual(
      own.value.candidates.map(({ name }) => name),
      ["Blanc Di", "Girard Bo", "Noir Ed", "Roux Cy"],
    );
  });

  it("admits no more than the places that the list has left, and calls whoever waited before", async () => {
    const [bo, cy] = [await eligible(world, "Bo Girard", intake), await eligible(world, "Cy Roux", intake)];
    const { ada } = await settled(bo, cy);
    // Two places: Ada and Bo have an offer each, and Cy waits.
    deepEqual(
      [await standing(bo), await standing(cy)],
      [
        ["offered", "2027-02-11", null],
        ["waiting", null, 1],
      ],
    );
    const [di, ed] = [await eligible(world, "Di Blanc", intake), await eligible(world, "Ed Noir", intake)];
    const again = await sittingCommission(world, intake, [
      [di.dossier, "admitted"],
      [ed.dossier, "waiting"],
    ]);
    const refused = await closing(again);
    deepEqual(refused.kind === "refused" && refused.findings.map(({ says }) => says), ["too-many"]);
    await deed(world, declinePlace, fresh(ada.actor), { dossier: ada.dossier });
    // The place goes to Cy, who waited before.
    deepEqual(await standing(cy), ["offered", "2027-02-11", null]);
    equal((await closing(again)).kind, "refused");
    await sound();
  });
});
