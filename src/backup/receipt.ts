/**
 * What a backup is: a folder with the rows of each table, the files, the law, and last of all the receipt that names them with
 * their hashes. A folder without one is a backup that was not finished.
 */
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const FORMAT = 1;

export type TableCopy = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly bytes: number;
  /** Of the rows as COPY writes them, before they are packed. */
  readonly sha256: string;
};
export type SequenceCopy = { readonly name: string; readonly last: number; readonly called: boolean };
export type RanMigration = { readonly name: string; readonly hash: string; readonly at: string };
/** A file of the store: where it stands there and in the backup, as `files.ndjson` names it. */
export type FileCopy = { readonly key: string; readonly size: number; readonly sha256: string };
export type LawCopy = { readonly path: string; readonly sha256: string };

export type Receipt = {
  readonly backup: typeof FORMAT;
  readonly program: string;
  /** The moment at which all of the rows were true. */
  readonly at: string;
  readonly database: string;
  /** In the order in which they ran. */
  readonly migrations: readonly RanMigration[];
  readonly tables: readonly TableCopy[];
  readonly sequences: readonly SequenceCopy[];
  readonly files: { readonly count: number; readonly bytes: number; readonly sha256: string };
  readonly law: readonly LawCopy[];
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly verdict: "sound" | "incomplete";
  /** The keys of files that rows name and the store has lost or changed. */
  readonly lost: readonly string[];
};

export const RECEIPT = "receipt.json";
export const FILES = "files.ndjson";

export const tableFile = (folder: string, table: string) => join(folder, "database", `${table}.copy.gz`);
export const storedFile = (folder: string, key: string) => join(folder, "files", ...key.split("/"));

export function readReceipt(folder: string): Receipt | "no folder" | "unfinished" | "other" {
  if (!existsSync(folder)) return "no folder";
  const path = join(folder, RECEIPT);
  if (!existsSync(path)) return "unfinished";
  try {
    const read = JSON.parse(readFileSync(path, "utf8")) as Partial<Receipt>;
    return read.backup === FORMAT ? (read as Receipt) : "other";
  } catch {
    return "other";
  }
}

/** The files of a backup, as its list names them. */
export async function* filesOf(folder: string): AsyncGenerator<FileCopy> {
  const lines = createInterface({ input: createReadStream(join(folder, FILES), "utf8"), crlfDelay: Infinity });
  for await (const line of lines) yield JSON.parse(line) as FileCopy;
}
