/**
 * One debtor's account, as a clerk keeps it: a book of who paid what of which invoice, from which every sum is added up anew
 * when it is asked for. A payment that returns has its lines struck out.
 */
import type { AccountAnswer, AccountInput, AccountInvoice, AccountRefusal } from "./contract-figures.ts";
import { dayOf, numberOf } from "./days.ts";
import { nearest } from "./quotients.ts";

/** What may pay: a payment, or a credit with what it has beyond its own invoice. */
type Purse = { name: string; size: number; for?: string; refunded: number };
/** A line of the book. `own` is what lowers an invoice by itself: its credits' share and its adjustments. */
type Line = { invoice: string; purse: Purse | "own"; amount: number };
type Book = {
  issued: AccountInvoice[];
  lines: Line[];
  /** Oldest first. */
  purses: Purse[];
  closed: Map<string, string>;
  /** Of each invoice, what was ever taken from what it asks: its credits whole, its adjustments. */
  corrected: Map<string, number>;
};

class Impossible extends Error {
  readonly code: "refund" | "adjust";
  constructor(code: "refund" | "adjust") {
    super(code);
    this.code = code;
  }
}

const STEPS = [8, 23, 45];
const RECOVERY = 4_000;

export function account(input: AccountInput): AccountAnswer | AccountRefusal {
  try {
    return keep(input);
  } catch (error) {
    if (error instanceof Impossible) return { error: { code: error.code } };
    throw error;
  }
}

function keep(input: AccountInput): AccountAnswer {
  const book: Book = { issued: [], lines: [], purses: [], closed: new Map(), corrected: new Map() };
  const centDays = new Map<string, bigint>();
  const firstDay = daysOf(input).sort()[0] ?? input.on;
  for (let today = numberOf(firstDay); today <= numberOf(input.on); today++) {
    for (const invoice of book.issued)
      if (today > numberOf(invoice.due))
        centDays.set(invoice.number, (centDays.get(invoice.number) ?? 0n) + BigInt(openOf(book, invoice)));
    live(book, input, dayOf(today));
  }

  const invoices = input.invoices.map((invoice) => {
    const open = openOf(book, invoice);
    const late = centDays.get(invoice.number) ?? 0n;
    const disputed = (input.disputes ?? []).some(
      ({ number, from, to = input.on }) => number === invoice.number && from <= input.on && input.on <= to,
    );
    const steps = STEPS.filter((days) => numberOf(input.on) >= numberOf(invoice.due) + days).length;
    return {
      number: invoice.number,
      open,
      closedOn: open === 0 ? book.closed.get(invoice.number)! : null,
      level: open === 0 || disputed ? 0 : steps,
      penalty: input.professional ? Number(nearest(late * BigInt(input.rate ?? 0), 3_650_000n)) : 0,
      recovery: input.professional && late > 0n ? RECOVERY : 0,
    };
  });
  return {
    id: input.id,
    invoices,
    payments: (input.payments ?? []).map(({ id }) => {
      const purse = book.purses.find(({ name }) => name === id)!;
      return { id, allocated: allocatedBy(book, purse), left: leftIn(book, purse) };
    }),
    available: sum(book.purses.map((purse) => leftIn(book, purse))),
    open: sum(invoices.map(({ open }) => open)),
    findings: [],
  };
}

function daysOf({
  invoices,
  credits = [],
  payments = [],
  refunds = [],
  returned = [],
  adjustments = [],
}: AccountInput) {
  return [...invoices, ...credits, ...payments, ...refunds, ...returned, ...adjustments].map(({ on }) => on);
}

/** What happens on one day, kind after kind. */
function live(book: Book, input: AccountInput, today: string): void {
  const ofToday = <T extends { on: string }>(list: T[] = []) => list.filter(({ on }) => on === today);
  const invoiceOf = (wanted: string) => input.invoices.find(({ number }) => number === wanted)!;
  const byReference = input.byReference === true;

  for (const invoice of ofToday(input.invoices)) {
    book.issued.push(invoice);
    for (const purse of book.purses) if (!byReference || purse.for === invoice.number) pay(book, purse, invoice, today);
  }
  for (const { number, of, amount } of ofToday(input.credits)) {
    const invoice = invoiceOf(of);
    if ((book.corrected.get(of) ?? 0) + amount > invoice.amount) throw new Impossible("adjust");
    correct(book, invoice, amount);
    const own = Math.min(amount, openOf(book, invoice));
    write(book, invoice, "own", own, today);
    const purse = { name: number, size: amount - own, refunded: 0 };
    book.purses.push(purse);
    if (!byReference) spread(book, purse, today);
  }
  for (const payment of ofToday(input.payments)) {
    const purse: Purse = { name: payment.id, size: payment.amount, refunded: 0 };
    if (payment.for !== undefined) purse.for = payment.for;
    book.purses.push(purse);
    const named = book.issued.find(({ number }) => number === payment.for);
    if (named) pay(book, purse, named, today);
    if (!byReference) spread(book, purse, today);
  }
  for (const { payment } of ofToday(input.returned)) {
    const bounced = book.purses.find(({ name }) => name === payment)!;
    if (bounced.refunded > 0) throw new Impossible("refund");
    bounced.size = 0;
    book.lines = book.lines.filter(({ purse }) => purse !== bounced);
    for (const purse of book.purses) {
      const named = book.issued.find(({ number }) => number === purse.for);
      if (!byReference) spread(book, purse, today);
      else if (named) pay(book, purse, named, today);
    }
  }
  for (const { number, amount } of ofToday(input.adjustments)) {
    const invoice = invoiceOf(number);
    if (amount > openOf(book, invoice)) throw new Impossible("adjust");
    correct(book, invoice, amount);
    write(book, invoice, "own", amount, today);
  }
  for (const { from, amount } of ofToday(input.refunds)) {
    const purse = book.purses.find(({ name }) => name === from);
    if (purse === undefined || amount > leftIn(book, purse)) throw new Impossible("refund");
    purse.refunded += amount;
  }
}

function correct({ corrected }: Book, { number }: AccountInvoice, amount: number): void {
  corrected.set(number, (corrected.get(number) ?? 0) + amount);
}

/** To every invoice that is open, by due, day and number. */
function spread(book: Book, purse: Purse, today: string): void {
  const key = ({ due, on, number }: AccountInvoice) => `${due} ${on} ${points(number)}`;
  const inOrder = [...book.issued].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  for (const invoice of inOrder) pay(book, purse, invoice, today);
}

function points(name: string): string {
  return Array.from(name, (each) => each.codePointAt(0)!.toString().padStart(8, "0")).join("");
}

function pay(book: Book, purse: Purse, invoice: AccountInvoice, today: string): void {
  write(book, invoice, purse, Math.min(leftIn(book, purse), openOf(book, invoice)), today);
}

function write(book: Book, invoice: AccountInvoice, purse: Purse | "own", amount: number, today: string): void {
  if (amount === 0) return;
  book.lines.push({ invoice: invoice.number, purse, amount });
  if (openOf(book, invoice) === 0) book.closed.set(invoice.number, today);
}

function openOf({ lines }: Book, { number, amount }: AccountInvoice): number {
  return amount - sum(lines.filter(({ invoice }) => invoice === number).map((line) => line.amount));
}

function leftIn({ lines }: Book, purse: Purse): number {
  return purse.size - purse.refunded - sum(lines.filter((line) => line.purse === purse).map(({ amount }) => amount));
}

function allocatedBy({ lines }: Book, wanted: Purse): { number: string; amount: number }[] {
  const allocated = new Map<string, number>();
  for (const { invoice, purse, amount } of lines)
    if (purse === wanted) allocated.set(invoice, (allocated.get(invoice) ?? 0) + amount);
  return [...allocated].map(([number, amount]) => ({ number, amount }));
}

function sum(amounts: number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}
