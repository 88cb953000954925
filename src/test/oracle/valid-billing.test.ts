/** What the contract accepts and refuses at its edges; each edge is asked of the oracle and of the decision alike. */
import { strictEqual } from "node:assert";
import { describe, it } from "node:test";
import { ask } from "../law-world.ts";
import { SOURCES } from "./payers.ts";
import { isAgreement, isInvoice, isSchedule } from "./valid-billing.ts";

type Change = Record<string, unknown>;
const ON = { id: "a", on: "2026-03-01" };
const IS_VALID = { agreement: isAgreement, schedule: isSchedule, invoice: isInvoice };

const BASES: Record<keyof typeof IS_VALID, Change> = {
  agreement: { startsOn: "2026-09-01", shares: [{ source: "state", amount: 1 }] },
  schedule: {
    periods: [{ from: "2026-09-01", to: "2026-12-31", minutes: 60 }],
    payers: [{ source: "region", amount: 9 }],
  },
  invoice: {
    kind: "invoice",
    series: "F",
    regime: "outside",
    source: "personal",
    period: { from: "2026-01-01", to: "2026-02-28" },
    basis: { by: "agreed", amount: 1 },
  },
};

function are(valid: boolean, decision: keyof typeof IS_VALID, base: Change, changes: Change[]): void {
  for (const change of changes) {
    const input = { ...ON, ...base, ...change };
    const decided = ask(decision, JSON.parse(JSON.stringify(input)));
    const told = JSON.stringify(change).slice(0, 300);
    strictEqual(IS_VALID[decision](input), valid, `the oracle: ${told}`);
    strictEqual("fault" in decided && decided.fault.code === "invalid", !valid, `the decision: ${told}`);
  }
}
const asks = (decision: keyof typeof IS_VALID, base: Change) => ({
  accepts: (...changes: Change[]) => are(true, decision, base, changes),
  refuses: (...changes: Change[]) => are(false, decision, base, changes),
});
const many = <T>(count: number, each: (at: number) => T) => Array.from({ length: count }, (_, at) => each(at));
const MOST = 1_000_000_000;

describe("the sight of an invalid agreement (§ 10)", () => {
  const { accepts, refuses } = asks("agreement", BASES.agreement);
  const shares = (...list: Change[]) => ({ shares: list.map((each) => ({ amount: 1, ...each })) });
  const personal = { source: "personal" };
  const signed = { ...personal, signedOn: "2026-02-01" };

  it("takes each source once, at least one, and amounts up to a thousand million", () => {
    accepts({ shares: SOURCES.map((source) => ({ source, amount: 0 })) }, shares({ ...personal, amount: MOST }));
    refuses(
      shares(),
      shares(personal, personal),
      shares({ ...personal, amount: MOST + 1 }),
      shares({ source: "crpf" }),
    );
    refuses(shares({ ...personal, amount: -1 }), shares({ ...personal, amount: 1.5 }), { shares: null });
  });
  it("wants a grant granted and the others signed, by today", () => {
    const employer = { source: "employer-public", amount: 0 };
    accepts(shares({ source: "opco", grantedOn: ON.on }, employer), shares({ source: "cpf", signedOn: ON.on }));
    refuses(shares({ source: "opco", signedOn: ON.on }, employer), shares({ source: "cpf", grantedOn: ON.on }));
    refuses(shares({ source: "opco", amount: 0, signedOn: ON.on }), shares({ source: "cpf", signedOn: "2026-03-02" }));
    refuses(shares({ source: "reconversion", grantedOn: "2026-03-02" }, employer), shares({ source: "opco" }));
    refuses(shares({ source: "opco" }, { source: "other-body" }));
    accepts(shares({ source: "opco", amount: 0 }));
  });
  it("has a person pay on the platform beside it, and nowhere else", () => {
    const cpf = { source: "cpf" };
    accepts(shares(cpf, { ...personal, platform: true }), shares(cpf, { ...personal, amount: 0 }));
    accepts(shares(cpf, { ...personal, amount: 0, platform: true }), shares({ ...personal, platform: false }));
    accepts(shares({ ...cpf, platform: false }), shares({ ...cpf, amount: 0 }, personal));
    refuses(shares(cpf, personal), shares(cpf, { ...personal, platform: false }), shares({ ...cpf, platform: true }));
    refuses(shares({ ...cpf, amount: 0 }, { ...personal, platform: true }), shares({ ...personal, platform: true }));
  });
  it("asks where a signed contract was concluded, and takes a letter from its signature to today", () => {
    accepts({ ...shares(signed), concluded: "away" }, shares(personal), shares({ ...signed, amount: 0 }));
    const letter = (letterOn: string, share: Change = signed) => ({
      ...shares(share),
      concluded: "premises",
      letterOn,
    });
    accepts(letter("2026-02-01"), letter(ON.on));
    refuses(shares(signed), letter("2026-01-31"), letter("2026-03-02"), letter(ON.on, personal));
    refuses(letter(ON.on, { ...signed, amount: 0 }), { letterOn: ON.on }, { ...shares(signed), concluded: "home" });
  });
  it("knows what papers state", () => {
    const stated = (facts: Change) => ({ stated: facts });
    accepts(stated({}), stated({ contract: ["withdrawal-form"], convention: [], before: ["tariff", "tariff"] }));
    accepts(stated({ before: many(1_000, () => "tariff") }), stated({ contract: many(1_000, () => "nature") }));
    refuses(stated({ convention: ["withdrawal-form"] }), stated({ before: ["nature"] }), stated({ paper: [] }));
    refuses(stated({ contract: ["tariff"] }), { stated: [] }, { startsOn: "2200-01-01" }, { startRequested: 1 });
  });
});

describe("the sight of an invalid schedule (§ 11)", () => {
  const period = { from: "2026-09-01", to: "2026-12-31", minutes: 60 };
  const { accepts, refuses } = asks("schedule", BASES.schedule);
  const payers = (...list: Change[]) => ({ payers: list.map((each) => ({ source: "personal", amount: 9, ...each })) });
  const fund = (facts: Change, behind: Change = {}) =>
    payers({ source: "opco", ...facts }, { source: "employer-plan", ...behind });

  it("takes 60 periods that follow each other", () => {
    const day = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
    const periods = (count: number) => ({ periods: many(count, (at) => ({ from: day(at), to: day(at), minutes: 0 })) });
    accepts(
      periods(60),
      { periods: [{ ...period, minutes: 1_000_000 }] },
      { periods: [period, { ...period, from: "2027-01-01", to: "2027-01-01" }] },
    );
    refuses(periods(61), periods(0), { periods: [{ ...period, minutes: 1_000_001 }] }, { periods: [period, period] });
    refuses({ periods: [{ ...period, to: "2026-08-31" }] }, { periods: [period, { ...period, from: "2026-12-31" }] });
  });
  it("keeps each clause to whom it is of, whatever its value", () => {
    accepts(
      payers({ earlyEnd: 0 }, { source: "state", terms: 90, paid: MOST, fixed: [], issued: [] }),
      fund({ granted: 9 }),
    );
    accepts(payers({ first: 100, firstOn: ON.on }), fund({}, { absence: 100 }), payers({ source: "cpf", terms: 0 }));
    for (const clause of [
      { earlyEnd: 0 },
      { first: 1, firstOn: ON.on },
      { granted: 9 },
      { behind: "personal" },
      { absence: 0 },
    ])
      refuses(payers({ source: "other-body", ...clause }, {}));
    refuses(payers({ absence: 0 }), payers({ granted: 9 }), fund({ earlyEnd: 0 }), fund({ absence: 0 }));
    refuses(payers({ first: 1 }), payers({ firstOn: ON.on }), payers({ first: 0, firstOn: ON.on }));
    refuses(payers({ first: 101, firstOn: ON.on }), payers({ terms: 91 }), payers({ earlyEnd: 101 }));
    refuses(payers({ paid: MOST + 1 }), payers({ paid: -1 }), payers({}, {}), payers());
  });
  it("knows who stands behind a fund", () => {
    accepts(fund({ granted: 8, behind: "employer-plan" }), fund({ behind: "employer-plan" }));
    accepts(payers({ source: "region", granted: 0, behind: "personal" }, {}));
    refuses(fund({ granted: 8 }), fund({ granted: 10, behind: "employer-plan" }), fund({ behind: "employer-public" }));
    refuses(fund({ behind: "opco" }), payers({ source: "region", behind: "other-body" }, { source: "other-body" }));
  });
  it("has nobody pay beside the platform", () => {
    accepts(payers({ source: "cpf", amount: 0 }, {}), payers({ source: "cpf" }, { source: "state" }));
    refuses(payers({ source: "cpf", amount: 1 }, { amount: 0 }));
  });
  it("wants fixed amounts above 0, as many as there are", () => {
    const fixed = (facts: Change, count = 1) =>
      payers({ fixed: many(count, () => ({ on: ON.on, amount: 1, ...facts })) });
    accepts(fixed({ third: false, on: "1900-01-01", amount: MOST }, 0), fixed({ third: true }, 600));
    refuses(fixed({ amount: 0 }), fixed({ third: null }), fixed({ kind: "third" }), fixed({ amount: MOST + 1 }));
  });
  it("takes credits of an invoice of this payer, from its day on and up to its amount", () => {
    const invoice = { number: "F", kind: "invoice", on: "2026-02-01", amount: 5 };
    const credit = { number: "A", kind: "credit", on: "2026-02-01", amount: 5, of: "F" };
    const issued = (...list: Change[]) => payers({ issued: list });
    accepts(
      issued(credit, invoice),
      issued(invoice, { ...credit, on: ON.on, amount: 2 }, { ...credit, number: "B", amount: 3 }),
    );
    refuses(
      issued(credit),
      issued(invoice, { ...credit, amount: 6 }),
      issued(invoice, { ...credit, on: "2026-01-31" }),
    );
    refuses(issued(invoice, { ...credit, amount: 3 }, { ...credit, number: "B", amount: 3 }), issued(invoice, invoice));
    refuses(
      issued(invoice, { ...credit, number: "F" }),
      issued(invoice, { ...credit, of: "A" }),
      issued({ ...invoice, of: "F" }),
    );
    refuses(
      issued({ ...invoice, on: "2026-03-02" }),
      issued(invoice, { ...credit, nature: "training" }),
      issued({ ...invoice, amount: 0 }),
    );
    refuses(
      payers({ issued: [invoice] }, { source: "state", issued: [credit] }),
      issued({ ...invoice, nature: "fees" }),
    );
    accepts(payers({ issued: [invoice] }, { source: "state", issued: [invoice, credit] }));
    accepts(
      issued({ ...invoice, nature: "third" }),
      payers({ source: "employer-public", issued: [{ ...invoice, nature: "indemnity" }] }),
    );
    refuses(
      issued({ ...invoice, nature: "indemnity" }),
      payers({ source: "other-body", issued: [{ ...invoice, nature: "indemnity" }] }),
    );
  });
  it("takes 500 documents of a kind", () => {
    const invoices = (count: number) =>
      many(count, (at) => ({ number: `F${at}`, kind: "invoice", on: ON.on, amount: 500 }));
    const credits = (count: number) =>
      many(count, (at) => ({ number: `A${at}`, kind: "credit", on: ON.on, amount: 1, of: `F${at % 2}` }));
    accepts(payers({ issued: [...invoices(500), ...credits(500)] }));
    refuses(payers({ issued: [...invoices(2), ...credits(501)] }), payers({ issued: invoices(501) }));
  });
  it("stops by today, after no more than was planned", () => {
    const stop = (facts: Change) => ({
      stop: { on: ON.on, kind: "school", planned: 9, given: 9, attended: 9, ...facts },
    });
    accepts(stop({}), stop({ planned: 1_000_000, given: 0, attended: 0, on: "1900-01-01" }));
    refuses(
      stop({ on: "2026-03-02" }),
      stop({ planned: 0, given: 0, attended: 0 }),
      stop({ given: 8 }),
      stop({ planned: 8 }),
    );
    refuses(stop({ planned: 1_000_001 }), stop({ kind: "moved" }), { stop: null });
  });
});

describe("the sight of an invalid invoice (§ 12)", () => {
  const { accepts, refuses } = asks("invoice", BASES.invoice);
  const hours = { by: "hours", minutes: 60, rate: 2_100, before: 0 };
  const done = { by: "completion", agreed: 9, planned: 9, done: 9, before: 0 };
  const of = { number: "F", on: ON.on, amount: 9, credited: 9, vat: "E", type: 380 };
  const credit = (facts: Change, more: Change = {}) => ({ kind: "credit", of: { ...of, ...facts }, ...more });

  it("wants a series of capitals, and a last number that has one after it", () => {
    accepts(
      { series: "ABCDEFGHIJ" },
      { last: { number: 99_998, on: "2199-12-31" } },
      { last: { number: 1, on: ON.on } },
    );
    refuses(
      { series: "" },
      { series: "ABCDEFGHIJK" },
      { series: "É" },
      { series: "f" },
      { series: "F\n" },
      { series: "F1" },
    );
    refuses({ last: { number: 0, on: ON.on } }, { last: { number: 99_999, on: ON.on } }, { last: { number: 1 } });
  });
  it("counts from an amount, from hours or from completion", () => {
    accepts(
      { basis: hours },
      { basis: { ...hours, cap: 0, minutes: 0 } },
      { basis: done },
      { basis: { ...done, done: 0 } },
    );
    refuses(
      { basis: { ...hours, minutes: 1_000_001 } },
      { basis: { ...hours, rate: MOST + 1 } },
      { basis: { by: "agreed", amount: 0 } },
    );
    refuses(
      { basis: { ...done, done: 10 } },
      { basis: { ...done, planned: 0, done: 0 } },
      { basis: { ...done, cap: 1 } },
    );
    refuses({ basis: { by: "agreed", amount: 1, cap: 1 } }, { basis: { ...hours, by: "agreed" } }, { basis: {} });
  });
  it("has what is no training agreed, and an indemnity of an employer", () => {
    accepts(
      { nature: "third" },
      { nature: "indemnity", source: "employer-plan" },
      { nature: "training", basis: hours },
    );
    refuses({ nature: "third", basis: hours }, { nature: "indemnity" }, { nature: "indemnity", source: "other-body" });
    refuses({ nature: "indemnity", source: "employer-plan", basis: done }, credit({}, { nature: "indemnity" }));
  });
  it("has a credit, and it alone, name its invoice", () => {
    accepts(credit({}), credit({ credited: 0, amount: 0 }), credit({ type: 386, on: "1900-01-01" }));
    refuses({ of }, { kind: "credit" }, credit({}, { basis: hours }), credit({}, { basis: done }));
    refuses(credit({ on: "2026-03-02" }), credit({ credited: 10 }), credit({ type: 381 }), credit({ vat: "Z" }));
  });
  it("knows the codes of each category", () => {
    const code = (vat: string, name: string) => credit({ vat, code: name });
    accepts(
      code("E", "VATEX-FR-CGI261-4"),
      code("E", "VATEX-FR-CGI261-7"),
      code("E", "VATEX-FR-FRANCHISE"),
      code("O", "VATEX-EU-O"),
    );
    refuses(
      code("E", "VATEX-EU-O"),
      code("O", "VATEX-FR-FRANCHISE"),
      code("S", "VATEX-EU-O"),
      code("E", "VATEX-FR"),
      credit({ code: null }),
    );
  });
  it("takes an attestation that never holds, and no period that ends before it begins", () => {
    accepts({ attestation: { number: "1", from: "2027-01-01", to: "2026-01-01" } }, { terms: 0 }, { terms: 90 });
    accepts(
      { period: { from: ON.on, to: ON.on } },
      { regime: "attested" },
      { regime: "attested", attestation: { number: "é".repeat(200), from: ON.on } },
    );
    refuses({ period: { from: ON.on, to: "2026-02-28" } }, { attestation: { number: "", from: ON.on } }, { terms: 91 });
    refuses({ attestation: { number: "é".repeat(201), from: ON.on } }, { regime: "exempt" }, { attestation: null });
  });
});

describe("the day of each of the three", () => {
  for (const [decision, base] of Object.entries(BASES) as [keyof typeof IS_VALID, Change][])
    it(`is one of a version's, for ${decision}, under names that are known`, () => {
      const { accepts, refuses } = asks(decision, base);
      accepts(
        { on: "2006-09-01" },
        { on: "2199-12-31" },
        { diploma: "deis", version: "2006", establishment: "faire-ess" },
      );
      refuses({ on: "2006-08-31" }, { on: "2006-08-31", version: "2006" }, { on: "2200-01-01" }, { id: "" });
      refuses({ diploma: "deas" }, { version: "2005" }, { establishment: "elsewhere" }, { extra: 1 }, { findings: [] });
    });
});
