/** By when the school says that it acts: days of its own file, from the day on which it was asked. */
import { addDays, type Day } from "../kit/day.ts";
import type { Law } from "./law.ts";

/** The earlier of two days, either of which may not be. */
export const nearer = (one: Day | null, other: Day | null): Day | null =>
  one !== null && (other === null || one < other) ? one : other;

type Promised = "examination" | "message" | "withdrawal";

/** Null where its file promises nothing. */
export function promisedBy(law: Law | undefined, what: Promised, from: Day): Day | null {
  const { examines, answers } = law?.school.admission ?? {};
  const promise = { examination: examines, message: answers?.messages, withdrawal: answers?.withdrawals }[what];
  return promise === undefined ? null : addDays(from, promise.days);
}
