/**
 * Runs the tests of the law and of the rules for Stryker, in minutes where a process for each mutant takes hours: each test
 * file is loaded once, in a thread that stays, and its tests run again with the next mutant.
 *
 * A thread that stays may remember what an earlier mutant did to it, so that nothing is believed of it alone. A mutant that
 * it kills is killed where the same test passes again without the mutant; one that it lets live is tried again in threads of
 * its own, with every test of every file that may meet it; and so is, from the start, a mutant that is met while a file loads.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Answer, Asked, Loaded, Passed, Start } from "./test-file.ts";

/** The quickest come first. Neither the database nor a browser, and none whose work is chance. */
const TESTS = [
  "src/law/{doors,experience,finding,input,intake,maquette,titles}.test.ts",
  "src/{decisions,decisions/*,{*,*/*}/rules}/*.test.ts",
  "src/law/{consistency,entry-consistency,load,school-consistency,together,yaml}.test.ts",
  "src/law/cases.test.ts",
  "src/test/law.test.ts",
];
/** How many of them are remembered. */
const LATELY = 12;
/** What the first process found out, for the others: they stand in one folder. */
type Met = { readonly [file: string]: readonly string[] };
const MET = "mutants-met-while-loading.json";

type Killed = { readonly status: "killed"; killedBy: string[]; failureMessage: string; nrOfTests: number };
type Timeout = { readonly status: "timeout"; readonly reason: string };
type MutantResult = Killed | Timeout | { readonly status: "survived"; readonly nrOfTests: number };
const ENDLESS: Timeout = { status: "timeout", reason: "It goes round and round" };
type MutantRun = {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
};
type Test = {
  id: string;
  name: string;
  fileName: string;
  timeSpentMs: number;
  status: number;
  failureMessage?: string;
};
type DryRun = {
  readonly status: "complete";
  readonly tests: readonly Test[];
  readonly mutantCoverage: { readonly static: Passed; readonly perTest: { readonly [test: string]: Passed } };
};

class Thread {
  readonly loaded: Promise<Loaded>;
  readonly #worker: Worker;
  #waiting: { resolve: (said: never) => void; reject: (why: Error) => void } | undefined;

  constructor(start: Start) {
    this.#worker = new Worker(new URL("test-file.ts", import.meta.url), {
      workerData: start,
      stdout: true,
      stderr: true,
    });
    this.#worker.on("message", (said) => this.#waiting?.resolve(said as never));
    this.#worker.on("error", (error) => this.#waiting?.reject(error as Error));
    this.#worker.on("exit", () => this.#waiting?.reject(new Error("The thread of the tests ended")));
    this.loaded = this.#said<Loaded>();
  }

  async run(asked: Asked): Promise<Answer> {
    await this.loaded;
    this.#worker.postMessage(asked, []);
    return this.#said<Answer>();
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #said<T>(): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }
}

class NodeTestRunner {
  readonly #threads = new Map<string, Thread>();
  readonly #files = new Map<string, string>();
  /** Mutants come in the order of the code: the tests that killed the last of them, latest first, likely kill the next. */
  readonly #lately: string[] = [];
  #met: Met | undefined;

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  init(): void {
    // A test that was changed is another: what it killed, or let live, is tried again.
    for (const file of new Set(TESTS.flatMap((some) => globSync(some).sort())))
      this.#files.set(`${file} ${createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 8)}`, file);
  }

  async dryRun(): Promise<DryRun> {
    const tests: Test[] = [];
    const perTest: Record<string, Passed> = {};
    const met: Record<string, readonly string[]> = {};
    for (const [key, file] of this.#files) {
      const from = Date.now();
      const thread = this.#thread(file);
      const { passed, failure } = await thread.loaded;
      if (failure !== undefined) throw new Error(`${file}: ${failure}`);
      met[file] = Object.keys(passed);
      let loading = Date.now() - from;
      for (const ran of (await thread.run({})).ran) {
        const id = `${key}: ${ran.name}`;
        const failed = ran.failure === undefined ? { status: 0 } : { status: 1, failureMessage: ran.failure };
        tests.push({ id, name: id, fileName: file, timeSpentMs: loading + ran.ms, ...failed });
        perTest[id] = sum(passed, ran.passed);
        loading = 0;
      }
    }
    writeFileSync(MET, JSON.stringify(met));
    return { status: "complete", tests, mutantCoverage: { static: {}, perTest } };
  }

  async mutantRun(run: MutantRun): Promise<MutantResult> {
    const result = await this.#tried(run);
    if (result.status !== "killed") return result;
    const [by] = result.killedBy as [string];
    this.#lately.splice(0, LATELY, by, ...this.#lately.filter((one) => one !== by).slice(0, LATELY - 1));
    return result;
  }

  async #tried({ activeMutant: { id: mutant }, testFilter, hitLimit }: MutantRun): Promise<MutantResult> {
    this.#met ??= JSON.parse(readFileSync(MET, "utf8")) as Met;
    const asked = { mutant, ...(hitLimit !== undefined && { hitLimit }) };
    const meeting = [...this.#files].flatMap(([key, file]) => {
      const tests = testFilter?.filter((id) => id.startsWith(`${key}: `)).map((id) => id.slice(key.length + 2));
      return tests?.length === 0 ? [] : [{ key, file, ...(tests && { tests }) }];
    });
    const kept = meeting.filter(({ file }) => !this.#met![file]!.includes(mutant));
    const likely = this.#lately.flatMap((id) => {
      const [place, name] = [kept.find(({ key }) => id.startsWith(`${key}: `)), id.slice(id.indexOf(": ") + 2)];
      return place && (place.tests?.includes(name) ?? true) ? [{ ...place, tests: [name] }] : [];
    });
    for (const { key, file, tests } of [...likely, ...kept]) {
      const result = await this.#kept(key, file, { ...asked, ...(tests && { tests }) }).catch(() => this.#forget(file));
      if (result) return result;
    }
    const rank = ({ key }: { readonly key: string }) => {
      const at = this.#lately.findIndex((id) => id.startsWith(`${key}: `));
      return at < 0 ? LATELY : at;
    };
    for (const { key, file } of meeting.toSorted((a, b) => rank(a) - rank(b))) {
      const result = await this.#fresh(key, { ...asked, file });
      if (result) return result;
    }
    return { status: "survived", nrOfTests: meeting.length };
  }

  /** In the thread that stays: a result where it can be believed. */
  async #kept(key: string, file: string, asked: Asked): Promise<MutantResult | undefined> {
    const thread = this.#thread(file);
    const { ran, endless } = await thread.run(asked);
    const last = ran.at(-1);
    if (last?.failure === undefined) return undefined;
    const again = endless ? undefined : await thread.run({ tests: [last.name] });
    if (again?.ran[0] && again.ran[0].failure === undefined) return killed(`${key}: ${last.name}`, last.failure);
    await this.#forget(file);
    return endless ? ENDLESS : undefined;
  }

  async dispose(): Promise<void> {
    for (const file of this.#threads.keys()) await this.#forget(file);
  }

  /** All tests of a file, in a thread where the mutant was from the start. */
  async #fresh(key: string, start: Start): Promise<MutantResult | undefined> {
    const thread = new Thread(start);
    const fallen = async (failure: string) => killed(`${key}: ${await this.#firstOf(start.file)}`, failure);
    try {
      const { failure } = await thread.loaded;
      if (failure !== undefined) return await fallen(failure);
      const { ran, endless } = await thread.run(start);
      if (endless) return ENDLESS;
      const last = ran.at(-1);
      return last?.failure === undefined ? undefined : killed(`${key}: ${last.name}`, last.failure);
    } catch (error) {
      return await fallen(String(error));
    } finally {
      await thread.end();
    }
  }

  async #firstOf(file: string): Promise<string> {
    return (await this.#thread(file).loaded).tests[0]!;
  }

  #thread(file: string): Thread {
    const thread = this.#threads.get(file) ?? new Thread({ file });
    this.#threads.set(file, thread);
    return thread;
  }

  async #forget(file: string): Promise<void> {
    await this.#threads.get(file)?.end();
    this.#threads.delete(file);
  }
}

export const strykerPlugins = [{ kind: "TestRunner", name: "node-test", injectableClass: NodeTestRunner }];

function killed(by: string, failureMessage: string): Killed {
  return { status: "killed", killedBy: [by], failureMessage, nrOfTests: 1 };
}

function sum(one: Passed, other: Passed): Passed {
  const all = Object.entries(other).map(([mutant, times]) => [mutant, times + (one[mutant] ?? 0)]);
  return { ...one, ...(Object.fromEntries(all) as Passed) };
}
