/** The extract as files: text with tabs, CSV and XLSX of the same rows. */
import { csv } from "../../kit/csv.ts";
import { COLUMNS, DAYS, type Row, tabbed } from "../rules/extract.ts";

export type FileKind = "txt" | "csv" | "xlsx";

export async function extractFile(
  kind: FileKind,
  rows: readonly Row[],
): Promise<{ readonly file: Buffer; readonly type: string }> {
  if (kind === "xlsx") return { file: await spreadsheet(rows), type: XLSX };
  if (kind === "txt") return { file: Buffer.from(tabbed(rows)), type: "text/plain; charset=utf-8" };
  const lines = rows.map((row) => COLUMNS.map((column) => row[column]));
  return { file: csv([COLUMNS, ...lines]), type: "text/csv; charset=utf-8" };
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Amounts are numbers and days are days, so that the accountant can add and sort; account numbers stay texts. */
async function spreadsheet(rows: readonly Row[]): Promise<Buffer> {
  // Loaded when it is asked for.
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const head = COLUMNS.map((column) => ({ value: column, fontWeight: "bold" as const }));
  const lines = rows.map((row) => COLUMNS.map((column) => cell(column, row[column])));
  return writeXlsxFile([head, ...lines], {
    columns: COLUMNS.map(() => ({ width: 16 })),
    stickyRowsCount: 1,
  }).toBuffer();
}

function cell(column: string, value: string | number) {
  if (typeof value === "number") return { value: value / 100, type: Number, format: "0.00" };
  if (value === "") return null;
  if (DAYS.includes(column)) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
  return { value, type: String };
}
