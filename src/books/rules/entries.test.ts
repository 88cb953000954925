/** Each case of the table of entries, in its own sentence; then random lives of debtors. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { chartOf } from "./chart.ts";
import { booked, fact, inShort, type Booking } from "../../test/booking.ts";
import { laws } from "../../test/law-world.ts";
import type { BankFact, Closed, DebtorFact } from "./facts.ts";

const { money } = laws.establishments[0]!.data;
const chart = chartOf(money)!;
const { charge, credit, payment, bounced, takenBack, refund, refundFailed, adjustment, slip } = fact;

function inBooks(
  facts: readonly DebtorFact[],
  bank: readonly BankFact[] = [],
  until?: string,
  closed?: Closed,
): string[] {
  const asked: Booking = { bank, ...(until !== undefined && { until }), ...(closed && { closed }) };
  return inShort(chart, booked(chart, facts, asked));
}

describe("what is booked", () => {
  it("is nothing where the school’s file has no accounts", () => {
    equal(chartOf(undefined), undefined);
    const { accounts: _, ...others } = money!;
    equal(chartOf(others), undefined);
  });

  it("of an invoice is what is owed against the income of its line of the declaration, on the day of issue", () => {
    deepEqual(inBooks([charge("F-1", "2027-01-10", 100_000)]), ["VE 2027-01-10 F-1: 411000 100000, 706028 -100000"]);
    deepEqual(inBooks([charge("F-1", "2027-01-10", 100_000, { source: "personal" })]), [
      "VE 2027-01-10 F-1: 411000 100000, 706090 -100000",
    ]);
  });

  it("of an invoice with tax is the income without it, and the tax apart", () => {
    deepEqual(inBooks([charge("F-1", "2027-01-10", 137_203, { tax: 22_867 })]), [
      "VE 2027-01-10 F-1: 411000 137203, 706028 -114336, 445710 -22867",
    ]);
  });

  it("of the selection fee, which no invoice asks for, is other income of training", () => {
    deepEqual(inBooks([charge("LV-1", "2027-01-10", 16_000, { nature: "fees", source: null })]), [
      "VE 2027-01-10 LV-1: 411000 16000, 706110 -16000",
    ]);
  });

  it("of what was owed before the school used this service opens its account, and is no income a second time", () => {
    deepEqual(inBooks([charge("LV-1", "2027-01-10", 50_000, { nature: "opening", source: null })]), [
      "OD 2027-01-10 LV-1: 411000 50000, 890000 -50000",
    ]);
  });

  it("of what is asked for another body is a debt to it, and no income", () => {
    deepEqual(inBooks([charge("F-1", "2027-01-10", 34_000, { nature: "third" })]), [
      "VE 2027-01-10 F-1: 411000 34000, 467000 -34000",
    ]);
    const paid = {
      kind: "handed-on" as const,
      key: "h",
      on: "2027-02-01",
      piece: "V-1",
      pieceOn: "2027-02-01",
      amount: 34_000,
    };
    deepEqual(inBooks([], [paid]), ["BQ 2027-02-01 V-1: 467000 34000, 512000 -34000"]);
  });

  it("of an indemnity is other operating income", () => {
    deepEqual(inBooks([charge("F-1", "2027-01-10", 17_500, { nature: "indemnity" })]), [
      "VE 2027-01-10 F-1: 411000 17500, 758000 -17500",
    ]);
  });

  it("of a credit note is the invoice reversed", () => {
    const facts = [
      charge("F-1", "2027-01-10", 120_000, { tax: 20_000 }),
      credit("A-1", "2027-01-20", "F-1", 60_000, 10_000),
    ];
    deepEqual(inBooks(facts).slice(1), ["VE 2027-01-20 A-1: 706028 50000, 445710 10000, 411000 -60000"]);
  });

  it("of a payment is what it serves against what is owed, and what it has left as an advance", () => {
    const facts = [charge("F-1", "2027-01-10", 100_000), payment("R-1", "2027-01-20", 130_000, { charge: "F-1" })];
    deepEqual(inBooks(facts).slice(1), ["BQ 2027-01-20 R-1: 512000 130000, 411000 -100000, 419100 -30000"]);
  });

  it("of a payment online is money that the provider has to pay out, and of one in cash is in the cash book", () => {
    const paid = (means: "online" | "cash") =>
      inBooks([charge("F-1", "2027-01-10", 100), payment("R-1", "2027-01-20", 100, { charge: "F-1", means })])[1];
    equal(paid("online"), "BQ 2027-01-20 R-1: 511500 100, 411000 -100");
    equal(paid("cash"), "CA 2027-01-20 R-1: 530000 100, 411000 -100");
  });

  it("of an advance that a later invoice takes is moved to what it pays", () => {
    const facts = [payment("R-1", "2027-01-05", 30_000), charge("F-1", "2027-01-10", 100_000)];
    deepEqual(inBooks(facts), [
      "BQ 2027-01-05 R-1: 512000 30000, 419100 -30000",
      "VE 2027-01-10 F-1: 411000 100000, 706028 -100000",
      "OD 2027-01-10 F-1: 419100 30000, 411000 -30000",
    ]);
  });

  it("of a cheque is a cheque to be banked, and money once its slip is at the bank", () => {
    const facts = [
      charge("F-1", "2027-01-10", 100),
      payment("R-1", "2027-01-20", 100, { charge: "F-1", means: "cheque" }),
    ];
    deepEqual(inBooks(facts, [slip("B-1", "2027-01-20", 100)]).slice(1), [
      "BQ 2027-01-20 R-1: 511200 100, 411000 -100",
      "BQ 2027-01-20 B-1: 512000 100, 511200 -100",
    ]);
  });

  it("of a payment or cheque that bounces is its entry reversed, from the bank; and what the bank takes for it", () => {
    const bounces = (means: "transfer" | "cheque") =>
      inBooks([
        charge("F-1", "2027-01-10", 100),
        payment("R-1", "2027-01-20", 130, { charge: "F-1", means }),
        bounced("R-1", "2027-01-25"),
      ])[2];
    equal(bounces("transfer"), "BQ 2027-01-25 R-1: 411000 100, 419100 30, 512000 -130");
    equal(bounces("cheque"), bounces("transfer"));
    const fee = {
      kind: "bank-charge" as const,
      key: "c",
      on: "2027-01-26",
      piece: "X-1",
      pieceOn: "2027-01-26",
      amount: 15,
    };
    deepEqual(inBooks([], [fee]), ["BQ 2027-01-26 X-1: 627000 15, 512000 -15"]);
  });

  it("of a payment that bounces is also that another, which was left over, now serves what is owed again", () => {
    const facts = [
      charge("F-1", "2027-01-10", 100),
      payment("R-1", "2027-01-20", 100, { charge: "F-1" }),
      payment("R-2", "2027-01-21", 40),
      bounced("R-1", "2027-01-25"),
    ];
    deepEqual(inBooks(facts).slice(3), [
      "BQ 2027-01-25 R-1: 411000 100, 512000 -100",
      "OD 2027-01-25 R-1: 419100 40, 411000 -40",
    ]);
  });

  it("of a payment that bounces once a part was given back owes that part too, which the charge that asks it back does not sell", () => {
    const facts = [
      charge("F-1", "2027-01-10", 100),
      payment("R-1", "2027-01-20", 150),
      fact.givenBack("V-1", "2027-01-22", "R-1", 50),
      bounced("R-1", "2027-01-25"),
      charge("LV-1", "2027-01-25", 50, { nature: "given-back", source: null }),
    ];
    deepEqual(inBooks(facts).slice(2), [
      "BQ 2027-01-22 V-1: 419100 50, 512000 -50",
      // Of the invoice, and of none yet.
      "BQ 2027-01-25 R-1: 411000 100, 411000 50, 512000 -150",
    ]);
    // Given up, it is a loss.
    deepEqual(inBooks([...facts, credit("X-1", "2027-01-26", "LV-1", 50)]).slice(4), [
      "VE 2027-01-26 X-1: 654000 50, 411000 -50",
    ]);
  });

  it("of a payment that bounces once cents of it were kept is that they are no income any more, and are not owed", () => {
    const facts = [charge("F-1", "2027-01-10", 100), payment("R-1", "2027-01-20", 103)];
    const kept = fact.kept("V-1", "2027-01-22", "R-1", 3);
    deepEqual(inBooks([...facts, kept, bounced("R-1", "2027-01-25")]).slice(2), [
      "OD 2027-01-22 V-1: 419100 3, 758000 -3",
      "BQ 2027-01-25 R-1: 411000 100, 758000 3, 512000 -103",
    ]);
    // On one day, or known to have bounced before: never kept.
    deepEqual(inBooks([...facts, kept, bounced("R-1", "2027-01-22")]).slice(2), [
      "BQ 2027-01-22 R-1: 411000 100, 419100 3, 512000 -103",
    ]);
  });

  it("of a payment matched by mistake is its entry reversed", () => {
    const facts = [
      charge("F-1", "2027-01-10", 100),
      payment("R-1", "2027-01-20", 100, { charge: "F-1" }),
      takenBack("R-1", "2027-01-25"),
    ];
    deepEqual(inBooks(facts).slice(2), ["BQ 2027-01-25 R-1: 411000 100, 512000 -100"]);
  });

  it("of a refund of what a payment left is taken from the advance", () => {
    const facts = [
      charge("F-1", "2027-01-10", 100),
      payment("R-1", "2027-01-20", 130, { charge: "F-1" }),
      refund("V-1", "2027-01-25", "F-1", 30),
    ];
    deepEqual(inBooks(facts).slice(2), ["BQ 2027-01-25 V-1: 419100 30, 512000 -30"]);
  });

  it("of some cents too much that the school keeps is other income, taken from the advance, and no money", () => {
    const facts = [
      charge("F-1", "2027-01-10", 100),
      payment("R-1", "2027-01-20", 103),
      fact.kept("V-1", "2027-01-25", "R-1", 3),
    ];
    deepEqual(inBooks(facts).slice(2), ["OD 2027-01-25 V-1: 419100 3, 758000 -3"]);
  });

  it("of a refund of a credit’s excess is taken from what is owed, which the credit had brought below nothing", () => {
    const facts = [
      charge("F-1", "2027-01-10", 100),
      payment("R-1", "2027-01-20", 100, { charge: "F-1" }),
      credit("A-1", "2027-01-22", "F-1", 60),
      refund("V-1", "2027-01-25", "F-1", 60),
    ];
    deepEqual(inBooks(facts).slice(2), [
      "VE 2027-01-22 A-1: 706028 60, 411000 -60",
      "BQ 2027-01-25 V-1: 411000 60, 512000 -60",
    ]);
  });

  it("of a refund of what was owed and paid gives the debt up, and its income with it", () => {
    const facts = [
      charge("F-1", "2027-01-10", 120, { tax: 20 }),
      payment("R-1", "2027-01-20", 120, { charge: "F-1" }),
      refund("V-1", "2027-01-25", "F-1", 60),
    ];
    deepEqual(inBooks(facts).slice(2), [
      "BQ 2027-01-25 V-1: 411000 60, 512000 -60",
      "VE 2027-01-25 V-1: 706028 50, 445710 10, 411000 -60",
    ]);
  });

  it("of a refund that fails is its entries reversed", () => {
    const facts = [
      charge("F-1", "2027-01-10", 100),
      payment("R-1", "2027-01-20", 130, { charge: "F-1" }),
      refund("V-1", "2027-01-25", "F-1", 50),
      refundFailed("V-1", "2027-01-28"),
    ];
    deepEqual(inBooks(facts).slice(2), [
      "BQ 2027-01-25 V-1: 419100 30, 411000 20, 512000 -50",
      "VE 2027-01-25 V-1: 706028 20, 411000 -20",
      "BQ 2027-01-28 V-1: 512000 50, 419100 -30, 411000 -20",
      "VE 2027-01-28 V-1: 411000 20, 706028 -20",
    ]);
  });

  it("of cents that nobody pays, and of a debt that is lost, lowers what is owed by a charge of its own", () => {
    const lost = (reason: "rounding" | "bad-debt") =>
      inBooks([charge("F-1", "2027-01-10", 100), adjustment("J-1", "2027-01-25", "F-1", 2, reason)]).slice(1);
    deepEqual(lost("rounding"), ["OD 2027-01-25 J-1: 658000 2, 411000 -2"]);
    deepEqual(lost("bad-debt"), ["OD 2027-01-25 J-1: 654000 2, 411000 -2"]);
  });

  it("of an invoice issued before its period is an advance, and income as it is performed, at each end of a month", () => {
    const ahead = { ahead: true, period: { from: "2027-02-15", to: "2027-04-10" } };
    deepEqual(inBooks([charge("F-1", "2027-01-10", 5500, ahead)], [], "2027-12-31"), [
      "VE 2027-01-10 F-1: 411000 5500, 419110 -5500",
      "OD 2027-02-28 F-1: 419110 1400, 706028 -1400",
      "OD 2027-03-31 F-1: 419110 3100, 706028 -3100",
      "OD 2027-04-10 F-1: 419110 1000, 706028 -1000",
    ]);
  });

  it("of a credit of such an invoice is first what is not performed", () => {
    const ahead = { ahead: true, period: { from: "2027-02-01", to: "2027-03-31" } };
    const booked = (amount: number) =>
      inBooks(
        [charge("F-1", "2027-01-10", 5900, ahead), credit("A-1", "2027-03-01", "F-1", amount)],
        [],
        "2027-12-31",
      ).slice(2);
    deepEqual(booked(3100), ["VE 2027-03-01 A-1: 419110 3100, 411000 -3100"]);
    deepEqual(booked(4100), ["VE 2027-03-01 A-1: 419110 3100, 706028 1000, 411000 -4100"]);
    deepEqual(booked(2950), [
      "VE 2027-03-01 A-1: 419110 2950, 411000 -2950",
      "OD 2027-03-31 F-1: 419110 150, 706028 -150",
    ]);
  });

  it("of a credit of such an invoice that is closed already is an advance taken back, before its period begins, too", () => {
    const facts = [
      charge("F-1", "2027-01-10", 5900, { ahead: true, period: { from: "2027-06-01", to: "2027-12-31" } }),
      credit("A-1", "2027-02-10", "F-1", 900),
    ];
    const closed = { until: "2027-01-31", booked: new Map([["charge:F-1", "2027-01-10"]]) };
    deepEqual(inBooks(facts, [], "2027-02-28", closed), ["VE 2027-02-10 A-1: 419110 900, 411000 -900"]);
  });

  it("is dated in a closed period on its first open day, and keeps the day of its piece", () => {
    const facts = [charge("F-1", "2027-01-10", 100), payment("R-1", "2027-01-20", 100, { charge: "F-1" })];
    const closed = { until: "2027-01-31", booked: new Map([["charge:F-1", "2027-01-10"]]) };
    deepEqual(inBooks(facts, [], "2027-12-31", closed), ["BQ 2027-02-01 R-1: 512000 100, 411000 -100"]);
  });

  it("names the debtor’s account on what it owes and its advances alone", () => {
    const all = booked(chart, [charge("F-1", "2027-01-10", 100), payment("R-1", "2027-01-20", 130)]);
    const lines = all.flatMap((one) => one.lines).map(({ account, auxiliary }) => [account, auxiliary]);
    deepEqual(lines, [
      ["411000", "AMAND"],
      ["706028", null],
      ["512000", null],
      ["411000", "AMAND"],
      ["419100", "AMAND"],
    ]);
  });

  it("of nothing is nothing", () => deepEqual(inBooks([]), []));
});
