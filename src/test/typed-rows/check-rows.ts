/** Part of `npm run check`: every row type that a `sql` template declares is what PostgreSQL gives for it. */
import { fileURLToPath } from "node:url";
import { judgeRows } from "./judge.ts";

/** Statements whose text is known only when they run: how many of a file, and why. */
const UNREAD: readonly { readonly path: string; readonly count: number; readonly why: string }[] = [
  { path: "src/kit/sql.ts", count: 1, why: "a whole row, as JSON, of any table" },
  { path: "src/audit/verify.ts", count: 2, why: "whole rows and ids of any table" },
  { path: "src/retention/contents.ts", count: 2, why: "whole rows, as JSON, of any table" },
  { path: "src/audit/agreements.ts", count: 1, why: "ids of one query of a list" },
  { path: "src/certification/standing.ts", count: 1, why: "joins the query of each role of a list" },
  { path: "src/interviews/standing.ts", count: 1, why: "joins the query of each role of a list" },
  { path: "src/waiting/store.ts", count: 1, why: "one condition, of what is shown, for two aliases" },
  { path: "src/year/director/proofs-store.ts", count: 1, why: "the query of the kind of evidence that is asked for" },
];

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const isOurs = (path: string) => path.startsWith("src/") && !path.startsWith("src/test/") && !path.endsWith(".test.ts");

const { count, faults, unread } = await judgeRows(ROOT, isOurs);
const listed = new Map(UNREAD.map(({ path, count: most }) => [path, most]));
for (const [path, those] of Map.groupBy(unread, ({ place }) => place.split(":")[0]!)) {
  const expected = listed.get(path) ?? 0;
  listed.delete(path);
  if (those.length === expected) continue;
  console.log(`${path}: ${expected} templates are listed as unread (check-rows.ts), ${those.length} are:`);
  for (const { place, why } of those) console.log(`  ${place}: ${why}`);
  process.exitCode = 1;
}
for (const path of listed.keys()) console.log(`${path}: all templates are read, take it off the list (check-rows.ts)`);
for (const fault of faults) console.log(fault);
console.log(`${count} row types compared`);
if (faults.length > 0 || listed.size > 0) process.exitCode = 1;
