/** Serves a file's bytes, holding back the last chunk until the hash is found right. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { World } from "../act/world.ts";
import { codeOf, ofStore, StoreFault } from "./file-store.ts";
import { type CopyOfBytes, fileKey } from "./rules/file-key.ts";

/** The store's bytes are not those that were stored. */
class SpoiledBytes extends Error {
  constructor() {
    super("a file of the store is not what it was");
    this.name = "SpoiledBytes";
  }
}

type HandedOut = { readonly stream: Readable; readonly size: number };

/**
 * `undefined` where the bytes are missing, have another size or fail their hash in the first chunk; throws a `StoreFault` where the store
 * fails before the first chunk.
 */
export async function handOut(
  { files }: World,
  establishment: string,
  file: CopyOfBytes & { readonly size: number },
): Promise<HandedOut | undefined> {
  if (!files) throw new Error("This world keeps no files");
  const found = await ofStore(files.store.open(fileKey(establishment, file)));
  if (!found) return undefined;
  if (found.size !== file.size) return void found.stream.destroy();
  const chunks = checked(found.stream, file.sha256);
  const first = await chunks.next().catch(ifSpoiled);
  if (!first) return undefined;
  async function* all() {
    if (!first!.done) yield first!.value;
    yield* chunks;
  }
  return { stream: Readable.from(all(), { objectMode: false }), size: file.size };
}

function ifSpoiled(error: unknown): undefined {
  if (!(error instanceof SpoiledBytes)) throw new StoreFault(codeOf(error));
}

/** A spoiled file ends early, so that no browser takes it for complete. */
async function* checked(chunks: AsyncIterable<Buffer>, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let held: Buffer | undefined;
  for await (const chunk of chunks) {
    hash.update(chunk);
    if (held) yield held;
    held = chunk;
  }
  if (hash.digest("hex") !== sha256) throw new SpoiledBytes();
  if (held) yield held;
}
