/** Reads a backup again, every byte: is each table, each file and the law as the receipt says? */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { FILES, filesOf, type Receipt, storedFile, tableFile } from "./receipt.ts";
import { counting } from "./snapshot.ts";

/** What of it is not there, cut short, or not what was written. */
export type BackupFault = { readonly path: string; readonly why: "missing" | "cut" | "changed" };

export type Reading = {
  readonly signal: AbortSignal;
  readonly onProgress?: (step: "reading", done: number, of: number) => void;
};

/** Gives a fault at a time, so that whoever wants none may stop at the first. */
export async function* faultsIn(
  folder: string,
  receipt: Receipt,
  { signal, onProgress }: Reading,
): AsyncGenerator<BackupFault> {
  let done = 0;
  const below = (path: string) => relative(folder, path);
  const advance = (bytes: number) => {
    signal.throwIfAborted();
    onProgress?.("reading", (done += bytes), receipt.bytes);
  };
  for (const { table, bytes, rows, sha256 } of receipt.tables) {
    const path = tableFile(folder, table);
    const fault = await faultOf(path, async () => {
      const count = counting();
      await pipeline(createReadStream(path), createGunzip(), async (pieces) => {
        for await (const piece of pieces) count.add(piece as Buffer);
      });
      const read = count.end();
      return read.sha256 === sha256 && read.rows === rows ? undefined : read.bytes < bytes ? "cut" : "changed";
    });
    if (fault) yield { path: below(path), why: fault };
    advance(bytes);
  }
  const list = join(folder, FILES);
  const listed = await faultOf(list, async () =>
    (await hashOf(list)).sha256 === receipt.files.sha256 ? undefined : "changed",
  );
  if (listed) {
    yield { path: FILES, why: listed };
    // What else there should be is not known.
    return;
  }
  const lost = new Set(receipt.lost);
  for await (const { key, size, sha256 } of filesOf(folder)) {
    if (lost.has(key)) continue;
    const path = storedFile(folder, key);
    const fault = await faultOf(path, async () => {
      const read = await hashOf(path);
      return read.sha256 === sha256 ? undefined : read.bytes < size ? "cut" : "changed";
    });
    if (fault) yield { path: below(path), why: fault };
    advance(size);
  }
  for (const { path, sha256 } of receipt.law) {
    const fault = await faultOf(join(folder, path), async () => {
      const bytes = await readFile(join(folder, path));
      return createHash("sha256").update(bytes).digest("hex") === sha256 ? undefined : "changed";
    });
    if (fault) yield { path, why: fault };
  }
}

async function faultOf(
  path: string,
  read: () => Promise<BackupFault["why"] | undefined>,
): Promise<BackupFault["why"] | undefined> {
  try {
    return await read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "missing";
    // The end of what was packed is not there, or its own sum does not hold.
    if (code === "Z_BUF_ERROR") return "cut";
    if (code?.startsWith("Z_")) return "changed";
    throw Object.assign(error as Error, { path });
  }
}

async function hashOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  return { sha256: hash.digest("hex"), bytes };
}
