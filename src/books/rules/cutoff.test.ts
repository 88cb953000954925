import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { booked, debtorWith, fact, incomeOf, inShort } from "../../test/booking.ts";
import { laws } from "../../test/law-world.ts";
import { chartOf } from "./chart.ts";
import { accruedFor, cutoffs, type SoldPart } from "./cutoff.ts";
import { openEntries } from "./entries.ts";
import type { DebtorFact } from "./facts.ts";

const chart = chartOf(laws.establishments[0]!.data.money)!;
const { charge, credit, creditReversed, payment, refund } = fact;
/** 122 of its 181 days are of 2026. */
const period = { from: "2026-09-01", to: "2027-02-28" };
const at = (facts: readonly DebtorFact[], on = "2026-12-31") => incomeOf(chart, facts, on);

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

  it("is lowered by a debt that a refund gives up: of 16 000 paid and given back whole, nothing is sold", () => {
    const facts = [
      charge("LV-1", "2026-10-01", 16_000, { nature: "fees", source: null }),
      payment("R-1", "2026-10-05", 16_000, { charge: "LV-1" }),
      refund("V-1", "2026-10-20", "LV-1", 6_000),
    ];
    deepEqual(at(facts, "2026-10-19")[0]!.invoiced, 16_000);
    deepEqual(at(facts, "2026-10-20"), [
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
      { until: "2027-01-31", income: null },
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

describe("what is performed and not invoiced", () => {
  /** 10 000 minutes of 42 000 at 1 176 000. */
  const performed = {
    about: "contract:a",
    source: "personal",
    name: "Ada",
    called: "D-1",
    net: 280_000,
    done: 10_000,
    planned: 42_000,
  };
  const training = { nature: "training" as const, source: "personal", ahead: false };
  const part = (on: string, net: number, from: string, to: string, about = "contract:a"): SoldPart => ({
    sale: { ...training, period: { from, to } },
    on,
    net,
    about,
  });
  const on = "2027-10-04";
  const inAll = (parts: readonly SoldPart[]) => {
    const sold = parts.filter((one) => one.on <= on);
    return cutoffs(chart, { sold, parts, performed: [performed] }, on)[0]!;
  };

  it("is the part of the price for the hours, where nothing is invoiced, though no invoice came since", () => {
    deepEqual(inAll([]), {
      income: "income:9",
      invoiced: 0,
      performed: 280_000,
      deferred: 0,
      ahead: 0,
      accrued: 280_000,
    });
  });

  it("is that part less the days that are over of what is invoiced: an invoice of the first period, whole, leaves 84 000", () => {
    const parts = [part("2027-07-01", 196_000, "2027-01-04", "2027-06-30")];
    const { invoiced, performed: over, accrued } = inAll(parts);
    deepEqual([invoiced, over, accrued], [196_000, 280_000, 84_000]);
  });

  it("is not what an invoice says that came after the day, for the same hours", () => {
    const after = part("2028-01-01", 196_000, "2027-07-01", "2027-12-31");
    const parts = [part("2027-07-01", 196_000, "2027-01-04", "2027-06-30"), after];
    deepEqual(inAll(parts).accrued, 84_000);
    // Of somebody else, of whom no hours are known: 96 days of 184.
    deepEqual(inAll([{ ...after, about: "contract:b" }]).accrued, 280_000 + 102_261);
  });

  it("is nothing where the days of what is invoiced come to more than the hours; and a credit raises it again", () => {
    const parts = [part("2027-07-01", 300_000, "2027-01-04", "2027-06-30")];
    deepEqual(inAll(parts).accrued, 0);
    const credited = [...parts, part("2027-08-01", -100_000, "2027-01-04", "2027-06-30")];
    deepEqual(inAll(credited).accrued, 80_000);
  });

  it("is said of each who pays for each person", () => {
    const other = { ...performed, source: "opco", net: 1_000 };
    const parts = [part("2027-07-01", 196_000, "2027-01-04", "2027-06-30")];
    const found = accruedFor({ parts, performed: [performed, other] }, on);
    deepEqual(
      found.map(({ source, invoiced, accrued }) => [source, invoiced, accrued]),
      [
        ["personal", 196_000, 84_000],
        ["opco", 0, 1_000],
      ],
    );
  });
});
