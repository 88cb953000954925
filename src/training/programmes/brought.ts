/**
 * What somebody enrolled brings to their programme, as the decision `pathway` takes it: what admission decided, under the version
 * and the maquette of their cohort. What a candidate declared counts by nothing but its having been decided.
 */
import { decidedPathway } from "../../admission/accepted.ts";
import type { Tx } from "../../db/school.ts";
import type { PathwayInput } from "../../decisions/pathway/brought.ts";
import type { Law } from "../../law/law.ts";
import type { Cohort, Enrolment } from "../cohorts/store.ts";

type Under = Record<"diploma" | "version" | "establishment", string>;
export type ProgrammeInput = PathwayInput & Under;

export async function broughtBy(
  tx: Tx,
  { dossier, contractOn }: Pick<Enrolment, "dossier" | "contractOn">,
  { maquette }: Pick<Cohort, "maquette">,
  law: Law,
  signed: ProgrammeInput | undefined,
): Promise<ProgrammeInput> {
  const { diploma, version, establishment } = law.basis;
  const { facts, decidedOn, decision } = await decidedPathway(tx, dossier);
  // A candidacy is not kept as long as a training: what was signed on it stands.
  if (signed && decision === null) return signed;
  // An answer of the authority may come after the contract, and the day asked about is none before what is brought to it.
  const days = [contractOn, decidedOn ?? contractOn, ...facts.confirmations.map(({ on }) => on)];
  const on = days.toSorted().at(-1)!;
  return { id: "programme", diploma, version, establishment, on, maquette, ...facts };
}
