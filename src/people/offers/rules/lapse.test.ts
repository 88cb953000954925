import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { isLapsed, lastDay } from "./lapse.ts";

describe("an offered role", () => {
  it("is there to be accepted for so many days after the one it is offered on", () => {
    equal(lastDay("2026-03-01", 30), "2026-03-31");
    equal(lastDay("2026-03-01", 0), "2026-03-01");
  });

  it("has lapsed on the day after the last", () => {
    const lapsed = (today: string) => isLapsed({ until: "2026-03-31" }, today);
    deepEqual([lapsed("2026-03-01"), lapsed("2026-03-31"), lapsed("2026-04-01")], [false, false, true]);
  });

  it("never lapses where the school sets no time", () => {
    equal(lastDay("2026-03-01", undefined), null);
    equal(isLapsed({ until: null }, "2199-12-31"), false);
  });
});
