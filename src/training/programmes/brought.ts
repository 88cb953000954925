/**
 * What somebody enrolled brings to their programme, as the decision `pathway` takes it: of what they declared, the titles and
 * what they renounce, under the version and the maquette of their cohort. Hours that a school grants, and domains validated
 * elsewhere, count once they were decided, not because somebody declared them.
 */
import type { Tx } from "../../db/school.ts";
import type { PathwayInput } from "../../decisions/pathway/brought.ts";
import { EMPTY, known, titlesOf } from "../../inquiry/rules/draft.ts";
import type { Law } from "../../law/law.ts";
import type { Cohort, Enrolment } from "../cohorts/store.ts";
import { declaredIn } from "./store.ts";

type Under = Record<"diploma" | "version" | "establishment", string>;
export type ProgrammeInput = PathwayInput & Under;

export async function broughtBy(
  tx: Tx,
  { dossier, contractOn }: Pick<Enrolment, "dossier" | "contractOn">,
  { maquette }: Pick<Cohort, "maquette">,
  law: Law,
): Promise<ProgrammeInput> {
  const { diploma, version, establishment } = law.basis;
  const draft = known(law.diploma, { ...EMPTY, ...(await declaredIn(tx, dossier)) });
  const units = new Set(law.diploma.domains.flatMap((domain) => domain.units.map(({ unit }) => unit)));
  return {
    id: "programme",
    diploma,
    version,
    establishment,
    on: contractOn,
    titles: titlesOf(law.diploma, draft),
    maquette,
    declined: draft.plan?.declined?.filter((unit) => units.has(unit)) ?? [],
  };
}
