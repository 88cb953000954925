/** What the page of the rates prints, frozen as it was published: figures with their definitions, their numbers and the day. Pure. */
import type { Label } from "../../../kit/lang.ts";
import type { Day } from "../../../kit/day.ts";
import type { IndicatorsAnswer } from "../../../decisions/indicators/rule.ts";
import { RATES, type RateKey, type YearEntries } from "../../../law/year.ts";

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
};

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
};

export function shownOf({ sites, all }: Pick<IndicatorsAnswer, "sites" | "all">, of: Of): Shown {
  const { diploma, year, on, entries, minimum } = of;
  const rates = (row: IndicatorsAnswer["all"]): ShownRate[] =>
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
      };
    });
  return {
    diploma,
    year,
    on,
    countFirst: entries.countFirst.people,
    minimum,
    sites: sites.map((row) => ({ site: row.site, rates: rates(row) })),
    all: sites.length > 1 ? rates(all) : null,
  };
}
