/** The child process of `reader.ts`: reads one spreadsheet into rows of text. */
import { readSheet } from "read-excel-file/node";
import { answering, type Reply } from "../../kit/read-apart.ts";
import { decoded, type SheetRow, sheetRows } from "../../kit/sheet.ts";
import { MOST_ROWS } from "../rules/heads.ts";
import { FILE } from "../rules/file.ts";
import type { ReadFile } from "../rules/file.ts";

/** Wider or longer is no table of people. */
const MOST = { columns: 300, cell: 2_000 } as const;

answering(({ bytes }) => answer(bytes));

async function answer(bytes: Uint8Array): Promise<Reply<ReadFile>> {
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { said: FILE.OLD };
  const isBook = begins(bytes, [0x50, 0x4b, 0x03, 0x04]);
  if (!isBook && bytes.includes(0)) return { said: FILE.NO_TABLE };
  const rows = isBook ? await bookRows(bytes) : sheetRows(decoded(bytes), MOST_ROWS + 2);
  if (rows === undefined) return { said: isBook ? FILE.NO_BOOK : FILE.QUOTES };
  const [head, ...rest] = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (head === undefined) return { said: FILE.EMPTY };
  if (rows.some(({ cells }) => cells.length > MOST.columns)) return { said: FILE.TOO_WIDE };
  if (rows.some(({ cells }) => cells.some((cell) => cell.length > MOST.cell))) return { said: FILE.TOO_LONG };
  // One more than is taken, so that the rule says that there are too many.
  return { file: { format: isBook ? "xlsx" : "csv", head, rows: rest.slice(0, MOST_ROWS + 1) } };
}

function begins(bytes: Uint8Array, with_: readonly number[]): boolean {
  return with_.every((byte, at) => bytes[at] === byte);
}

/** The first sheet; each row by its number in it. */
async function bookRows(bytes: Uint8Array): Promise<SheetRow[] | undefined> {
  try {
    const rows = await readSheet(Buffer.from(bytes), { parseNumber: (typed) => typed });
    return rows.map((row, index) => ({ line: index + 1, cells: row.map(cellText) }));
  } catch {
    return undefined;
  }
}

function cellText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "?" : value.toISOString().slice(0, 10);
  if (typeof value !== "string") return value === null || value === undefined ? "" : JSON.stringify(value);
  return /^-?\d+\.\d{7,}(?:[eE][-+]?\d+)?$/.test(value) ? rounded(value) : value.trim();
}

/** A binary fraction as it was typed: 12.199999999999999 was 12.2. */
function rounded(value: string): string {
  return String(Number(Number(value).toPrecision(12)));
}
