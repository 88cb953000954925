/** `livret plan interviews`, as any room asks for it: computed in a thread of its own, so that others are answered meanwhile. */
import { computedApart } from "../../kit/solver/apart.ts";
import type { InterviewPlan, InterviewsInput } from "./facts.ts";
import { PROVEN } from "./search.ts";

/** A day of more candidates may be left with the best plan found by then. */
const SECONDS = 10;
/** One of few is gone through to the end, mostly in seconds; this keeps a day made to be hard from holding up the others for ever. */
const AT_MOST = 600;

/** The input must have passed `interviewsIssues`. */
export function planInterviews(
  input: InterviewsInput,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<InterviewPlan> {
  const seconds = input.candidates.length <= PROVEN ? AT_MOST : SECONDS;
  return computedApart(input, { module: new URL("search.ts", import.meta.url), seconds, signal });
}
