/**
 * `npm test`: the tests of the project, what it leaves to `.ci/run`, and a last line that says how many passed. `npm test --
 * journey` runs the files whose name contains a word, `--times` says which files took longest; `npm run test:postgres` runs those
 * that use the database, on a PostgreSQL server that it starts.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startPostgres, TIDIES_ALWAYS } from "./postgres.ts";
import { runFiles, sayCounts, sayTimes } from "./run-files.ts";

const SRC = fileURLToPath(new URL("..", import.meta.url));
const given = process.argv.slice(2);
const onServer = given.includes("--postgres");
const only = given.find((word) => !word.startsWith("--"));

/** Twenty seconds and more, each. */
const LONGEST = [
  "test/service.test",
  "test/whole-life.test",
  "test/lives.test",
  "test/later-days.test",
  "year/sixty.test",
  "test/site.test",
  "on-a-telephone",
  "cli/account.test",
];
const rank = (path: string) => {
  const at = LONGEST.findIndex((name) => path.includes(name));
  return at < 0 ? LONGEST.length : at;
};

/* Tests that build their world from this file take any database; those of one database alone build their own. */
const usesDatabase = (path: string) => /\/(?:world|server|playing)\.ts"/.test(readFileSync(path, "utf8"));
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => join(SRC, name))
  .filter((path) => (!onServer || usesDatabase(path)) && (only === undefined || path.includes(only)))
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

/** What a test sets for its whole process: it has one of its own. */
const SETS = /process\.env\.\w+ = /;
/** What starts programs: a service, a server of PostgreSQL. */
const STARTS = /\/(?:service|postgres|moto|timestamp-authority|put-files)\.ts"|node:child_process|node:worker_threads/;

/** What opens a browser, which one process after the other would start anew. */
const BROWSES = /\/browser\/|\/shared-browser\.ts"/;

/* Begun each in a process of its own, most would take longer to begin than to run: the world alone is four hundred files to load. */
const apart: string[] = [];
const starting: string[] = [];
const browsing: string[] = [];
const open: string[] = [];
const bare: string[] = [];
for (const path of files) {
  const text = readFileSync(path, "utf8");
  if (SETS.test(text) || rank(path) < LONGEST.length) apart.push(path);
  else if (STARTS.test(text)) starting.push(path);
  else if (BROWSES.test(text)) browsing.push(path);
  else (usesDatabase(path) ? open : bare).push(path);
}
/** Another process is worth its beginning from so many files on. */
const FEW = 5;
/** One after the other, tests share a process, a browser, and the databases that those before them have closed. */
const groups = [...inGroups(2, browsing), ...inGroups(3, starting), ...inGroups(4, open), ...inGroups(2, bare)];

/** So many at most, as large as each other: those that stand side by side are of one subject, and take as long. */
function inGroups(most: number, paths: readonly string[]): string[][] {
  const count = Math.min(most, Math.ceil(paths.length / FEW));
  return Array.from({ length: count }, (_, at) => paths.filter((_path, place) => place % count === at));
}
// After the longest, which they would delay.
const longest = apart.filter((path) => rank(path) < LONGEST.length).length;
const folder = mkdtempSync(join(tmpdir(), "livret-together-"));
const processes = apart.toSpliced(longest, 0, ...groups.filter((some) => some.length > 0).map(together));

/** A file that is these files, one after the other. */
function together(paths: readonly string[], at: number): string {
  const file = join(folder, `${at}.mjs`);
  writeFileSync(file, paths.map((path) => `await import(${JSON.stringify(pathToFileURL(path).href)});\n`).join(""));
  return file;
}

const counts = await runFiles(processes);
rmSync(folder, { recursive: true });
await server?.stop();

if (given.includes("--times")) sayTimes(counts.times);
if (only === undefined && !onServer) console.log(`\nLeft to .ci/run: ${leftToTheWhole().join(", ")}`);
process.exitCode = sayCounts(counts);

/** What proves more and takes longer: `prove:pages` walks every page, `test:postgres` has the SQL on a server. */
function leftToTheWhole(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(SRC, "../package.json"), "utf8")) as { scripts: object };
  return Object.keys(scripts).filter((name) => name === "test:postgres" || name.startsWith("prove:"));
}
