/** The output schemas of the books. */
import { Type } from "typebox";
import { Cents, Day, named, orNull, Words } from "../kit/output.ts";
import { Id } from "../kit/shapes.ts";
import { COLUMNS } from "./rules/extract.ts";

const Count = Type.Integer();

export const closeBooks = Type.Object({ closing: Id, entries: Count });

const Sum = named("AccountSum", {
  account: Type.String(),
  name: Type.String(),
  debit: Cents,
  credit: Cents,
});
const Cutoff = named("IncomeAtADay", {
  account: Type.String(),
  name: Type.String(),
  invoiced: Cents,
  performed: Cents,
  deferred: Cents,
  ahead: Cents,
  accrued: Cents,
});
const Closing = named("BooksClosing", {
  id: Id,
  until: Day,
  yearEnd: Type.Boolean(),
  entries: Count,
  total: Cents,
  fingerprint: Type.String(),
  closedOn: Day,
  closedBy: Type.String(),
});

/** `open`: how many entries of the period are not closed. */
export const seeBooks = Type.Object({
  entries: Count,
  open: Count,
  sums: Type.Array(Sum),
  closings: Type.Array(Closing),
});

const Accrued = named("AccruedIncome", {
  name: Type.String(),
  called: Type.String(),
  source: Words,
  done: Count,
  planned: Count,
  net: Cents,
  invoiced: Cents,
  accrued: Cents,
});

/** `accrued`: by person and payer; `unknown`: of whom it cannot be said. */
export const seeIncome = Type.Object({
  cutoffs: Type.Array(Cutoff),
  accrued: Type.Array(Accrued),
  unknown: Type.Array(Type.Object({ name: Type.String(), called: Type.String(), why: Words })),
});

const CountedSum = named("CountedSum", { count: Count, amount: Cents });

/** `lines`: what came to the bank in the period; `waiting`: of all until its end, what is matched with nothing. */
const ClosingCounted = named("ClosingCounted", {
  entries: Count,
  total: Cents,
  lines: Count,
  waiting: Count,
  amount: Cents,
  /** What is better seen to first. `toInvoice`: performed and not invoiced, by person and payer; `refunds`: not on the bank’s statements. */
  before: Type.Object({
    toInvoice: CountedSum,
    unknown: Count,
    refunds: CountedSum,
    online: Count,
    proposals: Count,
  }),
});

export const seeClosing = Type.Object({
  closedUntil: orNull(Day),
  closings: Type.Array(Closing),
  counted: orNull(ClosingCounted),
});

export const noteHandedOn = Type.Object({ id: Id });
export const takeBackHandedOn = Type.Object({ amount: Cents });

/** `asked`: by invoices, less credits; `of`: of whom; `given`: what was handed on. */
export const seeHandedOn = Type.Object({
  asked: Cents,
  paid: Cents,
  handed: Cents,
  of: Type.Array(
    named("CollectedForAnother", {
      number: Type.String(),
      on: Day,
      name: Type.String(),
      called: Type.String(),
      amount: Cents,
      paid: Cents,
    }),
  ),
  given: Type.Array(
    named("HandedOn", {
      id: Id,
      on: Day,
      amount: Cents,
      payee: Type.String(),
      piece: Type.String(),
      by: Type.String(),
      takenBackOn: orNull(Day),
      takenBackWhy: orNull(Type.String()),
    }),
  ),
});

export const seeFirstOpenDay = Type.Object({ closedUntil: orNull(Day), firstOpen: orNull(Day) });

const Cell = Type.Union([Type.String(), Type.Integer()]);
export const exportBooks = Type.Object({
  rows: Type.Array(
    named(
      "BooksRow",
      Object.fromEntries(COLUMNS.map((column) => [column, Cell])) as Record<(typeof COLUMNS)[number], typeof Cell>,
    ),
  ),
});
