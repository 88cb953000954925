import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { yearBefore } from "./steps.ts";

const opened = (opensOn: string, diploma = "deis") => ({ diploma, opensOn });

describe("the intake of a year before", () => {
  const now = opened("2027-02-16");

  it("is the one that opened nearest to a year before, of the same diploma", () => {
    const last = opened("2026-02-20");
    const intakes = [now, opened("2026-10-15"), last, opened("2025-11-01"), opened("2026-02-16", "another")];
    equal(yearBefore(intakes, now), last);
  });

  it("is none where another opened only a few months before, or two years before", () => {
    equal(yearBefore([now, opened("2026-08-17"), opened("2025-08-15")], now), undefined);
    equal(yearBefore([opened("2026-08-16")], now)?.opensOn, "2026-08-16");
    equal(yearBefore([opened("2025-08-16")], now)?.opensOn, "2025-08-16");
  });
});
