/** A school that may conclude contracts, with its office, the head of its training, its director and a cohort that is ready for them. */
import type { Actor } from "../act/act.ts";
import { withExampleLegal } from "../house/example-legal.ts";
import { lawWorld } from "../house/world.ts";
import { openCohort } from "../training/cohorts/acts.ts";
import { deed } from "./people.ts";
import { LAWS, testWorldOf } from "./server.ts";
import { employed, readyForContracts } from "./trainees.ts";

/** What somebody says to have received before they sign. */
export const RECEIVED =
  "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(" ");

export async function contractOffice(now: () => Date) {
  const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
  const { world, close } = await testWorldOf({ ...told, now });
  const officer = await employed(world, "Anna Officier", "admission-officer", "finance");
  const head = await employed(world, "Ines Responsable", "head-of-training");
  const { actor } = await employed(world, "Dora Directrice", "director");
  const director = () => ({ ...actor, authenticatedAt: now() }) as Actor;
  const name = { diploma: "deis", name: "2027-2029", startsOn: "2027-09-13", endsOn: "2029-07-13" };
  const { cohort } = await deed(world, openCohort, head.actor, name);
  await readyForContracts(world, head.actor, cohort, "2027-09-13");
  return { world, close, officer, head, director, cohort };
}
