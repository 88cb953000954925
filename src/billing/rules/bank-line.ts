/** What a file from a bank says, once read: the money received, line by line. */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";

/** Money received, in cents of euro. */
export type BankLine = {
  readonly bookedOn: Day;
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
  /** Lines of money spent, left out. */
  readonly spent: number;
  /** Rows that could not be read, by their number in the file. */
  readonly skipped: readonly { readonly row: number; readonly why: Label }[];
};

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
