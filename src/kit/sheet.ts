/** What a spreadsheet saves or copies: rows of text, whichever the separator, and days and hours as people write them there. */
import { parse } from "csv-parse/sync";
import { type Day, isDay } from "./day.ts";
import { isTime } from "./zone.ts";

const SEPARATORS = ["\t", ";", ","];

/** `line` as an editor counts it. */
export type SheetRow = { readonly line: number; readonly cells: readonly string[] };

/** The first `most` of them; `undefined` where a quotation mark does not close: a line would then swallow those below. */
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

/** Without case, accents, signs, nor what is said in brackets: « Unité (UF) » is « unite ». */
export function plain(text: string): string {
  return (
    text
      // Up to the next bracket of either kind: read on to the one that closes, many that open would each be read to the end.
      .replace(/\([^()]*\)/g, " ")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim()
  );
}

/** `2027-09-13`, `13/09/2027`, `13.9.2027`; in that order, as French schools write it. */
export function readDay(text: string): Day | undefined {
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? flipped(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)) ?? [];
  if (year === undefined) return undefined;
  const read = `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`;
  return isDay(read) ? read : undefined;
}

function flipped(found: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return found ? [found[0], found[3], found[2], found[1]] : undefined;
}

/** `9:00`, `09:00:00` as spreadsheets save it, `9h`, `9 h 30`. */
export function readHour(text: string): string | undefined {
  const [, hours, minutes] = /^(\d{1,2})\s*[:h.]\s*(\d{2})?(?::00)?$/i.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const time = `${hours.padStart(2, "0")}:${minutes ?? "00"}`;
  return isTime(time) ? time : undefined;
}
