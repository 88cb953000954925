/** Years of small schools: groups around the size from which a rate is shown, days around every edge of the year. */
import * as fc from "fast-check";
import type { IndicatorsInput, Situation, Survey, Trainee } from "./contract-figures.ts";
import { common, shift, shortText } from "./title-arbitraries.ts";

type Arb<T> = fc.Arbitrary<T>;

/** Mostly the year of the day of the question or the one before it. */
const yearBefore = (on: string): Arb<number> =>
  fc
    .oneof(
      { arbitrary: fc.constantFrom(0, -1, -1), weight: 12 },
      { arbitrary: fc.constantFrom(1, -2, -300, 300), weight: 1 },
    )
    .map((by) => Math.min(2_199, Math.max(2_000, Number(on.slice(0, 4)) + by)));

/** A day of the year, or beside it; the days that decide are its first, its last and that of the question. */
const dayOfYear = (year: number, on: string): Arb<string> =>
  fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 364 }).map((at) => shift(`${year}-01-01`, at)), weight: 6 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(`${year}-01-01`, `${year}-12-31`, on), fc.integer({ min: -1, max: 1 }))
        .map(([day, by]) => shift(day, by)),
      weight: 3,
    },
  );

const leftOf = (plannedEnd: string, on: string) =>
  fc.record({
    on: fc
      .oneof(
        fc.integer({ min: 0, max: 1 }).map((by) => shift(plannedEnd, by)),
        fc.integer({ min: 0, max: 1 }).map((by) => shift(on, by - 365)),
        fc.integer({ min: 0, max: 900 }).map((back) => shift(on, -back)),
      )
      .map((day) => (day > on ? on : day)),
    kind: fc.constantFrom(
      "abandoned" as const,
      "excluded" as const,
      "interrupted" as const,
      "interrupted" as const,
      "interrupted" as const,
      "deferred" as const,
      "transferred" as const,
      "force-majeure" as const,
    ),
  });

const outcome = fc.constantFrom("diploma" as const, "diploma" as const, "partial" as const, "none" as const);

const trainee = (sites: string[], year: number, on: string): Arb<Omit<Trainee, "id">> =>
  dayOfYear(year, on).chain((plannedEnd) =>
    fc
      .record({
        site: fc.constantFrom(...sites),
        plannedEnd: fc.constant(plannedEnd),
        backOn: fc.option(
          fc.integer({ min: -1, max: 1 }).map((by) => shift(on, by)),
          { nil: undefined, freq: 2 },
        ),
        rulings: fc.option(fc.array(fc.record({ on: dayOfYear(year, on), outcome }), { maxLength: 3 }), {
          nil: undefined,
          freq: 4,
        }),
        left: fc.option(leftOf(plannedEnd, on), { nil: undefined, freq: 2 }),
      })
      .map(({ site, plannedEnd: end, backOn, rulings, left }) => ({
        site,
        plannedEnd: end,
        ...(backOn !== undefined && { backOn }),
        ...(rulings && { rulings }),
        ...(left && { left }),
      })),
  );

const answersOf = <T>(one: Arb<T>): Arb<{ asked: number; answers: T[] }> =>
  fc
    .tuple(fc.array(one, { maxLength: 9 }), fc.constantFrom(0, 0, 1, 4, 9), fc.integer({ min: -1, max: 1 }))
    .map(([answers, more, by]) => ({
      answers,
      // Often twice as many as answered, give or take one.
      asked: Math.max(answers.length, more === 4 ? answers.length * 2 + by : answers.length + more),
    }));
const mark = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const situation = fc.constantFrom<Situation[]>("employed", "self-employed", "studying", "studying", "seeking", "other");

const surveysOf = (sites: string[]): Arb<Survey[]> => {
  const wanted = sites.flatMap((site) => [
    answersOf(mark).map((facts): Survey => ({ survey: "end", site, ...facts })),
    answersOf(situation).map((facts): Survey => ({ survey: "six-months", site, ...facts })),
  ]);
  return fc.tuple(...wanted).chain((all) => fc.shuffledSubarray(all, { minLength: Math.max(0, all.length - 2) }));
};

export const indicatorsInput: Arb<IndicatorsInput> = common((on) =>
  fc.tuple(yearBefore(on), fc.uniqueArray(shortText, { minLength: 1, maxLength: 4 })).chain(([year, sites]) =>
    fc.record(
      {
        year: fc.constant(year),
        sites: fc.constant(sites),
        minimum: fc.oneof(
          { arbitrary: fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 5), weight: 8 },
          { arbitrary: fc.constantFrom(6, 10, 100), weight: 1 },
        ),
        people: fc
          .oneof(
            fc.array(trainee(sites, year, on), { maxLength: 8 }),
            fc.array(trainee(sites, year, on), { minLength: 8, maxLength: 24 }),
          )
          .map((all) => all.map((one, at) => ({ id: `t${at}`, ...one }))),
        surveys: surveysOf(sites),
      },
      { requiredKeys: ["year", "sites", "people"] },
    ),
  ),
);
