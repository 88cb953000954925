/**
 * Receives a file: the bytes are counted and hashed while they go to the disk, then stored, and only then referenced by a row. No file is
 * ever whole in memory, and a failed upload leaves nothing.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { newId } from "../kit/id.ts";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { enqueue } from "../jobs/queue.ts";
import { searchBytes } from "./attach.ts";
import { ofStore, StoreFault } from "./file-store.ts";
import { InspectorFault } from "./inside/inspector.ts";
import { fileKey } from "./rules/file-key.ts";
import { fileName } from "./rules/file-name.ts";
import { type FileNotice, type FileProblem, MOST_BYTES, type Scan } from "../kit/file-problem.ts";
import { allows } from "../kit/machine.ts";
import { type FileType, fileTypeOf, HEAD } from "./rules/file-type.ts";
import { SCAN } from "./rules/scan.ts";
import type { FileService } from "./service.ts";
import { holdCopy, insertUpload, nameCopy, waitingUploads } from "./store.ts";

export type Arriving = {
  readonly establishment: string;
  /** The sender, who alone may attach it. */
  readonly account: string;
  readonly stream: Readable;
  /** The sender's name for it. */
  readonly name: string;
};
/** `fault`: of the store or the inspector, as a code for the operator. */
export type Received =
  | { readonly upload: string }
  | { readonly problem: FileProblem; readonly fault?: { readonly name: string; readonly code: string } };

/** What one person may have uploaded and not yet attached. */
const MOST_WAITING = { count: 100, size: 500 * 1024 * 1024 };

/** Always reads the stream to its end, so that the rest of the same request arrives too. */
export async function receiveUpload(world: World, arriving: Arriving): Promise<Received> {
  const { files } = world;
  if (!files) throw new Error("This world keeps no files");
  const path = join(files.store.scratch, randomUUID());
  try {
    const written = await writeDown(arriving.stream, path);
    if ("problem" in written) return written;
    const seen = await files.inspector.look({ path, type: written.type, by: arriving.account });
    if ("problem" in seen) return seen;
    const { changed, ...facts } = seen;
    return await keep(world, files, arriving, { path, ...written, given: written.sha256, ...facts, ...changed });
  } catch (error) {
    // Only this file fails; the rest of the form is saved.
    if (error instanceof StoreFault || error instanceof InspectorFault)
      return { problem: "store-away", fault: { name: error.name, code: error.code } };
    throw error;
  } finally {
    await rm(path, { force: true });
    await rm(`${path}.kept`, { force: true });
  }
}

type Written = {
  readonly sha256: string;
  readonly size: number;
  readonly type: FileType;
};

async function writeDown(stream: Readable, path: string): Promise<Written | { readonly problem: FileProblem }> {
  const hash = createHash("sha256");
  let size = 0;
  let head: Buffer = Buffer.alloc(0);
  // After a write error (a full disk) the rest of the stream is still read.
  let fault: unknown;
  const file = await ofStore(open(path, "wx", 0o600)).catch((error: unknown) => void (fault = error));
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      // Beyond the limit, bytes are read and dropped.
      if (size > MOST_BYTES || fault !== undefined) continue;
      if (head.length < HEAD) head = Buffer.concat([head, chunk.subarray(0, HEAD)]);
      hash.update(chunk);
      await ofStore(file!.appendFile(chunk)).catch((error: unknown) => void (fault = error));
    }
  } finally {
    await file?.close();
  }
  if (size === 0) return { problem: "empty" };
  if (size > MOST_BYTES) return { problem: "too-big" };
  if (fault !== undefined) throw fault;
  const type = fileTypeOf(head);
  return type ? { sha256: hash.digest("hex"), size, type } : { problem: "unknown-type" };
}

/** The file to store; `given` is the hash of the sent file, where inspection changed it. */
type Kept = Written & {
  readonly path: string;
  readonly given: string;
  readonly pages: number | null;
  readonly notices: readonly FileNotice[];
};

/** Identical bytes are stored once; if their copy has vanished from the store, this upload replaces it. */
async function keep(
  { db, now }: World,
  { store, scanner }: FileService,
  { establishment, account, name }: Arriving,
  bytes: Kept,
): Promise<Received> {
  const { sha256, size, type, pages, notices } = bytes;
  const id = newId();
  const at = now();
  const upload = { id, account, sha256, name: fileName(name, type), givenSha256: bytes.given, notices, at };
  const keyOf = (copy: string) => fileKey(establishment, { sha256, copy });
  // The copy is locked while the upload's row is written, so that it cannot be removed in between.
  const { full, known } = await withSchool(db, establishment, async (tx) => {
    const waiting = await waitingUploads(tx, account);
    const held = await holdCopy(tx, sha256);
    const tooMany = waiting.count >= MOST_WAITING.count || waiting.size >= MOST_WAITING.size;
    if (held && isTaken(held) && !tooMany) await insertUpload(tx, upload);
    return { full: tooMany, known: held };
  });
  if (full) return { problem: "too-many-waiting" };
  if (known && !isTaken(known)) return { problem: "infected" };
  if (known) {
    const key = keyOf(known.copy);
    if ((await ofStore(store.sizeOf(key))) !== size) {
      // A store never overwrites: an altered copy must be removed first.
      await ofStore(store.remove(key));
      await ofStore(store.put(key, bytes));
      // The earlier scan job found no bytes and ended.
      if (known.scan === "waiting")
        await withSchool(db, establishment, (tx) => enqueue(tx, searchBytes, { sha256, copy: known.copy }, at));
    }
    return { upload: id };
  }
  const copy = randomBytes(4).toString("hex");
  await ofStore(store.put(keyOf(copy), bytes));
  const kept = await withSchool(db, establishment, async (tx) => {
    const named = await nameCopy(tx, { sha256, copy, size, type, pages, scan: scanner ? "waiting" : "none", at });
    if (!isTaken(named)) return named;
    await insertUpload(tx, upload);
    if (named.copy === copy && scanner) await enqueue(tx, searchBytes, { sha256, copy }, at);
    return named;
  });
  // A concurrent upload of the same bytes was first. If removing ours fails, it is an orphan, removed after a week.
  if (kept.copy !== copy) await store.remove(keyOf(copy)).catch(() => {});
  return isTaken(kept) ? { upload: id } : { problem: "infected" };
}

function isTaken({ scan }: { readonly scan: Scan }): boolean {
  return allows(SCAN, "taken", scan);
}
