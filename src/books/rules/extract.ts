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

/** Continues the numbers of each journal. What came to the bank in one movement has one number. */
export function numbered(entries: readonly Entry[], last: ReadonlyMap<string, number>): Numbered[] {
  const numbers = new Map(last);
  let before: Entry | undefined;
  return entries.map((entry) => {
    const { journal, movement, on } = entry;
    const goesOn = movement !== undefined && before?.movement === movement && before.on === on;
    before = entry;
    const number = (numbers.get(journal) ?? 0) + (goesOn ? 0 : 1);
    numbers.set(journal, number);
    return { ...entry, number, closedOn: null };
  });
}

/** Parts with one number are one entry. */
export function countEntries(entries: readonly Pick<Numbered, "journal" | "number">[]): number {
  return new Set(entries.map(({ journal, number }) => `${journal} ${String(number)}`)).size;
}

type Letter = { readonly letter: string; readonly on: Day };
/** By entry and place of the line. */
export type Letters = ReadonlyMap<Line, Letter>;

/**
 * Lines of what a debtor owes are lettered together, invoice by invoice, once those of one come to nothing at the end of a day. `entries`: all
 * of these debtors, in order; a letter does not change once it stands.
 */
export function letters(entries: readonly Entry[]): Letters {
  const found = new Map<Line, Letter>();
  const early = bookedWithout(entries);
  const open = new Map<string, { auxiliary: string; lines: Line[] }>();
  const counts = new Map<string, number>();
  for (const [on, ofDay] of Map.groupBy(entries, (entry) => entry.on)) {
    const touched = new Set<string>();
    for (const line of ofDay.flatMap(({ lines }) => lines)) {
      if (line.use !== "customers" || line.auxiliary === null) continue;
      const { auxiliary, settles = null } = line;
      const group = JSON.stringify([auxiliary, settles !== null && early.has(settles) ? null : settles]);
      const account = open.get(group) ?? { auxiliary, lines: [] };
      open.set(group, account);
      account.lines.push(line);
      touched.add(group);
    }
    for (const group of touched) {
      const { auxiliary, lines } = open.get(group)!;
      if (lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0) !== 0) continue;
      const count = counts.get(auxiliary) ?? 0;
      const letter = letterOf(count);
      counts.set(auxiliary, count + 1);
      for (const line of lines) found.set(line, { letter, on });
      open.delete(group);
    }
  }
  return found;
}

/** Charges that were closed before lines said their invoice: what is about them is lettered together, as it was then. */
function bookedWithout(entries: readonly Entry[]): Set<string> {
  return new Set(
    entries.flatMap(({ fact, lines }) =>
      fact.startsWith(CHARGE) && lines.some(({ use, settles }) => use === "customers" && settles === undefined)
        ? [fact.slice(CHARGE.length)]
        : [],
    ),
  );
}
const CHARGE = "charge:";

/** A to Z, AA to ZZ, AAA and so on. */
function letterOf(count: number): string {
  const letter = String.fromCodePoint(65 + (count % 26));
  return count < 26 ? letter : letterOf(Math.floor(count / 26) - 1) + letter;
}

/** A row for each line. Days as they are; amounts in cents: how a file writes them is its own. */
export function rows(chart: Chart, entries: readonly Numbered[], lettered: Letters): Row[] {
  const whole = Map.groupBy(entries, ({ journal, number }) => `${journal} ${String(number)}`);
  return [...whole.values()].flatMap(onceAtBank).flatMap((entry) => {
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

/** A movement at the bank is one line on its account, whatever it paid: it stands with the first part, for all of them. */
function onceAtBank(parts: readonly Numbered[]): readonly Numbered[] {
  const isBank = ({ use }: Line) => use === "bank";
  const [first, ...others] = parts;
  const bank = parts.flatMap(({ lines }) => lines).filter(isBank);
  if (!first || others.length === 0 || bank.length === 0) return parts;
  const amount = bank.reduce((sum, { debit, credit }) => sum + debit - credit, 0);
  const line = { ...bank[0]!, debit: Math.max(0, amount), credit: Math.max(0, -amount) };
  const received = { ...first, label: `Encaissement ${first.piece}`, lines: amount === 0 ? [] : [line] };
  return [received, ...parts.map((one) => ({ ...one, lines: one.lines.filter((other) => !isBank(other)) }))];
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
