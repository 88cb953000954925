/** `livret plan interviews`, for any room: computed in a thread of its own, so that the server keeps answering. */
import { computedApart } from "../../kit/solver/apart.ts";
import type { InterviewPlan, InterviewsInput } from "./facts.ts";
import { PROVEN } from "./search.ts";

/** A larger day gets the best plan found in this time. */
const SECONDS = 10;
/** A small day is searched to the end, mostly in seconds; this limit stops an adversarial one. */
const AT_MOST = 600;

/** The input must have passed `interviewsIssues`. */
export function planInterviews(
  input: InterviewsInput,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<InterviewPlan> {
  const seconds = input.candidates.length <= PROVEN ? AT_MOST : SECONDS;
  return computedApart(input, { module: new URL("search.ts", import.meta.url), seconds, signal });
}
