/**
 * A database and its files as they stand, kept aside and brought back as often as asked: what leads to many things is then done
 * once. The rows are kept as text, in memory, of those tables alone that were ever written: nothing is left in the database.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Opened } from "../db/open.ts";
import { empty, WRITTEN } from "./emptied.ts";

export type Kept = { readonly bringBack: () => Promise<void> };

type Place = { readonly opened: Opened; readonly folder: string };

/** Nothing may be written meanwhile. */
export async function keepAside({ opened, folder }: Place): Promise<Kept> {
  const files = mkdtempSync(join(tmpdir(), "livret-kept-"));
  process.once("exit", () => rmSync(files, { recursive: true, force: true }));
  copyFiles(folder, files);
  const { tables, sequences } = await opened.asOwner(async (owner) => {
    const written = await owner.query<Table>(`select name, columns from (${WRITTEN}) as written, ${COLUMNS}`);
    const rows: (Table & { readonly lines: Buffer })[] = [];
    for (const table of written)
      rows.push({ ...table, lines: await owner.copyOut(`select ${table.columns} from public.${table.name}`) });
    return { tables: rows, sequences: await owner.query<{ set: string }>(SEQUENCES) };
  });
  return {
    bringBack: async () => {
      await emptyAll({ opened, folder });
      copyFiles(files, folder);
      await opened.asOwner(async (owner) => {
        // Neither triggers nor references are asked: the rows stood beside each other before.
        await owner.run("set local session_replication_role = replica");
        for (const { name, columns, lines } of tables)
          if (lines.length > 0) await owner.copyIn(`public.${name} (${columns})`, lines);
        await owner.run(sequences.map(({ set }) => set).join(";"));
        await owner.run("set local session_replication_role = default");
      });
    },
  };
}

/** As the migrations left it, and no file. */
export async function emptyAll({ opened, folder }: Place): Promise<void> {
  await empty(opened);
  for (const name of shelves(folder)) rmSync(join(folder, name), { recursive: true });
}

type Table = { readonly name: string; readonly columns: string };
/** But those that are computed from others. */
const COLUMNS = `lateral (
  select string_agg(format('%I', attname), ', ' order by attnum) as columns from pg_attribute
  where attrelid = format('public.%s', name)::regclass and attnum > 0 and not attisdropped and attgenerated = '') as theirs`;

const SEQUENCES = `
  select format('select setval(%L, %s, %L)', format('public.%I', sequencename), coalesce(last_value, start_value),
    last_value is not null) as set
  from pg_sequences where schemaname = 'public'`;

function copyFiles(from: string, to: string): void {
  for (const name of shelves(from)) cpSync(join(from, name), join(to, name), { recursive: true });
}

/** Not what is still arriving. */
const shelves = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith("."));
