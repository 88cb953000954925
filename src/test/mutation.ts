/**
 * `npm run mutation`: changes the law and the rules one place at a time and wants a test to notice. Below 90 %, or with a
 * survivor that docs/mutation.md does not explain, it fails. `npm run prove:mutation` does the same on two files.
 *
 * It goes subject by subject and keeps what it found: stopped, it goes on where it was, and later it only tries again what a
 * change of the code or of its tests has touched. `npm run mutation -- billing` takes the folders of that name alone, and
 * `npm run mutation -- none` says again what was found; `npm run mutation -- --force` forgets it.
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./law-world.ts";

const LEAST = 90;
const EXPLAINED = "docs/mutation.md";

type Mutant = {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: { readonly line: number } };
};
type Report = {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
};

const words = process.argv.slice(2);
const small = words.includes("small");
const only = words.find((word) => word !== "small" && word !== "--force");
if (words.includes("--force")) rmSync(join(ROOT, "reports/mutation-found.json"), { force: true });

// Through the Node that runs this, wherever links to programs are not allowed to run.
const program = join(ROOT, "node_modules/@stryker-mutator/core/bin/stryker.js");
const folders = ["src/law", "src/decisions", ...globSync("src/{*,*/*}/rules", { cwd: ROOT }).sort()];
const asked = only?.includes("/") ? [`src/${only}`] : folders.filter((one) => only === undefined || one.includes(only));
// A subject at a time: each time all tests are run once without a mutant.
const subjects = Map.groupBy(asked, (folder) => folder.split("/")[1]!);
for (const some of small ? [["small"]] : subjects.values()) {
  const { status } = spawnSync(process.execPath, [program, "run"], {
    cwd: ROOT,
    stdio: "inherit",
    env: {
      ...process.env,
      // What one mutant's process has compiled, the next need not.
      NODE_COMPILE_CACHE: join(ROOT, "node_modules/.cache/livret/mutated"),
      LIVRET_MUTATION: some.length === 1 ? some[0] : `{${some.join(",")}}`,
    },
  });
  if (status === null) throw new Error("Stryker did not run");
}

const { files } = JSON.parse(readFileSync(join(ROOT, "reports/mutation.json"), "utf8")) as Report;
const mutants = Object.values(files).flatMap((file) => file.mutants);
const killed = mutants.filter((one) => one.status === "Killed" || one.status === "Timeout").length;
const alive = Object.entries(files).flatMap(([name, { source, mutants: all }]) => {
  const lines = source.split("\n");
  const left = all.filter((one) => one.status === "Survived" || one.status === "NoCoverage");
  return left.map(
    (one) =>
      `${name}: \`${lines[one.location.start.line - 1]!.trim()}\` → \`${flat(one.replacement)}\` (${one.mutatorName})`,
  );
});
const explained = explanations(readFileSync(join(ROOT, EXPLAINED), "utf8"));
const unexplained = alive.filter((one) => !explained.has(one));
const percent = (100 * killed) / (killed + alive.length);

for (const one of unexplained) console.log(`not explained in ${EXPLAINED}: ${one}`);
console.log(
  `${killed} of ${killed + alive.length} mutants killed (${percent.toFixed(1)} %), ${unexplained.length} survivors not explained`,
);
process.exitCode = percent >= LEAST && unexplained.length === 0 ? 0 : 1;

/** A list under the name of each file: the line, what it became, the kind of change, and then the reason. */
function explanations(text: string): Set<string> {
  const found = new Set<string>();
  let file = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("## ")) file = line.slice(3);
    const mutant = /^- (`.+` → `.*` \(\w+\)): .+$/.exec(line)?.[1];
    if (mutant !== undefined) found.add(`${file}: ${mutant}`);
  }
  return found;
}

function flat(code: string): string {
  return code.replaceAll(/\s+/g, " ");
}
