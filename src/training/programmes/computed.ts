/** The individual programme as it is computed now, with the fingerprint of exactly what is signed. */
import type { Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import type { SaidFinding } from "../../law/finding.ts";
import { shownAs } from "../../issued-documents/sign.ts";
import { type Cohort, type Enrolment, findCohort } from "../cohorts/store.ts";
import { broughtBy, type ProgrammeInput } from "./brought.ts";
import { lastProgrammes, type SignedProgramme } from "./store.ts";
import type { ExamState } from "../../decisions/pathway/brought.ts";

/** As the decision answers. */
export type Pathway = {
  readonly units: readonly {
    readonly unit: string;
    readonly hours: number;
    readonly relief: number;
    readonly remaining: number;
    readonly reliefBy: readonly string[];
  }[];
  readonly domains: readonly {
    readonly domain: string;
    readonly exam: ExamState;
    readonly findings: readonly SaidFinding[];
  }[];
  readonly totals: { readonly theory: number; readonly practice: number; readonly relief: number };
  readonly findings: readonly SaidFinding[];
};

export type Computed = {
  readonly cohort: Cohort;
  readonly law: Law;
  readonly input: ProgrammeInput;
  readonly answer: (lang: Lang) => Pathway;
  /** Of what is official, which is the French: the same in whichever language it is read. */
  readonly shown: string;
};

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law">;

/** The last version that was signed. */
export async function signedProgramme(tx: Tx, enrolment: string): Promise<SignedProgramme | undefined> {
  return (await lastProgrammes(tx, [enrolment])).get(enrolment);
}

/** `undefined` where the version of its cohort is no longer there, or refuses what was brought. */
export async function computedProgramme(
  { tx, decide, law: lawOf }: Context,
  enrolment: Enrolment,
): Promise<Computed | undefined> {
  const cohort = await findCohort(tx, enrolment.cohort);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  if (!cohort || !law) return undefined;
  const signed = await signedProgramme(tx, enrolment.id);
  const input = await broughtBy(tx, enrolment, cohort, law, signed?.input as ProgrammeInput | undefined);
  const decided = decide("pathway", input);
  if (!decided || !("answer" in decided)) return undefined;
  const answer = (lang: Lang) => decided.answer(lang) as unknown as Pathway;
  return { cohort, law, input, answer, shown: shownAs({ input, answer: answer("fr") }) };
}
