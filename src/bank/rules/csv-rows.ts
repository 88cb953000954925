/**
 * The rows of a CSV file. Banks put quotation marks into labels without doubling them: where the file cannot be read as
 * written, it is read again row by row, and a row whose marks do not close is taken without them.
 */
import { parse } from "csv-parse/sync";
import { readBankDay } from "../../billing/rules/bank-amount.ts";
import { BankFileError } from "./bank-line.ts";
import { CSV } from "./bank-words.ts";

export type Cells = readonly string[];
/** `loose`: read without its quotation marks, so that a separator within them parts it too. */
export type Row = { readonly row: number; readonly cells: Cells; readonly loose: boolean };

/** `text` without its byte order mark, as decoders leave it. */
export function csvRows(text: string, delimiter: string): Row[] {
  const rows = strictly(text, delimiter);
  if (rows && !rows.some(({ cells }) => swallowed(cells, delimiter))) return rows;
  return rowByRow(text, delimiter);
}

/** `undefined` where a quotation mark does not close, or closes where it may not. */
function strictly(text: string, delimiter: string, options: { quote?: null } = {}): Row[] | undefined {
  try {
    const parsed = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
      ...options,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ row: info.lines, cells: record, loose: false }));
  } catch {
    return undefined;
  }
}

/** A mark that closes rows below has taken those rows in: one of them begins within a cell, by a day. */
function swallowed(cells: Cells, delimiter: string): boolean {
  return cells.some((cell) =>
    cell
      .split(/[\r\n]+/)
      .slice(1)
      .some((line) => beginsRow(line, delimiter)),
  );
}

function beginsRow(line: string, delimiter: string): boolean {
  const [first, ...rest] = line.split(delimiter);
  return rest.length > 0 && readBankDay(first!) !== undefined;
}

/** A label may run over so many lines. */
const MOST_LINES = 6;
/** Each line is read some times over, for as long nobody else is answered: so many are seconds, a whole file of them minutes. */
const MOST_ONE_BY_ONE = 10_000;

function rowByRow(text: string, delimiter: string): Row[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > MOST_ONE_BY_ONE) throw new BankFileError(CSV.TOO_LONG(MOST_ONE_BY_ONE));
  const rows: Row[] = [];
  for (let at = 0; at < lines.length; ) {
    const { taken, cells, loose } = nextRow(lines.slice(at, at + MOST_LINES), delimiter);
    if (cells.length > 0) rows.push({ row: at + taken, cells, loose });
    at += taken;
  }
  return rows;
}

/** The row that begins with the first of these lines: the fewest lines that can be read as one. */
function nextRow(lines: readonly string[], delimiter: string): { taken: number; cells: Cells; loose: boolean } {
  const own = lines.slice(1).findIndex((line) => beginsRow(line, delimiter));
  const most = own < 0 ? lines.length : own + 1;
  for (let taken = 1; taken <= most; taken++) {
    const read = strictly(lines.slice(0, taken).join("\n"), delimiter);
    if (read) return { taken, cells: read[0]?.cells ?? [], loose: false };
  }
  const [row] = strictly(lines[0]!, delimiter, { quote: null })!;
  return { taken: 1, cells: row!.cells.map((cell) => cell.replaceAll('"', "").trim()), loose: true };
}
