/** Which exams somebody in training need not sit, or may not have to, by what admission decided: for whoever examines them. */
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

/** By enrolment; nothing of those of whom nothing was decided. Under the law of their cohort, as their programme is. */
export async function settledOf(
  { tx, law: lawOf }: Context,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, readonly Settled[]>> {
  const found = new Map<string, readonly Settled[]>();
  const signed = await lastProgrammes(tx, enrolments);
  for (const id of enrolments) {
    const enrolment = await findEnrolment(tx, id);
    const cohort = enrolment && (await findCohort(tx, enrolment.cohort));
    const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
    if (!enrolment || !cohort || !law) continue;
    const last = signed.get(id)?.input as ProgrammeInput | undefined;
    const input = await broughtBy(tx, enrolment, cohort, law, last);
    const { decidedOn } = await decidedPathway(tx, enrolment.dossier);
    // Hours change nothing of exams: whose maquette they are, and what was granted, is left out.
    const { maquette: _maquette, grants: _grants, ...asked } = input;
    const exams = settledExams(law, asked);
    if (exams.length > 0)
      found.set(
        id,
        exams.map((one) => ({ ...one, origin: originOf(law, one, decidedOn) })),
      );
  }
  return found;
}

/** Without a day once the candidacy is no longer kept: then the programme that was signed on it stands. */
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
