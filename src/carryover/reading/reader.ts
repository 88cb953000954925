/** Reads spreadsheets in a child process: they are compressed by somebody whom we do not know. */
import { join } from "node:path";
import { type Most, readerApart } from "../../kit/read-apart.ts";
import { FILE, FileError, type ReadFile } from "../rules/file.ts";

const MiB = 1024 * 1024;

const read = readerApart({
  child: join(import.meta.dirname, "read-process.ts"),
  most: { timeoutMs: 15_000, memory: 1_000 * MiB },
  // Tables are rare: a school begins once.
  waiting: 5,
  as: (file) => file as ReadFile,
  said: (why) => new FileError(why),
  tooHard: FILE.TOO_HARD,
});

/** Throws `FileError`. */
export function readApart(
  bytes: Uint8Array,
  { place, most }: { readonly place: string; readonly most?: Most },
): Promise<ReadFile> {
  return read({ bytes }, { place, most });
}
