/** Where a cohort is taught and in which periods: set by the head of training, kept version by version, and what one person follows of it. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static } from "typebox";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { DECLARED_IN_FULL } from "../../test/dossiers.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, plannedCohort, SEPTEMBER } from "../../test/trainees.ts";
import { periodsOf, personPeriods } from "./periods.ts";
import { planCohort } from "./plan-acts.ts";
import { seeCohortPlan } from "./views.ts";

const SCHOOL = "faire-ess";
const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);

describe("the site and the periods of a cohort", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let head: Actor;
  let cohort = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2026-11-25T09:00:00Z") }));
    head = (await employed(world, "Ines Responsable", "head-of-training")).actor;
    cohort = await aCohort(world, head);
  });
  after(() => close());

  const seen = async () => {
    const found = await view(world, seeCohortPlan, { actor: head, establishment: SCHOOL, input: { cohort } });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  type Input = Static<typeof planCohort.form>;
  const tried = async (change: Partial<Input>, actor = head) => {
    const { proposed, plan } = await seen();
    const periods = (plan?.periods ?? proposed).map(({ from, to, units }) => ({ from, to, units: [...units] }));
    const input = { cohort, version: plan?.version ?? 0, campus: "montpellier", periods, ...change };
    const outcome = await perform(world, planCohort, { actor, establishment: SCHOOL, input, attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join("\n")
      : outcome.kind;
  };
  const own = (dossier: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      personPeriods(
        { tx, decide: world.decide, law: (diploma, which) => world.law(SCHOOL, diploma, which), today: "2026-11-25" },
        { cohort, dossier },
      ),
    );

  it("are proposed by semester from the maquette, and nobody has any before they are set", async () => {
    const { plan, proposed, units } = await seen();
    equal(plan, null);
    equal(proposed.length, 6);
    deepEqual([proposed[0]!.from, proposed.at(-1)!.to], [SEPTEMBER.startsOn, SEPTEMBER.endsOn]);
    equal(sum(proposed.flatMap((one) => one.units.map(({ minutes }) => minutes))), 875 * 60);
    equal(sum(units.map(({ minutes }) => minutes)), 875 * 60);
    const { dossier } = await anAccepted(world, { name: "Awa Ndiaye" });
    equal(await own(dossier), undefined);
  });

  it("are refused at a site that the school has not, and where hours are missing or days overlap, beside the period", async () => {
    match(await tried({ campus: "ailleurs" }), /^campus: Choisissez un site/);
    const { proposed } = await seen();
    const periods = proposed.map(({ from, to, units }) => ({ from, to, units: [...units] }));
    match(await tried({ periods: periods.slice(0, 5) }), /^periods: UF1.1\s: les périodes font .* la maquette 90\sh/u);
    const moved = periods.map((one, nth) => (nth === 1 ? { ...one, from: periods[0]!.to } : one));
    match(await tried({ periods: moved }), /^periods\[1\]\.from: Cette période commence avant la fin/);
    const officer = (await employed(world, "Anna Officier", "admission-officer")).actor;
    equal(await tried({}, officer), "forbidden");
  });

  it("are kept version by version, and a save over another's is told as such", async () => {
    await plannedCohort(world, head, cohort);
    equal((await seen()).plan?.version, 1);
    equal(await tried({ version: 0 }), "stale");
    equal(await tried({}), "done");
    equal((await seen()).plan?.version, 2);
    const kept = await withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("cohort_plan").select("version").execute());
    equal(kept.length, 2);
    const periods = await withSchool(world.db, SCHOOL, (tx) => periodsOf(tx, cohort));
    deepEqual(
      periods.map(({ place }) => place),
      [1, 2, 3, 4, 5, 6],
    );
  });

  it("give each person the hours that they pay for: theory, less their reliefs, to the minute", async () => {
    const { dossier: whole } = await anAccepted(world, { name: "Bo Entier" });
    equal(sum((await own(whole))!.map(({ minutes }) => minutes)), 700 * 60);
    const titles = [{ item: 1, title: "CAFERUIS", awardedOn: "2017-06-27", startedOn: null }];
    const declared = { ...DECLARED_IN_FULL, titles };
    const { dossier: relieved } = await anAccepted(world, { name: "Cy Allégé", declared });
    // Without the third domain (150 h), half of UF1.1 (45 h) and UF2.1 (60 h): annexe IV.
    const periods = (await own(relieved))!;
    equal(sum(periods.map(({ minutes }) => minutes)), 445 * 60);
    equal(periods.length, 6);
  });

  it("is one act for one attempt", async () => {
    const { plan } = await seen();
    const periods = plan!.periods.map(({ from, to, units }) => ({ from, to, units: [...units] }));
    const input = { cohort, version: plan!.version, campus: "montpellier", periods };
    const request = { actor: head, establishment: SCHOOL, input, attempt: randomUUID() };
    deepEqual(await perform(world, planCohort, request), await perform(world, planCohort, request));
    await deed(world, planCohort, head, { ...input, version: plan!.version + 1 });
  });
});
