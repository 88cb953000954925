/**
 * The example day of the API description. Its plan is stored, not computed, because the description is built synchronously; a test keeps
 * the two in step.
 */
import type { InterviewPlan, InterviewsInput } from "./facts.ts";

/** A morning with a break; the second candidate has a third more time and refuses a member of the first pair. */
export const EXAMPLE: InterviewsInput = {
  id: "2027-03-12",
  analysis: 30,
  interview: 40,
  step: 10,
  maxWait: 20,
  opens: "09:00",
  closes: "12:30",
  breaks: [{ from: "10:30", to: "10:40" }],
  pairs: [
    { id: "A", members: ["m-1", "m-2"] },
    { id: "B", members: ["m-3", "m-4"], away: [{ from: "11:00", to: "12:30" }] },
  ],
  rooms: [
    { id: "library", for: "analysis", seats: 2 },
    { id: "12", for: "interview" },
    { id: "14", for: "interview" },
  ],
  candidates: [{ id: "c-1" }, { id: "c-2", extra: 33, not: ["m-1"] }, { id: "c-3" }],
};

export const EXAMPLE_PLAN: InterviewPlan = {
  placed: [
    {
      candidate: "c-1",
      analysis: { room: "library", from: "09:00", to: "09:30" },
      interview: { room: "12", pair: "A", from: "09:30", to: "10:10" },
    },
    {
      candidate: "c-3",
      analysis: { room: "library", from: "09:00", to: "09:30" },
      interview: { room: "14", pair: "B", from: "09:30", to: "10:10" },
    },
  ],
  unplaced: [{ candidate: "c-2", reasons: ["not-these-persons", "pairs", "day-too-short"] }],
  ends: "10:10",
  best: true,
};
