import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { against, type Asked, isAway } from "./absence.ts";

const asked = (account: string, standIn: string, from: string, until: string): Asked => ({
  account,
  standIn,
  from,
  until,
});
const STANDING = [{ id: "1", ...asked("anna", "sacha", "2026-12-07", "2026-12-11") }];
const whyNot = (...given: Parameters<typeof asked>) => against(asked(...given), STANDING)?.why;

describe("days away", () => {
  it("hold on the first and the last of them, and neither the day before nor the day after", () => {
    const days = ["2026-12-06", "2026-12-07", "2026-12-11", "2026-12-12"];
    equal(days.map((day) => isAway(STANDING[0]!, day)).join(), "false,true,true,false");
  });

  it("are not entered twice, but for the day before and the day after", () => {
    equal(whyNot("anna", "lou", "2026-12-11", "2026-12-14"), "away already");
    equal(whyNot("anna", "lou", "2026-12-01", "2026-12-31"), "away already");
    equal(whyNot("anna", "lou", "2026-12-12", "2026-12-14"), undefined);
    equal(whyNot("anna", "lou", "2026-12-01", "2026-12-06"), undefined);
  });

  it("are not given to somebody who is away on one of them", () => {
    equal(whyNot("lou", "anna", "2026-12-11", "2026-12-14"), "stand-in is away");
    equal(whyNot("lou", "anna", "2026-12-12", "2026-12-14"), undefined);
  });

  it("are not those of whoever stands in meanwhile, who may stand in for another one too", () => {
    equal(whyNot("sacha", "lou", "2026-12-07", "2026-12-07"), "stands in");
    equal(whyNot("sacha", "lou", "2026-12-06", "2026-12-06"), undefined);
    equal(whyNot("lou", "sacha", "2026-12-07", "2026-12-11"), undefined);
  });
});
