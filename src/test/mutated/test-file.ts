/**
 * One test file in a thread of its own: loaded once, its tests run as often as asked, with one mutant or another.
 * A mutant of what is already run while the file loads has to be there from the start, in a thread of its own.
 */
import { registerHooks } from "node:module";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import fc from "fast-check";

export type Start = { readonly file: string; readonly mutant?: string; readonly hitLimit?: number };
/** Times that a mutant’s place was passed, by mutant. */
export type Passed = { readonly [mutant: string]: number };
export type Loaded = { readonly tests: readonly string[]; readonly passed: Passed; readonly failure?: string };
export type Asked = { readonly mutant?: string; readonly hitLimit?: number; readonly tests?: readonly string[] };
export type Ran = { readonly name: string; readonly ms: number; readonly passed: Passed; readonly failure?: string };
/** The tests up to the first that failed, and whether the mutant went round and round. */
export type Answer = { readonly ran: readonly Ran[]; readonly endless: boolean };

/** What the code that Stryker wrote reads and writes. */
type Shared = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { readonly static: Passed; readonly perTest: { readonly [test: string]: Passed } };
};

const { file, mutant, hitLimit } = workerData as Start;
const shared: Shared = { activeMutant: mutant, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 };
Object.assign(globalThis, { __stryker__: shared });

// The same tests every time: what survives today has not been killed by chance yesterday.
fc.configureGlobal({ seed: 2006, endOnFailure: true });

const instead = new URL("node-test.ts", import.meta.url).href;
registerHooks({
  resolve: (name, context, next) => (name === "node:test" ? { url: instead, shortCircuit: true } : next(name, context)),
});
const { collected, TestContext } = (await import(instead)) as typeof import("./node-test.ts");

let failure: string | undefined;
try {
  await import(pathToFileURL(file).href);
} catch (error) {
  failure = sayError(error);
}
const loaded: Loaded = {
  tests: collected.map(({ name }) => name),
  passed: { ...shared.mutantCoverage?.static },
  ...(failure !== undefined && { failure }),
};
parentPort!.on("message", (asked: Asked) => void answer(asked).then((said) => parentPort!.postMessage(said, [])));
parentPort!.postMessage(loaded, []);

async function answer(asked: Asked): Promise<Answer> {
  shared.activeMutant = asked.mutant;
  shared.hitLimit = asked.hitLimit;
  shared.hitCount = asked.hitLimit === undefined ? undefined : 0;
  const ran: Ran[] = [];
  for (const { name, body } of collected) {
    if (asked.tests && !asked.tests.includes(name)) continue;
    shared.currentTestId = name;
    const from = performance.now();
    const failed = await failureOf(body);
    const passed = { ...shared.mutantCoverage?.perTest[name] };
    ran.push({ name, ms: performance.now() - from, passed, ...(failed !== undefined && { failure: failed }) });
    if (failed !== undefined) break;
  }
  shared.currentTestId = undefined;
  shared.activeMutant = undefined;
  return { ran, endless: asked.hitLimit !== undefined && shared.hitCount! > asked.hitLimit };
}

async function failureOf(body: (typeof collected)[number]["body"]): Promise<string | undefined> {
  const context = new TestContext();
  try {
    await body(context);
    return undefined;
  } catch (error) {
    return sayError(error);
  } finally {
    await context.end();
  }
}

function sayError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
