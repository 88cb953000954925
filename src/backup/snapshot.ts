/** All rows of a database as they stood at one moment, by COPY, a piece of a table at a time: memory does not grow with the school. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Opened, Owner } from "../db/open.ts";
import { type FileCopy, type RanMigration, type SequenceCopy, type TableCopy, tableFile } from "./receipt.ts";

export type Snapshot = {
  readonly at: string;
  readonly database: string;
  readonly migrations: readonly RanMigration[];
  readonly tables: readonly TableCopy[];
  readonly sequences: readonly SequenceCopy[];
};

type Taking = {
  readonly folder: string;
  /** Hears how many bytes of about so many are done. */
  readonly onBytes: (done: number, of: number) => void;
  /** Is given the files that the rows name, a page at a time. */
  readonly onFiles: (files: readonly FileCopy[]) => Promise<void>;
  readonly signal: AbortSignal;
};

export function takeSnapshot({ asOwner, embedded }: Opened, taking: Taking): Promise<Snapshot> {
  return asOwner(async (owner) => {
    await owner.run(`set transaction isolation level repeatable read, read only; ${AS_TEXT}`);
    const tables = await tablesOf(owner);
    // Nobody takes a table away or packs it anew meanwhile; whoever reads and writes waits for nothing.
    const named = tables.map(({ table }) => nameOf(table)).join(", ");
    if (!embedded && named !== "") await owner.run(`lock table ${named} in access share mode`);
    const of = tables.reduce((sum, { bytes }) => sum + bytes, 0);
    const [about] = await owner.query<{ at: string; database: string }>(ABOUT);
    const copied: TableCopy[] = [];
    let before = 0;
    for (const one of tables) {
      const onBytes = (done: number) => taking.onBytes(Math.min(before + done, of), of);
      copied.push(await copyTable(owner, one, { ...taking, onBytes }));
      before += one.bytes;
    }
    await eachPageOfFiles(owner, taking.onFiles);
    return {
      ...about!,
      migrations: await owner.query<RanMigration>(MIGRATIONS),
      tables: copied,
      // Last: a number that somebody took meanwhile is never given again.
      sequences: await sequencesOf(owner),
    };
  });
}

/** How COPY writes values, whatever a server's own settings. */
export const AS_TEXT =
  "set local timezone to 'UTC'; set local datestyle to 'ISO, MDY'; set local intervalstyle to 'postgres'; " +
  "set local extra_float_digits to 1; set local bytea_output to 'hex'; set local statement_timeout to 0; " +
  "set local idle_in_transaction_session_timeout to 0; set local search_path to public; " +
  // Whoever sees one school only is told so, and does not take none of the rows for all of them.
  "set local row_security to off";

const ABOUT = `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  'PostgreSQL ' || current_setting('server_version') as database`;
// Those of one transaction have one moment: their names are their order.
const MIGRATIONS = `select name, hash, to_json(applied_at) #>> '{}' as at from migration order by applied_at, name`;
/* The bytes that are left by a day's end, and the copies of their data that people may still fetch. */
const FILES = `
  select establishment_id || '/' || left(sha256, 2) || '/' || sha256 || '-' || copy as key, size::bigint as size, sha256 from file_copy
  union all
  select establishment_id || '/exports/' || id || '.zip', size, sha256 from data_request_work where state = 'ready'`;

type Table = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly pages: number;
  readonly bytes: number;
};

export const nameOf = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every table but the list of migrations, which the receipt has; what is computed is computed again. */
export function tablesOf({ query }: Owner): Promise<Table[]> {
  return query<Table>(`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns,
           (pg_relation_size(c.oid) / current_setting('block_size')::integer)::integer as pages,
           pg_table_size(c.oid)::bigint as bytes
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    group by c.oid, c.relname order by c.relname collate "C"`);
}

async function sequencesOf({ query }: Owner): Promise<SequenceCopy[]> {
  const names = await query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
  );
  const found: SequenceCopy[] = [];
  for (const { name } of names) {
    const [state] = await query<Omit<SequenceCopy, "name">>(
      `select last_value as last, is_called as called from ${nameOf(name)}`,
    );
    found.push({ name, ...state! });
  }
  return found;
}

type CopyingTable = { readonly folder: string; readonly onBytes: (done: number) => void; readonly signal: AbortSignal };

async function copyTable(owner: Owner, table: Table, { folder, onBytes, signal }: CopyingTable): Promise<TableCopy> {
  const count = counting();
  const rows = async function* () {
    for await (const piece of piecesOf(owner, table)) {
      signal.throwIfAborted();
      count.add(piece);
      onBytes(count.bytes());
      yield piece;
    }
  };
  const file = createWriteStream(tableFile(folder, table.table), { mode: 0o600, flush: true });
  await pipeline(Readable.from(rows()), createGzip(), file);
  const copied = count.end();
  const [counted] = await owner.query<{ rows: number }>(`select count(*) as rows from ${nameOf(table.table)}`);
  if (counted!.rows !== copied.rows)
    throw new Error(`Of the ${counted!.rows} rows of ${table.table}, ${copied.rows} were copied`);
  return { table: table.table, columns: table.columns, ...copied };
}

/** Pages read at a time: half a megabyte of rows, and what of theirs is kept apart for its size. */
const PAGES = 64;

/** The rows of a table in the order in which they lie there. */
export async function* piecesOf(
  owner: Pick<Owner, "copyOut">,
  { table, columns, pages }: Pick<Table, "table" | "columns" | "pages">,
): AsyncGenerator<Buffer> {
  for (let from = 0; from < pages; from += PAGES) {
    const piece = await owner.copyOut(
      `select ${columns.map(nameOf).join(", ")} from ${nameOf(table)} where ctid >= '(${from},0)' and ctid < '(${from + PAGES},0)'`,
    );
    if (piece.length > 0) yield piece;
  }
}

/** Rows as COPY writes them, one a line: a line break within a value is written otherwise. */
export function counting() {
  const hash = createHash("sha256");
  let [rows, bytes] = [0, 0];
  return {
    add: (piece: Uint8Array) => {
      hash.update(piece);
      bytes += piece.length;
      for (let at = piece.indexOf(LINE); at >= 0; at = piece.indexOf(LINE, at + 1)) rows++;
    },
    bytes: () => bytes,
    end: () => ({ rows, bytes, sha256: hash.digest("hex") }),
  };
}
const LINE = 10;

const A_PAGE = 1_000;

/** By a cursor: a school has hundreds of thousands. */
async function eachPageOfFiles({ run, query }: Owner, hear: Taking["onFiles"]): Promise<void> {
  await run(`declare file no scroll cursor for ${FILES}`);
  for (;;) {
    const files = await query<FileCopy>(`fetch ${A_PAGE} from file`);
    if (files.length === 0) break;
    await hear(files);
  }
  await run("close file");
}
