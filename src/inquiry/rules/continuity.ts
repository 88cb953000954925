/**
 * Gaps and overlaps of the declared periods, for the person to check: neither is a fault.
 *
 * - 2020-01-01 to 2020-06-30, then from 2020-09-01: nothing is declared from 2020-07-01 to 2020-08-31, a gap. A month or less between two
 * jobs is not.
 * - full time until 2020-06-30 and half time from 2020-06-01: both are held from 2020-06-01 to 2020-06-30, and count as one full time. Two
 * half-times held together are no overlap: nothing of them is lost.
 */
import { type Day, dayNumber, dayOf } from "../../kit/day.ts";
import { FULL, type Period } from "../../law/experience.ts";

export type Stretch = { readonly from: Day; readonly to: Day };

/** Up to this many days without a declaration are not a gap. */
const SHORT = 31;

export function gaps(periods: readonly Period[], on: Day): Stretch[] {
  return stretches(periods, on, (share) => share === 0).filter(
    ({ from, to }) => dayNumber(to) - dayNumber(from) >= SHORT,
  );
}

/** `periods`: those that count; the others never exceed full time. */
export function overlaps(periods: readonly Period[], on: Day): Stretch[] {
  return stretches(periods, on, (share) => share > FULL);
}

/** The longest stretches, from the first day to `on`, on all of whose days `holds` is true. */
function stretches(periods: readonly Period[], on: Day, holds: (share: number) => boolean): Stretch[] {
  const end = dayNumber(on) + 1;
  const steps = periods
    .flatMap(({ from, to, share }) => {
      const rate = Math.round(share * FULL);
      // Future days do not count.
      const begun = Math.min(end, dayNumber(from));
      const over = to === null ? end : Math.min(end, dayNumber(to) + 1);
      return [
        { day: begun, rate },
        { day: over, rate: -rate },
      ];
    })
    .toSorted((a, b) => a.day - b.day);
  const runs: { start: number; end: number }[] = [];
  let share = 0;
  steps.forEach((step, index) => {
    share += step.rate;
    const until = steps[index + 1]?.day ?? end;
    if (until === step.day || !holds(share)) return;
    const last = runs.at(-1);
    if (last?.end === step.day) last.end = until;
    else runs.push({ start: step.day, end: until });
  });
  return runs.map((one) => ({ from: dayOf(one.start), to: dayOf(one.end - 1) }));
}
