/**
 * A file from a bank, read: camt.053 (ISO 20022) or CSV. Money received becomes lines; money spent is counted and left
 * out, for it says nothing of charges and much of other people. Nothing that came in is lost without being told.
 */
import { readBankCsv } from "./bank-csv.ts";
import { type BankFile, BankFileError } from "./bank-line.ts";
import { FILE } from "./bank-words.ts";
import { readCamt053 } from "./camt053.ts";

export const MAX_BANK_FILE = 4 * 1024 * 1024;

/** Throws `BankFileError`. */
export function readBankFile(bytes: Uint8Array): BankFile {
  if (bytes.length > MAX_BANK_FILE) throw new BankFileError(FILE.TOO_LARGE);
  const text = textOf(bytes);
  if (text.includes("\0")) throw new BankFileError(FILE.NOT_TEXT);
  const file = /^\s*</.test(text) ? readCamt053(text) : readBankCsv(text);
  if (file.lines.length === 0 && file.spent === 0) throw new BankFileError(FILE.EMPTY);
  return file;
}

const ENCODINGS = /^\s*<\?xml[^>]*\sencoding=["']([A-Za-z0-9._-]+)["']/;

/** UTF-8 where it is, else what Windows and French banks write; XML says itself what it is. */
function textOf(bytes: Uint8Array): string {
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
