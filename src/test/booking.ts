/** Facts of one debtor for the rules of the books, and their entries in short. */
import type { Chart } from "../books/rules/chart.ts";
import type { Entry } from "../books/rules/debtor.ts";
import { firstOpenDay, openEntries } from "../books/rules/entries.ts";
import { cutoffs, type Sold, type SoldPart } from "../books/rules/cutoff.ts";
import { type BankFact, type Closed, dated, type DebtorFact, type FactOf, type Sale } from "../books/rules/facts.ts";
import { givenUpUntil } from "../books/rules/given-up.ts";
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
  kept: (name: string, on: Day, from: string, amount: number): DebtorFact => ({
    ...of("refund", name, on),
    id: name,
    charge: null,
    from,
    amount,
    means: "kept",
  }),
  givenBack: (name: string, on: Day, from: string, amount: number): DebtorFact => ({
    ...of("refund", name, on),
    id: name,
    charge: null,
    from,
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
      income: yearEnd ? incomeOf(chart, facts, until) : null,
    }).entries,
  ];
}

/** Income at a day of one debtor, as the store reads it. */
export function incomeOf(chart: Chart, facts: readonly DebtorFact[], on: Day, closed: Closed = NOT_CLOSED) {
  const all = soldBy(facts, closed);
  const sold = [...all.filter((one) => one.on <= on), ...givenUpUntil(debtorWith(facts), closed, on)];
  const parts = all.filter((one) => one.on > on && one.sale.nature === "training");
  return cutoffs(
    chart,
    { sold, parts: parts.map((one): SoldPart => ({ ...one, about: "contract:a" })), performed: [] },
    on,
  );
}

function soldBy(facts: readonly DebtorFact[], closed: Closed): Sold[] {
  const of = <K extends DebtorFact["kind"]>(kind: K) => facts.filter((one): one is FactOf<K> => one.kind === kind);
  const charges = new Map(of("charge").map((one) => [one.charge, one]));
  const credits = new Map(of("credit").map((one) => [one.id, one]));
  return dated(facts, closed, firstOpenDay(closed)).flatMap(({ fact: one, bookedOn: on }): Sold[] => {
    if (one.kind === "charge") return [{ sale: one.sale, on, net: one.gross - one.tax }];
    if (one.kind === "credit") return [{ sale: charges.get(one.charge)!.sale, on, net: one.tax - one.gross }];
    if (one.kind !== "credit-reversed") return [];
    const { charge, gross, tax } = credits.get(one.credit)!;
    return [{ sale: charges.get(charge)!.sale, on, net: gross - tax }];
  });
}

/** «VE 2027-01-10 F-1: 411000 100, 706090 -100». */
export function inShort(chart: Chart, entries: readonly Entry[]): string[] {
  return entries.map(({ journal, on, piece, lines }) => {
    const said = lines.map(({ account, debit, credit }) => `${account} ${debit - credit}`);
    return `${chart.journal(journal).code} ${on} ${piece}: ${said.join(", ")}`;
  });
}
