/** The cohorts of a school, for the modules after training. */
import type { Tx } from "../../db/school.ts";
import { allCohorts, type Cohort, findCohort } from "./store.ts";

export { type Cohort, partnerTrackOf } from "./store.ts";

/** Latest start first. */
export async function cohortsOf(tx: Tx, diploma: string): Promise<readonly Cohort[]> {
  return (await allCohorts(tx)).filter((one) => one.diploma === diploma);
}

/** Of every diploma, latest start first. */
export async function everyCohort(tx: Tx): Promise<readonly Cohort[]> {
  return allCohorts(tx);
}

export async function cohortOf(tx: Tx, id: string): Promise<Cohort | undefined> {
  return findCohort(tx, id);
}
