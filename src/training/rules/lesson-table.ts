/**
 * A table of lessons as a spreadsheet saves or copies it: whichever separator, with a line of names or in the order of `COLUMNS`.
 * What cannot be read of a line is told beside it; only what is no table at all is a fault of the whole.
 */
import { parse } from "csv-parse/sync";
import { type Day, isDay } from "../../kit/day.ts";
import { isTime } from "../../kit/zone.ts";

export const COLUMNS = ["unit", "on", "from", "to", "trainer", "room", "subject", "only"] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ["unit", "on", "from", "to", "trainer"];

/** What a column may be called, without case, accents or signs. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  unit: ["unite", "unite de formation", "uf", "unit"],
  on: ["jour", "date", "day"],
  from: ["de", "debut", "heure de debut", "from", "start"],
  to: ["a", "fin", "heure de fin", "to", "end"],
  trainer: ["formateur", "formatrice", "intervenant", "intervenante", "adresse du formateur", "courriel", "trainer"],
  room: ["salle", "room"],
  subject: ["sujet", "theme", "intitule", "subject"],
  only: ["stagiaires", "groupe", "personnes", "trainees", "group"],
};

/** `line` as an editor counts it. */
export type TableLine = { readonly line: number; readonly cells: Readonly<Record<Column, string>> };

export type TableFault =
  | { readonly why: "empty" }
  | { readonly why: "quote" }
  | { readonly why: "too-long"; readonly most: number }
  | { readonly why: "columns"; readonly missing: readonly Column[] };

/** A training has some three hundred lessons, of which a school plans a few cohorts at once. */
export const MOST_LINES = 3_000;
const SEPARATORS = ["\t", ";", ","];

export function readTable(text: string): { readonly lines: readonly TableLine[] } | { readonly fault: TableFault } {
  const rows = rowsOf(text);
  if (!rows) return { fault: { why: "quote" } };
  const [first, ...rest] = rows;
  if (!first) return { fault: { why: "empty" } };
  const named = placesIn(first.cells);
  const headed = named.has("unit") && named.has("on");
  const missing = headed ? NEEDED.filter((column) => !named.has(column)) : [];
  if (missing.length > 0) return { fault: { why: "columns", missing } };
  const body = headed ? rest : rows;
  if (body.length === 0) return { fault: { why: "empty" } };
  if (body.length > MOST_LINES) return { fault: { why: "too-long", most: MOST_LINES } };
  const places = headed ? named : new Map(COLUMNS.map((column, place) => [column, place]));
  const cell = (cells: readonly string[], column: Column) => cells[places.get(column) ?? -1] ?? "";
  const lines = body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(COLUMNS.map((column) => [column, cell(cells, column)])) as Record<Column, string>,
  }));
  return { lines };
}

type Row = { readonly line: number; readonly cells: readonly string[] };

/** `undefined` where a quotation mark does not close: a line would then swallow those below. */
function rowsOf(text: string): Row[] | undefined {
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
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch {
    return undefined;
  }
}

function placesIn(cells: readonly string[]): ReadonlyMap<Column, number> {
  const names = cells.map(plain);
  const found = COLUMNS.flatMap((column) => {
    const place = names.findIndex((name) => NAMES[column].includes(name));
    return place < 0 ? [] : [[column, place] as const];
  });
  return new Map(found);
}

/** Without case, accents, signs, nor what is said in brackets: « Unité (UF) » is « unite ». */
export function plain(text: string): string {
  return text
    .replace(/\(.*?\)/g, " ")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
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
