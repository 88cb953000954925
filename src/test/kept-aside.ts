/**
 * A database and its files as they stand, kept aside and brought back as often as asked: what leads to many things is then done
 * once. The rows stand in a schema of the same database; of their tables only those that were ever written are copied.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Opened } from "../db/open.ts";
import { empty, WRITTEN } from "./emptied.ts";

export type Kept = { readonly bringBack: () => Promise<void>; readonly drop: () => Promise<void> };

type Place = { readonly opened: Opened; readonly folder: string };

/** Whoever writes meanwhile is kept in part: nobody may. */
export async function keepAside({ opened, folder }: Place, name: string): Promise<Kept> {
  const files = mkdtempSync(join(tmpdir(), "livret-kept-"));
  copyFiles(folder, files);
  const tables = await opened.asOwner(async (owner) => {
    const written = await owner.query<Table>(`select name, columns from (${WRITTEN}) as written, ${COLUMNS}`);
    await owner.run(`create schema ${name}`);
    for (const { name: table, columns } of written)
      await owner.run(`create table ${name}.${table} as select ${columns} from public.${table}`);
    await owner.run(`create table ${name}."*" as ${SEQUENCES}`);
    return written;
  });
  return {
    bringBack: async () => {
      await emptyAll({ opened, folder });
      copyFiles(files, folder);
      await opened.asOwner(async (owner) => {
        // Neither triggers nor references are asked: the rows stood beside each other before.
        await owner.run("set local session_replication_role = replica");
        for (const { name: table, columns } of tables)
          await owner.run(`insert into public.${table} (${columns}) table ${name}.${table}`);
        await owner.run(`select setval(sequence::regclass, value, called) from ${name}."*"`);
        await owner.run("set local session_replication_role = default");
      });
    },
    drop: async () => {
      rmSync(files, { recursive: true });
      await opened.asOwner((owner) => owner.run(`drop schema ${name} cascade`));
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
  select format('public.%I', sequencename) as sequence, coalesce(last_value, start_value) as value, last_value is not null as called
  from pg_sequences where schemaname = 'public'`;

function copyFiles(from: string, to: string): void {
  for (const name of shelves(from)) cpSync(join(from, name), join(to, name), { recursive: true });
}

/** Not what is still arriving. */
const shelves = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith("."));
