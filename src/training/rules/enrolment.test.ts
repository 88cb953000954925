import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { type EnrolmentFact, type EnrolmentFactKind, enrolmentState, inTrainingOn } from "./enrolment.ts";

const fact = (kind: EnrolmentFactKind, on: string): EnrolmentFact => ({ kind, on, cohort: null });

describe("somebody enrolled", () => {
  it("is in training until they interrupt it, again when they return, and no more once they gave up", () => {
    const life = [fact("interrupted", "2027-12-01"), fact("returned", "2028-09-11"), fact("abandoned", "2029-01-05")];
    const states = life.map((_, at) => enrolmentState(life.slice(0, at + 1)));
    deepEqual(states, ["interrupted", "in-training", "abandoned"]);
    equal(enrolmentState([]), "in-training");
  });

  it("does not return from nowhere, nor after having given up", () => {
    equal(enrolmentState([fact("returned", "2027-12-01")]), "in-training");
    equal(enrolmentState([fact("abandoned", "2027-12-01"), fact("returned", "2028-01-01")]), "abandoned");
  });

  it("follows nothing from the day of an interruption to the day before the return", () => {
    const life = [fact("interrupted", "2027-12-01"), fact("returned", "2028-09-11")];
    const days = ["2027-11-30", "2027-12-01", "2028-09-10", "2028-09-11"];
    deepEqual(
      days.map((day) => inTrainingOn(life, day)),
      [true, false, false, true],
    );
  });
});
