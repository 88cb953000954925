/**
 * Runs the solver in a worker thread, so that requests are answered meanwhile. One computation at a time, as each takes a
 * processor for seconds; a full queue refuses further ones at once.
 */
import { Worker } from "node:worker_threads";
import { newLine } from "../line.ts";
import type { Solve } from "./solver.ts";

/** The type of a module's export `work`. Its input and answer are copied as messages (structured clone). */
export type Work<Input, Answer> = (input: Input, solve: Solve) => Answer;
export type Reply<Answer> = { readonly answer: Answer } | { readonly fault: string };

const line = newLine({ places: 1, waiting: 8 });
const MEMORY = { maxOldGenerationSizeMb: 1024 };

/** The queue is full; nothing is wrong with the input. */
class SolverBusy extends Error {
  override readonly name = "SolverBusy";
  readonly code = "busy";
  readonly statusCode = 503;
}

export type Apart = {
  /** The module that exports `work`. */
  readonly module: URL;
  readonly seconds: number;
  /** Aborted when the caller no longer waits for the answer. */
  readonly signal?: AbortSignal | undefined;
};

export async function computedApart<Answer>(input: unknown, how: Apart): Promise<Answer> {
  const computed = await line.enter(async () => ({ answer: await compute<Answer>(input, how) }));
  if (!computed) throw new SolverBusy();
  return computed.answer;
}

async function compute<Answer>(input: unknown, { module, seconds, signal }: Apart): Promise<Answer> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const worker = new Worker(new URL("thread.ts", import.meta.url), {
    workerData: { module: module.href, seconds, input },
    // Keeps the secrets of this process's environment out of the thread.
    env: {},
    resourceLimits: MEMORY,
  });
  worker.on("message", (reply: Reply<Answer>) => {
    if ("answer" in reply) resolve(reply.answer);
    else reject(new Error(`nothing was computed: ${reply.fault}`));
  });
  worker.on("error", reject);
  worker.on("exit", () => reject(new Error("the thread of the solver ended without an answer")));
  const stop = () => reject(signal!.reason as Error);
  signal?.addEventListener("abort", stop);
  try {
    return await promise;
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
