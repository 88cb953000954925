import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../test/law-world.ts";
import { longestSpan, ownSpan, staysOf } from "./span.ts";

const DEIS = laws.diplomas.find(({ data }) => data.diploma === "deis")!.data;

describe("the length of a course (arrêté, art. 5)", () => {
  it("is six semesters at most: a cohort that starts in September 2027 ends before the September of 2030", () => {
    equal(longestSpan(DEIS, "2027-09-13")?.until, "2030-09-12");
  });

  it("has no bound where the référentiel sets none", () => {
    equal(longestSpan({ ...DEIS, training: [] }, "2027-09-13"), undefined);
  });

  it("is each person’s own, from the day they first began, over a return in a later cohort, interruptions counted", () => {
    const facts = [
      { kind: "interrupted", on: "2027-12-13", into: undefined },
      { kind: "returned", on: "2028-09-11", into: "2028-09-11" },
    ] as const;
    const stays = staysOf({ startsOn: "2027-09-13", since: "2027-09-01" }, facts);
    equal(ownSpan(DEIS, stays)?.until, "2030-09-12");
    const suspended = DEIS.training.map((one) =>
      one.key === "semesters-while-interrupted" ? { ...one, value: "not-counted" } : one,
    );
    // From 13 December 2027 to 11 September 2028: 273 days.
    equal(ownSpan({ training: suspended }, stays)?.until, "2031-06-12");
    equal(ownSpan({ training: [] }, stays), undefined);
  });

  it("has not begun for whoever put it off before the first day, and begins where they come", () => {
    const facts = [
      { kind: "deferred", on: "2027-09-12", into: undefined },
      { kind: "returned", on: "2028-09-01", into: "2028-09-11" },
    ] as const;
    const enrolled = { startsOn: "2027-09-13", since: "2027-09-01" };
    equal(ownSpan(DEIS, staysOf(enrolled, facts.slice(0, 1))), undefined);
    equal(ownSpan(DEIS, staysOf(enrolled, facts))?.until, "2031-09-10");
    equal(ownSpan(DEIS, staysOf({ ...enrolled, since: "2027-10-04" }, []))?.until, "2030-10-03");
  });
});
