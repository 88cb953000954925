/** Interleaved rounds of several ways to do the same work; medians, and ratios to the first. Only ratios travel between machines. */
import { readdirSync, readFileSync } from "node:fs";

export type Contender = {
  readonly name: string;
  readonly run: () => unknown;
  /** Units of work one run does. */
  readonly units: number;
  /**
   * Where its work is done: in this process, in those it started, or in both. Its processor time, which neighbours disturb
   * less, is then told as well.
   */
  readonly works?: Where;
};
type Where = "here" | "children" | "both";
export type Result = {
  readonly name: string;
  readonly perSecond: number;
  readonly ratio: number;
  /** The same ratio in processor time. */
  readonly processor: number | undefined;
  /** Microseconds of processor a unit; 0 where nothing is known. */
  readonly cost: number;
};

/** The first contender is ours; each ratio is ours divided by the other: above 1, we are faster. */
export async function race(contenders: readonly Contender[], rounds = 7, warmUp = true): Promise<Result[]> {
  const rates = contenders.map(() => [] as number[]);
  const costs = contenders.map(() => [] as number[]);
  if (warmUp) for (const one of contenders) await one.run();
  for (let round = 0; round < rounds; round++) {
    for (const [at, one] of contenders.entries()) {
      const started = performance.now();
      const before = processorTime(one.works);
      await one.run();
      rates[at]!.push((one.units * 1000) / (performance.now() - started));
      costs[at]!.push((processorTime(one.works) - before) / one.units);
    }
  }
  const medians = rates.map(median);
  const cost = costs.map(median);
  return contenders.map(({ name }, at) => ({
    name,
    perSecond: medians[at]!,
    ratio: medians[0]! / medians[at]!,
    cost: cost[at]!,
    processor: cost[at]! > 0 && cost[0]! > 0 ? cost[at]! / cost[0]! : undefined,
  }));
}

/** Microseconds so far; of other processes only Linux tells, in hundredths of a second. 0 where nothing is known. */
export function processorTime(where: Where | undefined): number {
  const { user, system } = process.cpuUsage();
  const here = where === "here" || where === "both" ? user + system : 0;
  if (where === undefined || where === "here") return here;
  const children = descendants();
  return children.length === 0 ? 0 : here + children.reduce((sum, { ticks }) => sum + ticks * 10_000, 0);
}

type Running = { readonly pid: number; readonly parent: number; readonly ticks: number };

function descendants(): Running[] {
  const all = process.platform === "linux" ? readdirSync("/proc").flatMap(running) : [];
  const found = new Set([process.pid]);
  // Those of one pass are the parents of the next.
  for (let known = 0; known < found.size; ) {
    known = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return all.filter(({ pid }) => pid !== process.pid && found.has(pid));
}

/** From `/proc/<pid>/stat`, after the name: state, parent, …, user and system time, and the same of ended children. */
function running(pid: string): Running[] {
  if (!/^\d+$/.test(pid)) return [];
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    return [{ pid: Number(pid), parent: fields[1]!, ticks: fields.slice(11, 15).reduce((sum, one) => sum + one, 0) }];
  } catch {
    // Ended while it was looked at.
    return [];
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** One table a measure: what, how many a second, ours against it, and the goal where there is one. */
export function print(
  title: string,
  unit: string,
  results: readonly Result[],
  goals: Readonly<Record<string, string>> = {},
): void {
  console.log(`\n${title}`);
  const say = (ratio: number) => (ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2));
  for (const { name, perSecond, ratio, processor, cost } of results) {
    const rate = perSecond >= 100 ? Math.round(perSecond).toLocaleString("en") : perSecond.toFixed(1);
    const against =
      name === results[0]!.name
        ? ""
        : `  ours is ${say(ratio)} × it${processor === undefined ? "" : `, ${say(processor)} in processor time`}${goals[name] ? ` (goal ${goals[name]})` : ""}`;
    const spent = cost > 0 ? `, ${cost.toFixed(cost < 10 ? 2 : 0)} µs each` : "";
    console.log(`  ${name.padEnd(44)} ${rate.padStart(12)} ${unit}/s${spent}${against}`);
  }
}
