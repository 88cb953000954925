/** A candidacy's decisions, read from its facts, and the answers the rules compute for them. */
import type { Performing } from "../act/act.ts";
import type { Day } from "../kit/day.ts";
import type { Issue } from "../kit/schema.ts";
import type { Law } from "../law/law.ts";
import type { TitleInput } from "../law/titles.ts";
import type { Confirmation, PathwayInput } from "../decisions/pathway/brought.ts";
import { asking } from "../dossier/hands.ts";
import { happenedTo } from "../dossier/happened.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import { withFixed } from "../dossier/rules/fixed-days.ts";
import { standingOf as dossierStanding } from "../dossier/standing.ts";
import { type Draft, titlesOf, toInput } from "../inquiry/rules/draft.ts";
import { planOf } from "../inquiry/path-pages/plan.ts";
import { findIntake, type Intake } from "../intake/intake.ts";
import type { CandidacyState, Fact } from "./rules/candidacy.ts";

/** The school's view of a declared title, by its index from 0. */
export type Recognition = { readonly title: number; readonly recognised: boolean; readonly ground: string };

/** A decision's input and answer as stored: facts, findings, and the hashes of the law files. */
export type Computed = {
  readonly input: Readonly<Record<string, unknown>>;
  /** `null` if the rules could not answer. */
  readonly answer: Readonly<Record<string, unknown>> | null;
};

/** Details of the fact `eligibility`. `replaces`: the fact it corrects. */
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

/** Details of the fact `relief`. */
export type ReliefDetails = {
  readonly on: Day;
  readonly facts: ReliefFacts;
  readonly ground: string;
  /** Decided before the school used this service: `ground` names the paper. */
  readonly carried?: true;
  readonly opinion?: Opinion;
  readonly pathway: Computed;
  /** The same without relief, to show the difference. */
  readonly without: Computed;
  readonly quote: Computed;
  readonly quoteWithout: Computed;
  readonly replaces?: string;
};
/** `grants`: only if the law has hours that a school may grant. */
export type ReliefFacts = Required<Pick<PathwayInput, "titles" | "held" | "declined">> & Pick<PathwayInput, "grants">;

/** Details of the fact `authority`: its answer on a contested dispense. */
export type AuthorityDetails = Confirmation & { readonly ground: string; readonly paper: string };

/** Details of the fact `appealed`. */
export type AppealDetails = { readonly receivedOn: Day; readonly text: string };

/** Details of the fact `appeal-answered`. */
export type AppealAnswer = {
  readonly outcome: "confirmed" | "granted";
  readonly grounds: string;
  readonly offers: "place" | "waiting" | null;
  readonly appeal: string;
};

/** The details of each kind of fact. */
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

/** The decision that a person contests: the commission's, or before any list that on eligibility. */
export function contestedIn(facts: readonly Fact[], state: CandidacyState) {
  return state === "not-eligible" ? lastOf(facts, "eligibility") : lastOf(facts, "listed");
}

/** The appeal that awaits its answer. */
export function pendingAppeal(facts: readonly Fact[]) {
  const last = lastOf(facts, "appealed");
  return last && lastOf(facts, "appeal-answered")?.details.appeal !== last.id ? last : undefined;
}

/** The authority's answers, in order; the last for a title and domain counts. */
export function confirmationsOf(facts: readonly Pick<Fact, "kind" | "details">[]): Confirmation[] {
  const answers = facts.filter(({ kind }) => kind === "authority").map(({ details }) => details as AuthorityDetails);
  return answers.map(({ title, domain, granted, by, on }) => ({ title, domain, granted, by, on }));
}

export type Declared = {
  readonly dossier: Dossier;
  readonly intake: Intake;
  readonly law: Law;
  readonly draft: Draft;
  /** All declared titles, as decision inputs. */
  readonly titles: readonly TitleInput[];
};

/** The person's declaration, under the law of the intake. */
export async function declaredIn(
  { tx, law: lawOf, today }: Pick<Performing<unknown>, "tx" | "law" | "today">,
  dossier: Dossier,
): Promise<Declared> {
  const plain = (await findIntake(tx, dossier.intake))!;
  const intake = asking(plain, dossier);
  const law = lawOf(intake.diploma, { version: intake.lawVersion })!;
  const { draft: typed } = await dossierStanding(tx, dossier, intake, law, today);
  // With the days that the office read on the pieces.
  const draft = withFixed(typed, (await happenedTo(tx, dossier.id)).facts);
  return {
    dossier,
    intake,
    law,
    draft,
    titles: titlesOf(law.diploma, draft).map(({ awardedAs: _as, ...title }) => title),
  };
}

/** The titles the school does not reject. */
function recognisedTitles(titles: readonly TitleInput[], recognitions: readonly Recognition[]): TitleInput[] {
  return titles.filter((_, index) => recognitions.find(({ title }) => title === index)?.recognised !== false);
}

/** Recognised foreign titles become domestic ones, which settles what the rules were waiting for. */
export function withRecognised(declared: Declared, recognitions: readonly Recognition[]): Declared {
  const recognised = new Set(recognitions.filter((one) => one.recognised).map(({ title }) => title));
  const titles = declared.titles.map((title, index) => {
    const { country: _country, attestation: _attestation, ...here } = title;
    return recognised.has(index) ? here : title;
  });
  return { ...declared, titles };
}

type Deciding = Pick<Performing<unknown>, "decide">;

/** Eligibility by the recognised titles; input and answer are stored with the decision. */
export function computeEligibility(
  { decide }: Deciding,
  { dossier, law, draft, titles }: Declared,
  { on, said }: { readonly on: Day; readonly said: readonly Recognition[] },
): Computed & { readonly outcome: string | undefined } {
  const input = { ...toInput(law.diploma, draft, on), ...named(dossier, law), titles: recognisedTitles(titles, said) };
  const { answer } = computed(decide("eligibility", input), dossier);
  return { input, answer, outcome: answer?.outcome as string | undefined };
}

/** The relief asked for, as far as this law has it. */
export function askedRelief({ law, draft, titles }: Declared, recognitions: readonly Recognition[]): ReliefFacts {
  const { held = [], grants = [], declined = [] } = planOf(law, draft);
  return { titles: recognisedTitles(titles, recognitions), held, declined, ...(law.diploma.grants && { grants }) };
}

type Given = {
  readonly grants?: readonly { readonly unit: string; readonly hours: number }[] | undefined;
  readonly held?: ReliefFacts["held"] | undefined;
  readonly declined?: ReliefFacts["declined"] | undefined;
};

/** The relief that is decided: what was asked for, except where the decision says otherwise. A request without a decision is not granted. */
export function givenRelief(
  { law, dossier }: Declared,
  asked: ReliefFacts,
  { grants = [], held, declined }: Given,
): ReliefFacts {
  const protocol = `P-${dossier.number}`;
  const granted = grants.filter(({ hours }) => hours > 0).map((one) => ({ ...one, protocol }));
  return {
    titles: asked.titles,
    held: held ?? asked.held,
    declined: declined ?? asked.declined,
    ...(law.diploma.grants && { grants: granted }),
  };
}

/** Hours of a unit asked for and not granted in full, and domains that were not taken for proven. */
export type ReliefLess = {
  readonly units: readonly { readonly unit: string; readonly asked: number; readonly granted: number }[];
  readonly held: readonly { readonly domain: string; readonly by: string }[];
};

export function lessThan(asked: ReliefFacts, decided: ReliefFacts): ReliefLess {
  const grants = new Map((decided.grants ?? []).map(({ unit, hours }) => [unit, hours]));
  return {
    units: (asked.grants ?? []).flatMap(({ unit, hours }) => {
      const granted = grants.get(unit) ?? 0;
      return granted < hours ? [{ unit, asked: hours, granted }] : [];
    }),
    held: asked.held.flatMap(({ domain, by }) =>
      decided.held.some((one) => one.domain === domain) ? [] : [{ domain, by }],
    ),
  };
}

/** The pathway and its price from these facts; or the issues that keep the rules from answering. */
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

/** The contested dispenses among these titles. */
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
