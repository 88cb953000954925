/**
 * The rows of a CSV file. Banks put quotation marks into labels without escaping them: if strict parsing fails, it is parsed again row by
 * row, and a row with unbalanced marks is parsed without them.
 */
import { parse } from "csv-parse/sync";
import { readBankDay } from "../../billing/rules/bank-amount.ts";
import { BankFileError } from "./bank-line.ts";
import { CSV } from "./bank-words.ts";

export type Cells = readonly string[];
/** `loose`: parsed without quotation marks, so that separators within them split too. */
export type Row = { readonly row: number; readonly cells: Cells; readonly loose: boolean };

/** `text` without its byte order mark, which decoders remove. */
export function csvRows(text: string, delimiter: string): Row[] {
  const rows = strictly(text, delimiter);
  if (rows && !rows.some(({ cells }) => swallowed(cells, delimiter))) return rows;
  return rowByRow(text, delimiter);
}

/** Undefined if a quotation mark is not closed, or is misplaced. */
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

/** A mark closed rows below has swallowed those rows: one of them begins within a cell, with a day. */
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

/** The maximum lines of a label. */
const MOST_LINES = 6;
/** Each line is parsed several times, while the process is blocked: this many take seconds, a whole file minutes. */
const MOST_ONE_BY_ONE = 10_000;

function rowByRow(text: string, delimiter: string): Row[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > MOST_ONE_BY_ONE) throw new BankFileError(CSV.TOO_LONG(MOST_ONE_BY_ONE));
  const rows: Row[] = [];
  for (let next = 0; next < lines.length; ) {
    const { taken, cells, loose } = nextRow(lines.slice(next, next + MOST_LINES), delimiter);
    if (cells.length > 0) rows.push({ row: next + taken, cells, loose });
    next += taken;
  }
  return rows;
}

/** The row that begins with the first line: the fewest lines that parse as one. */
function nextRow(lines: readonly string[], delimiter: string): { taken: number; cells: Cells; loose: boolean } {
  const nextStart = lines.slice(1).findIndex((line) => beginsRow(line, delimiter));
  const most = nextStart < 0 ? lines.length : nextStart + 1;
  for (let taken = 1; taken <= most; taken++) {
    const read = strictly(lines.slice(0, taken).join("\n"), delimiter);
    if (read) return { taken, cells: read[0]?.cells ?? [], loose: false };
  }
  const [row] = strictly(lines[0]!, delimiter, { quote: null })!;
  return { taken: 1, cells: row!.cells.map((cell) => cell.replaceAll('"', "").trim()), loose: true };
}
