/** The entries of a period for the accountant: their sums by account, the extract, and what is closed. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { refundsUnseen } from "../bank/refunds-unseen.ts";
import { undecided } from "../billing/undecided.ts";
import { closed } from "../kit/shapes.ts";
import { DaySchema } from "../law/entry.ts";
import { closings, entriesBetween, entriesOfDebtors } from "./closings/store.ts";
import { bookedAs } from "./facts/store.ts";
import { countLines } from "./lines/store.ts";
import * as output from "./output.ts";
import { chartIn, incomeAt, openUntil } from "./reading.ts";
import type { Chart } from "./rules/chart.ts";
import { firstOpenDay } from "./rules/entries.ts";
import { totalOf } from "./rules/fingerprint.ts";
import { countEntries, letters, type Numbered, rows } from "./rules/extract.ts";

const SHOWN = 24;
const Period = Type.Object({ from: DaySchema, to: DaySchema }, closed);
type Period = { readonly from: Day; readonly to: Day };

export const seeBooks = defineView({
  name: "seeBooks",
  label: { fr: "Voir les écritures d’une période", en: "See the entries of a period" },
  who: "see the accounts",
  form: Period,
  output: output.seeBooks,
  async read(context) {
    const { tx, input } = context;
    const chart = chartIn(context);
    const done = await closings(tx, SHOWN);
    if (!chart) return { entries: 0, open: 0, sums: [], closings: done };
    const { entries } = await periodOf(tx, chart, input);
    return {
      entries: countEntries(entries),
      open: countEntries(entries.filter(({ closedOn }) => closedOn === null)),
      sums: sumsOf(entries),
      closings: done,
    };
  },
});

/** Until when the accounts are closed; what is dated before is booked on the first open day. */
export const seeFirstOpenDay = defineView({
  name: "seeFirstOpenDay",
  label: { fr: "Voir jusqu’à quel jour les comptes sont clos", en: "See until which day the accounts are closed" },
  who: "see the accounts",
  form: Type.Object({}, closed),
  output: output.seeFirstOpenDay,
  async read({ tx }) {
    const [last] = await closings(tx, 1);
    return last ? { closedUntil: last.until, firstOpen: firstOpenDay(last) } : { closedUntil: null, firstOpen: null };
  },
});

/** What is invoiced, performed, deferred and accrued on a day, since the beginning. */
export const seeIncome = defineView({
  name: "seeIncome",
  label: { fr: "Voir les produits à un jour", en: "See the income at a day" },
  who: "see the accounts",
  form: Type.Object({ on: DaySchema }, closed),
  output: output.seeIncome,
  async read(context) {
    const chart = chartIn(context);
    if (!chart) return undefined;
    const { cutoffs, accrued, unknown } = await incomeAt(context, chart, context.input.on);
    return {
      cutoffs: cutoffs.map(({ income, ...sums }) => {
        const { account, name } = chart.line(income, 0, null);
        return { account, name, ...sums };
      }),
      accrued: accrued
        .filter((one) => one.accrued > 0)
        .map(({ source, name, called, done, planned, net, invoiced, accrued: due }) => ({
          name,
          called,
          done,
          planned,
          net,
          invoiced,
          accrued: due,
          source: context.payee!.money!.payers.find(({ payer }) => payer === source)!.label,
        })),
      unknown: [...unknown],
    };
  },
});

/** What a closing begins after, and those before it. */
export const seeClosing = defineView({
  name: "seeClosing",
  label: { fr: "Voir les clôtures", en: "See the closings" },
  who: "keep the accounts",
  /** `until`: what closing until then would freeze; `yearEnd`: with what the end of an accounting year books besides. */
  form: Type.Object({ until: Type.Optional(DaySchema), yearEnd: Type.Optional(Type.Boolean()) }, closed),
  output: output.seeClosing,
  async read(context) {
    const { tx, input } = context;
    const chart = chartIn(context);
    if (!chart) return undefined;
    const done = await closings(tx, SHOWN);
    const closedUntil = done[0]?.until ?? null;
    const counted =
      input.until === undefined
        ? null
        : await countedUntil(context, chart, { closedUntil, until: input.until, yearEnd: input.yearEnd ?? false });
    return { closedUntil, closings: done, counted };
  },
});

async function countedUntil(
  context: Parameters<typeof incomeAt>[0],
  chart: Chart,
  { closedUntil, until, yearEnd }: { closedUntil: Day | null; until: Day; yearEnd: boolean },
) {
  const { tx } = context;
  const { lines, waiting, amount } = await countLines(tx, { after: closedUntil ?? FIRST, until });
  const { accrued, unknown, cutoffs } = await incomeAt(context, chart, until);
  const { entries } = await openUntil(tx, chart, { until, income: yearEnd ? cutoffs : null });
  const due = accrued.filter((one) => one.accrued > 0);
  const toInvoice = { count: due.length, amount: due.reduce((sum, one) => sum + one.accrued, 0) };
  const before = {
    toInvoice,
    unknown: unknown.length,
    refunds: await refundsUnseen(tx, until),
    ...(await undecided(tx)),
  };
  return { entries: countEntries(entries), total: totalOf(entries), lines, waiting, amount, before };
}

/** Before any entry of a bank. */
const FIRST = "1900-01-01";

/** In the eighteen columns of accounting files. */
export const exportBooks = defineView({
  name: "exportBooks",
  label: { fr: "Extraire les écritures d’une période", en: "Extract the entries of a period" },
  who: "see the accounts",
  form: Period,
  output: output.exportBooks,
  async read(context) {
    const { tx, input } = context;
    const chart = chartIn(context);
    if (!chart) return { rows: [] };
    const found = await periodOf(tx, chart, input);
    return { rows: rows(chart, found.entries, await letteredWith(tx, found, input.to)) };
  },
});

/** Closed ones first, then open ones: chronological in both. `open`: what is not closed, and what came before the period. */
async function periodOf(
  tx: Tx,
  chart: Chart,
  { from, to }: Period,
): Promise<{ readonly entries: readonly Numbered[]; readonly open: readonly Numbered[] }> {
  const frozen = await entriesBetween(tx, from, to);
  const [last] = await closings(tx, 1);
  const open = last && to <= last.until ? [] : (await openUntil(tx, chart, { until: to })).entries;
  return { entries: [...frozen, ...open.filter(({ on }) => on >= from)], open };
}

/** These and what came before them of the same debtors are lettered together. */
async function letteredWith(tx: Tx, { entries, open }: Awaited<ReturnType<typeof periodOf>>, to: Day) {
  const debtors = [...new Set(entries.flatMap(({ debtor }) => debtor ?? []))];
  const before = await entriesOfDebtors(tx, await bookedAs(tx, debtors), to);
  const shown = new Map(entries.map((one) => [placeOf(one), one]));
  // The same lines, so that their letters are found by them.
  return letters([...before.map((one) => shown.get(placeOf(one)) ?? one), ...open]);
}

function placeOf({ fact, place }: Numbered): string {
  return `${fact}/${String(place)}`;
}

function sumsOf(entries: readonly Numbered[]) {
  const sums = new Map<string, { account: string; name: string; debit: number; credit: number }>();
  for (const { account, name, debit, credit } of entries.flatMap(({ lines }) => lines)) {
    const sum = sums.get(account) ?? { account, name, debit: 0, credit: 0 };
    sums.set(account, { account, name, debit: sum.debit + debit, credit: sum.credit + credit });
  }
  return [...sums.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
}
