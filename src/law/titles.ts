/**
 * Whether a title fulfils a condition. A French title does or does not; one awarded abroad is judged on its attestation, or by a reasoned
 * decision of the school, as the condition says.
 */
import { dayNumber } from "../kit/day.ts";
import { type Confidence, type Entry, weakest } from "./entry.ts";
import type { CatalogueEntry, Diploma } from "./diploma.ts";

type LevelInput = number | string;
export type TitleInput = {
  readonly awardedOn: string;
  /** As it was typed, where the day itself is not known: for the words only. */
  readonly awardedAs?: string;
  readonly startedOn?: string;
  readonly country?: string;
  readonly attestation?: { readonly level?: LevelInput; readonly yearsOfStudy?: number };
  readonly title?: string;
  readonly kind?: string;
  readonly level?: LevelInput;
  readonly yearsOfStudy?: number;
};

/** Best first; a door takes the best of its titles. */
export const STATES = ["met", "needs-decision", "unknown", "not-met"] as const;
export type State = (typeof STATES)[number];

export function better(a: State, b: State): boolean {
  return rank(a) > rank(b);
}
export function worse(a: State, b: State): State {
  return better(a, b) ? b : a;
}

/** Not a table: looking names up took a twentieth of a decision. */
function rank(state: State): number {
  return state === "met" ? 3 : state === "needs-decision" ? 2 : state === "unknown" ? 1 : 0;
}

type TitleLeaf = Extract<Diploma["doors"][number]["opens"], { title: unknown }>;
export type TitleCondition = TitleLeaf;
export type TitleKind = Diploma["titleKinds"][number];
/** A condition with its kind: kinds are compared as entries, which is cheaper than comparing names. */
export type TitleOpener = { readonly title: TitleCondition; readonly kind: TitleKind };
type LevelEntry = CatalogueEntry["levels"][number];

/** A parsed title: its kind and measure, however given, and its day as a number. */
export type ReadTitle = {
  readonly input: TitleInput;
  readonly kind: TitleKind;
  /** One bit per kind: testing many kinds at once is then one operation. */
  readonly bit: number;
  readonly level: number | undefined;
  readonly years: number | undefined;
  readonly awarded: number;
  /** For a title awarded abroad, the entry that makes it foreign. */
  readonly abroad: Entry | undefined;
  readonly attested: { readonly level: number | undefined; readonly years: number | undefined } | undefined;
  /** For a title in the catalogue, its entry and the dated level that applies. */
  readonly named: CatalogueEntry | undefined;
  readonly levelEntry: LevelEntry | undefined;
  /** The entry that reads former level names, if the level was given by one. */
  readonly formerLevel: Entry | undefined;
};

/** Parses titles by the names of this référentiel. */
export function titleReader(law: Diploma): (input: TitleInput) => ReadTitle {
  const kinds = new Map(law.titleKinds.map((kind) => [kind.kind, { kind, bit: kindBit(law, kind) }]));
  const catalogue = new Map(law.catalogue.map((entry) => [entry.title, { entry, ...kinds.get(entry.kind)! }]));
  const home = new Set(law.homeTerritory.countries);
  const legacy = law.levels.legacy;
  const level = (named: LevelInput | undefined) => (typeof named === "string" ? legacy[named] : named);
  const { levels, homeTerritory } = law;
  return (input) => {
    const { title, country, attestation } = input;
    const named = title === undefined ? undefined : catalogue.get(title)!;
    const levelEntry = named && levelOf(named.entry, input);
    const { kind, bit } = named ?? kinds.get(input.kind!)!;
    return {
      input,
      kind,
      bit,
      level: levelEntry ? levelEntry.level : level(input.level),
      years: levelEntry ? undefined : input.yearsOfStudy,
      awarded: dayNumber(input.awardedOn),
      abroad: country !== undefined && !home.has(country) ? homeTerritory : undefined,
      attested: attestation && { level: level(attestation.level), years: attestation.yearsOfStudy },
      named: named?.entry,
      levelEntry,
      formerLevel: typeof input.level === "string" || typeof attestation?.level === "string" ? levels : undefined,
    };
  };
}

/** From the thirty-third on, kinds share bits: a false positive is possible, a false negative is not. */
export function kindBit(law: Pick<Diploma, "titleKinds">, kind: TitleKind): number {
  return 1 << law.titleKinds.indexOf(kind);
}

function levelOf(named: CatalogueEntry, input: TitleInput): LevelEntry {
  const entry = levelAt(named.levels, input);
  if (!entry) throw new Error(`${named.id} has no level for ${input.awardedOn}`);
  return entry;
}

type Bounds = { readonly awardedBefore?: string; readonly awardedFrom?: string; readonly startedBefore?: string };

/** The level of a named title on the day it was awarded: the first dated entry whose bounds hold. The loader rejects gaps. */
export function levelAt<L extends Bounds>(
  levels: readonly L[],
  { awardedOn, startedOn }: Pick<TitleInput, "awardedOn" | "startedOn">,
): L | undefined {
  return levels.find(
    ({ awardedBefore, awardedFrom, startedBefore }) =>
      (awardedBefore === undefined || awardedOn < awardedBefore) &&
      (awardedFrom === undefined || awardedOn >= awardedFrom) &&
      (startedBefore === undefined || (startedOn !== undefined && startedOn < startedBefore)),
  );
}

/** The state of a title for a condition; `not-met` if it does not open the door. */
export function titleState(opener: TitleOpener, title: ReadTitle): State {
  if (title.kind !== opener.kind) return "not-met";
  const condition = opener.title.title;
  if (title.abroad === undefined)
    return reaches(condition.level, title.level) || reaches(condition.years, title.years) ? "met" : "not-met";
  if (condition.abroad === "decision") {
    return reaches(condition.level, title.attested?.level ?? title.level) ||
      reaches(condition.years, title.attested?.years ?? title.years)
      ? "needs-decision"
      : "not-met";
  }
  if (title.attested === undefined) return "unknown";
  return reaches(condition.attestedLevel, title.attested.level) ||
    reaches(condition.attestedYears, title.attested.years)
    ? "met"
    : "not-met";
}

/** Whether a foreign title would fulfil the condition as declared, but does not as attested. */
export function attestedOtherwise(opener: TitleOpener, title: ReadTitle): boolean {
  if (title.kind !== opener.kind || title.abroad === undefined || title.attested === undefined) return false;
  const { level, years, abroad, attestedLevel, attestedYears } = opener.title.title;
  const bounds = abroad === "decision" ? { level, years } : { level: attestedLevel, years: attestedYears };
  const declared = reaches(bounds.level, title.level) || reaches(bounds.years, title.years);
  return declared && titleState(opener, title) === "not-met";
}

/** A missing bound is never reached: a condition names the measures it accepts. */
export function reaches(wanted: number | undefined, held: number | undefined): boolean {
  return wanted !== undefined && held !== undefined && held >= wanted;
}

/** The confidence of this title under this condition: that of the least sure entry read with it. */
export function titleConfidence(condition: TitleCondition, title: ReadTitle): Confidence {
  let least = titleConfidenceOf1(condition, title);
  if (title.formerLevel) least = weakest(least, title.formerLevel.source.confidence);
  return title.abroad ? weakest(least, title.abroad.source.confidence) : least;
}

/** The same by the rules of version 1, which took a former level and a foreign attestation as read in the text. */
export function titleConfidenceOf1(condition: TitleCondition, { levelEntry }: ReadTitle): Confidence {
  const own = condition.source.confidence;
  return levelEntry ? weakest(own, levelEntry.source.confidence) : own;
}
