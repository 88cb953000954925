import { deepStrictEqual, strictEqual } from "node:assert";
import { describe, it } from "node:test";
import { account } from "./account.ts";
import type { AccountInput, Trainee } from "./contract-figures.ts";
import { indicators } from "./indicators.ts";
import { part, pct } from "./quotients.ts";

const ON = { id: "a", on: "2027-03-10" };

describe("the oracle's quotients", () => {
  it("takes a half away from zero, and products past 2⁵³ exactly", () => {
    deepStrictEqual([part(-11, 1, 2), part(11, 1, 2), part(49, 1, 100), part(50, 1, 100)], [-6, 6, 0, 1]);
    strictEqual(part(999_999_999, 999_999_937, 1_000_000_007), 999_999_929);
  });
  it("says 100 and 0 only of all and none", () => {
    deepStrictEqual([pct(199, 200), pct(1, 1_000), pct(0, 7), pct(7, 7), pct(1, 8)], [99, 1, 0, 100, 13]);
  });
});

describe("the oracle's account (§ 12)", () => {
  const invoice = (number: string, amount: number, due = "2027-01-31") => ({ number, on: "2027-01-01", due, amount });
  const kept = (facts: Partial<AccountInput>) => {
    const answer = account({ ...ON, professional: true, invoices: [invoice("F", 100)], ...facts });
    if ("error" in answer) return answer.error.code;
    const open = answer.invoices.map((one) => `${one.number} ${one.open} ${one.closedOn}`);
    const paid = answer.payments.map(({ allocated, left }) =>
      [...allocated.map(({ amount }) => amount), left].join("+"),
    );
    return [...open, ...paid, answer.available].join(" | ");
  };
  const payment = (id: string, on: string, amount: number) => ({ id, on, amount });
  it("closes anew on the day on which another payment takes the place of one that returns", () => {
    const payments = [payment("p", "2027-01-02", 100), payment("q", "2027-01-03", 130)];
    strictEqual(kept({ payments }), "F 0 2027-01-02 | 100+0 | 130 | 130");
    const returned = [{ on: "2027-02-01", payment: "p" }];
    strictEqual(kept({ payments, returned }), "F 0 2027-02-01 | 0 | 100+30 | 30");
    strictEqual(kept({ payments, returned, byReference: true }), "F 100 null | 0 | 130 | 130");
    const named = payments.map((one) => ({ ...one, for: "F" }));
    strictEqual(kept({ payments: named, returned, byReference: true }), "F 0 2027-02-01 | 0 | 100+30 | 30");
  });
  it("pays what is due on one day by the code points of the numbers", () => {
    const invoices = [invoice("\u{1f393}", 5), invoice("\uff5e", 5)];
    const payments = [payment("p", "2027-01-02", 5)];
    strictEqual(kept({ invoices, payments }), "\u{1f393} 5 null | \uff5e 0 2027-01-02 | 5+0 | 0");
  });
  it("lets an adjustment take what is open, and a credit no more than the invoice then asks", () => {
    const adjustments = [{ on: "2027-01-02", number: "F", amount: 1, reason: "rounding" as const }];
    const credit = (amount: number) => [{ number: "A", on: "2027-01-03", of: "F", amount }];
    strictEqual(kept({ adjustments, credits: credit(99) }), "F 0 2027-01-03 | 0");
    strictEqual(kept({ adjustments, credits: credit(100) }), "adjust");
  });
});

describe("the oracle's indicators (§ 13)", () => {
  it("loses who was interrupted 365 days ago, and counts nobody interrupted for less", () => {
    const people = (left: string, facts: Partial<Trainee> = {}) => [
      { id: "t", site: "S", plannedEnd: "2026-12-31", left: { on: left, kind: "interrupted" as const }, ...facts },
    ];
    const stayed = (all: Trainee[]) =>
      indicators({ ...ON, year: 2026, minimum: 1, sites: ["S"], people: all }).sites[0]!.perseverance;
    deepStrictEqual(stayed(people("2026-03-10")), { numerator: 0, denominator: 1, percent: 0 });
    deepStrictEqual(stayed(people("2026-03-11")), { numerator: null, denominator: 0, percent: null });
    deepStrictEqual(stayed(people("2026-03-10", { backOn: ON.on })), { numerator: 1, denominator: 1, percent: 100 });
  });
});
