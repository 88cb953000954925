/** Entries of the bank, matched, freed, tied and closed on random days: what waits stands on its account, and the bank is counted once. */
import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, type Day } from "../../kit/day.ts";
import { debtorWith, fact } from "../../test/booking.ts";
import { laws } from "../../test/law-world.ts";
import { chartOf, type Use } from "./chart.ts";
import type { Entry, Silent } from "./debtor.ts";
import { entriesAgain, openEntries } from "./entries.ts";
import { countEntries, letters, numbered, rows } from "./extract.ts";
import { type DebtorFact, type FactOf, type LineFact, lineKey } from "./facts.ts";

const chart = chartOf(laws.establishments[0]!.data.money)!;
const START = "2027-01-10";
const LATER = "2199-12-31";

type Line = {
  -readonly [K in keyof LineFact]: LineFact[K] extends readonly (infer T)[] ? T[] : LineFact[K];
} & { left: number };

/** One of a fund, of ten thousand cents, matched with what is invoiced to it. */
class Bank {
  readonly facts: DebtorFact[] = [fact.charge("c", START, 1_000_000)];
  readonly lines: Line[] = [];
  readonly closed: Entry[] = [];
  readonly silent: Silent[] = [];
  until: Day | null = null;
  #count = 0;

  /** Alone, or in one movement with the entry before. */
  come(on: Day, amount: number, beside?: Line): void {
    const key = lineKey(String((this.#count += 1)));
    const { movement, on: day } = beside ?? { movement: key, on };
    this.lines.push({
      key,
      on: day,
      piece: movement,
      movement,
      amount,
      payments: [],
      takenBack: [],
      told: [],
      left: amount,
    });
  }

  match(line: Line, amount: number): void {
    const id = `p${(this.#count += 1)}`;
    const payment = fact.payment(id, line.on, amount, { charge: "c" }) as FactOf<"payment">;
    this.facts.push({ ...payment, line: line.key.slice(lineKey("").length), movement: line.movement });
    line.payments.push({ key: `payment:${id}`, amount });
    line.left -= amount;
  }

  free(line: Line, today: Day): void {
    const idOf = (key: string) => key.slice("payment:".length);
    const freed = new Set(line.takenBack.map(({ key }) => key));
    const payment = line.payments.find(({ key }) => !freed.has(`taken-back:${idOf(key)}`));
    if (!payment) return;
    const back = fact.takenBack(idOf(payment.key), today);
    this.facts.push(back);
    line.takenBack.push({ key: back.key, on: today, amount: payment.amount });
    line.left += payment.amount;
  }

  tell(line: Line, amount: number, today: Day): void {
    line.told.push({ key: `told:${(this.#count += 1)}`, pieceOn: today, amount });
    line.left -= amount;
  }

  get books() {
    const booked = new Map([...this.closed, ...this.silent].map((one) => [one.fact, one.on]));
    return { closed: { until: this.until, booked }, cutoff: null };
  }

  get all() {
    return { debtors: [debtorWith(this.facts)], bank: [], lines: this.lines };
  }

  close(until: Day): void {
    if (this.until !== null && until <= this.until) return;
    const { entries, silent } = openEntries(chart, this.all, this.books, { until, income: null });
    this.closed.push(...entries);
    this.silent.push(...silent);
    this.until = until;
  }

  balance(use: Use): number {
    const { entries } = openEntries(chart, this.all, this.books, { until: LATER, income: null });
    const lines = [...this.closed, ...entries].flatMap((one) => one.lines).filter((one) => one.use === use);
    return lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0);
  }
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom("come", "come", "match", "match", "free", "tell", "untell", "close"),
    amount: fc.integer({ min: 1, max: 300 }),
    back: fc.integer({ min: 0, max: 20 }),
    pick: fc.nat(),
  }),
  { minLength: 3, maxLength: 30 },
);
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;

function lived(all: Steps): Bank {
  const bank = new Bank();
  for (const [at, { kind, amount, back, pick }] of all.entries()) {
    const today = addDays(START, 20 + at * 3);
    if (kind === "come") bank.come(addDays(today, -back), amount, pick % 3 === 0 ? bank.lines.at(-1) : undefined);
    if (kind === "close") bank.close(addDays(today, -1 - (back % 5)));
    const line = bank.lines[pick % Math.max(1, bank.lines.length)];
    if (!line) continue;
    const some = Math.min(line.left, amount);
    if (kind === "match" && some > 0) bank.match(line, some);
    if (kind === "free") bank.free(line, today);
    if (kind === "tell" && some > 0) bank.tell(line, some, today);
    const told = line.told.reduce((sum, one) => sum + one.amount, 0);
    if (kind === "untell" && told > 0) bank.tell(line, -told, today);
  }
  return bank;
}

describe("money at the bank that is matched with nothing", () => {
  it("stands on the account of what waits, to the cent, however it is matched, freed, tied and closed", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const bank = lived(all);
        const left = bank.lines.reduce((sum, one) => sum + one.left, 0);
        const elsewhere = bank.lines.flatMap(({ told }) => told).reduce((sum, { amount }) => sum + amount, 0);
        const came = bank.lines.reduce((sum, { amount }) => sum + amount, 0);
        equal(bank.balance("waiting"), 0 - left);
        // What an entry only tells of is at the bank under its own fact.
        equal(bank.balance("bank"), came - elsewhere);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is one number a movement and closing day, with one line at the bank, and no number is left out", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const bank = lived(all);
        const { entries } = openEntries(chart, bank.all, bank.books, { until: LATER, income: null });
        const some = numbered([...bank.closed, ...entries], new Map());
        const found = rows(chart, some, letters(some)).filter((row) => row.JournalCode === "BQ");
        const byNumber = [...Map.groupBy(found, (row) => row.EcritureNum)];
        deepEqual(
          byNumber.map(([number]) => number),
          byNumber.map((_, at) => String(at + 1)),
        );
        for (const [, of] of byNumber) {
          equal(of.filter((row) => row.CompteNum === "512000").length <= 1, true);
          equal(
            of.reduce((sum, row) => sum + Number(row.Debit) - Number(row.Credit), 0),
            0,
          );
        }
        const received = some.filter(({ movement }) => movement !== undefined);
        const numbers = Map.groupBy(received, ({ movement, on }) => `${movement} ${on}`);
        for (const of of numbers.values()) equal(countEntries(of), 1);
      }),
      { numRuns: 500 },
    );
  });

  it("is given again as it was frozen", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const bank = lived(all);
        const sums = (entries: readonly Entry[]) =>
          entries.map(({ fact: of, place, on, lines }) => JSON.stringify([of, place, on, lines])).sort();
        deepEqual(sums(entriesAgain(chart, bank.all, bank.books.closed)), sums(bank.closed));
      }),
      { numRuns: 500 },
    );
  });

  it("never stands there where it is matched before the period is closed", () => {
    const bank = new Bank();
    bank.come("2027-03-03", 300);
    bank.match(bank.lines[0]!, 300);
    bank.close("2027-03-31");
    deepEqual(
      bank.closed.flatMap(({ lines }) => lines).filter(({ use }) => use === "waiting"),
      [],
    );
  });

  it("leaves it on the first open day where it is matched later", () => {
    const bank = new Bank();
    bank.come("2027-03-03", 300);
    bank.match(bank.lines[0]!, 200);
    bank.close("2027-03-31");
    bank.match(bank.lines[0]!, 100);
    bank.close("2027-04-30");
    const moves = bank.closed.flatMap(({ on, lines }) =>
      lines.filter(({ use }) => use === "waiting").map(({ debit, credit }) => [on, debit - credit]),
    );
    deepEqual(moves, [
      ["2027-03-03", -100],
      ["2027-04-01", 100],
    ]);
  });

  it("booked before entries had an account of what waits, stays at the bank as it was", () => {
    const bank = new Bank();
    bank.come("2027-03-03", 300);
    bank.match(bank.lines[0]!, 300);
    const { lines } = bank;
    // As it was closed then: lines were no facts.
    const { entries } = openEntries(chart, { ...bank.all, lines: [] }, bank.books, {
      until: "2027-03-31",
      income: null,
    });
    bank.closed.push(...entries);
    bank.until = "2027-03-31";
    deepEqual([bank.balance("waiting"), bank.balance("bank")], [0, 300]);
    bank.free(lines[0]!, "2027-04-10");
    deepEqual([bank.balance("waiting"), bank.balance("bank")], [-300, 300]);
  });
});
