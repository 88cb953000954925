/** What certificates attest: of days that several say, as the latest says; and which days none of them does. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { attestedUntil, minutesOf, unattested } from "./attested.ts";

const half = (on: string, billed: number, of = "morning") => ({ on, half: of, billed });

describe("what certificates attest", () => {
  const early = { from: "2027-09-01", to: "2027-12-31", halfDays: [half("2027-09-13", 180), half("2027-09-14", 180)] };

  it("counts each half-day once, as the latest certificate of its day says", () => {
    const later = { from: "2027-09-14", to: "2027-09-14", halfDays: [half("2027-09-14", 120)] };
    equal(minutesOf(attestedUntil([later, early], "2027-12-31")), 300);
    // One that says nothing of a day that it is for takes it back.
    equal(minutesOf(attestedUntil([{ ...later, halfDays: [] }, early], "2027-12-31")), 180);
  });

  it("counts nothing after the day asked for", () => {
    equal(minutesOf(attestedUntil([early], "2027-09-13")), 180);
  });

  it("names the days of which more was followed than is attested", () => {
    const followed = [half("2027-09-13", 180), half("2027-09-14", 200), half("2027-10-01", 180, "afternoon")];
    deepEqual(unattested(followed, attestedUntil([early], "2027-12-31")), { from: "2027-09-14", to: "2027-10-01" });
    equal(unattested(followed, followed), undefined);
  });
});
