/**
 * An invoice or a credit about to be issued: its number, its amount with the tax in it, when it is due, and what must stand on it.
 *
 * Totals are counted since the agreement began and what was invoiced is taken off, so that roundings never add up. Cents, minutes.
 */
import { addDays, type Day } from "../../kit/day.ts";
import { part } from "../../kit/parts.ts";
import type { CommonInput } from "../../law/decision.ts";
import type { Category, Money, PayerEntry, RegimeEntry, When } from "../../law/money.ts";
import type { Nature } from "../schedule/facts.ts";

export type Basis =
  | { readonly by: "agreed"; readonly amount: number }
  | {
      readonly by: "hours";
      readonly minutes: number;
      readonly rate: number;
      readonly before: number;
      readonly cap?: number;
    }
  | {
      readonly by: "completion";
      readonly agreed: number;
      readonly planned: number;
      readonly done: number;
      readonly before: number;
    };
/** The types of EN 16931: an invoice, one asked before the service. */
export const INVOICE_TYPES = [380, 386] as const;
/** Their credits. */
const CREDIT_OF = { 380: 381, 386: 503 } as const;
export const TYPES = [380, 386, 381, 503] as const;

type Credited = {
  readonly number: string;
  readonly on: Day;
  readonly amount: number;
  readonly credited: number;
  readonly vat: Category;
  readonly code?: string;
  readonly type: (typeof INVOICE_TYPES)[number];
};
export type InvoiceInput = CommonInput & {
  readonly kind: "invoice" | "credit";
  readonly series: string;
  readonly last?: { readonly number: number; readonly on: Day };
  readonly regime: string;
  readonly source: string;
  readonly nature?: Nature;
  readonly terms?: number;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly basis: Basis;
  readonly of?: Credited;
  readonly attestation?: { readonly number: string; readonly from: Day; readonly to?: Day };
};
export type InvoiceAnswer = {
  readonly number: string;
  readonly due: Day | null;
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
  readonly vat: { readonly category: Category; readonly rate: number; readonly code: string | null };
  readonly type: (typeof TYPES)[number];
  readonly mentions: readonly string[];
};

/** Reads the law once; the returned function is pure. The input must have passed `invoiceRejection`. */
export function invoiceRule(money: Money): (input: InvoiceInput) => InvoiceAnswer {
  const vatOf = vatRule(money);
  return (input) => {
    const { on, kind, source, terms, period, of } = input;
    const payer = money.payers.find((one) => one.payer === source)!;
    const gross = grossOf(input.basis);
    const vat = vatOf(input);
    const tax = part(gross, vat.rate, 100 + vat.rate);
    return {
      number: numberOf(input),
      due: kind === "credit" ? null : addDays(on, terms ?? payer.daysToPay),
      net: gross - tax,
      tax,
      gross,
      vat,
      type: of ? CREDIT_OF[of.type] : period.from > on ? 386 : 380,
      mentions: mentionsOf(money, payer, kind, vat.rate > 0),
    };
  };
}

/** What is asked, the tax in it: the agreed amount, or what hours or completion come to so far, less what was invoiced. */
export function grossOf(basis: Basis): number {
  if (basis.by === "agreed") return basis.amount;
  if (basis.by === "completion") return part(basis.agreed, basis.done, basis.planned) - basis.before;
  return Math.min(basis.cap ?? Infinity, part(basis.minutes, basis.rate, 60)) - basis.before;
}

/** The next number of its series: they begin again each year, without a gap. */
function numberOf({ series, on, last }: InvoiceInput): string {
  const year = on.slice(0, 4);
  const number = last?.on.startsWith(year) ? last.number + 1 : 1;
  return `${series}-${year}-${String(number).padStart(5, "0")}`;
}

/** The regime under which training, or anything else, is invoiced. */
export function regimeOf({ invoices }: Money, { nature = "training", regime }: InvoiceInput): RegimeEntry {
  const key = nature === "training" ? regime : invoices.otherwise;
  return invoices.regimes.find((one) => one.regime === key)!;
}

function vatRule(money: Money): (input: InvoiceInput) => InvoiceAnswer["vat"] {
  const rateOf = (category: Category) => money.invoices.regimes.find((one) => one.category === category)?.rate ?? 0;
  return (input) => {
    const { of } = input;
    if (of) return { category: of.vat, rate: rateOf(of.vat), code: of.code ?? null };
    const { category, rate, code } = regimeOf(money, input);
    return { category, rate, code: code ?? null };
  };
}

function mentionsOf({ invoices }: Money, payer: PayerEntry, kind: InvoiceInput["kind"], taxed: boolean): string[] {
  const holds: Readonly<Record<When, boolean>> = {
    business: payer.paper !== "contract",
    fund: payer.fund === true,
    public: payer.public === true,
    untaxed: !taxed,
    taxed,
    credit: kind === "credit",
    invoice: kind === "invoice",
  };
  return invoices.mentions.filter(({ when = [] }) => when.every((one) => holds[one])).map(({ mention }) => mention);
}
