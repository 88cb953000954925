/** A cohort is opened, whoever accepted a place is enrolled in it, and the director signs what each of them follows. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, type Person, SEPTEMBER } from "../../test/trainees.ts";
import { trainingsCheck } from "../check.ts";
import { signProgramme } from "../programmes/acts.ts";
import { myProgramme, seeProgramme } from "../programmes/views.ts";
import { enterResults, resultsOf } from "../results/enter.ts";
import { endTraining, interruptTraining, openCohort, recordPartnerTrack, resumeTraining } from "./acts.ts";
import { enrolAnyway } from "../../contracts/enrolling-acts.ts";
import { seeCohort, seeCohorts } from "./views.ts";

const SCHOOL = "faire-ess";

describe("a cohort and who is in it", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let director: Actor;
  let officer: Actor;
  let awa: Person;
  let cohort = "";
  let enrolment = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    director = (await employed(world, "Dora Directrice", "director")).actor;
    officer = (await employed(world, "Anna Officier", "admission-officer")).actor;
    awa = await anAccepted(world, { name: "Awa Ndiaye" });
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  /** What is said, beside which field; or what came of it. */
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const programme = async (actor: Actor) => {
    const seen = await view(world, seeProgramme, asked(actor, { enrolment, language: "fr" }));
    if (seen.kind !== "found") throw new Error(seen.kind);
    return seen.value;
  };
  const mails = (to: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select("subject")
        .where("to_address", "=", to)
        .where("about", "like", "enrolment:%")
        .orderBy("id")
        .execute(),
    );

  it("is not opened after the end of a version that the school’s file still names alone, and the file’s keeper is named", async () => {
    const law: World["law"] = (...asked) => {
      const found = world.law(...asked);
      return found && { ...found, diploma: { ...found.diploma, to: "2026-12-31" } };
    };
    const begins = async (startsOn: string) => {
      const input = { diploma: "deis", name: "Sans texte", startsOn, endsOn: startsOn };
      const outcome = await perform({ ...world, law }, openCohort, {
        ...asked(officer, input),
        attempt: randomUUID(),
        actor: head,
      });
      return outcome.kind === "invalid"
        ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
        : outcome.kind;
    };
    match(await begins("2027-01-01"), /^startsOn: La version 2006 du référentiel \(DEIS\) a fini le 31 décembre 2026/);
    match(await begins("2026-12-31"), /^endsOn: Le dernier jour vient après/);
  });

  it("is not opened over more than six semesters, nor backwards, nor by whoever does not run the training", async () => {
    const days = { diploma: "deis", name: "Longue", startsOn: "2026-12-07" };
    match(await tried(openCohort, head, { ...days, endsOn: "2029-12-07" }), /^endsOn: .*6 semestres au plus.*art\. 5/);
    match(await tried(openCohort, head, { ...days, endsOn: "2026-12-07" }), /^endsOn: Le dernier jour vient après/);
    match(await tried(openCohort, head, { ...days, diploma: "autre", endsOn: "2027-12-07" }), /^diploma: /);
    equal(await tried(openCohort, officer, { ...days, endsOn: "2029-12-06" }), "forbidden");
  });

  it("is pinned to the version in force on its first day and to the maquette of that time, once for one attempt", async () => {
    const input = { diploma: "deis", name: "2026-2029", ...SEPTEMBER };
    const request = { ...asked(head, input), attempt: randomUUID() };
    const first = await perform(world, openCohort, request);
    deepEqual(await perform(world, openCohort, request), first);
    cohort = first.kind === "done" ? first.value.cohort : "";
    match(await tried(openCohort, head, { ...input, name: "2026-2029" }), /^name: .*porte déjà ce nom/);
    const seen = await view(world, seeCohort, asked(head, { cohort }));
    equal(seen.kind, "found");
    const { units, accepted, cohort: one } = seen.value;
    deepEqual([one.lawVersion, units.reduce((sum, { hours }) => sum + hours, 0)], ["2006", 875]);
    deepEqual(
      accepted.map(({ dossier }) => dossier),
      [awa.dossier],
    );
  });

  it("tells the partner university's track beside, and counts nothing of it", async () => {
    const track = { cohort, university: "Université de l’Exemple", title: "Master", holds: "60 crédits" };
    equal(await tried(recordPartnerTrack, head, track), "done");
    const seen = await view(world, seeCohort, asked(head, { cohort }));
    const value = seen.kind === "found" ? seen.value : undefined;
    equal(value?.partner?.holds, "60 crédits");
    equal(
      value?.units.reduce((sum, { hours }) => sum + hours, 0),
      875,
    );
  });

  it("takes those who accepted a place and whose hours are decided, on the director’s word before their contract is concluded", async () => {
    const ground = "Le financeur tarde.";
    const given = { cohort, dossier: awa.dossier, ground };
    match(await tried(enrolAnyway, director, { ...given, dossier: randomUUID() }), /^dossier: Cette personne n’a pas/);
    const { dossier } = await anAccepted(world, { name: "Bo Sans", relief: "undecided" });
    match(await tried(enrolAnyway, director, { ...given, dossier }), /^dossier: .*décidez-en d’abord, même s’il/);
    const open = await view(world, seeCohort, asked(head, { cohort }));
    deepEqual(open.kind === "found" && open.value.accepted.map(({ name, relief }) => [name, relief]), [
      ["Ndiaye Awa", false],
      ["Sans Bo", true],
    ]);
    match(await tried(enrolAnyway, director, { ...given, ground: " " }), /^ground: /);
    equal(await tried(enrolAnyway, head, given), "forbidden");
    enrolment = (await deed(world, enrolAnyway, director, given)).enrolment;
    match(await tried(enrolAnyway, director, given), /^dossier: Cette personne est déjà inscrite/);
    equal((await mails(awa.address)).length, 1);
  });

  it("has each programme computed, shown with its hours and exams, and signed by the director alone", async () => {
    const { shown, units, totals, domains, signed } = await programme(director);
    equal(signed, null);
    deepEqual([totals.theory, totals.practice], [700, 175]);
    equal(units.length, 9);
    deepEqual(
      domains.map(({ exam }) => exam),
      ["to-sit", "to-sit", "to-sit"],
    );
    const input = { enrolment, shown, words: "J’établis ce programme." };
    equal(await tried(signProgramme, head, input), "forbidden");
  });

  it("has what was shown signed and nothing else, once, and shown to the person it is about", async () => {
    const words = "J’établis ce programme.";
    const { shown } = await programme(director);
    equal(await tried(signProgramme, director, { enrolment, shown: "sha256:autre", words }), "stale");
    deepEqual(await deed(world, signProgramme, director, { enrolment, shown, words }), { version: 1 });
    match(await tried(signProgramme, director, { enrolment, shown, words }), /^shown: .*déjà signé/);
    deepEqual((await programme(head)).signed?.version, 1);
    const mine = await view(world, myProgramme, asked(candidate(world, awa), { enrolment, language: "fr" }));
    equal(mine.kind, "found");
    const other = await view(world, myProgramme, asked(officer, { enrolment, language: "fr" }));
    equal(other.kind, "missing");
  });

  it("is left, and joined again later, each from a day on that is not before the last", async () => {
    now = new Date("2027-03-01T09:00:00Z");
    const next = await aCohort(world, head, "2027-2030");
    const on = "2027-02-01";
    match(await tried(resumeTraining, head, { enrolment, on, reason: "Retour", cohort: next }), /^enrolment: /);
    match(await tried(interruptTraining, head, { enrolment, on: "2027-03-02", reason: "Naissance" }), /^on: .*à venir/);
    deepEqual(await deed(world, interruptTraining, head, { enrolment, on, reason: "Naissance" }), {
      state: "interrupted",
    });
    match(await tried(interruptTraining, head, { enrolment, on, reason: "Encore" }), /^enrolment: .*interrompue/);
    const back = { enrolment, on: "2027-03-01", reason: "Retour" };
    match(await tried(resumeTraining, head, { ...back, on: "2027-01-31", cohort: next }), /^on: .*déjà noté/);
    match(await tried(resumeTraining, head, { ...back, cohort: randomUUID() }), /^cohort: /);
    deepEqual(await deed(world, resumeTraining, head, { ...back, cohort: next }), { state: "in-training" });
    const seen = await view(world, seeCohorts, asked(head, {}));
    deepEqual(seen.kind === "found" && seen.value.cohorts.map(({ name, people }) => [name, people]), [
      ["2026-2029", 0],
      ["2027-2030", 1],
    ]);
    equal(await tried(endTraining, officer, { ...back, kind: "abandoned" }), "forbidden");
  });

  it("stands where its facts say, and the doctor says where it does not", async () => {
    const look = (planted: object) =>
      withSchool(world.db, SCHOOL, async (tx) => {
        const [kept] = await tx
          .selectFrom("enrolment")
          .select(["state", "cohort"])
          .where("id", "=", enrolment)
          .execute();
        const set = (values: object) => tx.updateTable("enrolment").set(values).where("id", "=", enrolment).execute();
        await set({ ...kept, ...planted });
        const check = await trainingsCheck(world)(tx, SCHOOL);
        await set({ ...kept });
        return [check?.name, check?.ok, check?.label.fr.includes(enrolment)];
      });
    deepEqual(await look({}), ["trainings", true, false]);
    deepEqual(await look({ state: "abandoned" }), ["trainings", false, true]);
    deepEqual(await look({ cohort }), ["trainings", false, true]);
  });

  it("is told of results by whoever publishes them, and the last of an exam stands", async () => {
    const result = { enrolment, exam: "DF1", marks: { written: 900, oral: 1100 }, on: "2029-06-20", notifiedOn: null };
    const entered = { by: "account:1", at: now };
    const stands = await withSchool(world.db, SCHOOL, async (tx) => {
      await enterResults(
        tx,
        [
          { ...result, outcome: "not-validated", decision: "jury:1" },
          { ...result, outcome: "validated", decision: "jury:2" },
        ],
        entered,
      );
      await enterResults(tx, [{ ...result, exam: "DF3", outcome: "dispensed", decision: "jury:2" }], entered);
      const found = await resultsOf(tx, enrolment);
      await tx.deleteFrom("exam_result").execute();
      return found;
    });
    deepEqual(
      [...stands].map(([exam, { outcome, decision }]) => [exam, outcome, decision]),
      [
        ["DF1", "validated", "jury:2"],
        ["DF3", "dispensed", "jury:2"],
      ],
    );
  });

  it("leaves a record without a gap, in which all of it stands", async () => {
    const verified = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    deepEqual(verified.tampered, []);
    ok(PROVEN_TABLES.includes("individual_programme"));
  });
});
