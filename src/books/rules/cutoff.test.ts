import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { booked, debtorWith, fact, inShort, isSale } from "../../test/booking.ts";
import { laws } from "../../test/law-world.ts";
import { chartOf } from "./chart.ts";
import { cutoffs } from "./cutoff.ts";
import { openEntries } from "./entries.ts";
import type { DebtorFact } from "./facts.ts";

const chart = chartOf(laws.establishments[0]!.data.money)!;
const { charge, credit, creditReversed } = fact;
/** 122 of its 181 days are of 2026. */
const period = { from: "2026-09-01", to: "2027-02-28" };
const at = (facts: readonly DebtorFact[], on = "2026-12-31") => cutoffs(chart, facts.filter(isSale), on);

describe("income at a day", () => {
  it("is deferred for the days of an invoice’s period after it: 490 000 for 181 days, 122 of them in 2026", () => {
    deepEqual(at([charge("F-1", "2026-10-01", 490_000, { period })]), [
      { income: "income:2h", invoiced: 490_000, performed: 330_276, deferred: 159_724, ahead: 0, accrued: 0 },
    ]);
  });

  it("is accrued for the days before it of what is invoiced after it", () => {
    deepEqual(at([charge("F-1", "2027-01-04", 490_000, { period })]), [
      { income: "income:2h", invoiced: 0, performed: 330_276, deferred: 0, ahead: 0, accrued: 330_276 },
    ]);
  });

  it("is an advance where the invoice came before its period", () => {
    deepEqual(at([charge("F-1", "2026-08-31", 490_000, { period, ahead: true })]), [
      { income: "income:2h", invoiced: 490_000, performed: 330_276, deferred: 0, ahead: 159_724, accrued: 0 },
    ]);
  });

  it("is lowered by a credit over the period of its invoice, and not by one that was reversed", () => {
    const facts = [charge("F-1", "2026-10-01", 490_000, { period }), credit("A-1", "2026-12-01", "F-1", 490_000)];
    deepEqual(at(facts), [{ income: "income:2h", invoiced: 0, performed: 0, deferred: 0, ahead: 0, accrued: 0 }]);
    deepEqual(at([...facts, creditReversed("A-1", "2026-12-02")])[0]!.deferred, 159_724);
  });

  it("of fees is performed when it is charged, without tax; what is another body’s and indemnities are not in it", () => {
    const facts = [
      charge("LV-1", "2026-12-31", 12_000, { nature: "fees", source: null, tax: 2_000 }),
      charge("LV-2", "2027-01-01", 16_000, { nature: "fees", source: null }),
      charge("F-1", "2026-10-01", 34_000, { nature: "third", period }),
      charge("F-2", "2026-10-01", 17_500, { nature: "indemnity", period }),
    ];
    deepEqual(at(facts), [
      { income: "income:11", invoiced: 10_000, performed: 10_000, deferred: 0, ahead: 0, accrued: 0 },
    ]);
  });

  it("is booked where an accounting year ends, and booked back on the next day", () => {
    const facts = [
      charge("F-1", "2026-10-01", 490_000, { period }),
      charge("F-2", "2027-01-04", 100_000, { source: "personal", period: { from: "2026-12-22", to: "2026-12-31" } }),
    ];
    const ended = booked(chart, facts, { until: "2026-12-31", yearEnd: true });
    deepEqual(inShort(chart, ended).slice(1), [
      "OD 2026-12-31 INVENTAIRE-2026-12-31: 706028 159724, 418000 100000, 706090 -100000, 487000 -159724",
    ]);
    const closed = { until: "2026-12-31", booked: new Map([["charge:F-1", "2026-10-01"]]) };
    const next = openEntries(
      chart,
      { debtors: [debtorWith(facts)], bank: [] },
      { closed, cutoff: ended.at(-1)! },
      { until: "2027-01-31", sales: null },
    );
    deepEqual(inShort(chart, next.entries), [
      "OD 2027-01-01 EXTOURNE-2026-12-31: 706090 100000, 487000 159724, 706028 -159724, 418000 -100000",
      "VE 2027-01-04 F-2: 411000 100000, 706090 -100000",
    ]);
  });

  it("is not booked where nothing is deferred or accrued", () => {
    deepEqual(booked(chart, [], { until: "2026-12-31", yearEnd: true }), []);
  });
});
