/** Two who act on one thing of admission at the same moment: one is done, the other is told so, and nothing is decided or sent twice. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, type Outcome, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { OUTLIVING, PROVEN_TABLES } from "../house/house.ts";
import { verifyAudit } from "../audit/verify.ts";
import {
  acting,
  conforming,
  eligible,
  sittingCommission,
  WHOLE_COMMISSION,
  closed,
  closingGrounds,
} from "../test/admissions.ts";
import { DECLARED_IN_FULL } from "../test/dossiers.ts";
import { openedIntake } from "../test/intakes.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { admissionsCheck } from "./check.ts";
import { closeCommission, openCommission, proposeDecision, saveCommission } from "./commission-acts.ts";
import { decideEligibility } from "./decide-acts.ts";
import { declinePlace, reofferPlace } from "./place-acts.ts";
import { seeAdmissions } from "./views.ts";

const SCHOOL = "faire-ess";

describe("two at once", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let intake = "";
  before(async () => {
    const now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  after(() => close());
  beforeEach(async () => {
    intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
  });

  const head = () => acting(world, ["head-of-training"]);
  /** Each by somebody of their own, as two people are. */
  const both = async <F extends TSchema, V>(act: Act<F, V>, one: Static<F>, other: Static<F> = one) => {
    const tried = (input: Static<F>, actor: Actor): Promise<Outcome<V>> =>
      perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    const outcomes = await Promise.all([tried(one, head()), tried(other, head())]);
    const done = outcomes.filter(({ kind }) => kind === "done");
    return { done: done.length, others: outcomes.filter(({ kind }) => kind !== "done") };
  };
  const sound = async () => {
    const check = await withSchool(world.db, SCHOOL, (tx) => admissionsCheck(world)(tx, SCHOOL));
    equal(check?.ok ?? true, true);
    const given = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING };
    deepEqual((await verifyAudit(world.db, given)).tampered, []);
  };
  const said = (outcome: Outcome<unknown> | undefined) =>
    outcome?.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join(" ") : outcome?.kind;
  const mails = (about: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const found = tx.selectFrom("mail").select("id").where("about", "=", about);
      return (await found.execute()).length;
    });

  it("decide on the eligibility of one person: the second reads what the first decided", async () => {
    const { dossier } = await conforming(world, "Ada Martin", DECLARED_IN_FULL, intake);
    const before = await mails(`dossier:${dossier}`);
    const ground = "Le titre joint est celui d’une autre personne.";
    const { done, others } = await both(
      decideEligibility,
      { dossier, outcome: "eligible" },
      { dossier, outcome: "not-eligible", ground },
    );
    deepEqual([done, others.map(({ kind }) => kind)], [1, ["stale"]]);
    equal(await mails(`dossier:${dossier}`), before + 1);
    await sound();
  });

  it("enter a decision of the commission, or say who sits: the second has read a version that is no more", async () => {
    const { dossier } = await eligible(world, "Ada Martin", intake);
    const commission = await sittingCommission(world, intake, []);
    const proposed = await both(
      proposeDecision,
      { commission, dossier, decision: "admitted" },
      { commission, dossier, decision: "refused", grounds: "Le projet reste à mûrir." },
    );
    deepEqual([proposed.done, proposed.others.map(({ kind }) => kind)], [1, ["stale"]]);
    const sits = { commission, version: 1, heldOn: "2027-02-01", members: WHOLE_COMMISSION };
    const saved = await both(saveCommission, sits, { ...sits, heldOn: "2027-01-29" });
    deepEqual([saved.done, saved.others.map(({ kind }) => kind)], [1, ["stale"]]);
    await sound();
  });

  it("convene a commission, then close it: there is one of it, and everybody is written to once", async () => {
    const { dossier } = await eligible(world, "Ada Martin", intake);
    const convened = await both(openCommission, { intake, heldOn: "2027-02-01", members: WHOLE_COMMISSION });
    equal(convened.done, 1);
    match(said(convened.others[0]) ?? "", /déjà réunie/);
    const seen = await view(world, seeAdmissions, { actor: head(), establishment: SCHOOL, input: { intake } });
    const commission = seen.kind === "found" ? seen.value.commission!.id : "";
    await deed(world, proposeDecision, head(), { commission, dossier, decision: "admitted" });
    const before = await mails(`dossier:${dossier}`);
    const closed = await both(closeCommission, {
      commission,
      version: 1,
      grounds: await closingGrounds(world, commission),
    });
    equal(closed.done, 1);
    match(said(closed.others[0]) ?? "", /La commission est close/);
    equal(await mails(`dossier:${dossier}`), before + 1);
    await sound();
  });

  /** One place: Ada was admitted, Bo waits, and both have declined. */
  const bothDeclined = async () => {
    const [ada, bo] = [await eligible(world, "Ada Martin", intake), await eligible(world, "Bo Girard", intake)];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    await closed(world, commission);
    for (const one of [ada, bo]) await deed(world, declinePlace, one.actor, { dossier: one.dossier });
    return [ada, bo] as const;
  };
  const reason = "La personne a changé d’avis.";

  it("offer the last place again, each to somebody else: it is offered once", async () => {
    const [ada, bo] = await bothDeclined();
    const { done, others } = await both(
      reofferPlace,
      { dossier: ada.dossier, reason },
      { dossier: bo.dossier, reason },
    );
    deepEqual([done, others.map(({ kind }) => kind)], [1, ["refused"]]);
    await sound();
  });

  for (const first of [0, 1] as const)
    it(`offer the last place again, ${["the admitted", "the waiting"][first]!} first: the second is refused`, async () => {
      const people = await bothDeclined();
      const [one, other] = [people[first], people[1 - first]!];
      await deed(world, reofferPlace, head(), { dossier: one.dossier, reason });
      const { done, others } = await both(reofferPlace, { dossier: other.dossier, reason });
      deepEqual([done, others.map(({ kind }) => kind)], [0, ["refused", "refused"]]);
      await sound();
    });

  it("offer two places again that three people hold one after the other: nobody loses an offer by the order of the list", async () => {
    intake = (await openedIntake(world, { places: 2, answerWithin: 10 })).id;
    const [ada, bo, cy] = [
      await eligible(world, "Ada Martin", intake),
      await eligible(world, "Bo Girard", intake),
      await eligible(world, "Cy Leroux", intake),
    ];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [cy.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    await closed(world, commission);
    for (const one of [ada, bo, cy]) await deed(world, declinePlace, one.actor, { dossier: one.dossier });
    const offer = (one: typeof ada) => deed(world, reofferPlace, head(), { dossier: one.dossier, reason });
    await offer(bo);
    await offer(ada);
    await deed(world, declinePlace, ada.actor, { dossier: ada.dossier });
    const last = (await offer(cy)) as { readonly state: string };
    equal(last.state, "offered");
    await sound();
  });
});
