import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { standing } from "./standing.ts";

const open = { until: "2027-01-31", endedAt: null, endedBy: null };
const ended = (endedBy: string) => ({ ...open, endedAt: new Date("2027-01-10T09:00:00Z"), endedBy });

describe("an invitation", () => {
  it("holds through its last day, whether or not the calendar has come by", () => {
    equal(standing(open, "2027-01-30"), "in force");
    equal(standing(open, "2027-01-31"), "in force");
    equal(standing(open, "2027-02-01"), "over");
  });

  it("is over where the calendar ended it, and taken back where somebody did", () => {
    equal(standing(ended("clock"), "2027-01-15"), "over");
    equal(standing(ended("account:a1"), "2027-01-15"), "taken back");
    equal(standing(ended("account:a1"), "2027-02-15"), "taken back");
  });
});
