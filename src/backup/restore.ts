/**
 * `livret restore`: the files, then all rows in one transaction, which also makes the tables as the migrations of the backup made them,
 * reads what it wrote again, and brings it to this program's version. Until it is done a mark stands there, and nothing starts.
 */
import { createHash, hash } from "node:crypto";
import { copyFile, mkdir } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { migrateAsThere, migrateOn, readMigrations, UNFINISHED } from "../db/migrate.ts";
import type { Opened, Owner } from "../db/open.ts";
import type { FileStore } from "../files/file-store.ts";
import { filesOf, type Receipt, storedFile, type TableCopy, tableFile } from "./receipt.ts";
import { AS_TEXT, nameOf, piecesOf, tablesOf } from "./snapshot.ts";

export type Restoring = {
  readonly opened: Opened;
  readonly store: FileStore;
  readonly folder: string;
  readonly receipt: Receipt;
  /** What is there is taken away. */
  readonly over: boolean;
  /** Whether it is brought to this program's version; else it stays at its own. */
  readonly migrates?: boolean;
  readonly signal: AbortSignal;
  readonly onProgress?: (step: "files" | "rows", done: number, of: number) => void;
};

/** The tables of the backup, read again once they were written, are not those that were backed up. */
export class NotAsBackedUp extends Error {}

/** Which of the backup's migrations this program has not, or has otherwise. */
export function unknownMigrations({ migrations }: Receipt, own = readMigrations()): string[] {
  const hashes = new Map(own.map(({ name, hash }) => [name, hash]));
  return migrations.filter(({ name, hash }) => hashes.get(name) !== hash).map(({ name }) => name);
}

/** Whether there is anything: an unfinished restore is nothing. */
export async function isEmpty({ asOwner }: Opened): Promise<boolean> {
  const [found] = await asOwner(({ query }) =>
    query<{ tables: number }>(
      `select count(*)::integer as tables from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '${UNFINISHED}'`,
    ),
  );
  return found!.tables === 0;
}

export async function restore(restoring: Restoring): Promise<{ readonly applied: readonly string[] }> {
  const { opened } = restoring;
  await opened.asOwner((owner) => owner.run(MARK));
  await putFiles(restoring);
  return opened.asOwner((owner) => putRows(owner, restoring));
}

/* Read by whoever starts, the application too. */
const MARK = `create table if not exists ${UNFINISHED} (since timestamptz not null default now());
  grant select on ${UNFINISHED} to livret_app`;

/** Bytes that are there already under a key are those: a key names them by their hash. */
async function putFiles({ store, folder, receipt, signal, onProgress }: Restoring): Promise<void> {
  let done = 0;
  const lost = new Set(receipt.lost);
  await mkdir(store.scratch, { recursive: true, mode: 0o700 });
  for await (const { key, size, sha256 } of filesOf(folder)) {
    signal.throwIfAborted();
    if (!lost.has(key) && !(await isThere(store, key, { size, sha256 }))) {
      await store.remove(key);
      const path = join(store.scratch, `restored-${sha256}`);
      await copyFile(storedFile(folder, key), path);
      await store.put(key, { path, size, sha256 });
    }
    onProgress?.("files", (done += size), receipt.files.bytes);
  }
}

async function isThere(store: FileStore, key: string, { size, sha256 }: { size: number; sha256: string }) {
  if ((await store.sizeOf(key)) !== size) return false;
  const hash = createHash("sha256");
  for await (const piece of (await store.open(key))?.stream ?? []) hash.update(piece as Buffer);
  return hash.digest("hex") === sha256;
}

async function putRows(
  owner: Owner,
  { folder, receipt, over, migrates = true, signal, onProgress }: Restoring,
): Promise<{ applied: readonly string[] }> {
  if (over) await owner.run(away());
  await migrateAsThere(owner, receipt.migrations);
  await owner.run(AS_TEXT);
  const references = await withoutReferences(owner);
  const of = receipt.tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  await owner.run(`truncate ${receipt.tables.map(({ table }) => nameOf(table)).join(", ")}`);
  const given = new Map<string, string>();
  for (const table of receipt.tables) {
    const sum = summing();
    for await (const lines of table.rows === 0 ? [] : linesOf(folder, table)) {
      signal.throwIfAborted();
      await owner.copyIn(`${nameOf(table.table)} (${table.columns.map(nameOf).join(", ")})`, lines);
      sum.add(lines);
      onProgress?.("rows", (done += lines.length), of);
    }
    given.set(table.table, sum.sum());
  }
  await readAgain(owner, receipt, given);
  await owner.run(references);
  for (const { name, last, called } of receipt.sequences)
    await owner.query("select setval($1::regclass, $2, $3)", [nameOf(name), last, called]);
  await owner.run(`drop table ${UNFINISHED}`);
  const applied = migrates ? await migrateOn(owner) : [];
  await owner.run("analyze");
  return { applied };
}

/** What migrations made, and nothing else that may stand in the same database. */
function away(): string {
  const schemas = readMigrations().flatMap(({ text }) =>
    [...text.matchAll(/create schema (?:if not exists )?(\w+)/g)].map(([, name]) => name!),
  );
  return `${["public", ...new Set(schemas)].map((name) => `drop schema if exists ${name} cascade;`).join(" ")}
    create schema public; grant usage on schema public to public;
    create table ${UNFINISHED} (since timestamptz not null default now());`;
}

/** Rows come a table at a time, and those that they name may come after: what ties them is made again, and checked, at the end. */
async function withoutReferences({ run, query }: Owner): Promise<string> {
  const all = await query<{ table: string; name: string; text: string }>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as text
    from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f' order by 1, 2`);
  await run(all.map(({ table, name }) => `alter table ${table} drop constraint ${nameOf(name)};`).join("\n"));
  return all.map(({ table, name, text }) => `alter table ${table} add constraint ${nameOf(name)} ${text};`).join("\n");
}

const A_PIECE = 512 * 1024;

/** Whole lines, about half a megabyte at a time. */
async function* linesOf(folder: string, { table }: TableCopy): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  for await (const piece of createReadStream(tableFile(folder, table)).pipe(createGunzip())) {
    parts.push(piece as Buffer);
    size += (piece as Buffer).length;
    if (size < A_PIECE) continue;
    const all = Buffer.concat(parts);
    const end = all.lastIndexOf(LINE) + 1;
    if (end > 0) yield all.subarray(0, end);
    parts = [all.subarray(end)];
    size = all.length - end;
  }
  if (size > 0) yield Buffer.concat(parts);
}
const LINE = 10;

/** Each table gives what it was given: the same rows to the byte, whatever the order in which they came to lie. */
async function readAgain(owner: Owner, { tables }: Receipt, given: ReadonlyMap<string, string>): Promise<void> {
  const there = new Map((await tablesOf(owner)).map((one) => [one.table, one]));
  for (const { table, columns } of tables) {
    const read = summing();
    for await (const piece of piecesOf(owner, { ...there.get(table)!, columns })) read.add(piece);
    if (read.sum() !== given.get(table)) throw new NotAsBackedUp(table);
  }
}

/** The sum of the hashes of lines, which is that of the same lines in any order. */
function summing() {
  const lanes = new Uint32Array(8);
  return {
    add: (lines: Buffer) => {
      for (let from = 0; from < lines.length; ) {
        const to = lines.indexOf(LINE, from) + 1 || lines.length;
        const one = hash("sha256", lines.subarray(from, to), "buffer");
        for (let lane = 0; lane < lanes.length; lane++) lanes[lane]! += one.readUInt32LE(4 * lane);
        from = to;
      }
    },
    sum: () => lanes.join(" "),
  };
}
