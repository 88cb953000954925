/** How many took each step of the way, by week: counted once by the act that is the step, and of nobody. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { decideRelief } from "../../admission/decide-acts.ts";
import { acceptPlace } from "../../admission/place-acts.ts";
import { withSchool } from "../../db/school.ts";
import { eraseInquiry, startInquiry } from "../../inquiry/acts.ts";
import { closed, eligible, sittingCommission } from "../../test/admissions.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../../test/intakes.ts";
import { deed } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, enrolled } from "../../test/trainees.ts";
import { seeWeeklyCounts } from "./views.ts";

const SCHOOL = "faire-ess";

describe("steps counted by week", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date();
  beforeEach(async () => {
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  afterEach(() => close());

  const counts = async (from = "2027-01-01", until = "2027-12-31", actor: Actor = HEAD_OF_TRAINING) => {
    const seen = await view(world, seeWeeklyCounts, { actor, establishment: SCHOOL, input: { from, until } });
    return seen.kind === "found" ? seen.value.weeks.map(({ week, step, count }) => [week, step, count]) : seen.kind;
  };

  it("are a question of a stranger, in the week of the school’s clock, though nothing of it is kept", async () => {
    const asked = async (attempt: string) => {
      const input = { actor: { kind: "anyone" } as const, establishment: SCHOOL, input: {}, attempt };
      const outcome = await perform(world, startInquiry, input);
      return outcome.kind === "done" ? outcome.value.token : outcome.kind;
    };
    const first = randomUUID();
    const token = await asked(first);
    // One attempt counts once, however often it is sent.
    await asked(first);
    now = new Date("2027-02-07T22:30:00Z");
    await asked(randomUUID());
    // Monday already in Paris.
    now = new Date("2027-02-07T23:30:00Z");
    await asked(randomUUID());
    const holder = { kind: "holder", secret: token } as const;
    await deed(world, eraseInquiry, holder, {});
    deepEqual(await counts(), [
      ["2027-02-01", "question", 2],
      ["2027-02-08", "question", 1],
    ]);
    const { rows } = await withSchool(world.db, SCHOOL, async (tx) =>
      sql<{ row: string }>`select row_to_json(w)::text as row from weekly_count w`.execute(tx),
    );
    for (const { row } of rows)
      match(row, /^\{"establishment_id":"faire-ess","week":"[-\d]+","step":"question","part":\d,"count":\d\}$/);
  });

  it("are an application handed in, a place accepted and an enrolment, each once", async () => {
    const { id: intake } = await openedIntake(world, { places: 1, answerWithin: 10 });
    const ada = await eligible(world, "Ada Martin", intake);
    deepEqual(await counts(), [["2027-02-01", "application", 1]]);
    const commission = await sittingCommission(world, intake, [[ada.dossier, "admitted"]]);
    await closed(world, commission);
    now = new Date("2027-02-08T08:00:00Z");
    const actor = { ...ada.actor, authenticatedAt: now } as Actor;
    await deed(world, acceptPlace, actor, { dossier: ada.dossier });
    await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier: ada.dossier });
    const cohort = await aCohort(world, HEAD_OF_TRAINING);
    await enrolled(world, HEAD_OF_TRAINING, ada, cohort);
    deepEqual(await counts(), [
      ["2027-02-01", "application", 1],
      ["2027-02-08", "admission", 1],
      ["2027-02-08", "training", 1],
    ]);
    equal(await counts("2027-01-01", "2027-12-31", ada.actor), "forbidden");
  });

  it("are not what an act refuses", async () => {
    const huge = { actor: { kind: "anyone" } as const, establishment: SCHOOL, attempt: randomUUID() };
    equal((await perform(world, startInquiry, { ...huge, input: { facts: "x" as never } })).kind, "invalid");
    deepEqual(await counts(), []);
  });
});
