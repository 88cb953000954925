/** The individual programme as computed now, with the fingerprint of what is signed. */
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

/** The decision's answer. */
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
  /** The fingerprint of the French text, which is the official one: the same in either language. */
  readonly shown: string;
};

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law">;

/** The latest signed version. */
export async function signedProgramme(tx: Tx, enrolment: string): Promise<SignedProgramme | undefined> {
  return (await lastProgrammes(tx, [enrolment])).get(enrolment);
}

/** Undefined if the version of its cohort is gone, or rejects the input. */
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
