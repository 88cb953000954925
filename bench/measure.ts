/** Interleaved rounds of several ways to do the same work; medians, and ratios to the first. Only ratios travel between machines. */

export type Contender = {
  readonly name: string;
  readonly run: () => unknown;
  /** Units of work one run does. */
  readonly units: number;
  /** All its work is done in this process: its processor time, which neighbours disturb less, is told as well. */
  readonly here?: true;
};
export type Result = {
  readonly name: string;
  readonly perSecond: number;
  readonly ratio: number;
  /** The same ratio in processor time. */
  readonly processor: number | undefined;
};

/** The first contender is ours; each ratio is ours divided by the other: above 1, we are faster. */
export async function race(contenders: readonly Contender[], rounds = 7, warmUp = true): Promise<Result[]> {
  const rates = contenders.map(() => [] as number[]);
  const costs = contenders.map(() => [] as number[]);
  if (warmUp) for (const one of contenders) await one.run();
  for (let round = 0; round < rounds; round++) {
    for (const [at, one] of contenders.entries()) {
      const started = performance.now();
      const before = process.cpuUsage();
      await one.run();
      const { user, system } = process.cpuUsage(before);
      rates[at]!.push((one.units * 1000) / (performance.now() - started));
      costs[at]!.push((user + system) / one.units);
    }
  }
  const medians = rates.map(median);
  const cost = costs.map(median);
  const here = contenders.every((one) => one.here);
  return contenders.map(({ name }, at) => ({
    name,
    perSecond: medians[at]!,
    ratio: medians[0]! / medians[at]!,
    processor: here ? cost[at]! / cost[0]! : undefined,
  }));
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
  for (const { name, perSecond, ratio, processor } of results) {
    const rate = perSecond >= 100 ? Math.round(perSecond).toLocaleString("en") : perSecond.toFixed(1);
    const against =
      name === results[0]!.name
        ? ""
        : `  ours is ${say(ratio)} × it${processor === undefined ? "" : `, ${say(processor)} in processor time`}${goals[name] ? ` (goal ${goals[name]})` : ""}`;
    console.log(`  ${name.padEnd(44)} ${rate.padStart(12)} ${unit}/s${against}`);
  }
}
