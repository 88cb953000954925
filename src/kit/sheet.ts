/** Parses what a spreadsheet saves or copies: rows of text with any separator, days and hours as people type them. */
import { parse } from "csv-parse/sync";
import { type Day, isDay } from "./day.ts";
import { isTime } from "./zone.ts";

const SEPARATORS = ["\t", ";", ","];

/** `line` is the line number in an editor. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] };

/** The first `most` rows; `undefined` for an unclosed quotation mark, which would swallow the lines below. */
export function sheetRows(text: string, most: number): SheetRow[] | undefined {
  const first = text.trimStart().split(/\r\n|\n|\r/)[0] ?? "";
  const delimiter = SEPARATORS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
      to: most,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return undefined;
  }
}

/** Reads UTF-8, else the encoding in which spreadsheets on Windows save CSV in French. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Without case, accents, punctuation and text in brackets: « Unité (UF) » becomes « unite ». */
export function plain(text: string): string {
  return (
    text
      // Stops at any bracket: reading on to a closing one would be quadratic in unclosed opening brackets.
      .replace(/\([^()]*\)/g, " ")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim()
  );
}

/** `2027-09-13`, `13/09/2027`, `13.9.2027`: day before month, as French schools write it. */
export function readDay(text: string): Day | undefined {
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? flipped(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}

function flipped(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[3], match[2], match[1]] : undefined;
}

/** `9:00`, `09:00:00` as spreadsheets save it, `9h`, `9 h 30`. */
export function readHour(text: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2})\s*[:h.]\s*(\d{2})?(?::00)?$/i.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const time = `${hours.padStart(2, "0")}:${minutes ?? "00"}`;
  return isTime(time) ? time : undefined;
}
