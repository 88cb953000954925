import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { laws } from "../../test/law-world.ts";
import { penaltyRate } from "./penalty-rate.ts";

const money = laws.establishments[0]!.data.money!;
const halves = [
  { from: "2027-01-01", to: "2027-06-30", business: 1200, public: 1000 },
  { from: "2026-07-01", to: "2026-12-31", business: 1215, public: 1015 },
  { from: "2027-07-01", to: "2027-12-31", business: 1200, public: 1000 },
];
const of = (rates: typeof halves | undefined, from: string, to: string, isPublic = false) => {
  const { rates: _, ...penalties } = money.invoices.penalties;
  const invoices = { ...money.invoices, penalties: { ...penalties, ...(rates && { rates }) } };
  return penaltyRate({ ...money, invoices }, { from, to, isPublic });
};

describe("the rate of late penalties", () => {
  it("is that of the half-year, another for a public body", () => {
    equal(of(halves, "2026-07-01", "2026-12-31"), 1215);
    equal(of(halves, "2026-07-01", "2026-12-31", true), 1015);
    equal(of(halves, "2027-03-01", "2027-09-30"), 1200, "which stayed as it was");
  });

  it("is none where it changed while something was late", () => {
    equal(of(halves, "2026-12-31", "2027-01-01"), "changed");
  });

  it("is unknown of any day that the school's file does not know, and where it says nothing", () => {
    equal(of(halves, "2026-06-30", "2026-07-02"), "unknown");
    equal(of(halves, "2027-12-31", "2028-01-01"), "unknown");
    equal(of(halves.slice(1), "2026-08-01", "2027-02-01"), "unknown", "with a gap");
    equal(of(undefined, "2026-08-01", "2026-08-02"), "unknown");
  });
});
