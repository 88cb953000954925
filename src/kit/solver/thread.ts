/** The thread beside: loads what is to be done and the solver, and answers once. */
import { parentPort, workerData } from "node:worker_threads";
import type { Reply, Work } from "./apart.ts";
import { newSolver } from "./solver.ts";

const { module, seconds, given } = workerData as { module: string; seconds: number; given: unknown };

async function reply(): Promise<Reply<unknown>> {
  try {
    const { work } = (await import(module)) as { work: Work<unknown, unknown> };
    return { answer: work(given, await newSolver(seconds)) };
  } catch (error) {
    // A fault of the solver may quote all of its compiled text.
    return { fault: String(error).slice(0, 500) };
  }
}

parentPort!.postMessage(await reply(), []);
