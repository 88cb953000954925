import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../test/law-world.ts";
import { longestSpan } from "./span.ts";

const DEIS = laws.diplomas.find(({ data }) => data.diploma === "deis")!.data;

describe("the length of a course (arrêté, art. 5)", () => {
  it("is six semesters at most: a cohort that starts in September 2027 ends before the September of 2030", () => {
    equal(longestSpan(DEIS, "2027-09-13")?.until, "2030-09-12");
  });

  it("has no bound where the référentiel sets none", () => {
    equal(longestSpan({ ...DEIS, training: [] }, "2027-09-13"), undefined);
  });
});
