/**
 * What must hold between the two decisions of a year and what the school's pages gather for them, on random years: parts add up to the whole,
 * everybody stands once in each frame, several years together declare each document once.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type BpfAnswer, type BpfInput, comesTo, FEES } from "../decisions/bpf/rule.ts";
import type { IndicatorsAnswer, IndicatorsInput } from "../decisions/indicators/rule.ts";
import { addDays, type Day } from "../kit/day.ts";
import { part } from "../kit/parts.ts";
import type { Money } from "../law/money.ts";
import { ask, laws } from "../test/law-world.ts";
import { VALID_INPUTS } from "../test/oracle/mutate.ts";
import { ENROLMENT, ENROLMENT_FACTS } from "../training/rules/enrolment.ts";
import { type Frame, isIn, sourcesOf } from "./bpf/rules/cells.ts";
import { countedDocuments, stillCounting } from "./bpf/rules/counted.ts";
import { countedPerson } from "./figures/rules/person.ts";

const RUNS = { numRuns: Number(process.env.LIVRET_RUNS ?? 300) };
const money: Money = laws.establishments[0]!.data.money!;

function decided(name: "bpf" | "indicators", input: object): unknown {
  const answer = ask(name, input);
  if ("fault" in answer) throw new Error(JSON.stringify(answer.fault));
  return answer.answer("en");
}
const rates = (input: IndicatorsInput) => decided("indicators", input) as IndicatorsAnswer;
const declaration = (input: BpfInput) => decided("bpf", input) as BpfAnswer;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const NAMED = ["success", "perseverance", "satisfaction", "insertion"] as const;
const years = VALID_INPUTS.indicators as unknown as fc.Arbitrary<IndicatorsInput>;
const accounts = VALID_INPUTS.bpf as unknown as fc.Arbitrary<BpfInput>;

describe("the rates of a year, site by site and in all", () => {
  it("are in all the sums of the sites, where no site is hidden", () => {
    fc.assert(
      fc.property(years, (input) => {
        const { sites, all } = rates({ ...input, minimum: 1 });
        for (const rate of NAMED) {
          // A site of which nobody is counted is none of the sum.
          const shown = sites.filter((site) => site[rate].numerator !== null);
          if (all[rate].numerator === null) {
            equal(shown.length, 0);
            continue;
          }
          equal(all[rate].numerator, sum(shown.map((site) => site[rate].numerator!)));
          equal(all[rate].denominator, sum(shown.map((site) => site[rate].denominator!)));
        }
        for (const poll of ["satisfaction", "insertion"] as const) {
          equal(all[poll].asked, sum(sites.map((site) => site[poll].asked)));
          equal(all[poll].answered, sum(sites.map((site) => site[poll].answered)));
        }
      }),
      RUNS,
    );
  });

  it("tell by no subtraction what a few people of a site did", () => {
    fc.assert(
      fc.property(years, (input) => {
        const minimum = input.minimum ?? money.indicators.minimum.people;
        const { sites, all } = rates(input);
        const true_ = rates({ ...input, minimum: 1 });
        for (const rate of NAMED) {
          if (all[rate].numerator === null) continue;
          const shown = sum(sites.map((site) => (site[rate].numerator === null ? 0 : site[rate].denominator!)));
          const told = all[rate].denominator! - shown;
          ok(told === 0 || told >= minimum, `${rate}: ${String(told)} people`);
          equal(
            told,
            sum(
              sites.map((site, at) => (site[rate].numerator === null ? (true_.sites[at]![rate].denominator ?? 0) : 0)),
            ),
          );
        }
      }),
      RUNS,
    );
  });

  it("are the sum of what the same decision says of each person alone, as those behind a figure are listed", () => {
    fc.assert(
      fc.property(years, (input) => {
        const { sites } = rates({ ...input, minimum: 1, surveys: [] });
        for (const rate of ["success", "perseverance"] as const)
          for (const site of sites) {
            const alone = input.people
              .filter((one) => one.site === site.site)
              .map((one) => rates({ ...input, minimum: 1, sites: [one.site], people: [one], surveys: [] }).all[rate]);
            equal(site[rate].denominator, sum(alone.map(({ denominator }) => denominator!)));
            equal(site[rate].numerator ?? 0, sum(alone.map(({ numerator }) => numerator ?? 0)));
          }
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 4) },
    );
  });
});

describe("a person’s facts, gathered for the rates", () => {
  const facts = fc
    .array(fc.record({ kind: fc.constantFrom(...ENROLMENT_FACTS), days: fc.integer({ min: 0, max: 400 }) }), {
      maxLength: 6,
    })
    .map((moves) => {
      let [on, state]: [Day, string] = ["2027-06-01", "in-training"];
      const happened: { kind: (typeof ENROLMENT_FACTS)[number]; on: Day }[] = [];
      for (const { kind, days } of moves) {
        const move = ENROLMENT.moves[kind];
        if (!move.from.some((one) => one === state)) continue;
        [on, state] = [addDays(on, days), move.to![0]!];
        happened.push({ kind, on });
      }
      return happened;
    });

  it("are a departure where the last one left them outside, and none where they came back", () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 1_500 }), (happened, days) => {
        const today = addDays("2027-06-01", days);
        const trained = {
          enrolment: "e",
          startsOn: "2027-09-06",
          plannedEnd: "2030-06-30",
          facts: happened,
          rulings: [],
        };
        const found = countedPerson(trained, today);
        const last = happened.findLast(({ on }) => on <= today);
        if (!last || last.kind === "returned") deepEqual(found, { id: "e", plannedEnd: "2030-06-30" });
        else if (last.kind === "withdrawn" || last.on < "2027-09-06") equal(found, undefined);
        else deepEqual(found!.left, { on: last.on, kind: last.kind === "school" ? "force-majeure" : last.kind });
        // And whatever it is, the decision takes it.
        if (found) rates({ id: "a", on: today, year: 2030, sites: ["S"], people: [{ ...found, site: "S" }] });
      }),
      RUNS,
    );
  });
});

describe("the yearly declaration", () => {
  it("has the same people and hours in its three frames, which are those of the total", () => {
    fc.assert(
      fc.property(accounts, (input) => {
        const { F1, F3, F4, totals, F2 } = declaration(input);
        for (const frame of [F1, F3, F4]) {
          equal(sum(frame.map(({ hours }) => hours)), totals.hours);
          equal(sum(frame.map(({ people }) => people)), totals.people);
        }
        ok(F2.people <= totals.people && F2.hours <= totals.hours);
      }),
      RUNS,
    );
  });

  it("lists everybody behind exactly one cell of each frame, with the minutes of its hours to less than one", () => {
    fc.assert(
      fc.property(accounts, (input) => {
        const answer = declaration(input);
        const named = answer.F4.map(({ cell }) => cell);
        const met = input.enrolments.filter(
          ({ from, to }) => from <= input.to && (to === undefined || to >= input.from),
        );
        const minutes = (of: BpfInput["enrolments"]) =>
          sum(
            of.flatMap(({ attended }) =>
              attended.filter(({ on }) => on >= input.from && on <= input.to).map((one) => one.minutes),
            ),
          );
        const behind = (frame: Frame, cell: string) => met.filter(isIn(money, { frame, cell }, named));
        for (const frame of ["F1", "F3", "F4"] as const) {
          const cells = answer[frame].map(({ cell, hours, people }) => ({ hours, people, of: behind(frame, cell) }));
          deepEqual(
            new Set(cells.flatMap(({ of }) => of)),
            new Set(met.filter(({ entrustedBy }) => entrustedBy === undefined)),
          );
          equal(sum(cells.map(({ of }) => of.length)), behind("totals", "").length);
          for (const { hours, people, of } of cells) {
            ok(Math.abs(hours - minutes(of) / 60) < 1);
            // Who stands in several cells is counted in one of them.
            ok(people <= of.length);
          }
        }
        equal(part(minutes(behind("G", "")), 1, 60), answer.G.hours);
        equal(part(minutes(behind("F2", "")), 1, 60), answer.F2.hours);
      }),
      RUNS,
    );
  });

  it("is, line by line, the sum of the documents that are listed behind it", () => {
    fc.assert(
      fc.property(accounts, (input) => {
        const documents = countedDocuments(input);
        for (const { line, euros } of declaration(input).C.lines) {
          const sources = sourcesOf(money, line, FEES);
          const cents = sum(documents.filter(({ source }) => sources.has(source)).map((one) => one.cents));
          equal(euros, part(cents, 1, 100), line);
        }
      }),
      RUNS,
    );
  });

  it("says the same where documents of which nothing is left are not asked again", () => {
    fc.assert(
      fc.property(accounts, (input) => {
        deepEqual(declaration(stillCounting(input)), declaration(input));
      }),
      RUNS,
    );
  });

  it("declares of each document, all years together, what it comes to in the end; and each year what is left of it", () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 1, max: 6 }), (input, more) => {
        const { declared: _, ...first } = input;
        let declared: NonNullable<BpfInput["declared"]> = [];
        const ends = Array.from({ length: more + 1 }, (_unused, nth) => addDays(input.to, nth * 365));
        for (const to of ends) {
          const counted = countedDocuments(stillCounting({ ...first, to, declared }));
          declared = [
            ...declared,
            ...counted.map(({ document, source, cents }) => ({ document, source, amount: cents })),
          ];
        }
        const last = { ...first, to: ends.at(-1)! };
        const keys = new Set(input.lines.map(({ document, source }) => `${document} ${source}`));
        for (const key of keys) {
          const of = (one: { readonly document: string; readonly source: string }) =>
            `${one.document} ${one.source}` === key;
          const inAll = sum(declared.filter(of).map(({ amount }) => amount));
          equal(inAll, sum(input.lines.filter(of).map((line) => comesTo(line, last))));
        }
      }),
      RUNS,
    );
  });
});
