/** The rates of a year: computed beside last year's for the school, each person behind a figure, and as published for everybody. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { KeySchema, oneOf } from "../../law/entry.ts";
import { openSurveysOf } from "../surveys/counted.ts";
import * as output from "./output.ts";
import { computed, gathered } from "./reading.ts";
import { latestWithFigures } from "./rules/shown.ts";
import { publicationsOf, yearsWithPeople } from "./store.ts";

export const YearNumber = Type.Integer({ minimum: 2000, maximum: 2199 });
const OfYear = { diploma: KeySchema, year: YearNumber };

export const seeYear = defineView({
  name: "seeYear",
  label: { fr: "Voir les taux d’une année", en: "See the rates of a year" },
  who: "see the year",
  form: Type.Object(OfYear, closed),
  output: output.seeYear,
  async read(context) {
    const { tx, today, input } = context;
    const { diploma, year } = input;
    const [now, before] = [await gathered(context, input), await gathered(context, { diploma, year: year - 1 })];
    if (!now || !before) return undefined;
    const { shown, inputHash, findings } = computed(context, now, input);
    const [fr, en] = [findings("fr"), findings("en")];
    const versions = (await publicationsOf(tx, diploma)).filter((one) => one.year === year);
    return {
      year,
      diploma,
      shown,
      before: computed(context, before, { diploma, year: year - 1 }).shown,
      inputHash,
      findings: fr.map(({ reason }, nth) => ({ fr: reason, en: en[nth]!.reason })),
      versions,
      unsited: now.unsited.length,
      withdrawn: now.withdrawn.length,
      open: await openSurveysOf(tx, input),
      over: Number(today.slice(0, 4)) > year,
    };
  },
});

export const seeYears = defineView({
  name: "seeYears",
  label: { fr: "Voir les années dont les taux se calculent", en: "See the years whose rates are computed" },
  who: "see the year",
  form: Type.Object({}, closed),
  output: output.seeYears,
  async read({ tx }) {
    const years = [];
    for (const { diploma, year } of await yearsWithPeople(tx)) {
      const versions = (await publicationsOf(tx, diploma)).filter((one) => one.year === year);
      years.push({ diploma, year, versions: versions.length, publishedOn: versions[0]?.publishedOn ?? null });
    }
    return { years };
  },
});

/** Those of juries and trainings alone: an answer to a survey leads to no person. */
const NAMED = ["success", "perseverance"] as const;

export const whoIsCounted = defineView({
  name: "whoIsCounted",
  label: { fr: "Voir qui compte dans un taux", en: "See who is counted in a rate" },
  who: "see the year",
  form: Type.Object({ ...OfYear, rate: oneOf(...NAMED) }, closed),
  output: output.whoIsCounted,
  async read(context) {
    const { decide, input: asked } = context;
    const found = await gathered(context, asked);
    if (!found) return undefined;
    const { input, people, entries } = found;
    const { label, definition } = entries.rates.find(({ rate }) => rate === asked.rate)!;
    type Person = (typeof input.people)[number];
    /** The same decision about this person alone, on a day, says whether they are counted. */
    const countsOn = (one: Person, on: string) => {
      const decided = decide("indicators", { ...input, on, minimum: 1, sites: [one.site], people: [one], surveys: [] });
      if (!decided || !("answer" in decided)) throw new Error("One person’s part of a rate was refused");
      const { all } = decided.answer("fr") as unknown as {
        all: Record<string, { numerator: number | null; denominator: number | null }>;
      };
      const { numerator, denominator } = all[asked.rate]!;
      return denominator !== 1 ? "not" : numerator === 1 ? "numerator" : "denominator";
    };
    return {
      label,
      definition,
      people: people.map(({ enrolment, dossier, name, number, cohort, plannedEnd }, nth) => {
        const one = input.people[nth]!;
        const now = countsOn(one, input.on);
        // Whose training goes on is counted, as things are, once its planned end has come.
        const later = now === "not" && plannedEnd > input.on && countsOn(one, plannedEnd) !== "not";
        const counts: typeof now | "later" = later ? "later" : now;
        const { site, left = null, rulings = [] } = one;
        const ruled = rulings.filter(({ on }) => on.startsWith(String(asked.year))).at(-1) ?? null;
        return { enrolment, dossier, name, number, cohort, site, counts, plannedEnd, left, ruled };
      }),
    };
  },
});

export const seeLatestRates = defineView({
  name: "seeLatestRates",
  label: { fr: "Voir les derniers taux publiés", en: "See the rates published last" },
  who: "see the year",
  form: Type.Object({}, closed),
  output: output.seeLatestRates,
  async read({ tx, today }) {
    const years = Map.groupBy(await yearsWithPeople(tx), ({ diploma }) => diploma);
    const diplomas = [];
    for (const [diploma, all] of years) {
      const latest = latestWithFigures(await publicationsOf(tx, diploma));
      const done = new Set(latest.map(({ year }) => year));
      const over = all.filter(({ year }) => year < Number(today.slice(0, 4)) && !done.has(year));
      diplomas.push({
        diploma,
        last: latest[0] ?? null,
        before: latest[1] ?? null,
        /** The latest years that are over, of which nothing is published. */
        unpublished: over.slice(0, UNPUBLISHED).map(({ year }) => year),
      });
    }
    return { diplomas };
  },
});

const UNPUBLISHED = 3;

export const publishedFigures = defineView({
  name: "publishedFigures",
  label: { fr: "Lire les taux publiés d’un diplôme", en: "Read the published rates of a diploma" },
  who: "read the published figures",
  form: Type.Object({ diploma: KeySchema }, closed),
  output: output.publishedFigures,
  async read({ tx, input }) {
    return { years: latestWithFigures(await publicationsOf(tx, input.diploma)) };
  },
});

/** Any version, also one that a later one stands beside. */
export const figuresAsPublished = defineView({
  name: "figuresAsPublished",
  label: { fr: "Lire une publication des taux d’une année", en: "Read one publication of the rates of a year" },
  who: "read the published figures",
  form: Type.Object({ ...OfYear, version: Type.Integer({ minimum: 1, maximum: 1000 }) }, closed),
  output: output.figuresAsPublished,
  async read({ tx, input }) {
    const all = await publicationsOf(tx, input.diploma);
    return all.find(({ year, version }) => year === input.year && version === input.version);
  },
});
