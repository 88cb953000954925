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
/** The fields in which one may have worked: none, where no door asks for any experience. */
export function fieldsOf({ experience }: Pick<Diploma, "experience">) {
  return experience?.fields ?? [];
}

/** How a field of experience counts: surely, only if the school decides so, or not. */
export type Counts = "yes" | "undecided" | "no";

/** Days from `start` to the next stretch, the last one open, all at one daily rate; `sum` is what was counted before `start`. */
type Stretch = { readonly start: number; readonly rate: number; readonly sum: number };
export type Timeline = readonly Stretch[];
/** `wide` counts the undecided fields too; it is `sure` itself where there are none. */
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
    // Taken from zero: −0 is no small integer to V8, which would then put each of these numbers in a box of its own.
    if (to !== null) insert(steps, { day: dayNumber(to) + 1, sure: 0 - sure, wide: 0 - wide });
  }
  const sure = timeline(steps, (step) => step.sure);
  return { sure, wide: undecided ? timeline(steps, (step) => step.wide) : sure };
}

/** Keeps steps in the order of days as they come: a person has a handful, for which a sort costs more. */
function insert(steps: Step[], step: Step): void {
  let at = steps.length;
  for (; at > 0 && steps[at - 1]!.day > step.day; at--) steps[at] = steps[at - 1]!;
  steps[at] = step;
}

function timeline(steps: readonly Step[], shareOf: (step: Step) => number): Timeline {
  const line: Stretch[] = [];
  let shares = 0;
  let last: Stretch = { start: 0, rate: 0, sum: 0 };
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at]!;
    shares += shareOf(step);
    if (steps[at + 1]?.day === step.day) continue;
    const rate = Math.min(shares, FULL);
    if (rate === last.rate) continue;
    last = { start: step.day, rate, sum: last.sum + last.rate * (step.day - last.start) };
    line.push(last);
  }
  return line;
}

/** Ten-thousandths of a day counted up to and including `day` (−∞: nothing). */
export function countedTo(line: Timeline, day: number): number {
  for (let at = line.length - 1; at >= 0; at--) {
    const { start, rate, sum } = line[at]!;
    if (start <= day) return sum + rate * (day + 1 - start);
  }
  return 0;
}

/** Ten-thousandths counted strictly after `after` and not after `on`; `after` may be −∞. */
export function countedBetween(line: Timeline, after: number, on: number): number {
  return after >= on ? 0 : countedTo(line, on) - countedTo(line, after);
}

/** Whether the daily rate of `day` is still that of `later`: nothing begins or ends between them. */
export function keepsPace(line: Timeline, day: number, later: number): boolean {
  for (let at = line.length - 1; at >= 0; at--) if (line[at]!.start <= later) return line[at]!.start <= day;
  return true;
}

/** The first day on which `required` ten-thousandths counted strictly after `after` are there; +∞ if never. */
export function dayReached(line: Timeline, after: number, required: number): number {
  const target = countedTo(line, after) + required;
  for (let at = 0; at < line.length; at++) {
    const { start, rate, sum } = line[at]!;
    if (rate === 0) continue;
    const end = at + 1 < line.length ? line[at + 1]!.sum : NEVER;
    if (end >= target) return start + Math.ceil((target - sum) / rate) - 1;
  }
  return NEVER;
}
