/**
 * The input of the decision `pathway` for a trainee: what admission decided, under the version and the maquette of their cohort. A
 * candidate's declaration counts only once it was decided on.
 */
import { type DecidedPathway, decidedPathway } from "../../admission/accepted.ts";
import type { Tx } from "../../db/school.ts";
import type { PathwayInput } from "../../decisions/pathway/brought.ts";
import type { Law } from "../../law/law.ts";
import type { Cohort, Enrolment } from "../cohorts/store.ts";

type Under = Record<"diploma" | "version" | "establishment", string>;
export type ProgrammeInput = PathwayInput & Under;

export async function broughtBy(
  tx: Tx,
  enrolment: Pick<Enrolment, "dossier" | "since">,
  cohort: Pick<Cohort, "maquette">,
  law: Law,
  signed: ProgrammeInput | undefined,
): Promise<ProgrammeInput> {
  return programmeInput(law, enrolment, cohort, { decided: await decidedPathway(tx, enrolment.dossier), signed });
}

type Known = { readonly decided: DecidedPathway; readonly signed: ProgrammeInput | undefined };

export function programmeInput(
  law: Law,
  { since }: Pick<Enrolment, "since">,
  { maquette }: Pick<Cohort, "maquette">,
  { decided: { facts, decidedOn, decision }, signed }: Known,
): ProgrammeInput {
  const { diploma, version, establishment } = law.basis;
  // A candidacy is erased before a training: then the input of the signed programme is used.
  if (signed && decision === null) return signed;
  // The authority may answer after the contract; the decision's day must not precede any of its facts.
  const days = [since, decidedOn ?? since, ...facts.confirmations.map(({ on }) => on)];
  const on = days.toSorted().at(-1)!;
  return { id: "programme", diploma, version, establishment, on, maquette, ...facts };
}
