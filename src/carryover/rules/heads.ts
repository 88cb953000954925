/** The columns of a table: until they are right, no line is read. */
import type { Label } from "../../kit/lang.ts";
import type { SheetRow } from "../../kit/sheet.ts";
import { type Column, columnNamed } from "./columns.ts";
import { faults } from "./faults.ts";
import type { Fault, Placed } from "./line.ts";

/** The first line names the columns. */
export type Table = { readonly head: SheetRow; readonly rows: readonly SheetRow[] };

/** The act writes them in one transaction: some ten seconds at most. */
export const MOST_ROWS = 300;

/** Where each known column stands, by its key. */
export function placesIn({ cells }: SheetRow, columns: readonly Column[]): ReadonlyMap<string, Placed> {
  return new Map(
    cells.flatMap((heading, at): [string, Placed][] => {
      const column = columnNamed(columns, heading);
      return column ? [[column.key, { column, at }]] : [];
    }),
  );
}

/** What is wrong with the columns. */
export function headFaults({ head, rows }: Table, columns: readonly Column[]): Fault[] {
  const at = (place: number | null, said: Label): Fault => {
    const heading = place === null ? "" : (head.cells[place] ?? "");
    return { line: head.line, at: place, heading, typed: heading, said };
  };
  const named = head.cells.map((heading) => columnNamed(columns, heading));
  const holds = (place: number) => rows.some(({ cells }) => (cells[place] ?? "") !== "");
  return [
    ...(rows.length === 0 ? [at(null, faults.noRows)] : []),
    ...(rows.length > MOST_ROWS ? [at(null, faults.tooMany(MOST_ROWS))] : []),
    ...columns
      .filter((column) => column.needed && !named.includes(column))
      .map(({ label }) => at(null, faults.noColumn(label))),
    ...head.cells.flatMap((heading, place) => {
      if (named[place] === undefined) return heading === "" && !holds(place) ? [] : [at(place, faults.unknownColumn)];
      return named.indexOf(named[place]) < place ? [at(place, faults.columnTwice)] : [];
    }),
  ];
}

/** A line with more cells than there are columns. */
export function wideFaults({ line, cells }: SheetRow, { cells: headings }: SheetRow): Fault[] {
  const extra = cells.slice(headings.length).find((cell) => cell !== "");
  return extra === undefined ? [] : [{ line, at: null, heading: "", typed: extra, said: faults.tooWide }];
}
