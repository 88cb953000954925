import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, addMonths } from "../../kit/day.ts";
import { minutesOf, ownPeriods, planFaults, proposedPeriods } from "./periods.ts";

const YEAR = { startsOn: "2026-12-07", endsOn: "2027-12-06" };
const HALVES = [
  { from: "2026-12-07", to: "2027-06-06", minutes: { A: 2_700, B: 1_800 } },
  { from: "2027-06-07", to: "2027-12-06", minutes: { A: 2_700 } },
];
const MAQUETTE = { A: 5_400, B: 1_800 };

describe("the periods proposed for a cohort", () => {
  it("are semesters from its first day, each unit spread by their days in half hours", () => {
    deepEqual(proposedPeriods(YEAR, { A: 5_400 }), [
      { from: "2026-12-07", to: "2027-06-06", minutes: { A: 2_700 } },
      { from: "2027-06-07", to: "2027-12-06", minutes: { A: 2_700 } },
    ]);
  });

  it("end with the cohort, the last cut short and with fewer hours", () => {
    const proposed = proposedPeriods({ startsOn: "2026-12-07", endsOn: "2027-07-06" }, { A: 5_400 });
    deepEqual(
      proposed.map(({ to, minutes }) => [to, minutes.A]),
      [
        ["2027-06-06", 4_650],
        ["2027-07-06", 750],
      ],
    );
  });

  it("always add up to the maquette and raise no fault but of a period too short for any hour", () => {
    const unit = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(fc.record({ A: unit, B: unit }), fc.integer({ min: 1, max: 1_200 }), (maquette, days) => {
        const cohort = { startsOn: "2026-09-14", endsOn: addDays("2026-09-14", days) };
        const proposed = proposedPeriods(cohort, maquette);
        for (const [one, minutes] of Object.entries(maquette)) equal(minutesOf(proposed, one), minutes);
        ok(planFaults(cohort, maquette, proposed).every(({ why }) => why === "empty"));
      }),
    );
  });
});

describe("the periods of a cohort", () => {
  const why = (change: Partial<(typeof HALVES)[number]>, at = 1) =>
    planFaults(
      YEAR,
      MAQUETTE,
      HALVES.map((one, nth) => (nth === at ? { ...one, ...change } : one)) as typeof HALVES,
    ).map((fault) => fault.why);

  it("lie within it, one after the other, and add up to the maquette of each unit", () => {
    deepEqual(planFaults(YEAR, MAQUETTE, HALVES), []);
    deepEqual(why({ from: "2027-06-06" }), ["overlaps"]);
    deepEqual(why({ to: "2027-12-07" }), ["outside"]);
    deepEqual(why({ from: "2026-12-06" }, 0), ["outside"]);
    deepEqual(why({ to: "2027-06-06" }), ["backwards"]);
    deepEqual(why({ minutes: { A: 2_699, B: 0 } }), ["sum"]);
    deepEqual(why({ minutes: { A: 0 } }), ["empty", "sum"]);
  });

  it("have no unit that the diploma has not", () => {
    deepEqual(planFaults(YEAR, MAQUETTE, [...HALVES.slice(0, 1), { ...HALVES[1]!, minutes: { A: 2_700, C: 1 } }]), [
      { why: "unknown", period: 1, unit: "C" },
    ]);
  });
});

describe("the periods of one person", () => {
  it("spread what they follow of each unit as the cohort’s are, to the minute", () => {
    deepEqual(
      ownPeriods(HALVES, { A: 2_701, B: 900 }).map(({ minutes }) => minutes),
      [1_351 + 900, 1_350],
    );
  });

  it("keep a period in which they follow nothing", () => {
    deepEqual(
      ownPeriods(HALVES, { B: 900 }).map(({ minutes }) => minutes),
      [900, 0],
    );
  });

  it("add up exactly, whatever the relief", () => {
    const unit = fc.integer({ min: 0, max: 20_000 });
    const periods = fc.array(fc.record({ A: unit, B: unit }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(periods, fc.record({ A: unit, B: unit }), (planned, follows) => {
        const placed = planned.map((minutes, nth) => {
          const from = addMonths("2026-09-01", nth);
          return { from, to: addDays(from, 20), minutes };
        });
        const own = ownPeriods(placed, follows);
        equal(
          own.reduce((sum, { minutes }) => sum + minutes, 0),
          follows.A + follows.B,
        );
        ok(own.every(({ minutes }) => Number.isInteger(minutes) && minutes >= 0));
      }),
    );
  });
});
