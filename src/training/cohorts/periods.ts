/** Where and in which periods a cohort is taught, and what one person follows in each: for the rooms that bill or promise it. */
import type { Performing } from "../../act/act.ts";
import { type DecidedPathway, decidedPathway } from "../../admission/accepted.ts";
import { isBilled } from "../../decisions/quote/rule.ts";
import type { Tx } from "../../db/school.ts";
import type { Law } from "../../law/law.ts";
import type { Pathway } from "../programmes/computed.ts";
import { programmeInput } from "../programmes/brought.ts";
import { type CohortPeriod, type Minutes, ownPeriods } from "../rules/periods.ts";
import { type Cohort, findCohort, planOf } from "./store.ts";

/** In order, numbered from 1; empty until the cohort is planned. */
export async function periodsOf(
  tx: Tx,
  cohort: string,
): Promise<readonly (CohortPeriod & { readonly place: number })[]> {
  const plan = await planOf(tx, cohort);
  return (plan?.periods ?? []).map((period, nth) => ({ place: nth + 1, ...period }));
}

/** Minutes by unit of the cohort's maquette. */
export function maquetteOf({ maquette }: Pick<Cohort, "maquette">): Minutes {
  return Object.fromEntries(Object.entries(maquette).map(([unit, hours]) => [unit, Math.round(hours * 60)]));
}

export { planOf } from "./store.ts";

export type PersonPeriod = { readonly from: string; readonly to: string; readonly minutes: number };
type Of = {
  readonly cohort: string;
  readonly dossier: string;
  /** Hours as they would be decided, instead of as they are. */
  readonly supposed?: DecidedPathway | undefined;
};

/**
 * Of the units that are billed, less this person's reliefs and dispenses as decided; their minutes add up exactly to what they follow. A
 * period without any stays, with 0. Undefined until the cohort is planned, or where its version is gone.
 */
export async function personPeriods(
  context: Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">,
  of: Of,
): Promise<readonly PersonPeriod[] | undefined> {
  const follows = await followedUnits(context, of);
  return follows && billedPeriods(follows, await periodsOf(context.tx, of.cohort));
}

/** The same of what is read already; undefined where there are no periods. */
export function billedPeriods(
  { law, minutes }: Pick<Followed, "law" | "minutes">,
  periods: readonly CohortPeriod[],
): readonly PersonPeriod[] | undefined {
  if (periods.length === 0) return undefined;
  const units = law.diploma.domains.flatMap((domain) => domain.units.filter((unit) => isBilled(law.school, unit)));
  return ownPeriods(periods, Object.fromEntries(units.map(({ unit }) => [unit, minutes[unit] ?? 0])));
}

type Followed = {
  readonly law: Law;
  readonly cohort: Cohort;
  /** Of every unit, billed or not. */
  readonly minutes: Minutes;
  readonly pathway: (lang: "fr" | "en") => Pathway;
};

/** What a person who accepted a place, or is in training, follows of each unit in this cohort. */
export async function followedUnits(
  { tx, decide, law: lawOf, today }: Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">,
  { cohort: id, dossier, supposed }: Of,
): Promise<Followed | undefined> {
  const cohort = await findCohort(tx, id);
  const law = cohort && lawOf(cohort.diploma, { version: cohort.lawVersion });
  if (!cohort || !law) return undefined;
  const decided = supposed ?? (await decidedPathway(tx, dossier));
  const answered = decide("pathway", programmeInput(law, { since: today }, cohort, { decided, signed: undefined }));
  if (!answered || !("answer" in answered)) return undefined;
  const pathway = (lang: "fr" | "en") => answered.answer(lang) as unknown as Pathway;
  return { law, cohort, minutes: minutesLeft(pathway("fr")), pathway };
}

/** By unit. */
export function minutesLeft({ units }: Pick<Pathway, "units">): Minutes {
  return Object.fromEntries(units.map(({ unit, remaining }) => [unit, Math.round(remaining * 60)]));
}
