import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import {
  ENDING_KINDS,
  ENROLMENT,
  type EnrolmentFact,
  type EnrolmentFactKind,
  enrolmentState,
  inTrainingOn,
  sayTraining,
} from "./enrolment.ts";

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

  it("is said by the day: not begun yet, ended before it began, ended without having come once", () => {
    const startsOn = "2027-09-06";
    const begun = { state: "in-training", startsOn, facts: [], begun: true, came: false } as const;
    equal(sayTraining({ ...begun, begun: false }).fr, "pas encore commencée");
    equal(sayTraining(begun).fr, "en cours");
    equal(sayTraining({ ...begun, ended: true }).fr, "terminée");
    for (const kind of ENDING_KINDS) {
      const said = (on: string, came: boolean) =>
        sayTraining({ ...begun, state: kind, facts: [fact(kind, on)], came }).fr;
      const plain = ENROLMENT.states[kind].fr;
      equal(said("2027-09-05", false), `${plain}, avant d’avoir commencé`);
      equal(said("2027-09-06", false), `${plain}, sans aucune présence en séance`);
      equal(said("2027-09-06", true), plain);
    }
  });
});
