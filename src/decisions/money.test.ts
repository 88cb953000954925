/** The worked cases of the six decisions on money, each as a jurist and an accountant settled it. */
import { deepEqual, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { ask } from "../test/law-world.ts";

type Case = { readonly case: string; readonly decision: string; readonly input: object; readonly answer: unknown };
type Said = Record<string, unknown>;

const CASES = readFileSync(new URL("../test/fixtures/money-cases.ndjson", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

/** The values of some keys, in that order. */
const cut = (value: unknown, keys: readonly string[]) => keys.map((key) => (value as Said)[key] ?? null);
const each = (list: unknown, of: (one: Said) => unknown) => (list as Said[]).map(of);
const findings = ({ findings: found }: Said) => each(found, ({ condition, met }) => [condition, met]);

/** Each decision's answer as the cases write it. */
const WRITTEN: Readonly<Record<string, (answer: Said) => Said>> = {
  agreement: (answer) => ({
    papers: each(answer.papers, (one) => cut(one, ["source", "paper", "amount", "state", "missing"])),
    withdrawal: answer.withdrawal && cut(answer.withdrawal, ["lastDay", "late"]),
    money: answer.money && cut(answer.money, ["from", "first", "rest"]),
    enrolment: answer.enrolment,
    findings: findings(answer),
  }),
  schedule: (answer) => ({
    payers: each(answer.payers, (one) => [
      one.source,
      one.total,
      each(one.instalments, (part) => cut(part, ["kind", "period", "issue", "due", "amount"])),
      each(one.toIssue, (part) => cut(part, ["nature", "issue", "due", "amount"])),
      each(one.credits, (part) => cut(part, ["of", "amount"])),
      one.issued,
      one.refund,
    ]),
    total: answer.total,
    findings: findings(answer),
  }),
  invoice: ({ number, due, net, tax, gross, vat, type, mentions }) => ({
    number,
    due,
    net,
    tax,
    gross,
    vat: cut(vat, ["category", "rate", "code"]),
    type,
    mentions,
  }),
  account: ({ invoices, payments, available, open }) => ({
    invoices: each(invoices, (one) => cut(one, ["number", "open", "closedOn", "level", "penalty", "recovery"])),
    payments: each(payments, ({ id, allocated, left }) => [
      id,
      each(allocated, (one) => cut(one, ["number", "amount"])),
      left,
    ]),
    available,
    open,
  }),
  indicators: (answer) => ({
    sites: each(answer.sites, (row) => [row.site, { ...rates(row), line: row.line }]),
    all: rates(answer.all as Said),
    findings: findings(answer),
  }),
  bpf: ({ C, D, E, F1, F2, F3, F4, totals, G, ...answer }) => {
    const { lines, two, total, share } = C as Said;
    const count = (one: unknown) => cut(one, ["people", "hours"]);
    const frame = (one: unknown) => each(one, (cell) => cut(cell, ["cell", "people", "hours"]));
    return {
      C: each(lines, (one) => cut(one, ["line", "euros"])),
      two,
      total,
      share,
      D: cut(D, ["total", "trainerSalaries", "purchases"]),
      E: cut(E, ["staff", "external"]).map(count),
      F1: frame(F1),
      F2: count(F2),
      F3: frame(F3),
      F4: frame(F4),
      totals: count(totals),
      G: count(G),
      findings: findings(answer),
    };
  },
};

function rates(row: Said): Said {
  const rate = (name: string) => cut(row[name], ["numerator", "denominator", "percent"]);
  const asked = (name: string) => [...rate(name), ...cut(row[name], ["asked", "answered"])];
  return {
    success: rate("success"),
    perseverance: rate("perseverance"),
    satisfaction: asked("satisfaction"),
    insertion: asked("insertion"),
    partial: row.partial,
  };
}

for (const decision of Object.keys(WRITTEN)) {
  describe(`the ${decision} decision`, () => {
    const cases = CASES.filter((one) => one.decision === decision);
    it("has worked cases", () => ok(cases.length > 5));
    for (const { case: name, input, answer } of cases) {
      it(`answers case ${name} as it was settled`, () => {
        const decided = ask(decision, input);
        const id = (input as { id: string }).id;
        if ("fault" in decided) deepEqual({ id, error: decided.fault.code }, answer);
        else deepEqual({ id, ...WRITTEN[decision]!(decided.answer("fr")) }, answer);
      });
    }
  });
}
