import { equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addYears, type Day, dayNumber, dayOf } from "../../kit/day.ts";
import { sameWeekday } from "./next-year.ts";

const weekday = (day: Day) => (((dayNumber(day) + 3) % 7) + 7) % 7;

describe("the same day of the week, a year later", () => {
  it("is the nearest to the date", () => {
    equal(sameWeekday("2027-03-31"), "2028-03-29");
    equal(sameWeekday("2026-09-14"), "2027-09-13");
    equal(sameWeekday("2028-02-29"), "2029-02-27");
  });

  it("is never more than three days from the date, and never another day of the week", () => {
    const days = fc.integer({ min: dayNumber("2000-01-01"), max: dayNumber("2150-12-31") }).map(dayOf);
    fc.assert(
      fc.property(days, (day) => {
        const next = sameWeekday(day);
        equal(weekday(next), weekday(day));
        ok(Math.abs(dayNumber(next) - dayNumber(addYears(day, 1))) <= 3);
      }),
    );
  });
});
