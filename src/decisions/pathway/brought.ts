/** What a person brings to their path: titles, domains held, hours granted, confirmations; parsed once. */
import type { Diploma, ReliefEntry } from "../../law/diploma.ts";
import type { Entry } from "../../law/entry.ts";
import type { Maquette } from "../../law/maquette.ts";
import { type ReadTitle, reaches, type TitleInput } from "../../law/titles.ts";

type Grant = { readonly unit: string; readonly hours: number; readonly protocol: string };
type HeldDomain = { readonly domain: string; readonly validatedOn: string; readonly by: string };
export type Confirmation = {
  readonly title: string;
  readonly domain: string;
  readonly granted: boolean;
  readonly by: string;
  readonly on: string;
};
export type PathwayInput = {
  readonly id: string;
  readonly on: string;
  readonly titles: readonly TitleInput[];
  readonly maquette?: Maquette;
  readonly domains?: readonly string[];
  readonly grants?: readonly Grant[];
  readonly held?: readonly HeldDomain[];
  readonly confirmations?: readonly Confirmation[];
  readonly declined?: readonly string[];
};

export type ExamState = "to-sit" | "dispensed" | "contested" | "held";
/** A relief of a unit: hours and source; `told`: the entry to cite, if a finding reports it. */
export type Relief = { readonly hours: number; readonly by: string; readonly told?: Told };
type Told = { readonly as: "allegement" | "grant"; readonly entry: Entry };

/** The parsed input. */
export type Brought = {
  readonly reliefs: readonly ReliefEntry[];
  readonly held: ReadonlyMap<string, HeldDomain>;
  readonly grants: ReadonlyMap<string, Grant>;
  readonly declined: ReadonlySet<string>;
  readonly confirmations: readonly Confirmation[];
  /** The rule that lets the school grant hours to this person; without it a grant is refused. */
  readonly grantRule: GrantRule | undefined;
};
type GrantRule = NonNullable<Diploma["grants"]>["opens"][number];

/** Titles give relief if French and awarded by the day asked about. */
export function countsForRelief(title: ReadTitle, on: string): boolean {
  return title.abroad === undefined && title.input.awardedOn <= on;
}

export function readBrought(law: Diploma, input: PathwayInput, titles: readonly ReadTitle[]): Brought {
  const counted = titles.filter((title) => countsForRelief(title, input.on));
  const named = new Set(counted.map((title) => title.named?.title));
  return {
    reliefs: law.reliefs.filter((relief) => named.has(relief.title)),
    held: new Map(input.held?.map((one) => [one.domain, one])),
    grants: new Map(input.grants?.map((one) => [one.unit, one])),
    declined: new Set(input.declined),
    confirmations: input.confirmations ?? [],
    grantRule: grantRuleOf(law, counted),
  };
}

/** The first rule by which one of these titles lets the school grant hours: by its level or its years. */
export function grantRuleOf(law: Diploma, titles: readonly ReadTitle[]): GrantRule | undefined {
  return law.grants?.opens.find((rule) => titles.some((title) => entitles(rule, title)));
}

function entitles(rule: GrantRule, { kind, level, years }: ReadTitle): boolean {
  if (rule.kind !== undefined && rule.kind !== kind.kind) return false;
  return reaches(rule.level, level) || reaches(rule.years, years);
}

/** Of several confirmations the last in the list counts, whatever its day. */
export function confirmationOf(title: string, domain: string, brought: Brought): Confirmation | undefined {
  return brought.confirmations.findLast((one) => one.title === title && one.domain === domain);
}
