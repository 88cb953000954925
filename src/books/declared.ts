/** What the yearly declaration asks of the books: what is performed beyond all invoices, and debts that a refund gave up. */
import type { Unperformed } from "../act/act.ts";
import { type Day, FIRST_DAY } from "../kit/day.ts";
import { closings } from "./closings/store.ts";
import { debtorsToBook, refundedDebtors } from "./facts/store.ts";
import { soldParts } from "./income/store.ts";
import { chartIn, closedWith, type incomeAt } from "./reading.ts";
import { accruedFor, type AccruedFor } from "./rules/cutoff.ts";
import { givenUpUntil } from "./rules/given-up.ts";

type Context = Parameters<typeof incomeAt>[0];

/** By who pays for whom. An invoice counts by its period, whatever its day: those issued after the day lower it too. */
export async function unbilledAt(
  context: Context,
  on: Day,
): Promise<{ readonly accrued: readonly AccruedFor[]; readonly unknown: readonly Unperformed[] }> {
  const { performed, unknown } = await context.performed(context, on);
  const of = performed.map(({ about }) => about);
  const parts = (await soldParts(context.tx, { on, firstOpen: FIRST_DAY, of })).map((one) =>
    one.on > on ? { ...one, on } : one,
  );
  return { accrued: accruedFor({ parts, performed }, on), unknown };
}

export type GivenUp = {
  readonly debtor: string;
  readonly name: string;
  readonly called: string;
  /** Null of fees. */
  readonly source: string | null;
  readonly amount: number;
};

/** Of training and fees, without tax: more was given back than was paid too much. Nothing where the school has no accounts. */
export async function givenUpAt({ tx, payee }: Pick<Context, "tx" | "payee">, on: Day): Promise<GivenUp[]> {
  if (!chartIn({ payee })) return [];
  const debtors = await debtorsToBook(tx, await refundedDebtors(tx));
  const [last] = await closings(tx, 1);
  const closed = await closedWith(tx, { debtors, bank: [] }, last?.until ?? null);
  return debtors.flatMap((one) => {
    const sums = new Map<string | null, number>();
    for (const { sale, net } of givenUpUntil(one, closed, on))
      if (sale.nature === "training" || sale.nature === "fees")
        sums.set(sale.source, (sums.get(sale.source) ?? 0) - net);
    const { debtor, name, auxiliary: called } = one;
    return [...sums].map(([source, amount]) => ({ debtor, name, called, source, amount }));
  });
}
