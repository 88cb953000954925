/**
 * Experience in full-time equivalent. On each day the shares of the periods covering it are summed and capped at full
 * time; sums are integer ten-thousandths of a day, so that part-time never drifts.
 *
 * Half-time from 2020-01-01 to 2020-12-31 (366 days) counts 183 days. Two half-time jobs held together count as one
 * full-time day, three as one too. The last day of a period counts.
 */
import { dayNumber } from "../kit/day.ts";
import type { Diploma } from "./diploma.ts";

export const FULL = 10_000;
const NEVER = Number.POSITIVE_INFINITY;

export type Period = {
  readonly from: string;
  readonly to: string | null;
  readonly share: number;
  readonly field: string;
};
/** The fields of experience; none if no door asks for any. */
export function fieldsOf({ experience }: Pick<Diploma, "experience">) {
  return experience?.fields ?? [];
}

/** Whether a field of experience counts: surely, only by the school's decision, or not. */
export type Counts = "yes" | "undecided" | "no";

/** The days from `start` to the next stretch, all at one daily rate; the last stretch is open; `sum`: counted before `start`. */
type Stretch = { readonly start: number; readonly rate: number; readonly sum: number };
export type Timeline = readonly Stretch[];
/** `wide` includes the undecided fields; it is `sure` itself if there are none. */
export type Timelines = { readonly sure: Timeline; readonly wide: Timeline };

type Step = { readonly day: number; readonly sure: number; readonly wide: number };

export function timelines(periods: readonly Period[], countsOf: ReadonlyMap<string, Counts>): Timelines {
  const steps: Step[] = [];
  let undecided = false;
  for (const period of periods) {
    const { from, to, share, field } = period;
    const counts = countsOf.get(field);
    if (counts === "no" || counts === undefined) continue;
    const wide = Math.round(share * FULL);
    const sure = counts === "yes" ? wide : 0;
    if (counts === "undecided") undecided = true;
    insert(steps, { day: dayNumber(from), sure, wide });
    // Subtracted from zero: −0 is not a small integer to V8, which would box each of these numbers.
    if (to !== null) insert(steps, { day: dayNumber(to) + 1, sure: 0 - sure, wide: 0 - wide });
  }
  const sure = timeline(steps, (step) => step.sure);
  return { sure, wide: undecided ? timeline(steps, (step) => step.wide) : sure };
}

/** Inserts in the order of days: for a handful of periods this is cheaper than sorting. */
function insert(steps: Step[], step: Step): void {
  let place = steps.length;
  for (; place > 0 && steps[place - 1]!.day > step.day; place--) steps[place] = steps[place - 1]!;
  steps[place] = step;
}

function timeline(steps: readonly Step[], shareOf: (step: Step) => number): Timeline {
  const line: Stretch[] = [];
  let shares = 0;
  let last: Stretch = { start: 0, rate: 0, sum: 0 };
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    shares += shareOf(step);
    if (steps[index + 1]?.day === step.day) continue;
    const rate = Math.min(shares, FULL);
    if (rate === last.rate) continue;
    last = { start: step.day, rate, sum: last.sum + last.rate * (step.day - last.start) };
    line.push(last);
  }
  return line;
}

/** Ten-thousandths of a day counted up to and including `day` (−∞: nothing). */
export function countedTo(line: Timeline, day: number): number {
  for (let index = line.length - 1; index >= 0; index--) {
    const { start, rate, sum } = line[index]!;
    if (start <= day) return sum + rate * (day + 1 - start);
  }
  return 0;
}

/** Ten-thousandths counted strictly after `after` and not after `on`; `after` may be −∞. */
export function countedBetween(line: Timeline, after: number, on: number): number {
  return after >= on ? 0 : countedTo(line, on) - countedTo(line, after);
}

/** Whether the daily rate of `day` still applies on `later`: no period begins or ends in between. */
export function keepsPace(line: Timeline, day: number, later: number): boolean {
  for (let index = line.length - 1; index >= 0; index--)
    if (line[index]!.start <= later) return line[index]!.start <= day;
  return true;
}

/** The first day on which `required` ten-thousandths are counted strictly after `after`; +∞ if never. */
export function dayReached(line: Timeline, after: number, required: number): number {
  const target = countedTo(line, after) + required;
  for (let index = 0; index < line.length; index++) {
    const { start, rate, sum } = line[index]!;
    if (rate === 0) continue;
    const end = index + 1 < line.length ? line[index + 1]!.sum : NEVER;
    if (end >= target) return start + Math.ceil((target - sum) / rate) - 1;
  }
  return NEVER;
}
