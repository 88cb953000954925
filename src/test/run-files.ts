/** Runs files of tests, each in a process of its own, and says how many passed. */
import { availableParallelism } from "node:os";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export async function runFiles(files: readonly string[]): Promise<Counts> {
  // None compiles again what another has.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
    new URL("../../node_modules/.cache/livret/compiled", import.meta.url),
  );
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const stream = run({ files: [...files], concurrency: availableParallelism() });
  stream.on("test:pass", ({ details, skip }) => {
    // A suite that is skipped reports none of its tests: it counts itself, or it would be missing in silence.
    if (skip !== undefined && skip !== false) counts.skipped++;
    else if (details.type !== "suite") counts.passed++;
  });
  stream.on("test:fail", ({ details }) => {
    if (details.type !== "suite") counts.failed++;
  });
  stream.compose(new spec()).pipe(process.stdout, { end: false });
  await new Promise((resolve) => stream.once("end", resolve));
  return counts;
}

/** The last line; and the code to end on. With CI=true a skipped test fails the run: there, nothing may be missing. */
export function sayCounts({ passed, failed, skipped }: Counts): number {
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  const missing = process.env.CI === "true" ? skipped : 0;
  return passed > 0 && failed + missing === 0 ? 0 : 1;
}
