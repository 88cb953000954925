/**
 * Has something computed with the solver in a thread of its own: others are answered meanwhile. One at a time, as each takes a
 * processor for seconds; whoever comes after those who wait is told so at once.
 */
import { Worker } from "node:worker_threads";
import { newLine } from "../line.ts";
import type { Solve } from "./solver.ts";

/** What a module that is computed with exports as `work`. It and its answer are copied, as messages are. */
export type Work<Given, Answer> = (given: Given, solve: Solve) => Answer;
export type Reply<Answer> = { readonly answer: Answer } | { readonly fault: string };

const line = newLine({ places: 1, waiting: 8 });
const MEMORY = { maxOldGenerationSizeMb: 1024 };

/** Nothing is wrong with what was asked: too many are asking. */
class SolverBusy extends Error {
  override readonly name = "SolverBusy";
  readonly code = "busy";
  readonly statusCode = 503;
}

export type Apart = {
  /** The module, by its address. */
  readonly module: URL;
  readonly seconds: number;
  /** Nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
};

export async function computedApart<Answer>(given: unknown, how: Apart): Promise<Answer> {
  const computed = await line.enter(async () => ({ answer: await compute<Answer>(given, how) }));
  if (!computed) throw new SolverBusy();
  return computed.answer;
}

async function compute<Answer>(given: unknown, { module, seconds, signal }: Apart): Promise<Answer> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const worker = new Worker(new URL("thread.ts", import.meta.url), {
    workerData: { module: module.href, seconds, given },
    // No secret of this process goes into the thread.
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
