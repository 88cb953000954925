/** Runs files of tests, each in a process of its own, and says how many passed. */
import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
/** Of each file of tests, in whichever process it was read: how many milliseconds its tests took. */
type Times = ReadonlyMap<string, number>;

export async function runFiles(files: readonly string[]): Promise<Counts & { readonly times: Times }> {
  // None compiles again what another has.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
    new URL("../../node_modules/.cache/livret/compiled", import.meta.url),
  );
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const times = new Map<string, number>();
  const took = ({ details, file, nesting }: Told) => {
    if (nesting === 0 && file !== undefined) times.set(file, (times.get(file) ?? 0) + details.duration_ms);
  };
  const stream = run({
    files: [...files],
    // One more than there are processors: a fifth of the time, a process waits for its browser, its database or the service it started.
    concurrency: availableParallelism() + 1,
    execArgv: ["--import", new URL("untracked.ts", import.meta.url).href],
  });
  stream.on("test:pass", (told) => {
    const { details, skip } = told;
    took(told);
    // A suite that is skipped reports none of its tests: it counts itself, or it would be missing in silence.
    if (skip !== undefined && skip !== false) counts.skipped++;
    else if (details.type !== "suite") counts.passed++;
  });
  stream.on("test:fail", (told) => {
    const { details } = told;
    took(told);
    if (details.type !== "suite") counts.failed++;
  });
  stream.compose(new spec()).pipe(process.stdout, { end: false });
  await new Promise((resolve) => stream.once("end", resolve));
  return { ...counts, times };
}

type Told = { readonly details: { readonly duration_ms: number }; readonly file?: string; readonly nesting: number };

/** Those that took longest, the longest first. What a process takes to begin is no file's. */
export function sayTimes(times: Times): void {
  const longest = [...times].sort(([, one], [, other]) => other - one).slice(0, 30);
  const lines = longest.map(([file, ms]) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${relative(".", file)}`);
  console.log(`\n${lines.join("\n")}`);
}

/** The last line; and the code to end on. With CI=true a skipped test fails the run: there, nothing may be missing. */
export function sayCounts({ passed, failed, skipped }: Counts): number {
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  const missing = process.env.CI === "true" ? skipped : 0;
  return passed > 0 && failed + missing === 0 ? 0 : 1;
}
