/**
 * The search for the best day: the most candidates, then the earliest end, then the least waiting. Each goal is fixed before the next is
 * optimised.
 */
import type { Solve } from "../../kit/solver/solver.ts";
import { timeOf } from "../../kit/time.ts";
import { type Day, dayOf, shortened } from "./day.ts";
import type { InterviewPlan, InterviewsInput } from "./facts.ts";
import { firstGuess } from "./first-guess.ts";
import { carried, type Question, questionOf } from "./question.ts";
import { countOf, endOf, placedBy, waitOf } from "./reading.ts";
import { reasonsOf } from "./reasons.ts";

/** Up to this many candidates, the plan is proven optimal, and the reasons of those not placed are computed. */
export const PROVEN = 12;

/** The entry point that the solver's thread calls by name. */
export function work(input: InterviewsInput, solve: Solve): InterviewPlan {
  const day = dayOf(input);
  const { question, values, best } = search(day, solve);
  const placed = placedBy(question, values);
  const placedIds = new Set(placed.map(({ candidate }) => candidate));
  const unplacedIds = input.candidates.map(({ id }) => id).filter((id) => !placedIds.has(id));
  const reasons =
    input.candidates.length <= PROVEN
      ? reasonsOf(input, [...placedIds], unplacedIds, solve)
      : unplacedIds.map(() => []);
  return {
    placed,
    unplaced: unplacedIds.map((candidate, at) => ({ candidate, reasons: reasons[at]! })),
    ends: placed.length > 0 ? timeOf(day.opens + endOf(question, values) * day.step) : null,
    best,
  };
}

/** A solution for the whole day or for its beginning; `best`: proven optimal so far. */
type Solution = { readonly question: Question; readonly values: readonly number[]; readonly best: boolean };

function search(day: Day, solve: Solve): Solution {
  const most = mostPlaced(day, solve);
  const placed = countOf(most.question, most.values);
  if (placed === 0) return most;
  const first = earliestEnd(day, placed, most, solve);
  const question = questionOf(shortened(day, endOf(first.question, first.values)));
  const start = carried(first.values, first.question, question);
  if (waitOf(question, start) === 0) return { ...first, question, values: start };
  const { values = start, proven } = solve(question.waitingLeast(placed), { start });
  return { question, values, best: first.best && proven };
}

/** Tries one more than known to fit, until it fails: to refute one more is quicker than to maximise. */
function mostPlaced(day: Day, solve: Solve): Solution {
  const question = questionOf(day);
  const all = day.people.reduce((sum, { names }) => sum + names.length, 0);
  let values: readonly number[] = firstGuess(question);
  for (let count = countOf(question, values); count < all; count = countOf(question, values)) {
    const more = solve(question.placing(count + 1), { share: 0.5 });
    if (!more.values) return { question, values, best: more.proven };
    values = more.values;
  }
  return { question, values, best: true };
}

/** Tries an end earlier by one unit, two more, four more, while all can be heard; then bisects. */
function earliestEnd(day: Day, placed: number, known: Solution, solve: Solve): Solution {
  let solution = known;
  let [never, end] = [0, endOf(known.question, known.values)];
  let less = 1;
  while (end - never > 1) {
    const target = never > 0 ? Math.floor((never + end) / 2) : Math.max(1, end - less);
    const question = questionOf(shortened(day, target));
    const { values, proven } = solve(question.placing(placed), { share: 0.5 });
    if (values) {
      solution = { ...solution, question, values };
      end = endOf(question, values);
      less *= 2;
    } else {
      never = target;
      if (!proven) solution = { ...solution, best: false };
    }
  }
  return solution;
}
