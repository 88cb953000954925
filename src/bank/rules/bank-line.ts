/** What a file from a bank says, once read: the money received, line by line, and what went out under a reference. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { referencesIn } from "../../billing/rules/payment-reference.ts";

export type BankLine = {
  readonly bookedOn: Day;
  /** Cents of euro; below zero where the money went out: a transfer sent back, a refund. */
  readonly amount: number;
  /** All the words and references that came with it. */
  readonly label: string;
  readonly counterparty: string | null;
  /** The bank's own number for it, where it gives one. */
  readonly servicerReference: string | null;
};

export type BankFile = {
  readonly format: string;
  /** The account it speaks of, where it says so. */
  readonly account: string | null;
  readonly lines: readonly BankLine[];
  /** Lines of money spent under no reference of ours, left out. */
  readonly spent: number;
  /** Rows that could not be read, by their number in the file. */
  readonly skipped: readonly { readonly row: number; readonly why: Label }[];
};

/** Where a line stands in its file, for whoever looks for it there. */
export type Placed = { readonly row: number; readonly line: BankLine };
export type Skipped = BankFile["skipped"][number];

/**
 * Which lines are kept: money received, and what went out under what may be a reference of ours. A day that has not come
 * is told and left out: money is not received in advance, and the next file has it.
 */
export function sortOut(
  placed: readonly Placed[],
  skipped: readonly Skipped[],
  { until, early }: { until: Day | undefined; early: Label },
): Pick<BankFile, "lines" | "spent" | "skipped"> {
  const moved = placed.filter(({ line }) => line.amount !== 0);
  const hasCome = ({ line }: Placed) => until === undefined || line.bookedOn <= until;
  const came = moved.filter(hasCome);
  const kept = came.filter(({ line }) => line.amount > 0 || referencesIn(line).length > 0);
  const tooEarly = moved.filter((one) => !hasCome(one)).map(({ row }) => ({ row, why: early }));
  return {
    lines: kept.map(({ line }) => line),
    spent: came.length - kept.length,
    skipped: [...skipped, ...tooEarly].sort((a, b) => a.row - b.row),
  };
}

/** Why a file is refused whole. */
export class BankFileError extends Error {
  readonly said: Label;
  constructor(said: Label) {
    super(said.en);
    this.said = said;
  }
}

/**
 * What tells a line from every other of its account, alike whichever file brings it: its own number, or else its words;
 * and, of lines that are alike in one file, the how-manieth it is. Two files that overlap so give each line once.
 */
export function lineKeys(lines: readonly BankLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { bookedOn, amount, servicerReference } = line;
    const words = servicerReference ?? `${line.label}\n${line.counterparty ?? ""}`;
    const key = JSON.stringify([bookedOn, amount, servicerReference === null ? "words" : "number", words]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return `${key}#${nth}`;
  });
}
