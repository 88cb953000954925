/** The child of `render.ts`: typesets one document at a time, and exits with its parent. */
import { type Outcome, type Typeset, typeset } from "./typst.ts";

export type Reply = Outcome & { readonly memory: number };

process.on("message", (job: Typeset) => {
  const outcome = safely(job);
  process.send!({ ...outcome, memory: process.memoryUsage.rss() } satisfies Reply);
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches every process of the terminal; the parent decides when this one ends.
process.on("SIGINT", () => {});

function safely(job: Typeset): Outcome {
  try {
    return typeset(job);
  } catch {
    return { fault: "the typesetter failed" };
  }
}
