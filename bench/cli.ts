/**
 * `npm run bench cli`: `livret decide eligibility` on a long file, beside a loop that only parses, decides by hand and
 * prints. Each is a process of its own, start included; its memory is watched from outside.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadLaws } from "../src/law/load.ts";
import { writePeople } from "./lines-file.ts";
import { median, print, race } from "./measure.ts";

const HAND = "parse, decide by hand, print keys";
const script = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export async function benchCli(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "livret-bench-"));
  try {
    const file = join(folder, "people.ndjson");
    await writePeople(loadLaws(script("..")), count, file);
    const livret: Watched[] = [];
    const byHand: Watched[] = [];
    const command = [script("../src/cli/livret.ts"), "decide", "eligibility", "--in", file];
    const contenders = [
      { name: "livret decide eligibility", units: count, run: async () => livret.push(await run(command)) },
      { name: HAND, units: count, run: async () => byHand.push(await run([script("cli-by-hand.ts"), file])) },
    ];
    print(`The command line, ${count} people a file`, "lines", await race(contenders, 3, false), { [HAND]: "≥ 0.5" });
    const [ours, theirs] = [livret, byHand].map((runs) => median(runs.map(({ seconds }) => seconds)));
    console.log(`  processor time, which neighbours disturb less: ${sayTimes(ours!, theirs!)}`);
    console.log(
      `  greatest memory in each quarter of the file: ${quarters(livret.at(-1)!.megabytes).join(", ")} MB (goal: flat)`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Resident memory every 50 ms, and seconds of processor; nothing where the system does not tell as Linux does. */
type Watched = { readonly megabytes: readonly number[]; readonly seconds: number };

async function run(args: string[]): Promise<Watched> {
  const output = openSync(devNull, "w");
  const child = spawn(process.execPath, args, { stdio: ["ignore", output, "inherit"] });
  const megabytes: number[] = [];
  let seconds = Number.NaN;
  const timer = setInterval(() => {
    try {
      const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))!;
      megabytes.push(Math.round(Number(kilobytes) / 1024));
      seconds = processorSeconds(readFileSync(`/proc/${child.pid}/stat`, "utf8"));
    } catch {
      // It has just ended, or this system tells nothing.
    }
  }, 50);
  const [code] = (await once(child, "exit")) as [number];
  clearInterval(timer);
  closeSync(output);
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
  return { megabytes, seconds };
}

/** User and system time, in hundredths, are the 14th and 15th fields; the second may hold spaces. */
function processorSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function sayTimes(ours: number, theirs: number): string {
  return `${ours.toFixed(1)} s against ${theirs.toFixed(1)} s, ours is ${(theirs / ours).toFixed(2)} × it`;
}

/** The greatest memory in each quarter of the run. */
function quarters(samples: readonly number[]): number[] {
  const cut = (part: number) => Math.round((samples.length * part) / 4);
  return [0, 1, 2, 3].map((part) => Math.max(0, ...samples.slice(cut(part), cut(part + 1))));
}
