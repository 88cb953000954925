/** What the page of the rates prints, frozen as it was published: figures with their definitions, their numbers and the day. Pure. */
import type { Label } from "../../../kit/lang.ts";
import type { Day } from "../../../kit/day.ts";
import type { IndicatorsAnswer } from "../../../decisions/indicators/rule.ts";
import { RATES, type RateKey, type SurveyKey, type YearEntries } from "../../../law/year.ts";

/** `numerator` and `percent` are null where too few people are counted; the denominator too, where it would tell. */
export type ShownRate = {
  readonly rate: RateKey;
  readonly label: Label;
  readonly definition: Label;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly percent: number | null;
  /** Of a survey: how many were asked, and answered. */
  readonly asked: number | null;
  readonly answered: number | null;
  /** What may still give it a figure; in what was published before this was said, absent. */
  readonly awaits?: Awaits;
};

type Awaits = "not-over" | "open";
export type EmptyWhy = Awaits | "nobody" | "unanswered" | "few" | "told";

export type Shown = {
  readonly diploma: string;
  readonly year: number;
  readonly on: Day;
  /** Fewer people than this are said by their count first. */
  readonly countFirst: number;
  readonly minimum: number;
  readonly sites: readonly { readonly site: string; readonly rates: readonly ShownRate[] }[];
  /** Of all sites; null where there is one. */
  readonly all: readonly ShownRate[] | null;
};

type Of = {
  readonly diploma: string;
  readonly year: number;
  readonly on: Day;
  readonly entries: Pick<YearEntries, "rates" | "countFirst">;
  readonly minimum: number;
  readonly awaited: readonly AwaitedSurvey[];
};

/** A survey of a site that is not closed, and whose answers will count in the year. */
export type AwaitedSurvey = { readonly survey: SurveyKey; readonly site: string };

const SURVEY_OF: Readonly<Partial<Record<RateKey, SurveyKey>>> = { satisfaction: "end", insertion: "six-months" };

export function shownOf({ sites, all }: Pick<IndicatorsAnswer, "sites" | "all">, of: Of): Shown {
  const { diploma, year, on, entries, minimum, awaited } = of;
  const over = Number(on.slice(0, 4)) > year;
  const awaits = (rate: RateKey, site: string | undefined): { awaits?: Awaits } => {
    const survey = SURVEY_OF[rate];
    const open = awaited.some((one) => one.survey === survey && (site === undefined || one.site === site));
    return open ? { awaits: "open" } : over ? {} : { awaits: "not-over" };
  };
  const rates = (row: IndicatorsAnswer["all"], site?: string): ShownRate[] =>
    RATES.map((rate) => {
      const { label, definition } = entries.rates.find((one) => one.rate === rate)!;
      const { numerator, denominator, percent } = row[rate];
      const poll = rate === "satisfaction" || rate === "insertion" ? row[rate] : undefined;
      return {
        rate,
        label: { fr: label.fr, en: label.en },
        definition: { fr: definition.fr, en: definition.en },
        numerator,
        denominator,
        percent,
        asked: poll?.asked ?? null,
        answered: poll?.answered ?? null,
        ...awaits(rate, site),
      };
    });
  return {
    diploma,
    year,
    on,
    countFirst: entries.countFirst.people,
    minimum,
    sites: sites.map((row) => ({ site: row.site, rates: rates(row, row.site) })),
    all: sites.length > 1 ? rates(all) : null,
  };
}

/** Of all sites, or of the one there is. */
export function overall({ all, sites }: Pick<Shown, "all" | "sites">): readonly ShownRate[] {
  return all ?? sites[0]?.rates ?? [];
}

/** Nobody is counted: said before «fewer than», which would tell that somebody is. Undefined where there is a figure. */
export function whyEmpty(
  { numerator, denominator, percent, asked, answered, awaits }: ShownRate,
  minimum: number,
): EmptyWhy | undefined {
  if (denominator === 0 || answered === 0) return awaits ?? (asked !== null && asked > 0 ? "unanswered" : "nobody");
  if (numerator !== null && denominator !== null && percent !== null) return undefined;
  return (denominator ?? answered ?? 0) < minimum ? "few" : "told";
}

/** Whether it says anything: what has no figure at all is no publication of rates. */
export function hasFigure({ sites, all }: Pick<Shown, "sites" | "all">): boolean {
  return [...sites.flatMap(({ rates }) => rates), ...(all ?? [])].some(({ percent }) => percent !== null);
}

/** Of publications, the latest first: the latest of each year among those that have a figure. */
export function latestWithFigures<P extends { readonly year: number; readonly shown: Shown }>(
  publications: readonly P[],
): readonly P[] {
  const told = publications.filter(({ shown }) => hasFigure(shown));
  return told.filter(({ year }, nth) => told.findIndex((one) => one.year === year) === nth);
}
