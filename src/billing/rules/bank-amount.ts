/** Parses amounts and days as banks write them. */
import { type Day, isDay } from "../../kit/day.ts";

/** « 1 234,56 », « -12,50 € », "1,234.56", "+160": cents; undefined if it is not an amount or is ambiguous. */
export function readAmount(text: string, decimal: "," | "."): number | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’€]|EUR/gi, "").replaceAll("−", "-");
  const [, sign, digits = ""] = /^([+-]?)([\d.,]+)$/.exec(plain) ?? [];
  const [whole = "", cents = "", ...more] = digits.split(decimal);
  const grouped = decimal === "," ? /^\d{1,3}(\.\d{3})+$/ : /^\d{1,3}(,\d{3})+$/;
  if (more.length > 0 || !(/^\d+$/.test(whole) || grouped.test(whole)) || !/^\d{0,2}$/.test(cents)) return undefined;
  const value = Number(whole.replaceAll(/[.,]/g, "")) * 100 + Number(cents.padEnd(2, "0"));
  if (!Number.isSafeInteger(value) || value > MAX_CENTS) return undefined;
  return sign === "-" && value !== 0 ? -value : value;
}

export const MAX_CENTS = 1_000_000_000;

/** The decimal sign of a column of amounts; a comma if none has cents. */
export function decimalOf(amounts: readonly string[]): "," | "." {
  const plain = amounts.map((one) => one.replaceAll(/[^\d.,]/g, ""));
  if (plain.some((one) => /,\d{1,2}$/.test(one))) return ",";
  return plain.some((one) => /\.\d{1,2}$/.test(one)) ? "." : ",";
}

/** « 25/11/2026 », « 25-11-26 », « 25.11.2026 », "2026-11-25": the day; undefined if there is no such day. */
export function readBankDay(text: string): Day | undefined {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text.trim()) ?? [];
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text.trim()) ?? [];
  const written = iso ?? `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(written) ? written : undefined;
}
