/** Compares what was booked with what its facts give again. */
import type { Use } from "./chart.ts";
import type { Entry } from "./debtor.ts";

/**
 * The facts that are booked otherwise. What a debtor owes and its advances are compared together: which of them a payment serves may be seen
 * otherwise since an account took the charge over.
 */
export function sameBooked(again: readonly Entry[], frozen: readonly Entry[]): string[] {
  const then = sumsOf(frozen);
  return [...sumsOf(again)].flatMap(([fact, sums]) => (sums === (then.get(fact) ?? "") ? [] : [`books_entry ${fact}`]));
}

function sumsOf(entries: readonly Entry[]): Map<string, string> {
  return new Map(
    [...Map.groupBy(entries, ({ fact }) => fact)].map(([fact, all]) => {
      const sums = new Map<string, number>();
      for (const { use, debit, credit } of all.flatMap(({ lines }) => lines)) {
        const side = OWN.includes(use) ? "debtor" : use;
        sums.set(side, (sums.get(side) ?? 0) + debit - credit);
      }
      const said = [...sums].filter(([, sum]) => sum !== 0).map(([use, sum]) => `${use} ${String(sum)}`);
      return [fact, said.sort().join(", ")];
    }),
  );
}

const OWN: readonly Use[] = ["customers", "advances"];
