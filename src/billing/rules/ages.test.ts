import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays } from "../../kit/day.ts";
import { ageOn } from "./ages.ts";

describe("how long something has been due", () => {
  const on = "2026-12-01";
  const after = (days: number) => ageOn(addDays(on, -days), on);

  it("is nothing on its due day, and a day the day after", () => {
    equal(after(-1), "coming");
    equal(after(0), "coming");
    equal(after(1), "month");
  });

  it("changes group after 30, 60 and 90 days", () => {
    deepEqual([30, 31, 60, 61, 90, 91].map(after), [
      "month",
      "two-months",
      "two-months",
      "three-months",
      "three-months",
      "older",
    ]);
  });

  it("is thirty days more in thirty days", () => {
    equal(ageOn("2026-12-15", "2026-12-31"), "month");
  });
});
