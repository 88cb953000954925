import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { countedPerson, type Ruling, type TrainingFact } from "./person.ts";

const counted = (facts: readonly TrainingFact[], rulings: readonly Ruling[] = []) =>
  countedPerson({ enrolment: "e", startsOn: "2027-09-06", plannedEnd: "2030-06-30", facts, rulings }, "2031-02-01");

describe("a person, as the rates of a year count them", () => {
  it("stayed where they came back from an interruption or a deferral", () => {
    deepEqual(
      counted([
        { kind: "interrupted", on: "2028-01-10" },
        { kind: "returned", on: "2028-09-01" },
      ]),
      {
        id: "e",
        plannedEnd: "2030-06-30",
      },
    );
  });

  it("left by the last thing that happened to them", () => {
    const facts = [
      { kind: "interrupted", on: "2028-01-10" },
      { kind: "abandoned", on: "2028-06-01" },
    ] as const;
    deepEqual(counted(facts)?.left, { on: "2028-06-01", kind: "abandoned" });
    deepEqual(counted([{ kind: "school", on: "2029-01-10" }])?.left, { on: "2029-01-10", kind: "force-majeure" });
  });

  it("was never in training who withdrew from the contract or left before the first day", () => {
    equal(counted([{ kind: "withdrawn", on: "2027-09-20" }]), undefined);
    equal(counted([{ kind: "abandoned", on: "2027-08-20" }]), undefined);
    deepEqual(counted([{ kind: "abandoned", on: "2027-09-06" }])?.left, { on: "2027-09-06", kind: "abandoned" });
  });

  it("is known by what has happened by today, that day included", () => {
    const left = (on: string) => counted([{ kind: "abandoned", on }])?.left;
    deepEqual([left("2031-02-01"), left("2031-02-02")], [{ on: "2031-02-01", kind: "abandoned" }, undefined]);
  });

  it("is counted as ruled on, though they withdrew or left before the first day", () => {
    const rulings = [{ id: "a", replaces: null, on: "2030-06-25", outcome: "partial", stands: true }];
    const ruled = [{ on: "2030-06-25", outcome: "partial" }];
    deepEqual(counted([{ kind: "withdrawn", on: "2029-09-20" }], rulings), {
      id: "e",
      plannedEnd: "2030-06-30",
      rulings: ruled,
    });
    deepEqual(counted([{ kind: "deferred", on: "2027-08-20" }], rulings), {
      id: "e",
      plannedEnd: "2030-06-30",
      rulings: ruled,
      left: { on: "2027-08-20", kind: "deferred" },
    });
  });

  it("has each of the jury’s outcomes, in the order of its days", () => {
    const ruling = (id: string, on: string, outcome: string) => ({ id, replaces: null, on, outcome, stands: true });
    const rulings = [ruling("a", "2030-02-01", "none"), ruling("b", "2030-06-25", "partial")];
    deepEqual(
      counted([], rulings)?.rulings?.map(({ outcome }) => outcome),
      ["none", "partial"],
    );
  });

  it("has the ruling in force, on the day of the jury that it corrects", () => {
    const rulings = [
      { id: "a", replaces: null, on: "2030-06-25", outcome: "none", stands: false },
      { id: "b", replaces: "a", on: "2031-01-15", outcome: "diploma", stands: true },
    ];
    deepEqual(counted([], rulings)?.rulings, [{ on: "2030-06-25", outcome: "diploma" }]);
    deepEqual(
      counted([], [{ id: "c", replaces: null, on: "2030-06-25", outcome: "pending", stands: true }])?.rulings,
      undefined,
    );
  });
});
