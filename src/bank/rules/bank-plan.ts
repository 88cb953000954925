/**
 * The plan of an import: which lines are new, and what each pays. Shown before confirming, and carried out by the act, from the same
 * function.
 */
import { type Day, dayNumber } from "../../kit/day.ts";
import type { BankLine } from "./bank-line.ts";
import { type KnownCharge, type Match, matchLine } from "./matching.ts";

export type Planned = {
  readonly key: string;
  readonly line: BankLine;
  readonly match: Match;
  /** An earlier file brought it and left it open: this one settles it. */
  readonly stored: boolean;
};

export type PlanFacts = {
  readonly lines: readonly BankLine[];
  /** One key per line: `lineKeys`, or a hash of each. */
  readonly keys: readonly string[];
  /** Keys of lines from earlier files, and whether they are still open. */
  readonly stored: ReadonlyMap<string, "open" | "settled">;
  readonly byReference: ReadonlyMap<string, KnownCharge>;
  readonly open: readonly KnownCharge[];
  /** Transfers recorded for these charges before, from files or by hand. */
  readonly recorded: readonly Recorded[];
  /** How many days apart two records of one transfer may be. */
  readonly sameWithin: number;
  /** Charges of the importing person, by id: lines that pay them are left to a colleague. */
  readonly own?: ReadonlySet<string>;
};

/** A transfer that paid charges: a line of an earlier file, or a manual record. */
export type Recorded = {
  /** Its key, if it came from a file. */
  readonly key: string | null;
  readonly on: Day;
  readonly amount: number;
  readonly charges: readonly string[];
  /** Of a manual record: whose it is, whichever of their charges it names. */
  readonly debtor?: string;
};

/**
 * The plan line by line. A reference decides, unless the money may be counted already; then a person does:
 * - the same transfer may come under two keys, from a camt.053 file and a CSV file, or have been recorded by hand for the same debtor: of a
 * charge's lines of one amount within a few days, no more count automatically than the fullest file has;
 * - nothing is left to pay of the charge, given its balance and the preceding lines of this file;
 * - the charge is the importing person's: a file is easily forged, and no one may handle their own money.
 */
export function planImport(facts: PlanFacts): Planned[] {
  const { lines, keys, stored, byReference, open, own = new Set<string>() } = facts;
  const doubtOf = ({ line }: Planned, match: Exact): Doubt | undefined => {
    // Asked for every line: each twin record accounts for one of them.
    const twin = twins(line, match);
    if (match.shares.some(({ charge }) => own.has(charge))) return "own";
    return twin ? "twin" : settled(match, balances);
  };
  const matched = lines.map((line, index): Planned => {
    const key = keys[index]!;
    return { line, key, match: matchLine(line, byReference, open), stored: stored.has(key) };
  });
  const decided = new Map<Planned, Match>();
  const debtors = new Map([...byReference.values()].map(({ id, debtor }) => [id, debtor]));
  const twins = twinsIn({ ...facts, debtorOf: (charge) => debtors.get(charge) });
  const balances = new Map([...byReference.values()].map(({ id, balance }) => [id, balance]));
  for (const candidate of matched.toSorted(inOrder)) {
    if (stored.get(candidate.key) === "settled") continue;
    const why = candidate.match.kind === "exact" ? doubtOf(candidate, candidate.match) : undefined;
    decided.set(candidate, why === undefined ? candidate.match : inDoubt(candidate.match as Exact, why));
    if (why !== undefined || candidate.match.kind !== "exact") continue;
    for (const { charge, amount } of candidate.match.shares) balances.set(charge, balances.get(charge)! - amount);
  }
  return matched.flatMap((candidate) => {
    const match = decided.get(candidate);
    // A line left open by an earlier file is not new, unless it is settled now.
    return match === undefined || (candidate.stored && match.kind !== "exact") ? [] : [{ ...candidate, match }];
  });
}

type Exact = Extract<Match, { kind: "exact" }>;

type TwinFacts = Pick<PlanFacts, "keys" | "recorded" | "sameWithin"> & {
  readonly debtorOf?: (charge: string) => string | undefined;
};
/** Records of equal payments, latest first: the earliest is popped from the end. */
type Lists = ReadonlyMap<string, { readonly day: number; readonly place: number }[]>;

/**
 * Whether a line may be a transfer recorded before; each record accounts for at most one line. Lines must come by day: a record too early
 * for one is too early for all that follow. Each record is examined once, however many are equal.
 */
export function twinsIn({
  keys,
  recorded,
  sameWithin,
  debtorOf = () => undefined,
}: TwinFacts): (line: BankLine, match: Exact) => boolean {
  // By hand a person may have named another charge of the same debtor, or none.
  const whose = (charges: readonly string[]) => [...new Set(charges.map((charge) => debtorOf(charge) ?? charge))];
  const inFile = new Set<string | null>(keys);
  const others = recorded
    .filter(({ key }) => !inFile.has(key))
    .toSorted((a, b) => compare(a.on, b.on))
    .map(({ key, on, amount, charges, debtor }, place) => {
      const names = key === null ? (debtor === undefined ? whose(charges) : [debtor]) : charges;
      return { paid: paidKey(amount, names), hand: key === null, day: dayNumber(on), place };
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
    const take = (...from: readonly (readonly [Lists, string])[]) => {
      const left = from.map(([one, paid]) => one.get(paid) ?? []);
      for (const list of left) while (list.length > 0 && list.at(-1)!.day < day - sameWithin) list.pop();
      const [first] = left.filter((list) => list.length > 0).toSorted((a, b) => a.at(-1)!.place - b.at(-1)!.place);
      if (first === undefined || first.at(-1)!.day > day + sameWithin) return false;
      first.pop();
      return true;
    };
    const charges = shares.map(({ charge }) => charge);
    // By hand, a transfer for two charges is recorded as two.
    const parts = () =>
      shares.map(({ amount, charge }) => take([byHand, paidKey(amount, whose([charge]))])).includes(true);
    return take([byHand, paidKey(line.amount, whose(charges))], [fromFiles, paidKey(line.amount, charges)]) || parts();
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

/** By day, the largest first, whatever their order in the file. */
function inOrder({ line: a, key }: Planned, { line: b, key: other }: Planned): number {
  return compare(a.bookedOn, b.bookedOn) || b.amount - a.amount || compare(key, other);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
