/** CSV as French spreadsheets open it by a double click: a BOM, semicolons, a decimal comma. */

/**
 * CSV injection: a text that a spreadsheet would take for a formula. It begins with one of these signs, of any width, after any
 * blanks, line breaks or invisible characters; or with a tab or line break, which some programs skip.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@])/u;

/** A program that parts cells at commas or tabs, whatever is quoted within a line, takes what follows one for a cell. */
const AFTER_SEPARATOR = /([,\t][\s\p{C}]*)([=+\-@＝＋－＠﹢﹣﹦﹫])/gu;

export function csv(rows: readonly (readonly (string | number | null)[])[]): Buffer {
  const lines = rows.map((row) => row.map(cell).join(";"));
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`);
}

/** A number is an amount in euro cents. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number")
    return `${value < 0 ? "-" : ""}${Math.trunc(Math.abs(value) / 100)},${String(Math.abs(value) % 100).padStart(2, "0")}`;
  const whole = FORMULA.test(value.normalize("NFKC")) ? `'${value}` : value;
  const text = whole.replace(AFTER_SEPARATOR, "$1'$2");
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
