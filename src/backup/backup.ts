/**
 * `livret backup`: the rows as they stood at one moment, then the files that they name, then the law; all of it read again, and the
 * receipt last. What acts erase meanwhile leaves the store once it is done.
 */
import { createHash } from "node:crypto";
import { cpSync, createWriteStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Opened } from "../db/open.ts";
import { keepingBytes } from "../files/backed-up.ts";
import type { FileStore } from "../files/file-store.ts";
import { faultsIn } from "./read-back.ts";
import { type FileCopy, FILES, filesOf, FORMAT, type LawCopy, RECEIPT, type Receipt, storedFile } from "./receipt.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";

export type Step = "rows" | "files" | "reading";
export type Backing = {
  readonly opened: Opened;
  readonly store: FileStore;
  readonly lawFolder: string;
  readonly program: string;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (step: Step, done: number, of: number) => void;
};

/** The folder holds something already. */
export class NotEmpty extends Error {}
/** What was written is not what is read there: a disk that does not keep its word. */
export class NotKept extends Error {}

export async function backup(backing: Backing): Promise<Receipt> {
  const { opened, folder, lawFolder, program } = backing;
  const started = performance.now();
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new NotEmpty(folder);
  await mkdir(join(folder, "database"), { recursive: true, mode: 0o700 });
  const { rows, files, lost } = await keepingBytes(opened, async () => {
    const { files: named, ...snapshot } = await takeRows(backing);
    return { rows: snapshot, files: named, lost: await copyFiles(backing, named) };
  });
  const law = copyLaw(lawFolder, folder);
  const receipt: Receipt = {
    backup: FORMAT,
    program,
    ...rows,
    files,
    law,
    rows: rows.tables.reduce((sum, one) => sum + one.rows, 0),
    bytes: rows.tables.reduce((sum, one) => sum + one.bytes, 0) + files.bytes,
    seconds: 0,
    verdict: lost.length === 0 ? "sound" : "incomplete",
    lost,
  };
  for await (const fault of faultsIn(folder, receipt, backing)) throw new NotKept(fault.path);
  const whole = { ...receipt, seconds: Math.round((performance.now() - started) / 100) / 10 };
  await settled(join(folder, RECEIPT), `${JSON.stringify(whole, null, 1)}\n`);
  return whole;
}

type Taken = Snapshot & { readonly files: Receipt["files"] };

/** The rows, and the list of the files that they name. */
async function takeRows({ opened, folder, signal, onProgress }: Backing): Promise<Taken> {
  const list = await open(join(folder, FILES), "w", 0o600);
  const hash = createHash("sha256");
  let [count, bytes] = [0, 0];
  try {
    const snapshot = await takeSnapshot(opened, {
      folder,
      signal,
      onBytes: (done, of) => onProgress?.("rows", done, of),
      onFiles: async (files) => {
        const lines = files.map((one) => `${JSON.stringify(one)}\n`).join("");
        await list.write(lines);
        hash.update(lines);
        count += files.length;
        bytes += files.reduce((sum, { size }) => sum + size, 0);
      },
    });
    await list.sync();
    return { ...snapshot, files: { count, bytes, sha256: hash.digest("hex") } };
  } finally {
    await list.close();
  }
}

/** What the store has not, or has otherwise. */
async function copyFiles(backing: Backing, { bytes: of }: Receipt["files"]): Promise<string[]> {
  const { folder, signal, onProgress } = backing;
  const lost: string[] = [];
  let done = 0;
  for await (const file of filesOf(folder)) {
    signal.throwIfAborted();
    if (!(await copyFile(backing, file))) lost.push(file.key);
    done += file.size;
    onProgress?.("files", done, of);
  }
  return lost;
}

async function copyFile({ store, folder }: Backing, { key, sha256 }: FileCopy): Promise<boolean> {
  const path = storedFile(folder, key);
  const found = await store.open(key);
  if (!found) return false;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  const count = new Transform({
    transform(piece: Buffer, _encoding, next) {
      hash.update(piece);
      next(null, piece);
    },
  });
  await pipeline(found.stream, count, createWriteStream(path, { mode: 0o600, flush: true }));
  if (hash.digest("hex") === sha256) return true;
  await rm(path);
  return false;
}

const LAW = ["diplomas", "establishments"];

/** The law as it lies on the disk; what was ever loaded of it is in the rows. */
function copyLaw(from: string, folder: string): LawCopy[] {
  return LAW.flatMap((name) => {
    cpSync(join(from, name), join(folder, "law", name), { recursive: true });
    return readdirSync(join(folder, "law", name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => ({ path: relative(folder, path), sha256: hashOf(readFileSync(path)) }));
  });
}

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Whole or not at all: what stands there says that all the rest does. */
async function settled(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}
