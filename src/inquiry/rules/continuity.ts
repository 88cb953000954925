/**
 * Where declared periods leave a hole and where they run together, for the person to look at again: neither is a fault.
 *
 * - 2020-01-01 to 2020-06-30, then from 2020-09-01: nothing is declared from 2020-07-01 to 2020-08-31, a gap. A month or less
 *   between two jobs is none.
 * - full time until 2020-06-30 and half time from 2020-06-01: from 2020-06-01 to 2020-06-30 both are held, and count as one
 *   full time. Two half-times held together are no overlap: nothing of them is lost.
 */
import { type Day, dayNumber, dayOf } from "../../kit/day.ts";
import { FULL, type Period } from "../../law/experience.ts";

export type Stretch = { readonly from: Day; readonly to: Day };

/** Days without anything declared that are no gap yet. */
const SHORT = 31;

export function gaps(periods: readonly Period[], on: Day): Stretch[] {
  return stretches(periods, on, (share) => share === 0).filter(
    ({ from, to }) => dayNumber(to) - dayNumber(from) >= SHORT,
  );
}

/** `periods` are those that count: what does not is never too much. */
export function overlaps(periods: readonly Period[], on: Day): Stretch[] {
  return stretches(periods, on, (share) => share > FULL);
}

/** The longest stretches, from the first day to `on`, of whose every day the question holds. */
function stretches(periods: readonly Period[], on: Day, holds: (share: number) => boolean): Stretch[] {
  const end = dayNumber(on) + 1;
  const steps = periods
    .flatMap(({ from, to, share }) => {
      const rate = Math.round(share * FULL);
      // Of what is to come no day is in.
      const begun = Math.min(end, dayNumber(from));
      const after = to === null ? end : Math.min(end, dayNumber(to) + 1);
      return [
        { day: begun, rate },
        { day: after, rate: -rate },
      ];
    })
    .toSorted((a, b) => a.day - b.day);
  const found: { start: number; end: number }[] = [];
  let share = 0;
  steps.forEach((step, at) => {
    share += step.rate;
    const until = steps[at + 1]?.day ?? end;
    if (until === step.day || !holds(share)) return;
    const last = found.at(-1);
    if (last?.end === step.day) last.end = until;
    else found.push({ start: step.day, end: until });
  });
  return found.map((one) => ({ from: dayOf(one.start), to: dayOf(one.end - 1) }));
}
