/** What acts and views read alike: the chart of accounts of the school, and the entries of open periods up to a day. */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Money } from "../law/money.ts";
import { bookedDays, closings, cutoffToBookBack, lastNumbers } from "./closings/store.ts";
import { allSales, bankFacts, debtorsToBook } from "./facts/store.ts";
import { type Chart, chartOf } from "./rules/chart.ts";
import { type Silent, withPerformed } from "./rules/debtor.ts";
import { openEntries } from "./rules/entries.ts";
import { type Numbered, numbered } from "./rules/extract.ts";
import type { Closed, Facts } from "./rules/facts.ts";

/** What a school’s file says of its accounts; undefined where it says nothing. */
export function chartIn({
  payee,
}: {
  readonly payee: { readonly money?: Money | undefined } | undefined;
}): Chart | undefined {
  return chartOf(payee?.money);
}

export type Open = { readonly entries: readonly Numbered[]; readonly silent: readonly Silent[] };

/** Numbered after what is closed. Numbers of a period that is open may still change. */
export async function openUntil(
  tx: Tx,
  chart: Chart,
  { until, yearEnd = false }: { readonly until: Day; readonly yearEnd?: boolean },
): Promise<Open> {
  const [last] = await closings(tx, 1);
  const facts: Facts = {
    debtors: await debtorsToBook(tx, { closed: last?.until ?? null }),
    bank: await bankFacts(tx, false),
  };
  const closed = await closedWith(tx, facts, last?.until ?? null);
  const found = openEntries(
    chart,
    facts,
    { closed, cutoff: await cutoffToBookBack(tx) },
    { until, sales: yearEnd ? await allSales(tx) : null },
  );
  return { entries: numbered(found.entries, await lastNumbers(tx)), silent: found.silent };
}

/** What of these facts is booked, and on which day. */
export async function closedWith(tx: Tx, { debtors, bank }: Facts, until: Day | null): Promise<Closed> {
  if (until === null) return { until, booked: new Map() };
  const facts = debtors.flatMap((debtor) => withPerformed(debtor, until));
  const keys = [...facts, ...bank].map(({ key }) => key);
  return { until, booked: await bookedDays(tx, keys) };
}
