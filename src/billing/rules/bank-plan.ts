/**
 * What the import of a file will do: which of its lines are new, and what each of them pays. Shown before confirming, and
 * done by the act, from the same function.
 */
import type { BankLine } from "./bank-line.ts";
import { type KnownCharge, type Match, matchLine } from "./matching.ts";

export type Planned = {
  readonly key: string;
  readonly line: BankLine;
  readonly match: Match;
  /** Brought by an earlier file already, which left it in doubt: this one settles it. */
  readonly stored: boolean;
};

export type PlanFacts = {
  readonly lines: readonly BankLine[];
  /** One a line: `lineKeys`, or a hash of each. */
  readonly keys: readonly string[];
  /** Keys of lines that an earlier file brought, and whether they still wait to be matched. */
  readonly stored: ReadonlyMap<string, "open" | "settled">;
  readonly byReference: ReadonlyMap<string, KnownCharge>;
  readonly open: readonly KnownCharge[];
  /** How many lines already paid charges, by `paidKey`. */
  readonly recorded: ReadonlyMap<string, number>;
};

/** What two lines that may be one have in common: their day, their amount, and the charges that they pay. */
export function paidKey(
  { bookedOn, amount }: Pick<BankLine, "bookedOn" | "amount">,
  charges: readonly string[],
): string {
  return [bookedOn, amount, ...charges.toSorted()].join(" ");
}

/**
 * What is to be done, line by line. The same transfer may come twice under two keys, in a camt.053 file and in a CSV file:
 * of the lines of one day and amount for the same charges, no more count by themselves than the fullest file has.
 */
export function planImport({ lines, keys, stored, byReference, open, recorded }: PlanFacts): Planned[] {
  const matched = lines.map((line, at): Planned => {
    const key = keys[at]!;
    return { line, key, match: matchLine(line, byReference, open), stored: stored.has(key) };
  });
  const inFile = Map.groupBy(matched, groupOf);
  const left = new Map([...inFile].map(([group, all]) => [group, all.length - (recorded.get(group ?? "") ?? 0)]));
  return matched.flatMap((one) => {
    if (stored.get(one.key) === "settled") return [];
    const group = groupOf(one);
    if (one.match.kind !== "exact" || group === undefined) return one.stored ? [] : [one];
    const free = left.get(group)!;
    left.set(group, free - 1);
    if (free > 0) return [one];
    return one.stored ? [] : [{ ...one, match: twin(one.match) }];
  });
}

function groupOf({ line, match }: Planned): string | undefined {
  if (match.kind !== "exact") return undefined;
  return paidKey(
    line,
    match.shares.map(({ charge }) => charge),
  );
}

function twin({ shares }: Extract<Match, { kind: "exact" }>): Match {
  return { kind: "proposed", proposals: shares.map((share) => ({ ...share, why: ["reference", "twin"] })) };
}
