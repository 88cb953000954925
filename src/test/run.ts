/**
 * `npm test`: every test of the project, and a last line that says how many passed. `npm test -- journey` runs the files
 * whose name contains a word; `npm run test:postgres` those that use the database, on a PostgreSQL server that it
 * starts. With CI=true a skipped test fails the run: there, nothing may be missing.
 */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { startPostgres } from "./postgres.ts";

const SRC = fileURLToPath(new URL("..", import.meta.url));
const [only] = process.argv.slice(2);
const onServer = only === "--postgres";

/* Tests that build their world from this file take any database; those of one database alone build their own. */
const usesDatabase = (path: string) => /\/world\.ts"|\/server\.ts"/.test(readFileSync(path, "utf8"));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => join(SRC, name))
  .filter((path) => (onServer ? usesDatabase(path) && !path.includes("site-in-") : !only || path.includes(only)))
  .sort()
  // The longest first: begun last, they would end alone.
  .sort((a, b) => Number(b.includes("site-in-")) - Number(a.includes("site-in-")));

const server = onServer ? await startPostgres() : null;
if (onServer && !server) {
  console.log("The Debian package postgresql-17 is not installed.\n\n0 passed, 1 failed");
  process.exit(1);
}
if (server) process.env.LIVRET_TEST_DATABASE_URL = server.url;

/** What a test starts or sets for itself: it has a process of its own. */
const APART =
  /\/(?:world|server|service|postgres|cli|moto|timestamp-authority|put-files)\.ts"|\/browser\/|node:child_process|node:worker_threads|process\.env/;
const together = only ? [] : files.filter((path) => !APART.test(readFileSync(path, "utf8")));
process.env.LIVRET_TOGETHER = together.join("\n");
const apart = files.filter((path) => !together.includes(path));
// After the two longest, which it would delay.
if (together.length > 0) apart.splice(2, 0, join(SRC, "test/together.ts"));

// Each file is a process of its own: none compiles again what another has.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../../node_modules/.cache/livret/compiled", import.meta.url));

const counts = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files: apart, concurrency: availableParallelism() });
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
await server?.stop();

const { passed, failed, skipped } = counts;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
const missing = process.env.CI === "true" ? skipped : 0;
process.exitCode = passed > 0 && failed + missing === 0 ? 0 : 1;
