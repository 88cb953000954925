/** CSV as French spreadsheets open it by a double click: a mark of UTF-8, semicolons, a comma in amounts. */

/**
 * A cell that a spreadsheet would take for a formula is kept a text: one of these signs, in whichever width, whatever blank, line
 * break or sign that nobody sees stands before it; and what begins with such a break, which some leave out.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@])/u;

export function csv(rows: readonly (readonly (string | number | null)[])[]): Buffer {
  const lines = rows.map((row) => row.map(cell).join(";"));
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`);
}

/** A number is cents of euro. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number")
    return `${value < 0 ? "-" : ""}${Math.trunc(Math.abs(value) / 100)},${String(Math.abs(value) % 100).padStart(2, "0")}`;
  const text = FORMULA.test(value.normalize("NFKC")) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
