/** What acts and views read alike: the chart of accounts of the school, and the entries of open periods up to a day. */
import type { Performing, Unperformed } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Money } from "../law/money.ts";
import { bookedDays, closings, cutoffToBookBack, lastNumbers } from "./closings/store.ts";
import { bankFacts, debtorsToBook, refundedDebtors } from "./facts/store.ts";
import { lineFacts } from "./lines/store.ts";
import { soldParts, soldUntil } from "./income/store.ts";
import { type Chart, chartOf } from "./rules/chart.ts";
import { accruedFor, type AccruedFor, type Cutoff, cutoffs } from "./rules/cutoff.ts";
import { type Silent, withPerformed } from "./rules/debtor.ts";
import { firstOpenDay, openEntries } from "./rules/entries.ts";
import { type Numbered, numbered } from "./rules/extract.ts";
import { type Closed, type Facts, lineKey } from "./rules/facts.ts";
import { givenUpUntil } from "./rules/given-up.ts";

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
  { until, income = null }: { readonly until: Day; readonly income?: readonly Cutoff[] | null },
): Promise<Open> {
  const [last] = await closings(tx, 1);
  const facts: Facts = {
    debtors: await debtorsToBook(tx, { closed: last?.until ?? null }),
    bank: await bankFacts(tx, false),
    lines: await lineFacts(tx, false),
  };
  const closed = await closedWith(tx, facts, last?.until ?? null);
  const found = openEntries(chart, facts, { closed, cutoff: await cutoffToBookBack(tx) }, { until, income });
  return { entries: numbered(found.entries, await lastNumbers(tx)), silent: found.silent };
}

export type Income = {
  readonly cutoffs: readonly Cutoff[];
  /** Of each who pays for somebody in training, what is performed and not invoiced. */
  readonly accrued: readonly AccruedFor[];
  /** Of whom it cannot be said. */
  readonly unknown: readonly Unperformed[];
};

/** Income at a day: of what is booked by then, and of what is performed by the hours of those in training. */
export async function incomeAt(
  context: Pick<Performing<unknown>, "tx" | "law" | "decide" | "today" | "establishment" | "payee" | "performed">,
  chart: Chart,
  on: Day,
): Promise<Income> {
  const { tx } = context;
  const [last] = await closings(tx, 1);
  const until = last?.until ?? null;
  const firstOpen = firstOpenDay({ until });
  const { performed, unknown } = await context.performed(context, on);
  const debtors = await debtorsToBook(tx, await refundedDebtors(tx));
  const closed = await closedWith(tx, { debtors, bank: [] }, until);
  const sold = [
    ...(await soldUntil(tx, { on, firstOpen })),
    ...debtors.flatMap((one) => givenUpUntil(one, closed, on)),
  ];
  const parts = await soldParts(tx, { on, firstOpen, of: performed.map(({ about }) => about) });
  return {
    cutoffs: cutoffs(chart, { sold, parts, performed }, on),
    accrued: accruedFor({ parts, performed }, on),
    unknown,
  };
}

/** What of these facts is booked, and on which day. */
export async function closedWith(tx: Tx, { debtors, bank, lines = [] }: Facts, until: Day | null): Promise<Closed> {
  if (until === null) return { until, booked: new Map() };
  const facts = debtors.flatMap((debtor) => withPerformed(debtor, until));
  const ofLines = lines.flatMap(({ payments, takenBack, told }) => [...payments, ...takenBack, ...told]);
  const came = facts.flatMap((fact) => (fact.kind === "payment" && fact.line ? lineKey(fact.line) : []));
  const keys = [...new Set([...[...facts, ...bank, ...lines, ...ofLines].map(({ key }) => key), ...came])];
  return { until, booked: await bookedDays(tx, keys) };
}
