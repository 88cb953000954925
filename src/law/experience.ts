/**
 * Experience in full-time equivalent. On each day the shares of the periods covering it are summed and capped at full
 * time; sums are integer ten-thousandths of a day, so that part-time never drifts.
 *
 * Half-time from 2020-01-01 to 2020-12-31 (366 days) counts 183 days. Two half-time jobs held together count as one
 * full-time day, three as one too. The last day of a period counts.
 */
import { dayNumber } from "../kit/day.ts";

export const FULL = 10_000;
const FOREVER = Number.POSITIVE_INFINITY;

export type Period = { readonly from: string; readonly to: string | null; readonly share: number; readonly field: string };
/** How a field of experience counts: surely, only if the school decides so, or not. */
export type Counts = "yes" | "undecided" | "no";

/** Stretches of days with one daily rate each: `[start, next start)`, the last one open. Sums are kept at each start. */
export type Timeline = {
  readonly starts: readonly number[];
  readonly rates: readonly number[];
  readonly sums: readonly number[];
};
export type Timelines = { readonly sure: Timeline; readonly wide: Timeline };

type Step = { day: number; sure: number; wide: number };

export function timelines(periods: readonly Period[], countsOf: ReadonlyMap<string, Counts>): Timelines {
  const steps: Step[] = [];
  for (const period of periods) {
    const counts = countsOf.get(period.field);
    if (counts === "no" || counts === undefined) continue;
    const wide = Math.round(period.share * FULL);
    const sure = counts === "yes" ? wide : 0;
    steps.push({ day: dayNumber(period.from), sure, wide });
    if (period.to !== null) steps.push({ day: dayNumber(period.to) + 1, sure: -sure, wide: -wide });
  }
  steps.sort((a, b) => a.day - b.day);
  return { sure: timeline(steps, "sure"), wide: timeline(steps, "wide") };
}

function timeline(steps: readonly Step[], which: "sure" | "wide"): Timeline {
  const starts: number[] = [];
  const rates: number[] = [];
  const sums: number[] = [];
  let shares = 0;
  let rate = 0;
  let sum = 0;
  let since = 0;
  for (let at = 0; at < steps.length; ) {
    const day = steps[at]!.day;
    while (at < steps.length && steps[at]!.day === day) shares += steps[at++]![which];
    const next = Math.min(shares, FULL);
    if (next === rate) continue;
    sum += rate * (day - since);
    starts.push(day);
    rates.push(next);
    sums.push(sum);
    rate = next;
    since = day;
  }
  return { starts, rates, sums };
}

/** Ten-thousandths of a day counted up to and including `day` (−∞: nothing). */
export function countedTo(line: Timeline, day: number): number {
  let at = line.starts.length - 1;
  while (at >= 0 && line.starts[at]! > day) at--;
  return at < 0 ? 0 : line.sums[at]! + line.rates[at]! * (day + 1 - line.starts[at]!);
}

/** Ten-thousandths counted strictly after `after` and not after `on`; `after` may be −∞. */
export function countedBetween(line: Timeline, after: number, on: number): number {
  return after >= on ? 0 : countedTo(line, on) - countedTo(line, after);
}

/** The first day on which `required` ten-thousandths counted strictly after `after` are there; +∞ if never. */
export function dayReached(line: Timeline, after: number, required: number): number {
  const target = countedTo(line, after) + required;
  for (let at = 0; at < line.starts.length; at++) {
    const rate = line.rates[at]!;
    if (rate === 0) continue;
    const end = at + 1 < line.starts.length ? line.sums[at + 1]! : FOREVER;
    if (end >= target) return line.starts[at]! + Math.ceil((target - line.sums[at]!) / rate) - 1;
  }
  return FOREVER;
}
