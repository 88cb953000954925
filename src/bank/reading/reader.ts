/** Parses bank files in a child process. */
import { join } from "node:path";
import type { Day } from "../../kit/day.ts";
import { type Most, readerApart } from "../../kit/read-apart.ts";
import { type BankFile, BankFileError } from "../rules/bank-line.ts";
import { FILE } from "../rules/bank-words.ts";

const MiB = 1024 * 1024;

const read = readerApart({
  child: join(import.meta.dirname, "read-process.ts"),
  // The largest statement takes some two seconds and a third of that memory.
  most: { timeoutMs: 10_000, memory: 1_400 * MiB },
  // Files are rare, and come from the few who keep the accounts.
  waiting: 10,
  as: (file) => file as BankFile,
  said: (why) => new BankFileError(why),
  tooHard: FILE.TOO_HARD,
});

/** Throws `BankFileError`; days after `until` are ignored. */
export function readApart(
  bytes: Uint8Array,
  { until, place, most }: { readonly until: Day; readonly place: string; readonly most?: Most },
): Promise<BankFile> {
  return read({ bytes, until }, { place, most });
}
