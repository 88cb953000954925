import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { wasInTraining } from "./followed.ts";

const YEAR = { from: "2028-01-01", to: "2028-12-31" };
const during = (...facts: Parameters<typeof wasInTraining>[0]["facts"]) =>
  wasInTraining({ startsOn: "2027-01-11", endsOn: "2029-06-29", facts }, YEAR);

describe("who was in training in a year", () => {
  it("began by its last day and had not ended before its first", () => {
    const of = (startsOn: string, endsOn: string) => wasInTraining({ startsOn, endsOn, facts: [] }, YEAR);
    equal(of("2028-12-31", "2030-01-01"), true);
    equal(of("2029-01-01", "2030-01-01"), false);
    equal(of("2027-01-01", "2028-01-01"), true);
    equal(of("2027-01-01", "2027-12-31"), false);
    equal(of("2028-05-01", "2028-05-01"), true);
    equal(of("2028-05-02", "2028-05-01"), false);
  });

  it("is not who left before it, be it for good or for a while", () => {
    equal(during({ kind: "interrupted", on: "2027-12-31" }), false);
    equal(during({ kind: "interrupted", on: "2028-01-01" }), true);
    equal(during({ kind: "abandoned", on: "2027-12-31" }), false);
    equal(during({ kind: "interrupted", on: "2027-03-01" }, { kind: "abandoned", on: "2028-06-01" }), false);
  });

  it("is not who was away for all of it, whenever they came back", () => {
    const away = { kind: "interrupted", on: "2027-11-15" } as const;
    equal(during(away, { kind: "returned", on: "2029-01-01" }), false);
    equal(during(away, { kind: "returned", on: "2028-12-31" }), true);
    equal(during(away, { kind: "returned", on: "2027-12-01" }, { kind: "deferred", on: "2027-12-31" }), false);
    equal(during(away, { kind: "returned", on: "2027-12-01" }, { kind: "deferred", on: "2028-01-01" }), true);
  });
});
