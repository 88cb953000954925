/**
 * For which invoice each amount stands on the account of what a debtor owes (411), so that it is lettered invoice by invoice: a transfer of
 * 300 that pays 100 of one and 200 of another is two lines. What the ledger moves from one invoice to another is booked between the two.
 */
import type { JournalUse } from "../../law/accounts.ts";
import type { Use } from "./chart.ts";
import type { Owed } from "./facts.ts";

export type Amounts = readonly (readonly [use: Use, amount: number, settles?: string | null])[];
export type Part = {
  readonly journal: JournalUse;
  readonly words: string;
  readonly amounts: Amounts;
  /** What it adds to what payments have left. */
  readonly advances: number;
  /** The invoices that it is about, the first first. */
  readonly about: readonly string[];
};

export function entryPart(
  journal: JournalUse,
  words: string,
  amounts: Amounts,
  about: readonly (string | null)[] = [],
): Part {
  const advances = amounts.reduce((sum, [use, amount]) => (use === "advances" ? sum - amount : sum), 0);
  return { journal, words, amounts, advances, about: about.filter((one) => one !== null) };
}

/** `moved`: how much more is owed of each invoice after all parts than before the first. The last of them takes what the others left. */
export function settled(parts: readonly Part[], moved: Owed): Part[] {
  const left = new Map(moved);
  const last = parts.findLastIndex(({ amounts }) => amounts.some(([use]) => use === "customers"));
  if (last === -1) return [...parts, entryPart("other", "Imputé sur une autre facture", rest(0, left))];
  return parts.map((part, at) => ({
    ...part,
    amounts: part.amounts.flatMap((amount): Amounts => {
      if (amount[0] !== "customers") return [amount];
      return at === last ? rest(amount[1], left) : taken(amount[1], left, part.about);
    }),
  }));
}

/** All that is left, whose sum differs from the amount where something is of no invoice. */
function rest(amount: number, left: Owed): Amounts {
  const by = new Map(left);
  const known = [...left.values()].reduce((sum, one) => sum + one, 0);
  by.set(null, (by.get(null) ?? 0) + amount - known);
  return lines(by);
}

/** Takes from what is left on the same side, from the invoices that a part is about first. */
function taken(amount: number, left: Map<string | null, number>, about: readonly string[]): Amounts {
  const by = new Map<string | null, number>();
  let open = amount;
  const take = (of: string | null, some: number) => {
    by.set(of, (by.get(of) ?? 0) + some);
    left.set(of, (left.get(of) ?? 0) - some);
    open -= some;
  };
  for (const of of new Set([...about, ...left.keys()])) {
    const there = left.get(of) ?? 0;
    if (open !== 0 && Math.sign(there) === Math.sign(open))
      take(of, Math.sign(open) * Math.min(Math.abs(open), Math.abs(there)));
  }
  if (open !== 0) take(about[0] ?? null, open);
  return lines(by);
}

function lines(by: Owed): Amounts {
  return [...by].flatMap(([of, amount]): Amounts => (amount === 0 ? [] : [["customers", amount, of]]));
}
