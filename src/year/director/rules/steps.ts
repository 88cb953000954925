/** The steps from an application to a diploma, and the hours that nothing plans. Pure. */

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
