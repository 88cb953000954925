/**
 * `npm run bench cli`: `livret decide eligibility` on a long file, beside a loop that only parses, decides by hand and
 * prints. Each is a process of its own, start included; its memory is watched from outside.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadLaws } from "../src/law/load.ts";
import { writePeople } from "./lines-file.ts";
import { print, race } from "./measure.ts";

const HAND = "parse, decide by hand, print keys";
const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export async function benchCli(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "livret-bench-"));
  try {
    const file = join(folder, "people.ndjson");
    await writePeople(loadLaws(script("..")), count, file);
    const livret = [script("../src/cli/livret.ts"), "decide", "eligibility", "--in", file];
    const memory: number[][] = [];
    const contenders = [
      { name: "livret decide eligibility", units: count, run: async () => memory.push(quarters(await run(livret))) },
      { name: HAND, units: count, run: () => run([script("cli-by-hand.ts"), file]) },
    ];
    print(`The command line, ${count} people a file`, "lines", await race(contenders, 3, false), { [HAND]: "≥ 0.5" });
    printMemory(memory.at(-1)!);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs to the end; the resident memory every 50 ms, in MB. */
async function run(args: string[]): Promise<number[]> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", openSync(devNull, "w"), "inherit"] });
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(...residentMegabytes(child)), 50);
  const [code] = (await once(child, "exit")) as [number];
  clearInterval(timer);
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return samples;
}

/** As Linux tells it; elsewhere nothing is said. */
function residentMegabytes({ pid }: ChildProcess): number[] {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? [] : [Math.round(Number(kilobytes) / 1024)];
  } catch {
    return [];
  }
}

/** The greatest memory in each quarter of the run. */
function quarters(samples: readonly number[]): number[] {
  const cut = (part: number) => Math.round((samples.length * part) / 4);
  return [0, 1, 2, 3].map((part) => Math.max(0, ...samples.slice(cut(part), cut(part + 1))));
}

function printMemory(greatest: readonly number[]): void {
  if (greatest.every((one) => one === 0)) return console.log("  memory: not told on this system");
  console.log(`  greatest memory up to 25, 50, 75 and 100 % of the file: ${greatest.join(", ")} MB (goal: flat)`);
}
