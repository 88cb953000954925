/** The exams that trainees need not sit, or may not have to, by decision of admission: for certification. */
import { sayCited } from "../../admission/sentences.ts";
import { decidedPathway } from "../../admission/accepted.ts";
import type { Performing } from "../../act/act.ts";
import type { Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import { sentences } from "../../decisions/pathway/sentences.ts";
import { type SettledExam, settledExams } from "../../decisions/pathway/settled.ts";
import type { Law } from "../../law/law.ts";
import { sayFinding } from "../../law/finding.ts";
import type { Origin } from "../rules/origin.ts";
import { findCohort, findEnrolment } from "../cohorts/store.ts";
import { broughtBy, type ProgrammeInput } from "./brought.ts";
import { lastProgrammes } from "./store.ts";

type Context = Pick<Performing<unknown>, "tx" | "law">;

export type Settled = SettledExam & { readonly origin: Origin };

/** By enrolment, without those who have none. Under the law of their cohort, like their programme. */
export async function settledOf(
  { tx, law: lawOf }: Context,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, readonly Settled[]>> {
  const settled = new Map<string, readonly Settled[]>();
  const signed = await lastProgrammes(tx, enrolments);
  for (const id of enrolments) {
    const enrolment = await findEnrolment(tx, id);
    const cohort = enrolment && (await findCohort(tx, enrolment.cohort));
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!enrolment || !cohort || !law) continue;
    const last = signed.get(id)?.input as ProgrammeInput | undefined;
    const input = await broughtBy(tx, enrolment, cohort, law, last);
    const { decidedOn } = await decidedPathway(tx, enrolment.dossier);
    // Hours have no effect on exams: the maquette and the grants are left out.
    const { maquette: _maquette, grants: _grants, ...asked } = input;
    const exams = settledExams(law, asked);
    if (exams.length > 0)
      settled.set(
        id,
        exams.map((exam) => ({ ...exam, origin: originOf(law, exam, decidedOn) })),
      );
  }
  return settled;
}

/** Without a day once the candidacy is erased: then the signed programme is the only source left. */
function originOf({ diploma }: Law, { exam, by, finding }: SettledExam, decidedOn: Day | null): Origin {
  const where = (lang: Lang) => sayCited(sayFinding(finding, sentences, lang).source);
  const from = {
    contested: exam === "contested",
    decidedOn,
    paper: null,
    source: { fr: where("fr"), en: where("en") },
  };
  if ("held" in by) {
    const { label } = diploma.held.find((one) => one.by === by.held)!;
    return { by: label, validatedOn: by.validatedOn, answer: null, ...from };
  }
  const { title, confirmation } = by;
  const answer = confirmation && { granted: confirmation.granted, by: confirmation.by, on: confirmation.on };
  return { by: { fr: title, en: title }, validatedOn: null, answer, ...from };
}
