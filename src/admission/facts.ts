/** What was decided of a candidacy, read from its facts; and the decisions as they are computed beside. */
import type { Performing } from "../act/act.ts";
import type { Day } from "../kit/day.ts";
import type { Issue } from "../kit/schema.ts";
import type { Law } from "../law/law.ts";
import type { TitleInput } from "../law/titles.ts";
import type { Confirmation, PathwayInput } from "../decisions/pathway/brought.ts";
import { asking } from "../dossier/hands.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import { standingOf as dossierStanding } from "../dossier/standing.ts";
import { type Draft, titlesOf, toInput } from "../inquiry/rules/draft.ts";
import { planOf } from "../inquiry/path-pages/plan.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import type { Fact } from "./rules/candidacy.ts";

/** What the school thinks of a title that the person declared: the place of the title among those declared, from 0. */
export type Recognition = { readonly title: number; readonly recognised: boolean; readonly ground: string };

/** A question and its answer as they are kept: facts, findings and the hashes of the files they rest on. */
export type Computed = {
  readonly input: Readonly<Record<string, unknown>>;
  /** `null` where the rules could not answer. */
  readonly answer: Readonly<Record<string, unknown>> | null;
};

/** Of the fact `eligibility`. `replaces`: the fact that it corrects. */
export type EligibilityDetails = Computed & {
  readonly outcome: "eligible" | "not-eligible";
  readonly ground: string;
  readonly titles: readonly Recognition[];
  readonly replaces?: string;
};

export type Opinion = {
  readonly on: Day;
  readonly members: readonly { readonly name: string; readonly quality: string }[];
  readonly favourable: boolean;
  readonly text: string;
};

/** Of the fact `relief`. */
export type ReliefDetails = {
  readonly on: Day;
  readonly facts: ReliefFacts;
  readonly ground: string;
  readonly opinion?: Opinion;
  readonly pathway: Computed;
  /** Without any relief, to show what it changes. */
  readonly without: Computed;
  readonly quote: Computed;
  readonly quoteWithout: Computed;
  readonly replaces?: string;
};
/** `grants`: only where the law knows hours that a school grants. */
export type ReliefFacts = Required<Pick<PathwayInput, "titles" | "held" | "declined">> & Pick<PathwayInput, "grants">;

/** Of the fact `authority`: what the authority said of a dispense that the texts contest. */
export type AuthorityDetails = Confirmation & { readonly ground: string; readonly paper: string };

/** Of the fact `appealed`. */
export type AppealDetails = { readonly receivedOn: Day; readonly text: string };

/** Of the fact `appeal-answered`. */
export type AppealAnswer = {
  readonly outcome: "confirmed" | "granted";
  readonly grounds: string;
  readonly offers: "place" | "waiting" | null;
  readonly appeal: string;
};

/** What each kind of fact holds. */
export type DetailsOf = {
  readonly eligibility: EligibilityDetails;
  readonly relief: ReliefDetails;
  readonly listed: { readonly decision: "admitted" | "waiting" | "refused"; readonly grounds: string };
  readonly appealed: AppealDetails;
  readonly "appeal-answered": AppealAnswer;
};

export function lastOf<K extends keyof DetailsOf, F extends Pick<Fact, "kind" | "details">>(
  facts: readonly F[],
  kind: K,
): (F & { readonly details: DetailsOf[K] }) | undefined {
  return facts.findLast((fact) => fact.kind === kind) as (F & { readonly details: DetailsOf[K] }) | undefined;
}

/** The last answer for each title and domain, in the order in which they were given. */
export function confirmationsOf(facts: readonly Pick<Fact, "kind" | "details">[]): Confirmation[] {
  const said = facts.filter(({ kind }) => kind === "authority").map(({ details }) => details as AuthorityDetails);
  return said.map(({ title, domain, granted, by, on }) => ({ title, domain, granted, by, on }));
}

export type Declared = {
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly law: Law;
  readonly draft: Draft;
  /** All that were declared, as the decisions take them. */
  readonly titles: readonly TitleInput[];
};

/** What the person declared, under the law of the intake. */
export async function declaredIn(
  { tx, law: lawOf }: Pick<Performing<unknown>, "tx" | "law">,
  dossier: Dossier,
): Promise<Declared> {
  const plain = (await findIntake(tx, dossier.intake))!;
  const intake = asking(plain, dossier);
  const law = lawOf(intake.diploma, { version: intake.lawVersion })!;
  const { draft } = await dossierStanding(tx, dossier, intake, law);
  return { dossier, intake, law, draft, titles: titlesOf(law.diploma, draft) };
}

/** Those that the school does not set aside. */
function recognisedTitles(titles: readonly TitleInput[], said: readonly Recognition[]): TitleInput[] {
  return titles.filter((_, at) => said.find(({ title }) => title === at)?.recognised !== false);
}

/** What the school recognised of titles awarded abroad, as if they were of here: the word that the rules wait for. */
export function withRecognised(declared: Declared, said: readonly Recognition[]): Declared {
  const recognised = new Set(said.filter((one) => one.recognised).map(({ title }) => title));
  const titles = declared.titles.map((title, at) => {
    const { country: _country, attestation: _attestation, ...here } = title;
    return recognised.has(at) ? here : title;
  });
  return { ...declared, titles };
}

type Deciding = Pick<Performing<unknown>, "decide">;

/** May they enter, by the titles that are recognised? Facts and findings are kept with whatever is decided. */
export function computeEligibility(
  { decide }: Deciding,
  { dossier, law, draft, titles }: Declared,
  { on, said }: { readonly on: Day; readonly said: readonly Recognition[] },
): Computed & { readonly outcome: string | undefined } {
  const input = { ...toInput(law.diploma, draft, on), ...named(dossier, law), titles: recognisedTitles(titles, said) };
  const { answer } = computed(decide("eligibility", input), dossier);
  return { input, answer, outcome: answer?.outcome as string | undefined };
}

/** What was asked for, as far as this law names it. */
export function askedRelief({ law, draft, titles }: Declared, said: readonly Recognition[]): ReliefFacts {
  const { held = [], grants = [], declined = [] } = planOf(law, draft);
  return { titles: recognisedTitles(titles, said), held, declined, ...(law.diploma.grants && { grants }) };
}

/** The path and its price by these facts; or why the rules cannot answer. */
export function computeRelief(
  { decide }: Deciding,
  { dossier, law, draft }: Declared,
  {
    on,
    facts,
    confirmations,
  }: { readonly on: Day; readonly facts: ReliefFacts; readonly confirmations: readonly Confirmation[] },
): { readonly pathway: Computed; readonly quote: Computed; readonly issues: readonly Issue[] } {
  const input = { ...named(dossier, law), on, ...facts, confirmations };
  const path = decide("pathway", input);
  const { track = law.school.tracks[0]!.track, funding = [] } = planOf(law, draft);
  const priced = { ...input, track, funding };
  const issues = path && "fault" in path ? path.fault.issues : [];
  return {
    pathway: { input, answer: computed(path, dossier).answer },
    quote: { input: priced, answer: computed(decide("quote", priced), dossier).answer },
    issues,
  };
}

/** Each dispense by one of these titles on whose exam the texts contradict each other. */
export function disputesOf({ diploma }: Law, titles: readonly TitleInput[]): { title: string; domain: string }[] {
  const named = new Set(titles.map(({ title }) => title));
  return diploma.reliefs
    .filter(({ title }) => named.has(title))
    .flatMap(({ title, dispenses }) =>
      dispenses.filter(({ exam }) => exam === "contested").map(({ domain }) => ({ title, domain })),
    );
}

export const NO_RELIEF: ReliefFacts = { titles: [], held: [], declined: [] };

function named({ number }: Dossier, { basis }: Law) {
  const { diploma, version, establishment } = basis;
  return { id: number, diploma, version, establishment };
}

function computed(decided: ReturnType<Performing<unknown>["decide"]>, { language }: Dossier) {
  return { answer: decided && "answer" in decided ? decided.answer(language) : null };
}
