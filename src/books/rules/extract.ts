/** The extract for the accountant: entries as rows of the eighteen columns that accounting files have in France (LPF, A. 47 A-1). */
import type { Day } from "../../kit/day.ts";
import type { Chart, Line } from "./chart.ts";
import type { Entry } from "./debtor.ts";

/** An entry with its number in its journal; not closed yet, its number may still change. */
export type Numbered = Entry & { readonly number: number; readonly closedOn: Day | null };

export const COLUMNS = [
  "JournalCode",
  "JournalLib",
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "CompAuxNum",
  "CompAuxLib",
  "PieceRef",
  "PieceDate",
  "EcritureLib",
  "Debit",
  "Credit",
  "EcritureLet",
  "DateLet",
  "ValidDate",
  "Montantdevise",
  "Idevise",
] as const;
export type Row = { readonly [K in (typeof COLUMNS)[number]]: string | number };

/** Continues the numbers of each journal. */
export function numbered(entries: readonly Entry[], last: ReadonlyMap<string, number>): Numbered[] {
  const numbers = new Map(last);
  return entries.map((entry) => {
    const number = (numbers.get(entry.journal) ?? 0) + 1;
    numbers.set(entry.journal, number);
    return { ...entry, number, closedOn: null };
  });
}

type Letter = { readonly letter: string; readonly on: Day };
/** By entry and place of the line. */
export type Letters = ReadonlyMap<Line, Letter>;

/**
 * Lines of what a debtor owes are lettered together once they come to nothing. `entries`: all of these debtors, in order; a letter does not
 * change once it stands.
 */
export function letters(entries: readonly Entry[]): Letters {
  const found = new Map<Line, Letter>();
  const open = new Map<string, { lines: Line[]; balance: number; count: number }>();
  for (const { lines, on } of entries) {
    for (const line of lines) {
      if (line.use !== "customers" || line.auxiliary === null) continue;
      const account = open.get(line.auxiliary) ?? { lines: [], balance: 0, count: 0 };
      open.set(line.auxiliary, account);
      account.lines.push(line);
      account.balance += line.debit - line.credit;
      if (account.balance !== 0) continue;
      const letter = letterOf(account.count);
      for (const one of account.lines) found.set(one, { letter, on });
      account.lines = [];
      account.count += 1;
    }
  }
  return found;
}

/** A to Z, AA to ZZ, AAA and so on. */
function letterOf(count: number): string {
  const letter = String.fromCodePoint(65 + (count % 26));
  return count < 26 ? letter : letterOf(Math.floor(count / 26) - 1) + letter;
}

/** A row for each line. Days as they are; amounts in cents: how a file writes them is its own. */
export function rows(chart: Chart, entries: readonly Numbered[], lettered: Letters): Row[] {
  return entries.flatMap((entry) => {
    const { code, name } = chart.journal(entry.journal);
    return entry.lines.map((line) => ({
      JournalCode: code,
      JournalLib: name,
      EcritureNum: String(entry.number),
      EcritureDate: entry.on,
      CompteNum: line.account,
      CompteLib: line.name,
      CompAuxNum: line.auxiliary ?? "",
      CompAuxLib: line.auxiliaryName ?? "",
      PieceRef: entry.piece,
      PieceDate: entry.pieceOn,
      EcritureLib: entry.label,
      Debit: line.debit,
      Credit: line.credit,
      EcritureLet: lettered.get(line)?.letter ?? "",
      DateLet: lettered.get(line)?.on ?? "",
      ValidDate: entry.closedOn ?? "",
      Montantdevise: "",
      Idevise: "",
    }));
  });
}

export const DAYS: readonly string[] = ["EcritureDate", "PieceDate", "DateLet", "ValidDate"];

/** Tabs, a decimal comma, days of eight digits, one line of names; no separator in a text. */
export function tabbed(all: readonly Row[]): string {
  const lines = all.map((row) => COLUMNS.map((column) => cell(column, row[column])).join("\t"));
  return `${[COLUMNS.join("\t"), ...lines].join("\r\n")}\r\n`;
}

function cell(column: string, value: string | number): string {
  if (typeof value === "number") return `${Math.trunc(value / 100)},${String(value % 100).padStart(2, "0")}`;
  return DAYS.includes(column) ? value.replaceAll("-", "") : value.replaceAll(/[\t\r\n|]+/g, " ").trim();
}
