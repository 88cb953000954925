/**
 * What the import of a file will do: which of its lines are new, and what each of them pays. Shown before confirming, and
 * done by the act, from the same function.
 */
import { type Day, dayNumber } from "../../kit/day.ts";
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
  /** Transfers that were recorded for these charges before, from files or by hand. */
  readonly recorded: readonly Recorded[];
  /** How many days apart two records of one transfer may be. */
  readonly sameWithin: number;
  /** Charges of whoever imports, by id: what pays them is left to a colleague. */
  readonly own?: ReadonlySet<string>;
};

/** A transfer that paid charges: a line of an earlier file, or what a person recorded. */
export type Recorded = {
  /** Its key, where a file brought it. */
  readonly key: string | null;
  readonly on: Day;
  readonly amount: number;
  readonly charges: readonly string[];
};

/**
 * What is to be done, line by line. A reference decides, unless the money may be counted already, and then a person does:
 * - the same transfer may come under two keys, in a camt.053 file and in a CSV file, or have been recorded by hand: of the
 *   lines that one charge has for one amount within a few days, no more count by themselves than the fullest file has;
 * - nothing is left to pay of the charge, by what it had and by what the lines before in this file bring;
 * - the charge is of whoever imports: a file is easily written, and nobody treats their own money.
 */
export function planImport(facts: PlanFacts): Planned[] {
  const { lines, keys, stored, byReference, open, own = new Set<string>() } = facts;
  const doubtOf = ({ line }: Planned, match: Exact): Doubt | undefined => {
    // Asked of every line: each twin answers for one of them.
    const twin = twins(line, match);
    if (match.shares.some(({ charge }) => own.has(charge))) return "own";
    return twin ? "twin" : settled(match, balances);
  };
  const matched = lines.map((line, at): Planned => {
    const key = keys[at]!;
    return { line, key, match: matchLine(line, byReference, open), stored: stored.has(key) };
  });
  const decided = new Map<Planned, Match>();
  const twins = twinsIn(facts);
  const balances = new Map([...byReference.values()].map(({ id, balance }) => [id, balance]));
  for (const one of matched.toSorted(inOrder)) {
    if (stored.get(one.key) === "settled") continue;
    const why = one.match.kind === "exact" ? doubtOf(one, one.match) : undefined;
    decided.set(one, why === undefined ? one.match : inDoubt(one.match as Exact, why));
    if (why !== undefined || one.match.kind !== "exact") continue;
    for (const { charge, amount } of one.match.shares) balances.set(charge, balances.get(charge)! - amount);
  }
  return matched.flatMap((one) => {
    const match = decided.get(one);
    // A line that an earlier file left in doubt is nothing new, unless it is settled now.
    return match === undefined || (one.stored && match.kind !== "exact") ? [] : [{ ...one, match }];
  });
}

type Exact = Extract<Match, { kind: "exact" }>;

/** Whether a line may be a transfer that was recorded before; each of those is one line of the file at most. */
function twinsIn({ keys, recorded, sameWithin }: PlanFacts): (line: BankLine, match: Exact) => boolean {
  const inFile = new Set<string | null>(keys);
  const left = new Map(
    [
      ...Map.groupBy(
        recorded.filter(({ key }) => !inFile.has(key)),
        ({ amount, charges }) => paidKey(amount, charges),
      ),
    ].map(([key, all]) => [key, all.toSorted((a, b) => compare(a.on, b.on))]),
  );
  return (line, match) => {
    const charges = match.shares.map(({ charge }) => charge);
    const near = ({ on }: Recorded) => Math.abs(dayNumber(on) - dayNumber(line.bookedOn)) <= sameWithin;
    const take = (key: string, hand: boolean) => {
      const all = left.get(key) ?? [];
      const at = all.findIndex((one) => near(one) && (!hand || one.key === null));
      if (at >= 0) all.splice(at, 1);
      return at >= 0;
    };
    // By hand a transfer for two charges is recorded as two.
    const byHand = () => match.shares.map((one) => take(paidKey(one.amount, [one.charge]), true)).includes(true);
    return take(paidKey(line.amount, charges), false) || byHand();
  };
}

function paidKey(amount: number, charges: readonly string[]): string {
  return [amount, ...charges.toSorted()].join(" ");
}

function settled({ shares }: Exact, balances: ReadonlyMap<string, number>): "settled" | undefined {
  return shares.some(({ charge }) => balances.get(charge)! <= 0) ? "settled" : undefined;
}

type Doubt = "twin" | "settled" | "own";

function inDoubt({ shares }: Exact, why: Doubt): Match {
  return { kind: "proposed", proposals: shares.map((share) => ({ ...share, why: ["reference", why] })) };
}

/** Day by day, the largest first, whatever the order in which the file has them. */
function inOrder({ line: a, key }: Planned, { line: b, key: other }: Planned): number {
  return compare(a.bookedOn, b.bookedOn) || b.amount - a.amount || compare(key, other);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
