import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { type Follower, mustFollow } from "./following.ts";
import { halfOf, hasBegun, hasEnded, inOneHalf, isRunning } from "./half-day.ts";

const ada: Follower = {
  enrolment: "ada",
  cohort: "new",
  since: "2026-09-01",
  facts: [],
  hours: new Map([["U1", 30]]),
  studies: [],
};
const lesson = { cohort: "new", unit: "U1", on: "2027-03-01", only: null, group: null };

describe("a lesson", () => {
  it("is followed by those of its cohort whose programme has hours of its unit", () => {
    equal(mustFollow(lesson, ada), true);
    equal(mustFollow({ ...lesson, unit: "U2" }, ada), false);
    equal(mustFollow({ ...lesson, cohort: "old" }, ada), false);
    equal(mustFollow({ ...lesson, unit: "U2" }, { ...ada, hours: undefined }), true);
  });

  it("is followed by those who are meant, where not all of a cohort are", () => {
    equal(mustFollow({ ...lesson, only: ["ada"] }, ada), true);
    equal(mustFollow({ ...lesson, only: ["bo"] }, ada), false);
  });

  it("is followed, where it is a day of work of a field study, by whoever is in its group on that day", () => {
    const day = { ...lesson, group: "g" };
    const joined = { group: "g", kind: "joined", on: "2027-02-01" } as const;
    const left = { group: "g", kind: "left", on: "2027-03-01" } as const;
    const other = { group: "h", kind: "joined", on: "2027-03-01" } as const;
    equal(mustFollow(day, ada), false);
    equal(mustFollow(day, { ...ada, studies: [joined] }), true);
    equal(mustFollow({ ...day, on: "2027-02-28" }, { ...ada, studies: [joined, left] }), true);
    equal(mustFollow(day, { ...ada, studies: [joined, left] }), false);
    equal(mustFollow(day, { ...ada, studies: [joined, left, other] }), false);
    equal(mustFollow({ ...day, group: "h" }, { ...ada, studies: [joined, left, other] }), true);
  });

  it("was followed in the cohort that somebody left, up to the day before they came back into another", () => {
    const gone = { kind: "interrupted", on: "2027-02-01", cohort: null, leftCohort: null } as const;
    const back = { kind: "returned", on: "2027-03-01", cohort: "new", leftCohort: "old" } as const;
    const she = { ...ada, facts: [gone, back] };
    const days = ["2027-01-31", "2027-02-01", "2027-02-28", "2027-03-01"];
    deepEqual(
      days.map((on) => ["old", "new"].filter((cohort) => mustFollow({ ...lesson, cohort, on }, she)).join()),
      ["old", "", "", "new"],
    );
  });
});

describe("a half-day", () => {
  it("holds a lesson that ends in it, and one that runs over both is two", () => {
    equal(inOneHalf({ from: "09:00", to: "12:30" }), true);
    equal(inOneHalf({ from: "09:00", to: "17:00" }), false);
    equal(inOneHalf({ from: "13:30", to: "20:00" }), true);
  });

  it("ends at six: what begins then or later is an evening of its own", () => {
    deepEqual(["12:00", "17:59", "18:00", "18:30"].map(halfOf), ["afternoon", "afternoon", "evening", "evening"]);
    equal(inOneHalf({ from: "18:30", to: "22:00" }), true);
  });

  it("has nothing to sign of a lesson that has not begun, nor to countersign of one that has not ended", () => {
    const lesson = { on: "2026-12-07", from: "13:00", to: "18:00" };
    const at = (time: string, day = "2026-12-07") =>
      [hasBegun(lesson, { day, time }), hasEnded(lesson, { day, time })] as const;
    deepEqual(at("12:59"), [false, false]);
    deepEqual(at("13:00"), [true, false]);
    deepEqual(at("17:59"), [true, false]);
    deepEqual(at("18:00"), [true, true]);
    deepEqual(
      [at("23:59", "2026-12-06"), at("00:00", "2026-12-08")],
      [
        [false, false],
        [true, true],
      ],
    );
  });

  it("runs from a quarter of an hour before its first lesson to the end of its last", () => {
    deepEqual([halfOf("11:59"), halfOf("12:00")], ["morning", "afternoon"]);
    const lessons = [
      { from: "10:45", to: "12:30" },
      { from: "09:00", to: "10:30" },
    ];
    const at = (...times: string[]) => times.map((time) => isRunning(lessons, time));
    deepEqual(at("08:44", "08:45", "10:40"), [false, true, true]);
    deepEqual(at("12:30", "12:31"), [true, false]);
    equal(isRunning([], "10:00"), false);
  });
});
