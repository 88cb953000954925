/**
 * Reads spreadsheets in a child process, one at a time: a compressed file controls how much time and memory reading takes, and the server
 * must keep answering. The child can read only this program, and is killed if it takes too much.
 */
import { fork } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { watched } from "../../kit/child.ts";
import { newLine } from "../../kit/line.ts";
import { FILE, FileError, type ReadFile } from "../rules/file.ts";
import type { Asked, Reply } from "./read-process.ts";

const MiB = 1024 * 1024;
const MOST = { timeoutMs: 15_000, memory: 1_000 * MiB };
const HEAP = 384;
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** Tables are rare: a school begins once. */
const line = newLine({ places: 1, waiting: 5 });

/** The queue is full: nothing is wrong with the file, which can be sent again. */
class ReaderBusy extends Error {
  override readonly name = "ReaderBusy";
  readonly code = "busy";
  readonly statusCode = 503;
}

/** Throws `FileError`. Files of one `place` queue behind each other. */
export async function readApart(
  bytes: Uint8Array,
  { place, most = MOST }: { readonly place: string; readonly most?: typeof MOST },
): Promise<ReadFile> {
  const file = await line.enter(() => readOne({ bytes }, most), place);
  if (!file) throw new ReaderBusy();
  return file;
}

function readOne(asked: Asked, most: typeof MOST): Promise<ReadFile> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadFile>();
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
    else if ("said" in reply) reject(new FileError(reply.said));
    else reject(new Error(`a table was not read: ${reply.fault}`));
    child.disconnect();
  });
  child.on("error", reject);
  // Ended without an answer: too much time or memory.
  child.on("exit", () => {
    clearInterval(watch);
    reject(new FileError(FILE.TOO_HARD));
  });
  child.send(asked, () => {});
  return promise;
}
