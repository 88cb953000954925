import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { BpfInput } from "../../../decisions/bpf/rule.ts";
import { accountingYear, dueDay, lastOver } from "./accounting-year.ts";
import { countedDocuments, documentIn, stillCounting } from "./counted.ts";

type Line = BpfInput["lines"][number];
const invoice = (document: string, more: Partial<Line> = {}): Line => ({
  document,
  kind: "invoice",
  on: "2026-10-01",
  source: "personal",
  amount: 36_500,
  period: { from: "2026-01-01", to: "2027-12-31" },
  ...more,
});
const asked = (to: string, more: object = {}) => ({ lines: [invoice("F1")], to, ...more });
const cents = (input: Parameters<typeof countedDocuments>[0]) =>
  countedDocuments(input).map((one) => `${one.document} ${one.source} ${String(one.cents)}`);

describe("what a declaration counts of each document", () => {
  it("is the part of its period that is over, less what was declared; two years make the whole", () => {
    const [first] = countedDocuments(asked("2026-12-31"));
    equal(first!.cents, 18_250);
    const declared = [{ document: "F1", source: "personal", amount: first!.cents }];
    deepEqual(countedDocuments(asked("2027-12-31", { declared })), [
      { document: "F1", source: "personal", comesTo: 36_500, declared: 18_250, cents: 18_250 },
    ]);
  });

  it("is below nothing of an accrual that is no more, and of a credit", () => {
    const declared = [{ document: "accrued", source: "opco", amount: 500 }];
    const lines = [invoice("A1", { kind: "credit", amount: 1_000, period: { from: "2026-01-01", to: "2026-01-31" } })];
    deepEqual(cents({ lines, declared, to: "2026-12-31" }), ["A1 personal -1000", "accrued opco -500"]);
  });

  it("is all of it where nothing was declared, and asks on for what is declared in part", () => {
    deepEqual(cents(asked("2026-12-31")), ["F1 personal 18250"]);
    deepEqual(stillCounting(asked("2026-12-31")), asked("2026-12-31", { declared: [] }));
    const declared = [{ document: "F1", source: "personal", amount: 18_250 }];
    deepEqual(stillCounting(asked("2027-06-30", { declared })), asked("2027-06-30", { declared }));
  });

  it("is by source, where a document has several", () => {
    const declared = [
      { document: "F1", source: "opco", amount: 1 },
      { document: "F1", source: "opco", amount: 2 },
    ];
    deepEqual(cents(asked("2026-12-31", { declared })), ["F1 personal 18250", "F1 opco -3"]);
  });

  it("asks no more for what is wholly declared, or has not begun", () => {
    const declared = [{ document: "F1", source: "personal", amount: 36_500 }];
    const lines = [invoice("F1"), invoice("F2"), invoice("F3", { period: { from: "2028-01-01", to: "2028-02-01" } })];
    const input = stillCounting({ lines, declared, to: "2027-12-31" });
    deepEqual([input.lines.map(({ document }) => document), input.declared], [["F2"], []]);
  });
});

describe("a document that a deposit counted", () => {
  it("is known by its name: what kind it was, and of which charge", () => {
    deepEqual(
      ["charge:1", "waiver:2", "waiver-reversal:3", "given-up:account:4", "accrued:contract:5"].map(documentIn),
      [
        { kind: "invoice", charge: "1" },
        { kind: "credit", charge: null },
        { kind: "invoice", charge: null },
        { kind: "credit", charge: null },
        { kind: "accrued", charge: null },
      ],
    );
  });
});

describe("the accounting year", () => {
  it("is named by the year in which it ends", () => {
    deepEqual(accountingYear("12-31", 2026), { year: 2026, from: "2026-01-01", to: "2026-12-31" });
    deepEqual(accountingYear("08-31", 2026), { year: 2026, from: "2025-09-01", to: "2026-08-31" });
  });

  it("is the last one over on the day after its end, and not on its last day", () => {
    equal(lastOver("12-31", "2026-12-31").year, 2025);
    equal(lastOver("12-31", "2027-01-01").year, 2026);
    equal(lastOver("08-31", "2026-09-01").year, 2026);
    equal(lastOver("08-31", "2026-08-31").year, 2025);
  });

  it("is declared by the next such day after its end", () => {
    equal(dueDay({ to: "2026-12-31" }, "04-30"), "2027-04-30");
    equal(dueDay({ to: "2026-03-31" }, "04-30"), "2026-04-30");
    equal(dueDay({ to: "2026-04-30" }, "04-30"), "2027-04-30");
    equal(dueDay({ to: "2026-12-31" }, undefined), null);
  });
});
