/** A candidate whom admission has decided on leaves the office's group of those that are ready for what comes next. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import type { Group } from "../office/rules/queue.ts";
import { withdrawDossier } from "../dossier/submit-acts.ts";
import { seeQueue } from "../office/views.ts";
import { acting, closingGrounds, eligible, sittingCommission } from "../test/admissions.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { deed } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { admissionsCheck } from "./check.ts";
import { closeCommission } from "./commission-acts.ts";
import { withdrawCandidacy } from "./place-acts.ts";

const SCHOOL = "faire-ess";
const NOW = new Date("2027-02-01T08:00:00Z");

describe("a dossier that conforms", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let intake: string;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => NOW }));
    intake = (await openedIntake(world, { places: 1, answerWithin: 10 })).id;
  });
  after(() => close());

  const queue = async (input: { readonly group?: Group } = {}) => {
    const actor = acting(world, ["admission-officer"]);
    const seen = await view(world, seeQueue, { actor, establishment: SCHOOL, input: { intake, ...input } });
    if (seen.kind !== "found") throw new Error(seen.kind);
    return seen.value;
  };
  const namesIn = async (group: Group) => (await queue({ group })).parts[0]!.rows.map(({ name }) => name);
  const groups = async () => {
    const { parts, counts } = await queue();
    const { checked = 0, decided } = counts;
    return [
      Object.fromEntries(parts.map(({ group, rows }) => [group, rows.map(({ name }) => name)])),
      checked,
      decided,
    ];
  };

  it("is ready until admission decides, then stands apart, and with the withdrawn once it is withdrawn itself", async () => {
    const ada = await eligible(world, "Ada Martin", intake);
    const bo = await eligible(world, "Bo Petit", intake);
    deepEqual(await groups(), [{ checked: ["Martin Ada", "Petit Bo"] }, 2, 0]);
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    const grounds = await closingGrounds(world, commission);
    const head = { ...HEAD_OF_TRAINING, authenticatedAt: NOW } as Actor;
    await deed(world, closeCommission, head, { commission, version: 1, grounds });
    // What the office has nothing to do with is counted, and listed where it is asked for.
    deepEqual(await groups(), [{}, 0, 2]);
    deepEqual(await namesIn("decided"), ["Martin Ada", "Petit Bo"]);
    deepEqual((await queue({ group: "decided" })).counts, { decided: 2 });
    deepEqual((await queue({ group: "checked" })).parts[0]!.rows, []);
    await deed(world, withdrawCandidacy, ada.actor, { dossier: ada.dossier });
    deepEqual(await namesIn("decided"), ["Martin Ada", "Petit Bo"]);
    await deed(world, withdrawDossier, ada.actor, { dossier: ada.dossier });
    const [shown] = await groups();
    deepEqual(shown, { messages: ["Martin Ada"] });
    deepEqual([await namesIn("decided"), await namesIn("withdrawn")], [["Petit Bo"], ["Martin Ada"]]);
  });

  it("has its copy in the queue compared by the doctor", async () => {
    const check = () => withSchool(world.db, SCHOOL, (tx) => admissionsCheck(world)(tx, SCHOOL));
    equal((await check())?.ok, true);
    await withSchool(world.db, SCHOOL, (tx) => sql`update dossier_state set decided = not decided`.execute(tx));
    match((await check())!.label.fr, /2 candidatures n’en sont pas là/);
  });
});
