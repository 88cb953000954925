/**
 * Parses bank files in a child process, one at a time: a file controls how long parsing takes, and the server must keep answering. The
 * child can read only this program, and is killed if it takes too much time or memory.
 */
import { fork } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { watched } from "../../kit/child.ts";
import type { Day } from "../../kit/day.ts";
import { newLine } from "../../kit/line.ts";
import { type BankFile, BankFileError } from "../rules/bank-line.ts";
import { FILE } from "../rules/bank-words.ts";
import type { Asked, Reply } from "./read-process.ts";

const MiB = 1024 * 1024;
/** The largest statement takes some two seconds and a third of that memory. */
const MOST = { timeoutMs: 10_000, memory: 1_400 * MiB };
const HEAP = 384;
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Files are rare, and come from the few who keep the accounts. */
const line = newLine({ places: 1, waiting: 10 });

/** The queue is full: nothing is wrong with the file, which can be sent again. */
class ReaderBusy extends Error {
  override readonly name = "ReaderBusy";
  readonly code = "busy";
  readonly statusCode = 503;
}

/** Throws `BankFileError`; days after `until` are ignored. Files of one `place` queue behind each other. */
export async function readApart(
  bytes: Uint8Array,
  { until, place, most = MOST }: { until: Day; place: string; most?: typeof MOST },
): Promise<BankFile> {
  const file = await line.enter(() => readOne({ bytes, until }, most), place);
  if (!file) throw new ReaderBusy();
  return file;
}

function readOne(asked: Asked, most: typeof MOST): Promise<BankFile> {
  const { promise, resolve, reject } = Promise.withResolvers<BankFile>();
  const child = fork(join(import.meta.dirname, "read-process.ts"), [], {
    execArgv: [
      "--permission",
      `--allow-fs-read=${ROOT}`,
      `--max-old-space-size=${HEAP}`,
      "--disable-warning=ExperimentalWarning",
    ],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    // No secret of this process goes into the child.
    env: {},
  });
  const watch = watched(child, most);
  child.on("message", (reply: Reply) => {
    if ("file" in reply) resolve(reply.file);
    else if ("said" in reply) reject(new BankFileError(reply.said));
    else reject(new Error(`a file of the bank was not read: ${reply.fault}`));
    child.disconnect();
  });
  child.on("error", reject);
  // Ended without an answer: too much time or memory.
  child.on("exit", () => {
    clearInterval(watch);
    reject(new BankFileError(FILE.TOO_HARD));
  });
  child.send(asked, () => {});
  return promise;
}
