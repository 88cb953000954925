/**
 * Income at a day, by who pays, in cents without tax: what is invoiced, and what of it is performed by the days of each invoice's period, as the
 * yearly declaration counts it; what is invoiced and performed after the day (deferred); what is performed and not invoiced by then (accrued).
 *
 * What later rooms know to be performed, by the hours of a person, takes the place of the days of invoices that came after the day: 10 000
 * attended of 42 000 minutes at 1 176 000, of which nothing is invoiced, are 280 000 accrued.
 */
import type { Performed } from "../../act/act.ts";
import { comesTo } from "../../decisions/bpf/rule.ts";
import type { Day } from "../../kit/day.ts";
import { part } from "../../kit/parts.ts";
import type { Chart, Use } from "./chart.ts";
import type { Sale } from "./facts.ts";

export type Cutoff = {
  /** The income account of the line of the yearly declaration. */
  readonly income: Use;
  /** Booked until the day as sold, less what lowers it: the account of income, and that of down payments, before any cut. */
  readonly invoiced: number;
  /** Of what is invoiced and of what is accrued. */
  readonly performed: number;
  readonly deferred: number;
  /** The part of it invoiced before its period began, which stands as an advance. */
  readonly ahead: number;
  readonly accrued: number;
};

/** Something sold, or lowered (negative), with the day on which it is booked. Several of one period that is wholly over or to come may be one. */
export type Sold = {
  readonly sale: Pick<Sale, "nature" | "source" | "ahead" | "period">;
  readonly on: Day;
  readonly net: number;
};

/** What of an invoice of training, or of a credit, is for whom. */
export type SoldPart = Sold & { readonly about: string };

/** What is accrued for one who pays for somebody: what is performed since the beginning, less what of it is invoiced. */
export type AccruedFor = Performed & { readonly invoiced: number; readonly accrued: number };

export type AtADay = {
  /** What is booked until the day. */
  readonly sold: readonly Sold[];
  /** Of what is booked after it; and all of those of whom it is known what is performed. */
  readonly parts: readonly SoldPart[];
  readonly performed: readonly Performed[];
};

export function cutoffs(chart: Chart, { sold, parts, performed }: AtADay, on: Day): Cutoff[] {
  const sums = new Map<Use, Cutoff>();
  const add = (sale: Sold["sale"], more: Partial<Cutoff>) => {
    if (!isIncome(sale)) return;
    const income = chart.incomeOf(sale);
    const sum = sums.get(income) ?? { income, invoiced: 0, performed: 0, deferred: 0, ahead: 0, accrued: 0 };
    sums.set(income, {
      income,
      invoiced: sum.invoiced + (more.invoiced ?? 0),
      performed: sum.performed + (more.performed ?? 0),
      deferred: sum.deferred + (more.deferred ?? 0),
      ahead: sum.ahead + (more.ahead ?? 0),
      accrued: sum.accrued + (more.accrued ?? 0),
    });
  };
  for (const one of sold) {
    const { sale, net } = one;
    const over = performedOf(one, on);
    add(sale, { invoiced: net, performed: over, [sale.ahead ? "ahead" : "deferred"]: net - over });
  }
  for (const { sale, net } of accruals({ parts, performed }, on)) add(sale, { performed: net, accrued: net });
  return [...sums.values()].sort((a, b) => a.income.localeCompare(b.income, "en", { numeric: true }));
}

/** By the hours of those of whom they are known; of others, by the days of what is booked after the day. */
function accruals({ parts, performed }: Omit<AtADay, "sold">, on: Day): Omit<Sold, "on">[] {
  const known = new Set(performed.map(keyOf));
  const byHours = accruedFor({ parts, performed }, on).map(({ source, accrued }) => ({
    sale: { nature: "training" as const, source, ahead: false, period: null },
    net: accrued,
  }));
  const byDays = parts
    .filter((one) => one.on > on && !known.has(keyOfPart(one)))
    .map((one) => ({ sale: one.sale, net: performedOf(one, on) }));
  return [...byHours, ...byDays];
}

/** What is invoiced counts for the days of its period that are over; where that is more than the hours, nothing is accrued. */
export function accruedFor({ parts, performed }: Omit<AtADay, "sold">, on: Day): AccruedFor[] {
  const invoiced = new Map<string, number>();
  for (const one of parts) {
    const key = keyOfPart(one);
    if (one.on <= on) invoiced.set(key, (invoiced.get(key) ?? 0) + performedOf(one, on));
  }
  return performed.map((one) => {
    const before = invoiced.get(keyOf(one)) ?? 0;
    return { ...one, invoiced: before, accrued: Math.max(0, one.net - before) };
  });
}

function keyOf({ about, source }: Pick<Performed, "about" | "source">): string {
  return `${about} ${source}`;
}

function keyOfPart({ about, sale }: SoldPart): string {
  return keyOf({ about, source: sale.source ?? "" });
}

/** Of training and fees alone: what is another body's and indemnities are in no line. */
function isIncome({ nature }: Sold["sale"]): boolean {
  return nature === "training" || nature === "fees";
}

/** Without a period it is performed when it is sold. */
function performedOf({ sale, on: soldOn, net }: Sold, on: Day): number {
  const document = { kind: "invoice" as const, amount: net, on: soldOn, ...(sale.period && { period: sale.period }) };
  return comesTo(document, { to: on });
}

/** What of an amount with the tax is left without it, in the proportion of its document. */
export function netOf(amount: number, { net, gross }: { readonly net: number; readonly gross: number }): number {
  return part(amount, net, gross);
}
