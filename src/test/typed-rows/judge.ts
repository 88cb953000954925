/** Compares the row type that each `sql` template declares with the columns that PostgreSQL gives for it. */
import { openAsBlob } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { templateFile } from "../world.ts";
import { type Column, columnsOf } from "./columns.ts";
import { type Declared, type Kind, readTemplates, type Template, type Unread } from "./templates.ts";

export type Judged = { readonly count: number; readonly faults: readonly string[]; readonly unread: readonly Unread[] };

/** Of the sources of a folder that its `tsconfig.json` includes and `isRead` keeps, against a migrated database. */
export async function judgeRows(folder: string, isRead: (path: string) => boolean): Promise<Judged> {
  const { read, unread } = readTemplates(folder, isRead);
  const pglite = await PGlite.create({
    loadDataDir: await openAsBlob(await templateFile()),
    extensions: { pg_trgm, btree_gist },
  });
  const given = await columnsOf(pglite, [...new Set(read.flatMap(({ texts }) => texts))]);
  await pglite.close();
  const faults = read.flatMap((template) => template.texts.flatMap((text) => judgeText(template, given.get(text)!)));
  return { count: read.length, faults: [...new Set(faults)], unread };
}

function judgeText(template: Template, given: readonly Column[] | Error): string[] {
  const faults = given instanceof Error ? [given.message] : judge(template, given);
  return faults.map((fault) => `${template.place}: ${fault}`);
}

/** What the drivers make of each type, by its number (`src/db/open.ts` parses days and large numbers). */
const KINDS: Readonly<Record<number, Kind>> = {
  16: "boolean",
  17: "bytes",
  18: "string",
  19: "string",
  20: "number",
  21: "number",
  23: "number",
  25: "string",
  26: "number",
  700: "number",
  701: "number",
  1042: "string",
  1043: "string",
  1082: "string",
  1184: "Date",
  1700: "string",
  2950: "string",
  114: "json",
  3802: "json",
  1007: "numbers",
  1009: "strings",
  2951: "strings",
};

function judge({ columns }: Template, given: readonly Column[]): string[] {
  if (!columns) return [];
  // A value of its own has no name that matters.
  if (columns[0]?.name === "" && given.length === 1) return judgeColumn({ ...columns[0], name: "it" }, given[0]!);
  return [
    ...columns.flatMap((column) => {
      const found = given.find(({ name }) => name === column.name);
      if (found) return judgeColumn(column, found);
      return column.optional ? [] : [`${column.name} is declared and not given`];
    }),
    ...given
      .filter(({ name }) => !columns.some((column) => column.name === name))
      .map(({ name }) => `${name} is given and not declared`),
  ];
}

function judgeColumn({ name, kind, nullable }: Declared, given: Column): string[] {
  const type = KINDS[given.type];
  if (type === undefined) return [`${name}: no kind is known of type ${given.type}`];
  if (type !== "json" && kind !== type && !(kind === "json" && nullable))
    return [`${name} is declared ${kind} and given as ${type}`];
  if (given.null === "may" && !nullable) return [`${name} may be null, and is declared without`];
  if (given.null === "never" && nullable && kind !== "json") return [`${name} is never null, and is declared with it`];
  return [];
}
