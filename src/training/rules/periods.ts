/**
 * The periods of a cohort, by which a training is planned, billed and said in a contract: days without overlap within the cohort, with the
 * minutes of each unit, which add up to the maquette. Minutes are integers throughout.
 */
import { addDays, addMonths, type Day, dayNumber } from "../../kit/day.ts";
import { split } from "../../kit/parts.ts";

/** Minutes by unit; a unit without any is left out. */
export type Minutes = Readonly<Record<string, number>>;
export type CohortPeriod = { readonly from: Day; readonly to: Day; readonly minutes: Minutes };
type Days = { readonly startsOn: Day; readonly endsOn: Day };

const SEMESTER = 6;
/** What a proposal is rounded to, so that nobody reads of 14 hours and 37 minutes. */
const HALF_HOUR = 30;

/**
 * A first proposal: semesters from the first day, the last cut to the last day, each unit spread by their days in half hours. 90 hours from
 * 2026-12-07 to 2027-12-06 make 45 and 45.
 */
export function proposedPeriods({ startsOn, endsOn }: Days, maquette: Minutes): CohortPeriod[] {
  const days: { from: Day; to: Day }[] = [];
  for (let nth = 1, from = startsOn; from <= endsOn; nth++) {
    const next = addMonths(startsOn, SEMESTER * nth);
    days.push({ from, to: next > endsOn ? endsOn : addDays(next, -1) });
    from = next;
  }
  const lengths = days.map(({ from, to }) => dayNumber(to) - dayNumber(from) + 1);
  const shares = Object.entries(maquette).map(([unit, minutes]) => [unit, inHalfHours(minutes, lengths)] as const);
  return days.map((period, nth) => ({
    ...period,
    minutes: Object.fromEntries(shares.flatMap(([unit, share]) => (share[nth] ? [[unit, share[nth]]] : []))),
  }));
}

/** What is no whole half hour goes to the last share. */
function inHalfHours(minutes: number, weights: readonly number[]): number[] {
  const rest = minutes % HALF_HOUR;
  const shares = split((minutes - rest) / HALF_HOUR, weights).map((share) => share * HALF_HOUR);
  return shares.map((share, nth) => (nth === shares.length - 1 ? share + rest : share));
}

export type PlanFault =
  | { readonly why: "backwards" | "outside" | "overlaps" | "empty"; readonly period: number }
  | { readonly why: "unknown"; readonly period: number; readonly unit: string }
  | { readonly why: "sum"; readonly unit: string; readonly planned: number; readonly asked: number };

/** The periods must be in the order of their first days. */
export function planFaults({ startsOn, endsOn }: Days, maquette: Minutes, periods: readonly CohortPeriod[]) {
  const faults: PlanFault[] = [];
  periods.forEach(({ from, to, minutes }, period) => {
    if (to < from) faults.push({ why: "backwards", period });
    else if (from < startsOn || to > endsOn) faults.push({ why: "outside", period });
    else if (period > 0 && from <= periods[period - 1]!.to) faults.push({ why: "overlaps", period });
    if (Object.values(minutes).every((count) => count === 0)) faults.push({ why: "empty", period });
    for (const unit of Object.keys(minutes))
      if (!Object.hasOwn(maquette, unit)) faults.push({ why: "unknown", period, unit });
  });
  for (const [unit, asked] of Object.entries(maquette)) {
    const planned = minutesOf(periods, unit);
    if (planned !== asked) faults.push({ why: "sum", unit, planned, asked });
  }
  return faults;
}

export function minutesOf(periods: readonly CohortPeriod[], unit: string): number {
  return periods.reduce((sum, { minutes }) => sum + (minutes[unit] ?? 0), 0);
}

/**
 * What one person follows in each period: each unit's own minutes, spread as the cohort's are. Of 5 400 minutes in halves, of which the person
 * follows 2 700: 1 350 and 1 350. The sum is exactly what they follow. A unit that the cohort places nowhere falls in the last period.
 */
export function ownPeriods(
  periods: readonly CohortPeriod[],
  follows: Minutes,
): { from: Day; to: Day; minutes: number }[] {
  const shares = Object.entries(follows).map(([unit, minutes]) =>
    split(
      minutes,
      periods.map((period) => period.minutes[unit] ?? 0),
    ),
  );
  return periods.map(({ from, to }, nth) => ({
    from,
    to,
    minutes: shares.reduce((sum, share) => sum + share[nth]!, 0),
  }));
}
