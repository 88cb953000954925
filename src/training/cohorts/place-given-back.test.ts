/** Whoever leaves a training that has not begun gives their place back to the list, and somebody who waits is offered it. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, beforeEach, describe, it } from "node:test";
import type { Static } from "typebox";
import { perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { admissionsCheck } from "../../admission/check.ts";
import { decideRelief } from "../../admission/decide-acts.ts";
import { acceptPlace, deferPlace, withdrawCandidacy } from "../../admission/place-acts.ts";
import { myCandidacy } from "../../admission/views.ts";
import { admissionWay } from "../../admission/way.ts";
import { withSchool } from "../../db/school.ts";
import { acting, closed, type Conforming, eligible, sittingCommission } from "../../test/admissions.ts";
import { openedIntake } from "../../test/intakes.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { enrolled } from "../../test/trainees.ts";
import { trainingWay } from "../way.ts";
import { endTraining, openCohort, resumeTraining } from "./acts.ts";

const SCHOOL = "faire-ess";
const REASON = "Dit par la personne.";
const NEXT_YEAR = {
  label: { fr: "Rentrée 2028", en: "2028 intake" },
  opens: { day: "2027-01-02", time: "09:00" },
  closes: { day: "2028-03-31", time: "23:59" },
  interviewsFrom: null,
  interviewsTo: null,
  decidesBy: null,
  entryOn: "2028-09-11",
} as const;

describe("a place given back before the training begins", () => {
  let world: World;
  let close: (() => Promise<unknown>) | undefined;
  let now = new Date("2027-02-01T08:00:00Z");
  let [cohort, enrolment, first] = ["", "", ""];
  let [ada, bo] = [{} as Conforming, {} as Conforming];
  // One place: Ada, who is enrolled, has it; Bo waits.
  beforeEach(async () => {
    await close?.();
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
    first = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
    [ada, bo] = [await eligible(world, "Ada Rouge", first), await eligible(world, "Bo Rouge", first)];
    const commission = await sittingCommission(world, first, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    await closed(world, commission);
    await deed(world, acceptPlace, answering(ada), { dossier: ada.dossier });
    await deed(world, decideRelief, head(), { dossier: ada.dossier });
    cohort = await aCohort("2027-2030", "2027-09-06", "2030-06-28");
    enrolment = await enrolled(world, head(), ada, cohort);
  });
  after(() => close?.());

  const head = () => acting(world, ["head-of-training"]);
  const answering = ({ actor }: Conforming) => ({ ...actor, authenticatedAt: now });
  const aCohort = async (name: string, startsOn: string, endsOn: string) =>
    (await deed(world, openCohort, head(), { diploma: "deis", name, startsOn, endsOn })).cohort;
  const state = async ({ actor, dossier }: Conforming) => {
    const seen = await view(world, myCandidacy, { actor, establishment: SCHOOL, input: { dossier } });
    ok(seen.kind === "found");
    return seen.value.state;
  };
  const ends = (kind: Static<typeof endTraining.form>["kind"], on: string) =>
    deed(world, endTraining, head(), { enrolment, kind, on, reason: REASON, paper: "Lettre reçue" });
  const returns = async (into: string) => {
    const input = { enrolment, cohort: into, on: now.toISOString().slice(0, 10), reason: REASON };
    const asked = { actor: head(), establishment: SCHOOL, attempt: randomUUID(), input };
    const outcome = await perform(world, resumeTraining, asked);
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join() : outcome.kind;
  };
  const lastSubjectTo = ({ who }: Conforming) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select("subject").where("to_address", "=", who.address);
      return (await mails.orderBy("id").execute()).at(-1)?.subject;
    });
  const sound = async () => {
    const check = await withSchool(world.db, SCHOOL, (tx) => admissionsCheck(world)(tx, SCHOOL));
    equal(check?.ok, true);
  };
  /** The list of the next intake, in which whoever deferred comes of themselves. */
  const nextList = async () => {
    const next = (await openedIntake(world, { ...NEXT_YEAR, places: 1 })).id;
    const cy = await eligible(world, "Cy Rouge", next);
    await closed(world, await sittingCommission(world, next, [[cy.dossier, "waiting"]]));
    return cy;
  };

  it("goes to the next who waits, who is written to the same day, and no longer once it has begun", async () => {
    await ends("withdrawn", "2027-02-01");
    deepEqual([await state(ada), await state(bo)], ["withdrawn", "offered"]);
    match((await lastSubjectTo(bo)) ?? "", /place/);
    await sound();
  });

  it("is told as an enrolment cancelled: nothing of the training was begun, followed or closed", async () => {
    await ends("withdrawn", "2027-02-01");
    const [said, stations] = await withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select("paragraphs").where("to_address", "=", ada.who.address);
      const given = { tx, zone: "Europe/Paris", today: "2027-02-01", now: new Date("2027-02-01T09:00:00Z") };
      const way = [await admissionWay(given, [ada.dossier]), await trainingWay(given, [ada.dossier])].flat();
      return [JSON.stringify(await mails.execute()), way] as const;
    });
    match(said.replaceAll(/\s/g, " "), /Votre inscription en formation est annulée, au 1er février 2027/);
    doesNotMatch(said, /validé reste dans votre livret/);
    deepEqual(
      stations.map(({ station, state: now_, heading }) => [station, now_, heading.fr]),
      [
        ["admission", "over", "Vous avez rendu votre place"],
        ["contract", "over", "Votre inscription est annulée"],
      ],
    );
  });

  it("stays taken where the training had begun", async () => {
    now = new Date("2027-09-20T08:00:00Z");
    await ends("abandoned", "2027-09-20");
    deepEqual([await state(ada), await state(bo)], ["accepted", "waiting"]);
    await sound();
  });

  it("is kept for the next intake by whoever defers: they come back into the place that its list gives them", async () => {
    await ends("deferred", "2027-02-01");
    deepEqual([await state(ada), await state(bo)], ["deferred", "offered"]);
    const later = await aCohort("2028-2031", "2028-09-04", "2031-06-27");
    match(await returns(later), /place/);
    await nextList();
    equal(await state(ada), "offered");
    match(await returns(later), /place/);
    await deed(world, acceptPlace, answering(ada), { dossier: ada.dossier });
    now = new Date("2028-09-04T08:00:00Z");
    equal(await returns(later), "done");
    await sound();
  });

  it("is not kept for whoever deferred and then leaves for good: the next list goes on without them", async () => {
    await ends("deferred", "2027-02-01");
    now = new Date("2027-02-03T08:00:00Z");
    await ends("withdrawn", "2027-02-03");
    equal(await state(ada), "withdrawn");
    const cy = await nextList();
    deepEqual([await state(ada), await state(cy)], ["withdrawn", "offered"]);
    await sound();
  });

  it("nor where they leave after the day on which it would have begun, and the place of the next list falls free", async () => {
    await ends("deferred", "2027-02-01");
    const cy = await nextList();
    await deed(world, acceptPlace, answering(ada), { dossier: ada.dossier });
    equal(await state(cy), "waiting");
    now = new Date("2027-10-04T08:00:00Z");
    await ends("withdrawn", "2027-10-04");
    deepEqual([await state(ada), await state(cy)], ["withdrawn", "offered"]);
    await sound();
  });

  it("holds up nobody whose place fell by itself meanwhile", async () => {
    await ends("deferred", "2027-02-01");
    await nextList();
    now = new Date("2027-03-15T08:00:00Z");
    await ends("withdrawn", "2027-03-15");
    await sound();
  });

  it("is given up by whoever deferred and was never enrolled, themselves", async () => {
    await ends("withdrawn", "2027-02-01");
    now = new Date("2027-02-02T08:00:00Z");
    const answers = async (act: typeof deferPlace) => deed(world, act, answering(bo), { dossier: bo.dossier });
    await answers(deferPlace);
    equal(await state(bo), "deferred");
    await answers(withdrawCandidacy);
    equal(await state(bo), "withdrawn");
    await nextList();
    equal(await state(bo), "withdrawn");
    await sound();
  });
});
