/**
 * `npm test`: every test of the project, and a last line that says how many passed. `npm test -- journey` runs the files
 * whose name contains a word; `npm run test:postgres` those that use the database, on a PostgreSQL server that it
 * starts. With CI=true a skipped test fails the run: there, nothing may be missing.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startPostgres, TIDIES_ALWAYS } from "./postgres.ts";

const SRC = fileURLToPath(new URL("..", import.meta.url));
const TOGETHER = fileURLToPath(new URL("../../node_modules/.cache/livret/together", import.meta.url));
const [only] = process.argv.slice(2);
const onServer = only === "--postgres";

/** Half a minute and more, each. */
const LONGEST = ["site-in-french", "site-in-english", "test/service.test", "on-a-telephone", "cli/account.test"];
const rank = (path: string) => {
  const at = LONGEST.findIndex((name) => path.includes(name));
  return at < 0 ? LONGEST.length : at;
};

/* Tests that build their world from this file take any database; those of one database alone build their own. */
const usesDatabase = (path: string) => /\/world\.ts"|\/server\.ts"/.test(readFileSync(path, "utf8"));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => join(SRC, name))
  .filter((path) => (onServer ? usesDatabase(path) && !path.includes("site-in-") : !only || path.includes(only)))
  .sort()
  // The longest first: begun last, they would end alone.
  .sort((a, b) => rank(a) - rank(b));
if (files.length === 0) {
  console.log(`No test file's path contains "${only}".\n\n0 passed, 1 failed`);
  process.exit(1);
}

const server = onServer ? await startPostgres(TIDIES_ALWAYS) : null;
if (onServer && !server) {
  console.log("The Debian package postgresql-17 is not installed.\n\n0 passed, 1 failed");
  process.exit(1);
}
if (server) process.env.LIVRET_TEST_DATABASE_URL = server.url;

/** What a test starts or sets for itself: it has a process of its own. */
const APART =
  /\/(?:service|postgres|moto|timestamp-authority|put-files)\.ts"|node:child_process|node:worker_threads|process\.env/;

/* Begun each in a process of its own, most would take longer to begin than to run. */
const apart: string[] = [];
const browsing: string[] = [];
const open: string[] = [];
const bare: string[] = [];
for (const path of files) {
  const text = readFileSync(path, "utf8");
  if (APART.test(text) || rank(path) < LONGEST.length) apart.push(path);
  else if (text.includes("/browser/")) browsing.push(path);
  else (usesDatabase(path) ? open : bare).push(path);
}
/** One after the other, tests share a process: by so many if they share a browser or open databases, all if they open none. */
const groups = [...inGroupsOf(6, browsing), bare, ...inGroupsOf(12, open)];

function inGroupsOf(size: number, paths: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(paths.length / size) }, (_, at) => paths.slice(at * size, (at + 1) * size));
}
const named = only !== undefined && !onServer;
// After the longest, which they would delay.
const processes = named
  ? files
  : apart.toSpliced(LONGEST.length, 0, ...groups.filter((some) => some.length > 0).map(together));

/** A file that is these files, one after the other. */
function together(paths: readonly string[], at: number): string {
  mkdirSync(TOGETHER, { recursive: true });
  const file = join(TOGETHER, `${onServer ? "server" : "embedded"}-${at}.mjs`);
  writeFileSync(file, paths.map((path) => `await import(${JSON.stringify(pathToFileURL(path).href)});\n`).join(""));
  return file;
}

// Each file is a process of its own: none compiles again what another has.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../../node_modules/.cache/livret/compiled", import.meta.url));

const counts = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files: processes, concurrency: availableParallelism() });
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
