/**
 * Files in a folder. A file is written beside it, synced, then renamed: a process killed at any moment leaves a key with all its bytes or
 * none, and at most a remnant in `.arriving` that a later start removes.
 */
import { mkdirSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { clearScratch } from "./scratch.ts";
import type { FileStore, Listed } from "./file-store.ts";

export function folderStore(folder: string): FileStore {
  const scratch = join(folder, ".arriving");
  mkdirSync(scratch, { recursive: true, mode: 0o700 });
  clearScratch(scratch);
  const pathOf = (key: string) => join(folder, ...key.split("/"));
  return {
    scratch,
    async put(key, { path }) {
      const target = pathOf(key);
      const made = await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await settle(path);
      await rename(path, target);
      await settle(dirname(target));
      if (made !== undefined) await settle(dirname(made));
    },
    async open(key) {
      const file = await open(pathOf(key)).catch(ifMissing);
      if (!file) return undefined;
      const { size } = await file.stat();
      return { stream: file.createReadStream(), size };
    },
    sizeOf: async (key) => (await stat(pathOf(key)).catch(ifMissing))?.size,
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (prefix) => listed(folder, prefix),
  };
}

/** Flushes to the disk, not only to the machine's cache. */
async function settle(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* listed(folder: string, prefix: string): AsyncGenerator<Listed> {
  const [school, ...rest] = prefix.split("/");
  if (!school) throw new Error("A listing is of one school");
  const shelves = await readdir(join(folder, school)).catch(ifMissing);
  for (const shelf of (shelves ?? []).sort()) {
    if (!shelf.startsWith(rest[0] ?? "")) continue;
    for (const name of (await readdir(join(folder, school, shelf))).sort()) {
      const found = await stat(join(folder, school, shelf, name)).catch(ifMissing);
      if (found?.isFile()) yield { key: `${school}/${shelf}/${name}`, size: found.size, at: found.mtime };
    }
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
