/** The worked cases of the papers, the plan and the documents, answered by the oracle alone. */
import { deepStrictEqual, strictEqual } from "node:assert";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { AgreementInput } from "./agreement.ts";
import { agreement } from "./agreement.ts";
import { dayOf, numberOf } from "./days.ts";
import { invoice, type InvoiceInput } from "./invoice.ts";
import { easterSunday, monthsOn, openDay } from "./open-days.ts";
import { part, split } from "./payers.ts";
import { schedule, type ScheduleInput } from "./schedule.ts";
import { isAgreement, isInvoice, isSchedule } from "./valid-billing.ts";

type Case = { case: string; decision: string; input: never; answer: object };
const CASES = readFileSync(new URL("../fixtures/money-cases.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

const found = (findings: string[]) =>
  findings.map((each) => each.split(" ")).map(([condition, met]) => [condition, met === "true"]);
const ofStated = { contract: [], convention: [], before: [] };

const WRITTEN: Record<string, (input: never) => object> = {
  agreement: (input: AgreementInput) => {
    if (!isAgreement(input)) return { error: "invalid" };
    const { id, papers, withdrawal, money, enrolment, findings } = agreement({ stated: ofStated, ...input });
    return {
      id,
      papers: papers.map(({ source, paper, amount, state, missing }) => [source, paper, amount, state, missing]),
      withdrawal: withdrawal && [withdrawal.lastDay, withdrawal.late],
      money: money && [money.from, money.first, money.rest],
      enrolment,
      findings: found(findings),
    };
  },
  schedule: (input: ScheduleInput) => {
    if (!isSchedule(input)) return { error: "invalid" };
    const answer = schedule(input);
    if ("error" in answer) return { error: answer.error.code };
    const payers = answer.payers.map(({ source, total, instalments, toIssue, credits, issued, refund }) => [
      source,
      total,
      instalments.map(({ kind, period, issue, due, amount }) => [kind, period ?? null, issue, due, amount]),
      toIssue.map(({ nature, issue, due, amount }) => [nature, issue, due, amount]),
      credits.map(({ of, amount }) => [of, amount]),
      issued,
      refund,
    ]);
    return { id: answer.id, payers, total: answer.total, findings: found(answer.findings) };
  },
  invoice: (input: InvoiceInput) => {
    if (!isInvoice(input)) return { error: "invalid" };
    const answer = invoice(input);
    if ("error" in answer) return { error: answer.error.code };
    const { findings: _, vat, ...rest } = answer;
    return { ...rest, vat: [vat.category, vat.rate, vat.code] };
  },
};

for (const [decision, write] of Object.entries(WRITTEN)) {
  describe(`the oracle's ${decision}`, () => {
    for (const { case: name, input, answer } of CASES.filter((each) => each.decision === decision))
      it(`answers case ${name}`, () => {
        const { id } = input as { id: string };
        deepStrictEqual({ id, ...write(input) }, answer);
      });
  });
}

describe("the oracle's arithmetic", () => {
  it("rounds a half away from zero, and is exact past 2⁵³", () => {
    deepStrictEqual([part(-11, 1, 2), part(11, 1, 2), part(5, 1, 3), part(-1, 1, 3)], [-6, 6, 2, 0]);
    strictEqual(part(1_000_000_000_000_001, 999_999, 1_000_000), 999_999_000_000_001);
  });
  it("splits by the weights up to each, and leaves all to the last where there are none", () => {
    deepStrictEqual(split(100_001, [1, 1, 1]), [33_334, 33_333, 33_334]);
    deepStrictEqual(split(7, [0, 0]), [0, 7]);
  });
});

describe("the oracle's calendar", () => {
  it("knows Easter of three centuries by its edges", () => {
    const known = "1913-03-23 1943-04-25 1954-04-18 1981-04-19 2000-04-23 2008-03-23 2019-04-21 2026-04-05 2038-04-25";
    for (const day of [...known.split(" "), "2076-04-19", "2100-03-28", "2160-03-23", "2199-04-14"])
      strictEqual(dayOf(easterSunday(Number(day.slice(0, 4)))), day);
  });
  it("goes on from a Friday of a holiday to the Monday after", () => {
    const next = (day: string) => dayOf(openDay(numberOf(day)));
    deepStrictEqual(["2026-05-01", "2026-04-06", "2026-05-14", "2026-05-25"].map(next), [
      "2026-05-04",
      "2026-04-07",
      "2026-05-15",
      "2026-05-26",
    ]);
  });
  it("cuts months to their end", () => {
    const given = [monthsOn("2024-02-29", 12), monthsOn("2027-05-31", -3), monthsOn("2026-12-31", 2)];
    deepStrictEqual(given, ["2025-02-28", "2027-02-28", "2027-02-28"]);
  });
});
