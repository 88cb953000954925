/** Random lives of a debtor, closed on random days: the books say what the ledger says. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type Day } from "../../kit/day.ts";
import { debtorWith, fact, incomeOf } from "../../test/booking.ts";
import { laws } from "../../test/law-world.ts";
import { chartOf, type Use } from "./chart.ts";
import type { Booked, Entry, Silent } from "./debtor.ts";
import { entriesAgain, firstOpenDay, openEntries } from "./entries.ts";
import { numbered } from "./extract.ts";
import type { DebtorFact, FactOf, Sale } from "./facts.ts";
import { standing } from "./standing.ts";

const chart = chartOf(laws.establishments[0]!.data.money)!;
const START = "2027-01-10";
const STEPS = [
  "charge",
  "charge",
  "payment",
  "payment",
  "credit",
  "bounced",
  "taken-back",
  "refund",
  "give-back",
  "give-back",
  "refund-failed",
  "adjustment",
  "close",
] as const;
type Step = {
  readonly kind: (typeof STEPS)[number];
  readonly amount: number;
  readonly back: number;
  readonly pick: number;
};

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...STEPS),
    amount: fc.integer({ min: 1, max: 300 }),
    back: fc.integer({ min: 0, max: 25 }),
    pick: fc.nat(),
  }),
  { minLength: 3, maxLength: 25 },
);

/** What is invoiced: before it is performed, during it, by who pays. */
const SALES: readonly ((today: Day) => Partial<Sale>)[] = [
  () => ({}),
  (today) => ({ source: "personal", period: { from: addDays(today, -10), to: addDays(today, 30) } }),
  (today) => ({ source: "personal", ahead: true, period: { from: addDays(today, 5), to: addDays(today, 50) } }),
];

type Lived = {
  readonly facts: DebtorFact[];
  readonly closed: Entry[];
  /** Closed as well, without an entry. */
  readonly silent: Silent[];
  until: Day | null;
};

/** One step a day; a payment or credit may be dated some days back, in a period that was closed meanwhile. */
function live(all: readonly Step[]): Lived {
  const lived: Lived = { facts: [], closed: [], silent: [], until: null };
  for (const [at, step] of all.entries()) {
    const today = addDays(START, at * 3);
    if (step.kind === "close") close(lived, today);
    else lived.facts.push(...factOf(lived, step, today));
  }
  return lived;
}

function booksOf({ closed, silent, until }: Lived) {
  return { closed: { until, booked: new Map([...closed, ...silent].map((one) => [one.fact, one.on])) }, cutoff: null };
}

function close(lived: Lived, today: Day): void {
  const until = addDays(today, -5);
  if (until < START || (lived.until !== null && until <= lived.until)) return;
  const { entries, silent } = open(lived, until);
  lived.closed.push(...entries);
  lived.silent.push(...silent);
  lived.until = until;
}

function open(lived: Lived, until: Day): Booked {
  const facts = { debtors: [debtorWith(lived.facts)], bank: [] };
  return openEntries(chart, facts, booksOf(lived), { until, income: null });
}

function factOf({ facts }: Lived, { kind, amount, back, pick }: Step, today: Day): DebtorFact[] {
  const name = String(facts.length);
  const of = <K extends DebtorFact["kind"]>(wanted: K) => facts.filter((one): one is FactOf<K> => one.kind === wanted);
  const one = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)];
  const before = addDays(today, -back);
  const charge = one(of("charge"));
  const undone = new Set([...of("bounced"), ...of("taken-back")].map(({ payment }) => payment));
  const live = of("payment").filter(({ id }) => !undone.has(id));
  const payment = one(live);
  const backOf = ({ id }: FactOf<"payment">) => of("refund").filter(({ from }) => from === id);
  switch (kind) {
    case "charge":
      return [fact.charge(name, today, amount, { tax: Math.floor(amount / 6), ...SALES[pick % SALES.length]!(today) })];
    case "payment":
      return [fact.payment(name, before, amount, { charge: pick % 3 > 0 && charge ? charge.charge : null })];
    case "credit": {
      if (!charge) return [];
      const lowered = [...of("credit"), ...of("adjustment")]
        .filter((other) => other.charge === charge.charge)
        .reduce((sum, other) => sum + ("gross" in other ? other.gross : other.amount), 0);
      const most = Math.min(amount, charge.gross - lowered);
      return most > 0 ? [fact.credit(name, today, charge.charge, most)] : [];
    }
    case "bounced": {
      if (!payment) return [];
      // Asked for again by a charge of its own, as the act does; what the school kept is not.
      const back = backOf(payment).reduce((sum, other) => sum + (other.means === "kept" ? 0 : other.amount), 0);
      const asked = fact.charge(`${name}-again`, today, back, { nature: "given-back", source: null });
      return [fact.bounced(payment.id, payment.on > before ? payment.on : before), ...(back > 0 ? [asked] : [])];
    }
    case "taken-back":
      return payment && backOf(payment).length === 0 ? [fact.takenBack(payment.id, today)] : [];
    case "give-back": {
      const unnamed = one(live.filter((other) => other.charge === null));
      const left = unnamed ? standing(debtorWith(facts), new Set(facts)).left.get(unnamed.id)! : 0;
      const given = pick % 2 > 0 ? fact.kept : fact.givenBack;
      return unnamed && left > 0 ? [given(name, today, unnamed.id, Math.min(amount, left))] : [];
    }
    case "refund": {
      if (!charge) return [];
      const state = standing(debtorWith(facts), new Set(facts));
      const paid = live.filter((other) => other.charge === charge.charge).reduce((sum, other) => sum + other.amount, 0);
      const given = of("refund").reduce((sum, other) => sum + other.amount, 0);
      return state.givenUp.size > 0 && amount <= paid - given ? [fact.refund(name, today, charge.charge, amount)] : [];
    }
    case "refund-failed": {
      const failed = new Set(of("refund-failed").map(({ refund }) => refund));
      // Only what was paid online for a charge fails.
      const refund = one(of("refund").filter(({ id, from }) => from === null && !failed.has(id)));
      return refund ? [fact.refundFailed(refund.id, today)] : [];
    }
    case "adjustment": {
      const state = charge && standing(debtorWith(facts), new Set(facts));
      return charge && state!.owed >= charge.gross ? [fact.adjustment(name, today, charge.charge, 1, "rounding")] : [];
    }
    default:
      return [];
  }
}

function balance(entries: readonly Entry[], use: Use): number {
  const lines = entries.flatMap((one) => one.lines).filter((line) => line.use === use);
  return lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0);
}

/** What the lines of each invoice come to, where they come to something. */
function owedBy(entries: readonly Entry[]): Map<string, number> {
  const by = new Map<string, number>();
  for (const { use, settles, debit, credit } of entries.flatMap(({ lines }) => lines)) {
    if (use !== "customers" || settles === null) continue;
    by.set(settles!, (by.get(settles!) ?? 0) + debit - credit);
  }
  return new Map([...by].filter(([, amount]) => amount !== 0));
}

function moneyOf(facts: readonly DebtorFact[]): number {
  const amounts = new Map(facts.flatMap((one) => ("amount" in one ? [[one.id, one.amount]] : [])));
  return facts.reduce((sum, one) => {
    if (one.kind === "payment") return sum + one.amount;
    if (one.kind === "bounced" || one.kind === "taken-back") return sum - amounts.get(one.payment)!;
    if (one.kind === "refund") return one.means === "kept" ? sum : sum - one.amount;
    return one.kind === "refund-failed" ? sum + amounts.get(one.refund)! : sum;
  }, 0);
}

/** Of payments that did not bounce. */
function keptOf(facts: readonly DebtorFact[]): number {
  const bounced = new Set(facts.flatMap((one) => (one.kind === "bounced" ? [one.payment] : [])));
  return facts.reduce(
    (sum, one) => (one.kind === "refund" && one.means === "kept" && !bounced.has(one.from!) ? sum + one.amount : sum),
    0,
  );
}

describe("the books of a debtor, closed again and again", () => {
  it("balance entry by entry, and come to what the ledger has open, what payments have left, what is kept, and what is at the bank", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const lived = live(all);
        const entries = [...lived.closed, ...open(lived, "2199-12-31").entries];
        for (const { lines } of entries) {
          equal(
            lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0),
            0,
          );
          ok(lines.length >= 2 && lines.every(({ debit, credit }) => debit >= 0 && credit >= 0 && debit + credit > 0));
        }
        const now = standing(debtorWith(lived.facts), new Set(lived.facts));
        equal(balance(entries, "customers"), now.owed);
        deepEqual(owedBy(entries), new Map([...now.owedBy].filter(([of, amount]) => of !== null && amount !== 0)));
        equal(balance(entries, "advances"), 0 - now.advances);
        equal(balance(entries, "bank"), moneyOf(lived.facts));
        equal(0 - balance(entries, "otherIncome"), keptOf(lived.facts));
      }),
      { numRuns: 1_500 },
    );
  });

  it("have as income, on every day, what is said to be invoiced: of credits, refunds and what is known late, too", () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 90 }), (all, days) => {
        const lived = live(all);
        const on = addDays(START, days);
        const { closed } = booksOf(lived);
        const entries = [...lived.closed, ...open(lived, "2199-12-31").entries].filter((one) => one.on <= on);
        const invoiced = new Map(incomeOf(chart, lived.facts, on, closed).map((one) => [one.income, one.invoiced]));
        equal(0 - balance(entries, "income:2h"), invoiced.get("income:2h") ?? 0);
        equal(0 - balance(entries, "income:9") - balance(entries, "downPayments"), invoiced.get("income:9") ?? 0);
      }),
      { numRuns: 1_500 },
    );
  });

  it("take nothing into what is closed, book each fact once, and give again what was booked", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const lived = live(all);
        const after = open(lived, "2199-12-31").entries;
        const first = firstOpenDay(booksOf(lived).closed);
        ok(after.every(({ on }) => on >= first));
        const places = [...lived.closed, ...after].map((one) => `${one.fact}/${one.place}`);
        equal(new Set(places).size, places.length);
        const again = entriesAgain(chart, { debtors: [debtorWith(lived.facts)], bank: [] }, booksOf(lived).closed);
        deepEqual(again, lived.closed);
      }),
      { numRuns: 500 },
    );
  });

  it("number each journal without a gap, whenever it is closed", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { closed } = live(all);
        const last = new Map<string, number>();
        const numbers = numbered(closed, last).filter(({ journal }) => journal === "bank");
        deepEqual(
          numbers.map(({ number }) => number),
          numbers.map((_, at) => at + 1),
        );
      }),
      { numRuns: 200 },
    );
  });
});
