import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { dayNumber, dayOf } from "../../kit/day.ts";
import type { Period } from "../../law/experience.ts";
import { gaps, overlaps } from "./continuity.ts";

const ON = "2026-11-25";
const period = (from: string, to: string | null, share = 1): Period => ({ from, to, share, field: "any" });

describe("the continuity of declared periods", () => {
  it("finds the stretch of which nothing is declared, and not a month between two jobs", () => {
    const periods = [period("2020-01-01", "2020-06-30"), period("2020-09-01", null)];
    assert.deepEqual(gaps(periods, ON), [{ from: "2020-07-01", to: "2020-08-31" }]);
    assert.deepEqual(gaps([period("2020-01-01", "2020-06-30"), period("2020-07-31", null)], ON), []);
    assert.deepEqual(gaps([period("2020-01-01", "2020-06-30"), period("2020-08-02", null)], ON).length, 1);
  });

  it("finds what has been missing since the last job", () => {
    assert.deepEqual(gaps([period("2020-01-01", "2026-01-31")], ON), [{ from: "2026-02-01", to: ON }]);
  });

  it("finds the days on which more than a full time is held, to the day", () => {
    const periods = [period("2020-01-01", "2020-06-30"), period("2020-06-01", "2020-12-31", 0.5)];
    assert.deepEqual(overlaps(periods, ON), [{ from: "2020-06-01", to: "2020-06-30" }]);
    assert.deepEqual(overlaps([period("2020-01-01", "2020-06-30", 0.5), period("2020-01-01", null, 0.5)], ON), []);
  });

  it("says nothing of a period that has not begun, nor of no period at all", () => {
    assert.deepEqual(gaps([], ON), []);
    assert.deepEqual(overlaps([period("2027-01-01", null), period("2027-01-01", null)], ON), []);
  });

  it("finds as one stretch what several periods make, in whatever order they were declared", () => {
    const periods = [
      period("2020-03-01", "2020-04-30"),
      period("2020-02-01", "2020-02-29"),
      period("2020-01-01", null),
    ];
    assert.deepEqual(overlaps(periods, ON), [{ from: "2020-02-01", to: "2020-04-30" }]);
    const apart = [period("2020-01-01", null), period("2020-05-01", "2020-05-31"), period("2020-02-01", "2020-03-31")];
    assert.deepEqual(overlaps(apart, ON), [
      { from: "2020-02-01", to: "2020-03-31" },
      { from: "2020-05-01", to: "2020-05-31" },
    ]);
  });

  it("finds none where one begins on the day after another ended, in whatever order they were declared", () => {
    const [first, next] = [period("2020-01-01", "2020-06-30"), period("2020-07-01", null)];
    for (const periods of [
      [first, next],
      [next, first],
    ])
      assert.deepEqual([overlaps(periods, ON), gaps(periods, ON)], [[], []]);
  });

  it("counts the day asked about and none after it", () => {
    assert.deepEqual(overlaps([period(ON, null), period(ON, "2027-01-31"), period("2026-11-26", null)], ON), [
      { from: ON, to: ON },
    ]);
    assert.deepEqual(gaps([period("2020-01-01", "2026-10-25"), period("2026-11-26", null)], ON).length, 0);
    assert.deepEqual(gaps([period("2020-01-01", "2026-10-24"), period("2026-11-26", null)], ON).length, 1);
  });

  it("agrees with a count of every day", () => {
    const day = fc.integer({ min: dayNumber("2025-01-01"), max: dayNumber("2027-03-01") });
    const some = fc
      .tuple(day, day, fc.constantFrom(0.25, 0.5, 0.6, 1), fc.boolean())
      .map(([a, b, share, open]) => period(dayOf(Math.min(a, b)), open ? null : dayOf(Math.max(a, b)), share));
    /** The longest stretches of days, from the first that is declared, by looking at each. */
    const counted = (periods: readonly Period[], holds: (share: number) => boolean) => {
      const found: { from: string; to: string }[] = [];
      const first = Math.min(...periods.map(({ from }) => dayNumber(from)));
      for (let one = first; one <= dayNumber(ON); one++) {
        const held = periods.filter(({ from, to }) => dayNumber(from) <= one && (to === null || one <= dayNumber(to)));
        if (!holds(held.reduce((sum, { share }) => sum + Math.round(share * 10_000), 0))) continue;
        const last = found.at(-1);
        if (last?.to === dayOf(one - 1)) last.to = dayOf(one);
        else found.push({ from: dayOf(one), to: dayOf(one) });
      }
      return found;
    };
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (periods) => {
        assert.deepEqual(
          overlaps(periods, ON),
          counted(periods, (share) => share > 10_000),
        );
        assert.deepEqual(
          gaps(periods, ON),
          counted(periods, (share) => share === 0).filter(({ from, to }) => dayNumber(to) - dayNumber(from) > 30),
        );
      }),
      { numRuns: 200 },
    );
  });
});
