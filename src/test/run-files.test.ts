/** A fault that nobody waits for is found, wherever it comes from. */
import { match, ok } from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";

const RUN = `
  import { runFiles, sayCounts } from ${JSON.stringify(new URL("run-files.ts", import.meta.url).href)};
  process.exitCode = sayCounts(await runFiles(process.argv.slice(2)));`;
const STRAY = {
  "a promise that fails while its test runs": "await Promise.all([void Promise.reject(new Error('stray')), later()]);",
  "a promise that fails after its test": "void later().then(() => { throw new Error('stray'); });",
  "a timer that throws": "setTimeout(() => { throw new Error('stray'); }, 1); await later();",
};

describe("a run of files of tests", () => {
  const folder = mkdtempSync(join(tmpdir(), "livret-runs-"));
  after(() => rmSync(folder, { recursive: true }));
  const runner = join(folder, "run.mjs");
  writeFileSync(runner, RUN);

  /** What it says, and on which code it ends, of a file with two tests, the first of which does this. */
  const runOf = (name: string, first: string) => {
    const file = join(folder, `${name.replaceAll(" ", "-")}.mjs`);
    writeFileSync(
      file,
      `import { describe, it } from "node:test";
       const later = () => new Promise((resolve) => setImmediate(() => setTimeout(resolve, 5)));
       describe("two", async () => {
         it("first", async () => { ${first} });
         it("second", later);
       });`,
    );
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    return new Promise<{ said: string; code: number }>((resolve) => {
      const child = execFile(process.execPath, [runner, file], { env }, (_error, said) =>
        resolve({ said, code: child.exitCode ?? 1 }),
      );
    });
  };

  it("passes where both tests do, each in its suite", async () => {
    const { said, code } = await runOf("good", "await later();");
    match(said, /\n2 passed, 0 failed\n$/);
    match(said, /▶ two\n +✔ first/);
    ok(code === 0, said);
  });

  for (const [stray, first] of Object.entries(STRAY))
    it(`fails by ${stray}`, async () => {
      const { said, code } = await runOf(stray, first);
      match(said, /stray/);
      ok(code !== 0 && !said.endsWith(" 0 failed\n"), said);
    });
});
