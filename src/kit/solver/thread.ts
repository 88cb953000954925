/** The worker thread: loads the module and the solver, and answers once. */
import { parentPort, workerData } from "node:worker_threads";
import type { Reply, Work } from "./apart.ts";
import { newSolver } from "./solver.ts";

const { module, seconds, input } = workerData as { module: string; seconds: number; input: unknown };

async function reply(): Promise<Reply<unknown>> {
  try {
    const { work } = (await import(module)) as { work: Work<unknown, unknown> };
    return { answer: work(input, await newSolver(seconds)) };
  } catch (error) {
    // An error of the solver may quote its whole compiled source.
    return { fault: String(error).slice(0, 500) };
  }
}

parentPort!.postMessage(await reply(), []);
