/**
 * Income at a day, by who pays: what was invoiced and is performed after it (deferred), what is performed and was invoiced after it (accrued).
 * Cents, in proportion to the days of the period of each invoice; a credit bears its invoice's period.
 */
import type { Day } from "../../kit/day.ts";
import { part } from "../../kit/parts.ts";
import type { Chart, Use } from "./chart.ts";
import type { FactOf, Sale, SaleFact } from "./facts.ts";
import { daysUntil } from "./performed.ts";

export type Cutoff = {
  /** The income account of the line of the yearly declaration. */
  readonly income: Use;
  /** Issued until the day, without tax. */
  readonly invoiced: number;
  /** Performed until the day, whenever it is invoiced: what the yearly declaration counts. */
  readonly performed: number;
  readonly deferred: number;
  /** The part of it invoiced before its period began, which stands as an advance. */
  readonly ahead: number;
  readonly accrued: number;
};

/** Of training and fees alone: what is another body's and indemnities are in no line. */
export function cutoffs(chart: Chart, sales: readonly SaleFact[], on: Day): Cutoff[] {
  const sums = new Map<Use, Cutoff>();
  for (const { sale, issuedOn, net } of soldBy(sales)) {
    if (sale.nature !== "training" && sale.nature !== "fees") continue;
    const income = chart.incomeOf(sale);
    const before = sums.get(income) ?? { income, invoiced: 0, performed: 0, deferred: 0, ahead: 0, accrued: 0 };
    sums.set(income, added(before, { sale, issuedOn, net }, on));
  }
  return [...sums.values()].sort((a, b) => a.income.localeCompare(b.income, "en", { numeric: true }));
}

type Sold = { readonly sale: Sale; readonly issuedOn: Day; readonly net: number };

function added(sum: Cutoff, { sale, issuedOn, net }: Sold, on: Day): Cutoff {
  const issued = issuedOn <= on;
  const { until, days } = sale.period ? daysUntil(sale.period, on) : { until: issued ? 1 : 0, days: 1 };
  const performed = part(net, until, days);
  return {
    income: sum.income,
    invoiced: sum.invoiced + (issued ? net : 0),
    performed: sum.performed + performed,
    deferred: sum.deferred + (issued && !sale.ahead ? net - performed : 0),
    ahead: sum.ahead + (issued && sale.ahead ? net - performed : 0),
    accrued: sum.accrued + (issued ? 0 : performed),
  };
}

/** Charges come first, then their credits. */
function soldBy(sales: readonly SaleFact[]): Sold[] {
  const charges = new Map<string, FactOf<"charge">>();
  const credits = new Map<string, FactOf<"credit">>();
  return sales.flatMap((fact): Sold[] => {
    if (fact.kind === "charge") {
      charges.set(fact.charge, fact);
      return [{ sale: fact.sale, issuedOn: fact.on, net: fact.gross - fact.tax }];
    }
    if (fact.kind === "credit") {
      credits.set(fact.id, fact);
      return [{ sale: charges.get(fact.charge)!.sale, issuedOn: fact.on, net: fact.tax - fact.gross }];
    }
    const { charge, gross, tax } = credits.get(fact.credit)!;
    return [{ sale: charges.get(charge)!.sale, issuedOn: fact.on, net: gross - tax }];
  });
}
