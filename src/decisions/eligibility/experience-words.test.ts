import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { sayFullTime } from "./experience-words.ts";

describe("experience in full-time equivalent", () => {
  it("is said in years first, then in days, with one decimal", () => {
    equal(sayFullTime(3206.5, 365, "fr"), "8,7\u00a0ans (3\u202f206,5\u00a0jours)");
    equal(sayFullTime(1095, 365, "en"), "3 years (1,095 days)");
    equal(sayFullTime(703.8784, 365, "fr"), "1,9\u00a0an (703,8\u00a0jours)");
  });

  it("is said in days alone under a year", () => {
    equal(sayFullTime(364.95, 365, "fr"), "364,9\u00a0jours");
    equal(sayFullTime(0, 365, "en"), "0 days");
  });

  it("never shows as enough what falls short by a ten-thousandth of a day", () => {
    equal(sayFullTime(1094.9999, 365, "en"), "2.9 years (1,094.9 days)");
  });
});
