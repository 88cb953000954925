/** The cohort of a contract: the one that was chosen, or that begins on the day the person accepted; never one that is only near. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { lawWorld } from "../house/world.ts";
import { candidate } from "../test/dossiers.ts";
import { deed } from "../test/people.ts";
import { LAWS, testWorldOf } from "../test/server.ts";
import { anAccepted, employed, readyForContracts } from "../test/trainees.ts";
import { openCohort } from "../training/cohorts/acts.ts";
import { chooseCohort, sayWhoPays } from "./acts.ts";
import { seeContract } from "./views.ts";

const SCHOOL = "faire-ess";
/** The first day of the intake that the tests accept a place of. */
const ENTRY = "2027-09-13";

describe("the cohort of a contract", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let officer: Actor;
  let head: Actor;
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => new Date("2026-11-25T09:00:00Z") }));
    ({ actor: officer } = await employed(world, "Anna Officier", "admission-officer"));
    ({ actor: head } = await employed(world, "Ines Responsable", "head-of-training"));
  });
  after(() => close());

  const opened = async (name: string, startsOn: string) => {
    const { cohort } = await deed(world, openCohort, head, { diploma: "deis", name, startsOn, endsOn: "2029-07-13" });
    await readyForContracts(world, head, cohort, startsOn);
    return cohort;
  };
  const contractOf = async (dossier: string) => {
    const input = { dossier, language: "fr" as const };
    const found = await view(world, seeContract, { actor: officer, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };

  it("is missing where one begins a week before the day that was accepted, until the office chooses it", async () => {
    const early = await opened("Une semaine avant", "2027-09-06");
    const ada = await anAccepted(world, { name: "Ada Datée" });
    const { dossier } = ada;
    await deed(world, sayWhoPays, candidate(world, ada), { dossier, others: [], status: "own-cost" });
    const seen = await contractOf(dossier);
    deepEqual([seen.cohort, seen.startsOn], [null, ENTRY]);
    ok(seen.wants.some(({ to }) => to === `/contrats/${dossier}/promotion`));
    await deed(world, chooseCohort, officer, { dossier, cohort: early });
    const chosen = await contractOf(dossier);
    deepEqual([chosen.cohort?.id, chosen.startsOn], [early, "2027-09-06"]);
  });

  it("is the one that begins on that very day; of two the office chooses", async () => {
    const bo = await anAccepted(world, { name: "Bo Exacte" });
    const exact = await opened("Le jour même", ENTRY);
    equal((await contractOf(bo.dossier)).cohort?.id, exact);
    await opened("Le jour même, bis", ENTRY);
    equal((await contractOf(bo.dossier)).cohort, null);
  });
});
