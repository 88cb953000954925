/**
 * The four rates of a year, site by site and in all: who succeeded before the jury, who stayed to the end, who is satisfied, who found work.
 *
 * A rate on too few people is hidden, and so is the sum that would tell it by subtraction. Whole percents, which say 100 and 0 only where
 * they are exact.
 */
import { addDays, type Day } from "../../kit/day.ts";
import { percent } from "../../kit/parts.ts";
import type { CommonInput } from "../../law/decision.ts";
import { type Finding, finding } from "../../law/finding.ts";
import type { Money } from "../../law/money.ts";

export const OUTCOMES = ["diploma", "partial", "none"] as const;
export const DEPARTURES = ["abandoned", "excluded", "interrupted", "deferred", "transferred", "force-majeure"] as const;
type Departure = (typeof DEPARTURES)[number];
export const SATISFIED = [1, 2, 3, 4] as const;
export const SITUATIONS = ["employed", "self-employed", "studying", "seeking", "other"] as const;
type Situation = (typeof SITUATIONS)[number];
export const SURVEYS = ["end", "six-months"] as const;

type Person = {
  readonly id: string;
  readonly site: string;
  readonly plannedEnd: Day;
  readonly backOn?: Day;
  readonly rulings?: readonly { readonly on: Day; readonly outcome: (typeof OUTCOMES)[number] }[];
  readonly left?: { readonly on: Day; readonly kind: Departure };
};
type Survey = {
  readonly site: string;
  readonly asked: number;
} & (
  | { readonly survey: "end"; readonly answers: readonly (typeof SATISFIED)[number][] }
  | { readonly survey: "six-months"; readonly answers: readonly Situation[] }
);
export type IndicatorsInput = CommonInput & {
  readonly year: number;
  readonly minimum?: number;
  readonly sites: readonly string[];
  readonly people: readonly Person[];
  readonly surveys?: readonly Survey[];
};

/** A hidden rate has no numerator. */
type Rate = { readonly numerator: number | null; readonly denominator: number | null; readonly percent: number | null };
type Asked = Rate & { readonly asked: number; readonly answered: number };
type Row = {
  readonly success: Rate;
  readonly perseverance: Rate;
  readonly satisfaction: Asked;
  readonly insertion: Asked;
  readonly partial: number | null;
};
export type IndicatorsAnswer = {
  readonly sites: readonly (Row & { readonly site: string; readonly line: string })[];
  readonly all: Row;
  readonly findings: readonly Finding[];
};

const RATES = ["success", "perseverance", "satisfaction", "insertion"] as const;
type Named = (typeof RATES)[number];
type Count = { readonly numerator: number; readonly denominator: number };
/** What is counted, before anything is hidden. */
type Counts = Readonly<Record<Named, Count>> & {
  readonly partial: number;
  readonly polls: Readonly<Record<"satisfaction" | "insertion", { readonly asked: number; readonly answered: number }>>;
};

/** Reads the law once; the returned function is pure. The input must have passed `indicatorsIssues`. */
export function indicatorsRule({ indicators }: Money): (input: IndicatorsInput) => IndicatorsAnswer {
  return (input) => {
    const minimum = input.minimum ?? indicators.minimum.people;
    const counts = input.sites.map((site) => countsOf(input, site, indicators.interruption.days));
    const rows = counts.map((count) => rowOf(count, (rate) => isFew(count[rate], minimum)));
    const whole = added(counts);
    const all = rowOf(whole, (rate) => {
      const hidden = counts.map((count) => count[rate]).filter((count) => isFew(count, minimum));
      const told = sum(hidden.map(({ denominator }) => denominator));
      return isFew(whole[rate], minimum) || (told > 0 && told < minimum);
    });
    return {
      sites: rows.map((row, at) => ({ site: input.sites[at]!, ...row, line: lineOf(input, input.sites[at]!, row) })),
      all,
      findings: input.sites.flatMap((site, at) => fewAnswers(indicators, site, counts[at]!)),
    };
  };
}

function isFew({ denominator }: Count, minimum: number): boolean {
  return denominator < minimum;
}

function countsOf(input: IndicatorsInput, site: string, interruption: number): Counts {
  const people = input.people.filter((one) => one.site === site);
  const ruled = people.flatMap((one) => lastRuling(one, input) ?? []);
  const due = people.filter((one) => one.plannedEnd <= input.on && inYear(one.plannedEnd, input));
  const left = due.map((one) => departureOf(one, input.on));
  const counted = left.filter((gone) => gone === undefined || isDeparture(gone, input.on, interruption));
  const satisfied = answersOf(input, site, "end");
  const situations = answersOf(input, site, "six-months");
  const sought = situations.answers.filter((one) => one !== "studying");
  return {
    success: { numerator: ruled.filter((one) => one === "diploma").length, denominator: ruled.length },
    perseverance: {
      numerator: counted.filter((gone) => gone === undefined).length,
      denominator: counted.length,
    },
    satisfaction: {
      numerator: satisfied.answers.filter((one) => one === 3 || one === 4).length,
      denominator: satisfied.answers.length,
    },
    insertion: {
      numerator: sought.filter((one) => one === "employed" || one === "self-employed").length,
      denominator: sought.length,
    },
    partial: ruled.filter((one) => one === "partial").length,
    polls: {
      satisfaction: { asked: satisfied.asked, answered: satisfied.answers.length },
      insertion: { asked: situations.asked, answered: situations.answers.length },
    },
  };
}

function inYear(day: Day, { year }: IndicatorsInput): boolean {
  return day.startsWith(`${String(year)}-`);
}

/** The jury's last word on a person in the year, by the day of the question: by day, then by place in the list. */
function lastRuling({ rulings = [] }: Person, input: IndicatorsInput): (typeof OUTCOMES)[number] | undefined {
  return rulings
    .filter(({ on }) => on <= input.on && inYear(on, input))
    .reduce<{ on: Day; outcome: (typeof OUTCOMES)[number] } | undefined>(
      (last, one) => (last === undefined || one.on >= last.on ? one : last),
      undefined,
    )?.outcome;
}

/** A departure after the planned end is none, nor is an interruption that ended. */
function departureOf({ left, plannedEnd, backOn }: Person, on: Day): Person["left"] {
  if (left === undefined || left.on > plannedEnd) return undefined;
  if (left.kind === "interrupted" && backOn !== undefined && backOn <= on) return undefined;
  return left;
}

/** Whether who left counts as one who did not stay; others are not counted at all. */
function isDeparture({ on: since, kind }: NonNullable<Person["left"]>, on: Day, interruption: number): boolean {
  if (kind === "interrupted") return addDays(since, interruption) <= on;
  return kind === "abandoned" || kind === "excluded";
}

function answersOf<S extends Survey["survey"]>({ surveys = [] }: IndicatorsInput, site: string, survey: S) {
  const found = surveys.find((one) => one.site === site && one.survey === survey) as
    | Extract<Survey, { survey: S }>
    | undefined;
  return {
    asked: found?.asked ?? 0,
    answers: (found?.answers ?? []) as readonly Extract<Survey, { survey: S }>["answers"][number][],
  };
}

function added(counts: readonly Counts[]): Counts {
  const rate = (name: Named): Count => ({
    numerator: sum(counts.map((one) => one[name].numerator)),
    denominator: sum(counts.map((one) => one[name].denominator)),
  });
  const poll = (name: "satisfaction" | "insertion") => ({
    asked: sum(counts.map((one) => one.polls[name].asked)),
    answered: sum(counts.map((one) => one.polls[name].answered)),
  });
  return {
    success: rate("success"),
    perseverance: rate("perseverance"),
    satisfaction: rate("satisfaction"),
    insertion: rate("insertion"),
    partial: sum(counts.map(({ partial }) => partial)),
    polls: { satisfaction: poll("satisfaction"), insertion: poll("insertion") },
  };
}

function rowOf(counts: Counts, hides: (rate: Named) => boolean): Row {
  const rate = (name: Named): Rate => {
    const { numerator, denominator } = counts[name];
    if (!hides(name)) return { numerator, denominator, percent: percent(numerator, denominator) };
    // Beside how many answered, the denominator would tell how many study.
    return { numerator: null, denominator: name === "insertion" ? null : denominator, percent: null };
  };
  return {
    success: rate("success"),
    perseverance: rate("perseverance"),
    satisfaction: { ...rate("satisfaction"), ...counts.polls.satisfaction },
    insertion: { ...rate("insertion"), ...counts.polls.insertion },
    partial: hides("success") ? null : counts.partial,
  };
}

function lineOf({ year }: IndicatorsInput, site: string, row: Row): string {
  return `${String(year)} ${site} ${RATES.map((rate) => row[rate].percent ?? "–").join("/")}`;
}

function fewAnswers({ few }: Money["indicators"], site: string, { polls }: Counts): Finding[] {
  return (["satisfaction", "insertion"] as const).flatMap((survey) => {
    const { asked, answered } = polls[survey];
    if (answered * 100 >= asked * few.percent) return [];
    return [finding("few-answers", false, "few-answers", few, { site, survey, asked, answered })];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
