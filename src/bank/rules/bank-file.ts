/**
 * Parses a bank file: camt.053 (ISO 20022) or CSV. Money received becomes lines, and so does outgoing money under a reference of ours;
 * other spending is counted and left out, because it says nothing about charges and much about other people. Nothing that came in is lost
 * silently: unreadable rows are reported.
 */
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { readBankCsv } from "./bank-csv.ts";
import { type BankFile, BankFileError } from "./bank-line.ts";
import { FILE } from "./bank-words.ts";
import { readCamt053 } from "./camt053.ts";

export const MAX_BANK_FILE = 4 * 1024 * 1024;
/**
 * The maximum of entries and unreadable rows: all are written in one transaction and sealed in one record, at some kilobytes of memory
 * each. A year of a large school has fewer.
 */
export const MAX_BANK_LINES = 20_000;

/** Throws `BankFileError`. Days after `until` are ignored. */
export function readBankFile(bytes: Uint8Array, until?: Day): BankFile {
  if (bytes.length > MAX_BANK_FILE) throw new BankFileError(FILE.TOO_LARGE);
  const text = textOf(bytes);
  if (text.includes("\0")) throw new BankFileError(FILE.NOT_TEXT);
  const file = /^\s*</.test(text) ? readCamt053(text, until) : readBankCsv(text, until);
  if (file.lines.length + file.skipped.length > MAX_BANK_LINES) throw new BankFileError(FILE.TOO_MANY(MAX_BANK_LINES));
  if (file.lines.length === 0 && file.spent === 0) throw new BankFileError(nothingIn(file));
  return file;
}

function nothingIn({ skipped: [first], pending }: BankFile): Label {
  if (first) return FILE.NONE_READ(first.row, first.why);
  return pending > 0 ? FILE.ONLY_PENDING(pending) : FILE.EMPTY;
}

const ENCODINGS = /^\s*<\?xml[^>]*\sencoding=["']([A-Za-z0-9._-]+)["']/;

/** UTF-8 if valid, UTF-16 by its byte order mark, else the encoding of Windows and French banks; XML declares its own. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    const declared = ENCODINGS.exec(text)?.[1]?.toLowerCase() ?? "windows-1252";
    if (["iso-8859-15", "iso-8859-1", "latin1", "windows-1252"].includes(declared))
      return new TextDecoder(declared).decode(bytes);
    throw new BankFileError(FILE.NOT_TEXT);
  }
}
