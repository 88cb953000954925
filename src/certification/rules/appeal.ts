/** `reviewed`: the jury deliberates anew, as after any error; the answer changes no result by itself. */
export const APPEAL_OUTCOMES = ["confirmed", "reviewed"] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];
