/**
 * Reads a file that somebody sent in a child process, one at a time: the file controls how much time and memory reading takes, and the server
 * must keep answering. The child can read only this program, and is killed if it takes too much.
 */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { watched } from "./child.ts";
import type { Day } from "./day.ts";
import type { Label } from "./lang.ts";
import { newLine } from "./line.ts";

export type Most = { readonly timeoutMs: number; readonly memory: number };
/** What was read; or why not, in words; or a fault of the program. */
export type Reply<F> = { readonly file: F } | { readonly said: Label } | { readonly fault: string };

export type Asked = { readonly bytes: Uint8Array; readonly until?: Day };

type Reader<F> = {
  /** The file of the child process, which calls `answering`. */
  readonly child: string;
  readonly most: Most;
  /** Files that may queue. */
  readonly waiting: number;
  readonly said: (why: Label) => Error;
  /** What the child answered: a cast, since it is the same program. */
  readonly as: (file: unknown) => F;
  /** It ended without an answer: too much time or memory. */
  readonly tooHard: Label;
};

const HEAP = 384;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The queue is full: nothing is wrong with the file, which can be sent again. */
class ReaderBusy extends Error {
  override readonly name = "ReaderBusy";
  readonly code = "busy";
  readonly statusCode = 503;
}

/** Files of one `place` queue behind each other. */
export function readerApart<F>(
  reader: Reader<F>,
): (asked: Asked, given: { readonly place: string; readonly most?: Most | undefined }) => Promise<F> {
  const line = newLine({ places: 1, waiting: reader.waiting });
  return async (asked, { place, most = reader.most }) => {
    const file = await line.enter(() => readOne(reader, asked, most), place);
    if (!file) throw new ReaderBusy();
    return file;
  };
}

function readOne<F>({ child: path, said, as, tooHard }: Reader<F>, asked: Asked, most: Most): Promise<F> {
  const { promise, resolve, reject } = Promise.withResolvers<F>();
  const child = fork(path, [], {
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
  child.on("message", (reply: Reply<unknown>) => {
    if ("file" in reply) resolve(as(reply.file));
    else if ("said" in reply) reject(said(reply.said));
    else reject(new Error(`a file was not read: ${reply.fault}`));
    child.disconnect();
  });
  child.on("error", reject);
  child.on("exit", () => {
    clearInterval(watch);
    reject(said(tooHard));
  });
  child.send(asked, () => {});
  return promise;
}

/** In the child process: answers one file, and ends with its parent. */
export function answering(answer: (asked: Asked) => Reply<unknown> | Promise<Reply<unknown>>): void {
  process.on("message", (asked) => {
    void Promise.resolve(answer(asked as Asked)).then((reply) => process.send!(reply));
  });
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C reaches every process of the terminal; the parent decides when this one ends.
  process.on("SIGINT", () => {});
}
