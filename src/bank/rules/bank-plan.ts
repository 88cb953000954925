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

type TwinFacts = Pick<PlanFacts, "keys" | "recorded" | "sameWithin">;
/** Records of what was paid alike, the latest first: the earliest is taken from the end. */
type Lists = ReadonlyMap<string, { readonly day: number; readonly place: number }[]>;

/**
 * Whether a line may be a transfer that was recorded before; each of those is one line of the file at most. Lines are asked about
 * day by day: what is too early for one is so for all that follow. Each record is looked at once, however many are alike.
 */
export function twinsIn({ keys, recorded, sameWithin }: TwinFacts): (line: BankLine, match: Exact) => boolean {
  const inFile = new Set<string | null>(keys);
  const others = recorded
    .filter(({ key }) => !inFile.has(key))
    .toSorted((a, b) => compare(a.on, b.on))
    .map(({ key, on, amount, charges }, place) => {
      return { paid: paidKey(amount, charges), hand: key === null, day: dayNumber(on), place };
    })
    .toReversed();
  const lists = (hand: boolean): Lists =>
    Map.groupBy(
      others.filter((one) => one.hand === hand),
      ({ paid }) => paid,
    );
  const [byHand, fromFiles] = [lists(true), lists(false)];
  return (line, { shares }) => {
    const day = dayNumber(line.bookedOn);
    const take = (paid: string, ...from: readonly Lists[]) => {
      const left = from.map((one) => one.get(paid) ?? []);
      for (const list of left) while (list.length > 0 && list.at(-1)!.day < day - sameWithin) list.pop();
      const [first] = left.filter((list) => list.length > 0).toSorted((a, b) => a.at(-1)!.place - b.at(-1)!.place);
      if (first === undefined || first.at(-1)!.day > day + sameWithin) return false;
      first.pop();
      return true;
    };
    const whole = paidKey(
      line.amount,
      shares.map(({ charge }) => charge),
    );
    // By hand a transfer for two charges is recorded as two.
    const parts = () => shares.map(({ amount, charge }) => take(paidKey(amount, [charge]), byHand)).includes(true);
    return take(whole, byHand, fromFiles) || parts();
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
