/** `npm run check`: format, types, lint, unused code, row types, generated files; all are run, all that fails is told. */
import { spawnSync } from "node:child_process";

const GENERATED = ["src/db/dump", "src/test/law-document", "src/test/permissions-document"].map(
  (one) => `${one}.test.ts`,
);

const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["format", "biome", "format", "src", "bench", "package.json"],
  // At once: rules that ask for types check the whole program first, which is nearly all that lint and `tsc` each take.
  ["types and lint", "oxlint", "--type-aware", "--type-check", "--deny-warnings", "src", "bench"],
  ["unused", "knip"],
  ["boundaries", "node", "--test", "--test-reporter=dot", "src/test/boundaries.test.ts"],
  ["rows", "node", "--disable-warning=ExperimentalWarning", "src/test/typed-rows/check-rows.ts"],
  ["generated", "node", "--test", "--test-reporter=dot", ...GENERATED],
];

const failed = CHECKS.filter(([name, command, ...args]) => {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
