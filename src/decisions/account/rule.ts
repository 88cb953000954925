/**
 * One debtor's account, day by day: what each invoice still has open, what each payment served, what is available, and how late it is.
 *
 * Everything follows from dated events, so that an account can be read as it stood on any day. A payment that returns has never paid: what
 * it had served is open again. Cents; a rate is in hundredths of a percent a year of 365 days.
 */
import { addDays, type Day, dayNumber } from "../../kit/day.ts";
import { quotient } from "../../kit/parts.ts";
import type { CommonInput, Fault } from "../../law/decision.ts";
import type { Money } from "../../law/money.ts";
import { byCodePoint } from "../pathway/rule.ts";

export const REASONS = ["rounding", "bad-debt"] as const;

export type AccountInput = CommonInput & {
  readonly professional: boolean;
  readonly rate?: number;
  readonly byReference?: boolean;
  readonly invoices: readonly {
    readonly number: string;
    readonly on: Day;
    readonly due: Day;
    readonly amount: number;
  }[];
  readonly credits?: readonly {
    readonly number: string;
    readonly on: Day;
    readonly of: string;
    readonly amount: number;
  }[];
  readonly payments?: readonly {
    readonly id: string;
    readonly on: Day;
    readonly amount: number;
    readonly for?: string;
  }[];
  readonly refunds?: readonly { readonly on: Day; readonly from: string; readonly amount: number }[];
  readonly returned?: readonly { readonly on: Day; readonly payment: string }[];
  readonly adjustments?: readonly {
    readonly on: Day;
    readonly number: string;
    readonly amount: number;
    readonly reason: (typeof REASONS)[number];
  }[];
  readonly disputes?: readonly { readonly number: string; readonly from: Day; readonly to?: Day }[];
};

type InvoiceState = {
  readonly number: string;
  readonly open: number;
  readonly closedOn: Day | null;
  readonly level: number;
  readonly penalty: number;
  readonly recovery: number;
};
/** What served which invoices, first served first, and what is left of it. */
type Served = {
  readonly allocated: readonly { readonly number: string; readonly amount: number }[];
  readonly left: number;
};
export type AccountAnswer = {
  readonly invoices: readonly InvoiceState[];
  readonly payments: readonly (Served & { readonly id: string })[];
  /** What credits had too much, by their numbers. */
  readonly credits: readonly (Served & { readonly number: string })[];
  readonly available: number;
  readonly open: number;
};
/** What cannot be done, and its place in the input. */
export type Refused = { readonly code: Fault; readonly path: string };

/** `levels`: days late from which each level of reminder stands; `recovery`: what a late business owes once, in cents. */
export type AccountLaw = { readonly levels: readonly number[]; readonly recovery: number };
export function accountLaw({ invoices }: Money): AccountLaw {
  return { levels: invoices.levels.days, recovery: invoices.recovery.amount };
}

/** The returned function is pure. The input must have passed `accountIssues`; the first event that cannot be done is the answer instead. */
export function accountRule(law: AccountLaw): (input: AccountInput) => AccountAnswer | Refused {
  return (input) => {
    const book = new Book(input);
    for (const [day, events] of byDay(input)) {
      book.reach(day);
      for (const { path, happens } of events) {
        const refused = happens(book, day);
        if (refused) return { code: refused, path };
      }
    }
    book.reach(input.on);
    return book.answer(law);
  };
}

type Happens = (book: Book, day: Day) => Fault | undefined;
type Event = { readonly on: Day; readonly path: string; readonly happens: Happens };

/** All events in order: by day; of a day invoices, credits, payments, returned, adjustments, refunds, each in the order of its list. */
function byDay(input: AccountInput): Map<Day, Event[]> {
  const listed = <T extends { on: Day }>(name: string, list: readonly T[] | undefined, happens: (one: T) => Happens) =>
    (list ?? []).map((one, at): Event => ({ on: one.on, path: `${name}[${at}]`, happens: happens(one) }));
  const events = [
    ...listed("invoices", input.invoices, (one) => (book, day) => book.invoice(one.number, day)),
    ...listed("credits", input.credits, (one) => (book, day) => book.credit(one, day)),
    ...listed("payments", input.payments, (one) => (book, day) => book.payment(one, day)),
    ...listed("returned", input.returned, (one) => (book, day) => book.returned(one.payment, day)),
    ...listed("adjustments", input.adjustments, (one) => (book, day) => book.adjust(one, day)),
    ...listed("refunds", input.refunds, (one) => (book) => book.refund(one)),
  ];
  return Map.groupBy(
    events.sort((a, b) => byText(a.on, b.on)),
    ({ on }) => on,
  );
}

type Bill = {
  readonly number: string;
  readonly on: Day;
  readonly due: Day;
  readonly amount: number;
  open: number;
  closedOn: Day | null;
  /** Credits and adjustments so far. */
  lowered: number;
  /** Σ of what was open at the start of each day after it was due. */
  centDays: bigint;
};
/** A payment, or what a credit had too much. */
type Fund = { readonly for: string | undefined; readonly served: Map<string, number>; left: number; refunded: boolean };

class Book {
  readonly #input: AccountInput;
  readonly #bills: ReadonlyMap<string, Bill>;
  /** In the order in which they came. */
  readonly #funds = new Map<string, Fund>();
  #reached: Day | undefined;

  constructor(input: AccountInput) {
    this.#input = input;
    this.#bills = new Map(
      input.invoices.map((one) => [one.number, { ...one, open: 0, closedOn: null, lowered: 0, centDays: 0n }]),
    );
  }

  /** Counts what was open at the start of each day up to and including this one. */
  reach(day: Day): void {
    if (this.#reached !== undefined) {
      for (const bill of this.#bills.values()) {
        const from = bill.due > this.#reached ? bill.due : this.#reached;
        if (bill.open > 0 && from < day) bill.centDays += BigInt(bill.open) * BigInt(dayNumber(day) - dayNumber(from));
      }
    }
    this.#reached = day;
  }

  invoice(number: string, day: Day): undefined {
    const bill = this.#bills.get(number)!;
    bill.open = bill.amount;
    this.#serveAgain(bill, day);
  }

  credit({ number, of, amount }: { number: string; of: string; amount: number }, day: Day): Fault | undefined {
    const bill = this.#bills.get(of)!;
    if (bill.lowered + amount > bill.amount) return "adjust";
    bill.lowered += amount;
    const lowers = Math.min(amount, bill.open);
    this.#lower(bill, lowers, day);
    const fund = this.#arrives(number, amount - lowers, undefined);
    if (!this.#input.byReference) this.#spread(fund, day);
    return undefined;
  }

  payment({ id, amount, for: named }: { id: string; amount: number; for?: string }, day: Day): undefined {
    const fund = this.#arrives(id, amount, named);
    const bill = named === undefined ? undefined : this.#bills.get(named);
    if (bill) this.#serve(fund, bill, day);
    if (!this.#input.byReference) this.#spread(fund, day);
  }

  returned(payment: string, day: Day): Fault | undefined {
    const fund = this.#funds.get(payment)!;
    if (fund.refunded) return "refund";
    const opened = [...fund.served].map(([number, amount]) => ({ bill: this.#bills.get(number)!, amount }));
    fund.served.clear();
    fund.left = 0;
    for (const { bill, amount } of opened) {
      bill.open += amount;
      bill.closedOn = null;
    }
    if (this.#input.byReference) for (const { bill } of opened) this.#serveAgain(bill, day);
    else for (const other of this.#funds.values()) this.#spread(other, day);
    return undefined;
  }

  adjust({ number, amount }: { number: string; amount: number }, day: Day): Fault | undefined {
    const bill = this.#bills.get(number)!;
    if (amount > bill.open) return "adjust";
    bill.lowered += amount;
    this.#lower(bill, amount, day);
    return undefined;
  }

  refund({ from, amount }: { from: string; amount: number }): Fault | undefined {
    const fund = this.#funds.get(from);
    if (fund === undefined || amount > fund.left) return "refund";
    fund.left -= amount;
    fund.refunded = true;
    return undefined;
  }

  answer({ levels, recovery }: AccountLaw): AccountAnswer {
    const { on, professional, rate = 0, disputes = [], payments = [], credits = [] } = this.#input;
    const disputed = (number: string) =>
      disputes.some((one) => one.number === number && one.from <= on && (one.to === undefined || on <= one.to));
    const bills = [...this.#bills.values()];
    return {
      invoices: bills.map(({ number, open, closedOn, due, centDays }) => ({
        number,
        open,
        closedOn,
        level: open === 0 || disputed(number) ? 0 : levels.filter((days) => on >= addDays(due, days)).length,
        penalty: professional ? quotient(centDays * BigInt(rate), YEAR) : 0,
        recovery: professional && centDays > 0n ? recovery : 0,
      })),
      payments: payments.map(({ id }) => ({ id, ...this.#servedBy(id) })),
      credits: credits.map(({ number }) => ({ number, ...this.#servedBy(number) })),
      available: [...this.#funds.values()].reduce((sum, { left }) => sum + left, 0),
      open: bills.reduce((sum, { open }) => sum + open, 0),
    };
  }

  #servedBy(id: string): Served {
    const { served, left } = this.#funds.get(id)!;
    return { allocated: [...served].map(([number, amount]) => ({ number, amount })), left };
  }

  #arrives(id: string, left: number, named: string | undefined): Fund {
    const fund: Fund = { for: named, served: new Map(), left, refunded: false };
    this.#funds.set(id, fund);
    return fund;
  }

  /** From what is available, oldest first: by reference, only from what names this invoice. */
  #serveAgain(bill: Bill, day: Day): void {
    for (const fund of this.#funds.values())
      if (!this.#input.byReference || fund.for === bill.number) this.#serve(fund, bill, day);
  }

  /** Over what is open: by due day, day and number. */
  #spread(fund: Fund, day: Day): void {
    if (fund.left === 0) return;
    const open = [...this.#bills.values()].filter((bill) => bill.open > 0);
    open.sort((a, b) => byText(a.due, b.due) || byText(a.on, b.on) || byCodePoint(a.number, b.number));
    for (const bill of open) this.#serve(fund, bill, day);
  }

  #serve(fund: Fund, bill: Bill, day: Day): void {
    const amount = Math.min(fund.left, bill.open);
    if (amount === 0) return;
    fund.left -= amount;
    fund.served.set(bill.number, (fund.served.get(bill.number) ?? 0) + amount);
    this.#lower(bill, amount, day);
  }

  #lower(bill: Bill, amount: number, day: Day): void {
    if (amount === 0) return;
    bill.open -= amount;
    if (bill.open === 0) bill.closedOn = day;
  }
}

/** Cent-days × hundredths of a percent, in a year. */
const YEAR = 365n * 10_000n;

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
