/** The steps from an application to a diploma, the intake of a year before, and the hours that nothing plans. Pure. */
import { addMonths, type Day, dayNumber } from "../../../kit/day.ts";

export const STEPS = [
  "begun",
  "handedIn",
  "eligible",
  "heard",
  "offered",
  "accepted",
  "enrolled",
  "graduated",
] as const;
export type Step = (typeof STEPS)[number];

export type Reached = Readonly<Record<Step, number>>;

type Opened = { readonly diploma: string; readonly opensOn: Day };

/** Of the same diploma, opened half a year to a year and a half before: the one that is nearest to a year. */
export function yearBefore<I extends Opened>(intakes: readonly I[], { diploma, opensOn }: Opened): I | undefined {
  const [from, to, year] = [-18, -6, -12].map((months) => addMonths(opensOn, months)) as [Day, Day, Day];
  const far = (one: I) => Math.abs(dayNumber(one.opensOn) - dayNumber(year));
  return intakes
    .filter((one) => one.diploma === diploma && one.opensOn >= from && one.opensOn <= to)
    .toSorted((a, b) => far(a) - far(b))[0];
}

type Hours = {
  readonly due: number;
  readonly held: number;
  /** Past, and nobody said whether it was held. */
  readonly unnoted: number;
  readonly planned: number;
};

/** 100 h due, 50 held, 10 past and not noted, 30 planned: 10 are missing. More planned than due: none are. */
export function missing({ due, held, unnoted, planned }: Hours): number {
  return Math.max(0, due - held - unnoted - planned);
}
