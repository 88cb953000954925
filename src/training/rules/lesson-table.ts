/**
 * A table of lessons as a spreadsheet saves or copies it: any separator, with a header line or in the order of `COLUMNS`. An unreadable
 * cell is reported on its line; only a text that is no table fails as a whole.
 */
import { plain, sheetRows } from "../../kit/sheet.ts";

export const COLUMNS = ["unit", "on", "from", "to", "trainer", "room", "subject", "only"] as const;
export type Column = (typeof COLUMNS)[number];
const NEEDED: readonly Column[] = ["unit", "on", "from", "to", "trainer"];

/** Accepted column names, compared without case, accents or punctuation. */
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

/**
 * A training has some three hundred lessons, and a school plans a few cohorts at once. This many are parsed in twenty milliseconds, so no
 * child process is needed, unlike for a bank's file, which is a hundred times as large.
 */
export const MOST_LINES = 3_000;

export function readTable(text: string): { readonly lines: readonly TableLine[] } | { readonly fault: TableFault } {
  const rows = sheetRows(text, MOST_LINES + 2);
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

function placesIn(cells: readonly string[]): ReadonlyMap<Column, number> {
  const names = cells.map(plain);
  const columns = COLUMNS.flatMap((column) => {
    const place = names.findIndex((name) => NAMES[column].includes(name));
    return place < 0 ? [] : [[column, place] as const];
  });
  return new Map(columns);
}
