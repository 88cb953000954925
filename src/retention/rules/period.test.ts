import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, dayNumber, dayOf } from "../../kit/day.ts";
import { keptUntil, overBefore } from "./period.ts";

describe("the period of what is kept from the day it last happened", () => {
  it("is over to the day, where the accounts of a year are not meant", () => {
    equal(keptUntil("2027-03-03", { months: 24 }), "2029-03-03");
    equal(overBefore("2029-03-03", { months: 24 }), "2027-03-03");
  });
});

describe("the period of what is kept with the accounts of a year", () => {
  const ten = { months: 120, yearEnds: "12-31" };

  it("runs from the end of that year", () => {
    equal(keptUntil("2027-03-03", ten), "2037-12-31");
    equal(keptUntil("2027-12-31", ten), "2037-12-31");
    equal(keptUntil("2027-03-03", { ...ten, yearEnds: "02-28" }), "2038-02-28");
    equal(overBefore("2037-12-31", ten), "2027-01-01");
    equal(overBefore("2038-01-01", ten), "2028-01-01");
  });

  it("is over the day after its last, whatever the day and the end of the years", () => {
    const day = fc.integer({ min: dayNumber("2020-01-01"), max: dayNumber("2060-12-31") }).map(dayOf);
    const period = fc.record({
      months: fc.integer({ min: 1, max: 20 }).map((years) => years * 12),
      yearEnds: fc.constantFrom("12-31", "08-31", "02-28", "06-30"),
    });
    fc.assert(
      fc.property(day, period, (last, one) => {
        const until = keptUntil(last, one);
        equal(last < overBefore(until, one), false);
        equal(last < overBefore(addDays(until, 1), one), true);
      }),
    );
  });
});
