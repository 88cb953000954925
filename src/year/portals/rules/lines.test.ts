/** What is to be declared of one person: which events, which values, by which day. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { PortalEntry } from "../../../law/portals.ts";
import { isTooOld, linesOfPerson, linesOfRate, nextLook, type PersonFacts } from "./lines.ts";

const declared = (more: object) => ({ label: { fr: "x", en: "x" }, source: {}, ...more });
const fields = (...names: string[]) => names.map((field) => ({ field, label: { fr: field, en: field } }));
const working = { days: 3, working: true };
const PORTALS = [
  {
    portal: "one",
    label: { fr: "Un", en: "One" },
    payers: ["fund"],
    declares: [
      declared({ declare: "in", event: "entry", within: working, fields: fields("number", "person", "entered-on") }),
      declared({ declare: "out", event: "exit", within: working, fields: fields("left-on") }),
      declared({
        declare: "all",
        event: "done",
        fields: fields("reason", "percent", "done", "planned", "undone"),
        reasons: [
          { reason: "whole", label: { fr: "Totale", en: "Whole" }, when: ["whole"] },
          { reason: "part", label: { fr: "Absence", en: "Absence" }, when: ["absent", "abandoned"] },
        ],
      }),
    ],
  },
  {
    portal: "two",
    label: { fr: "Deux", en: "Two" },
    payers: ["other"],
    declares: [
      declared({
        declare: "each",
        event: "month",
        within: { days: 5, working: false },
        fields: fields("month", "followed"),
      }),
    ],
  },
  {
    portal: "state",
    label: { fr: "État", en: "State" },
    payers: [],
    declares: [declared({ declare: "jobs", event: "insertion", fields: fields("year", "asked", "numerator", "rate") })],
  },
] as unknown as readonly PortalEntry[];

const FACTS: PersonFacts = {
  name: "Awa Ndiaye",
  numbers: new Map([["one", "D-12"]]),
  halfDays: [{ on: "2026-12-07", minutes: 180 }],
  unsigned: [],
  lessonDays: ["2026-12-07"],
  earlier: false,
  endsOn: "2029-06-29",
  ended: null,
  done: 180,
  planned: 42_000,
};
const linesOn = (today: string, more: Partial<PersonFacts> = {}) =>
  linesOfPerson({ ...FACTS, ...more }, { portals: PORTALS, holidays: "metropole", today });
const inShort = (lines: ReturnType<typeof linesOn>) =>
  lines.map(({ declare, happenedOn, dueOn }) => [declare, happenedOn, dueOn]);
const entryOn = (on: string) => linesOn("2027-12-31", { halfDays: [{ on, minutes: 180 }] })[0]!.dueOn;

describe("what is declared of a person to who pays for them", () => {
  it("is due three working days after the first half-day that is countersigned", () => {
    const [line] = linesOn("2026-12-08");
    deepEqual(line!.values, { number: "D-12", person: "Awa Ndiaye", "entered-on": "2026-12-07" });
    deepEqual([line!.happenedOn, line!.dueOn], ["2026-12-07", "2026-12-10"]);
  });

  it("counts neither Saturdays nor Sundays", () => {
    equal(entryOn("2026-12-09"), "2026-12-14");
    equal(entryOn("2026-12-11"), "2026-12-16");
  });

  it("counts no public holiday, such as 11 November, Easter Monday or Christmas", () => {
    // A Monday, with Wednesday 11 November 2026 between.
    equal(entryOn("2026-11-09"), "2026-11-13");
    // Maundy Thursday; Easter Monday is 29 March 2027.
    equal(entryOn("2027-03-25"), "2027-03-31");
    // A Thursday, then Christmas on a Friday.
    equal(entryOn("2026-12-24"), "2026-12-30");
  });

  it("does not know the entry as long as the first half-day is not countersigned, and names it", () => {
    const first = { on: "2026-12-07", lesson: "l1", there: true };
    const [line] = linesOn("2026-12-09", { halfDays: [{ on: "2026-12-08", minutes: 180 }], unsigned: [first] });
    deepEqual([line!.values["entered-on"], line!.happenedOn, line!.dueOn], [null, "2026-12-07", "2026-12-10"]);
    deepEqual(line!.unsigned, [first]);
    // The afternoon of a day of which the morning is countersigned changes nothing.
    equal(linesOn("2026-12-09", { unsigned: [first] })[0]!.values["entered-on"], "2026-12-07");
  });

  it("takes a list that was not kept for no entry", () => {
    deepEqual(
      linesOn("2026-12-09", { halfDays: [], unsigned: [{ on: "2026-12-07", lesson: "l1", there: false }] }),
      [],
    );
  });

  it("has no exit as long as the last day is not over, nor of who never came", () => {
    deepEqual(inShort(linesOn("2029-06-29")), [["in", "2026-12-07", "2026-12-10"]]);
    deepEqual(inShort(linesOn("2029-06-30")).slice(1), [
      ["out", "2029-06-29", "2029-07-04"],
      ["all", "2029-06-29", null],
    ]);
    deepEqual(linesOn("2029-06-30", { halfDays: [] }), []);
  });

  it("has the exit on the day of the departure, once it has come", () => {
    const ended = { kind: "abandoned", on: "2027-03-02" };
    equal(linesOn("2027-03-01", { ended }).length, 1);
    deepEqual(inShort(linesOn("2027-03-02", { ended }))[1], ["out", "2027-03-02", "2027-03-05"]);
  });

  it("rounds the share down: 41 999 minutes of 42 000 are not the whole", () => {
    const of = (more: Partial<PersonFacts>) => linesOn("2029-07-01", more)[2]!.values;
    deepEqual(of({ done: 41_999 }), { reason: "Absence", percent: 99, done: 41_999, planned: 42_000, undone: 1 });
    deepEqual(of({ done: 42_000 }), { reason: "Totale", percent: 100, done: 42_000, planned: 42_000, undone: 0 });
    deepEqual(of({ done: 42_060 }), { reason: "Totale", percent: 100, done: 42_000, planned: 42_000, undone: 0 });
    equal(of({ ended: { kind: "school", on: "2027-03-02" } }).reason, null);
  });

  it("knows nothing of a share whose hours cannot be computed", () => {
    const { values } = linesOn("2029-07-01", { planned: null })[2]!;
    deepEqual(values, { reason: null, percent: null, done: null, planned: null, undone: null });
  });

  it("leaves the entry of who began elsewhere to where they began, and has their exit", () => {
    deepEqual(
      linesOn("2029-07-01", { earlier: true, halfDays: [] }).map(({ declare }) => declare),
      ["out", "all"],
    );
  });

  it("asks each month of lessons once it is over, with the hours that are countersigned", () => {
    const monthly = {
      numbers: new Map([["two", null]]),
      halfDays: [
        { on: "2026-12-07", minutes: 180 },
        { on: "2026-12-08", minutes: 210 },
        { on: "2027-02-01", minutes: 60 },
      ],
      lessonDays: ["2026-12-07", "2026-12-08", "2027-01-11", "2027-02-01"],
      unsigned: [{ on: "2027-01-11", lesson: "l3", there: true }],
    };
    deepEqual(linesOn("2026-12-31", monthly), []);
    deepEqual(
      linesOn("2027-02-01", monthly).map(({ part, happenedOn, dueOn, values, unsigned }) => [
        part,
        happenedOn,
        dueOn,
        values.followed,
        unsigned.length,
      ]),
      [
        ["2026-12", "2026-12-31", "2027-01-05", 390, 0],
        ["2027-01", "2027-01-31", "2027-02-05", 0, 1],
      ],
    );
    // Who leaves in a month has its proof on that day, and none of later months.
    const left = linesOn("2027-01-11", { ...monthly, ended: { kind: "abandoned", on: "2027-01-11" } });
    deepEqual(
      left.map(({ part, happenedOn }) => [part, happenedOn]),
      [
        ["2026-12", "2026-12-31"],
        ["2027-01", "2027-01-11"],
      ],
    );
  });

  it("is nothing on a portal of which nobody pays", () => {
    deepEqual(linesOn("2029-07-01", { numbers: new Map() }), []);
  });
});

describe("what is declared of a published year", () => {
  it("has its counts, and null where too few are counted", () => {
    const rate = { asked: 18, answered: 16, numerator: 9, denominator: 9, percent: 100 };
    const of = { portals: PORTALS, holidays: "metropole", today: "2027-03-01" };
    const [line, ...others] = linesOfRate({ year: 2026, publishedOn: "2027-02-01", rate }, of);
    deepEqual([others, line!.values, line!.dueOn], [[], { year: 2026, asked: 18, numerator: 9, rate: 100 }, null]);
    const few = linesOfRate(
      { year: 2026, publishedOn: "2027-02-01", rate: { ...rate, numerator: null, percent: null } },
      of,
    );
    deepEqual(few[0]!.values, { year: 2026, asked: 18, numerator: null, rate: null });
  });
});

describe("when a file is looked at again", () => {
  it("is on the first of the next month, or the day after the last", () => {
    equal(nextLook(FACTS, "2026-12-07"), "2027-01-01");
    equal(nextLook(FACTS, "2029-06-02"), "2029-06-30");
    equal(nextLook(FACTS, "2029-06-30"), null);
    equal(nextLook({ ...FACTS, ended: { kind: "abandoned", on: "2027-03-02" } }, "2027-03-02"), null);
  });

  it("takes what happened over a year before anybody looked for declared elsewhere", () => {
    equal(isTooOld({ happenedOn: "2025-12-06" }, "2026-12-07"), true);
    equal(isTooOld({ happenedOn: "2025-12-07" }, "2026-12-07"), false);
  });
});
