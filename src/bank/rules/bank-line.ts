/** The parsed contents of a bank file: money received, line by line, and outgoing money under a reference. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { referencesIn } from "../../billing/rules/payment-reference.ts";

export type BankLine = {
  readonly bookedOn: Day;
  /** Cents of euro; negative if outgoing: a transfer returned, a refund. */
  readonly amount: number;
  /** All its words and references. */
  readonly label: string;
  readonly counterparty: string | null;
  /** The bank's own number, if any. */
  readonly servicerReference: string | null;
  /** The movement on the account that it is one of several parts of. */
  readonly movement?: Movement | undefined;
};
/** Named by its place in the file, then by the key of its first line; and by the bank’s own number. */
type Movement = { readonly id: string; readonly reference: string | null };

export type BankFile = {
  readonly format: string;
  /** The account, if the file names it. */
  readonly account: string | null;
  readonly lines: readonly BankLine[];
  /** Outgoing lines without a reference of ours that do not say that they came back, left out. */
  readonly spent: number;
  /** These lines: never stored, except those that may be a refund of ours. */
  readonly out: readonly BankLine[];
  /** Entries that the bank has not booked yet: the next file has them. */
  readonly pending: number;
  /** Unreadable rows, by their number in the file. */
  readonly skipped: readonly { readonly row: number; readonly why: Label }[];
};

/** A line with its row number, for a person to find it in the file. */
export type Placed = { readonly row: number; readonly line: BankLine };
export type Skipped = BankFile["skipped"][number];

/** As banks say that a cheque or a transfer came back: « CHQ IMPAYÉ 0001234 », « REJET VIR SEPA ». */
export function saysReturned({ label, counterparty }: Pick<BankLine, "label" | "counterparty">): boolean {
  const plain = `${label} ${counterparty ?? ""}`.normalize("NFD").replaceAll(/\p{M}/gu, "").toUpperCase();
  return /\b(?:IMPAYEE?S?|REJETS?|REJETEE?S?|RETOURNEE?S?|RETOURS?|UNPAID|RETURNED)\b/.test(plain);
}

/**
 * Keeps money received, and outgoing money with a possible reference of ours or that says it came back. A line with a future day is reported and left out: money is
 * not received in advance, and the next file has it.
 */
export function sortOut(
  placed: readonly Placed[],
  skipped: readonly Skipped[],
  { until, early }: { until: Day | undefined; early: Label },
): Pick<BankFile, "lines" | "spent" | "out" | "skipped"> {
  const moved = placed.filter(({ line }) => line.amount !== 0);
  const hasCome = ({ line }: Placed) => until === undefined || line.bookedOn <= until;
  const came = moved.filter(hasCome);
  const isRelevant = ({ line }: Placed) => line.amount > 0 || referencesIn(line).length > 0 || saysReturned(line);
  const relevant = came.filter(isRelevant);
  const out = came.filter((one) => !isRelevant(one));
  const tooEarly = moved.filter((one) => !hasCome(one)).map(({ row }) => ({ row, why: early }));
  return {
    lines: relevant.map(({ line }) => line),
    spent: out.length,
    out: out.map(({ line }) => line),
    skipped: [...skipped, ...tooEarly].sort((a, b) => a.row - b.row),
  };
}

/** Why a whole file is rejected. */
export class BankFileError extends Error {
  readonly said: Label;
  constructor(label: Label) {
    super(label.en);
    this.said = label;
  }
}

/**
 * The key of a line within its account, the same in any file: its bank number, or else its words; and, for equal lines of one file, their
 * ordinal. Overlapping files so give each line once.
 */
export function lineKeys(lines: readonly BankLine[]): string[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const { bookedOn, amount, servicerReference } = line;
    const words = servicerReference ?? `${line.label}\n${line.counterparty ?? ""}`;
    const key = JSON.stringify([bookedOn, amount, servicerReference === null ? "words" : "number", words]);
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return `${key}#${nth}`;
  });
}
