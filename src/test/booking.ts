/** Facts of one debtor for the rules of the books, and their entries in short. */
import type { Chart } from "../books/rules/chart.ts";
import type { Entry } from "../books/rules/debtor.ts";
import { openEntries } from "../books/rules/entries.ts";
import type { BankFact, Closed, DebtorFact, Sale, SaleFact } from "../books/rules/facts.ts";
import type { Day } from "../kit/day.ts";

type Means = "transfer" | "cheque" | "online" | "cash";
const NOT_CLOSED: Closed = { until: null, booked: new Map() };
const TRAINING: Sale = { nature: "training", source: "opco", ahead: false, period: null };

const of = <K extends string>(kind: K, name: string, on: Day) => ({
  kind,
  key: `${kind}:${name}`,
  on,
  piece: name,
  pieceOn: on,
});

export const fact = {
  charge: (
    name: string,
    on: Day,
    gross: number,
    { tax = 0, ...sale }: Partial<Sale> & { readonly tax?: number } = {},
  ): DebtorFact => ({
    ...of("charge", name, on),
    charge: name,
    dueOn: on,
    gross,
    tax,
    sale: { ...TRAINING, ...sale },
    called: null,
  }),
  credit: (name: string, on: Day, charge: string, gross: number, tax = 0): DebtorFact => ({
    ...of("credit", name, on),
    id: name,
    charge,
    gross,
    tax,
  }),
  creditReversed: (credit: string, on: Day): DebtorFact => ({ ...of("credit-reversed", credit, on), credit }),
  payment: (
    name: string,
    on: Day,
    amount: number,
    { charge = null, means = "transfer" }: { readonly charge?: string | null; readonly means?: Means } = {},
  ): DebtorFact => ({ ...of("payment", name, on), id: name, amount, charge, means }),
  bounced: (payment: string, on: Day): DebtorFact => ({ ...of("bounced", payment, on), payment }),
  takenBack: (payment: string, on: Day): DebtorFact => ({ ...of("taken-back", payment, on), payment }),
  refund: (name: string, on: Day, charge: string, amount: number): DebtorFact => ({
    ...of("refund", name, on),
    id: name,
    charge,
    from: null,
    amount,
    means: "transfer",
  }),
  refundFailed: (refund: string, on: Day): DebtorFact => ({ ...of("refund-failed", refund, on), refund }),
  adjustment: (name: string, on: Day, charge: string, amount: number, reason: "rounding" | "bad-debt"): DebtorFact => ({
    ...of("adjustment", name, on),
    id: name,
    charge,
    amount,
    reason,
  }),
  slip: (name: string, on: Day, amount: number): BankFact => ({ ...of("banked", name, on), amount }),
};

export function debtorWith(facts: readonly DebtorFact[], debtor = "payer:a") {
  return { debtor, auxiliary: "AMAND", name: "Les Amandiers", byReference: false, facts };
}

export type Booking = {
  readonly bank?: readonly BankFact[];
  readonly until?: Day;
  readonly closed?: Closed;
  readonly yearEnd?: boolean;
};

export function booked(
  chart: Chart,
  facts: readonly DebtorFact[],
  { bank = [], until = "2199-12-31", closed = NOT_CLOSED, yearEnd = false }: Booking = {},
): Entry[] {
  const books = { closed, cutoff: null };
  return [
    ...openEntries(chart, { debtors: [debtorWith(facts)], bank }, books, {
      until,
      sales: yearEnd ? facts.filter(isSale) : null,
    }).entries,
  ];
}

export function isSale(fact: DebtorFact): fact is SaleFact {
  return fact.kind === "charge" || fact.kind === "credit" || fact.kind === "credit-reversed";
}

/** «VE 2027-01-10 F-1: 411000 100, 706090 -100». */
export function inShort(chart: Chart, entries: readonly Entry[]): string[] {
  return entries.map(({ journal, on, piece, lines }) => {
    const said = lines.map(({ account, debit, credit }) => `${account} ${debit - credit}`);
    return `${chart.journal(journal).code} ${on} ${piece}: ${said.join(", ")}`;
  });
}
