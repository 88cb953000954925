/** Why a candidate is not placed: the constraints whose change alone would let them be placed beside the others. */
import type { Solve } from "../../kit/solver/solver.ts";
import { dayOf } from "./day.ts";
import type { Candidate, InterviewsInput, Reason, REASONS } from "./facts.ts";
import { firstGuess } from "./first-guess.ts";
import { questionOf } from "./question.ts";
import { countOf } from "./reading.ts";

type Changed = { readonly input: InterviewsInput; readonly longer?: number };
type Change = (input: InterviewsInput, id: string) => Changed | undefined;

const AN_HOUR = 60;

/** A constraint that the input does not have cannot be the reason: then the change is undefined. */
const CHANGES: Readonly<Record<(typeof REASONS)[number], Change>> = {
  "their-times": (input, id) => without(input, id, "away"),
  "not-these-persons": (input, id) => without(input, id, "not"),
  pairs: (input) => ({ input: { ...input, pairs: [...input.pairs, { id: "", members: [] }] } }),
  rooms: (input) => ({
    input: {
      ...input,
      rooms: [...input.rooms, { id: "", for: "analysis" }, { id: "", for: "interview" }],
    },
  }),
  "day-too-short": (input) => ({ input, longer: AN_HOUR }),
};

function without(input: InterviewsInput, id: string, key: "away" | "not"): Changed | undefined {
  const candidate = input.candidates.find((one) => one.id === id)!;
  if ((candidate[key] ?? []).length === 0) return undefined;
  const { [key]: _, ...rest } = candidate;
  return { input: { ...input, candidates: input.candidates.map((one) => (one === candidate ? rest : one)) } };
}

export function reasonsOf(
  input: InterviewsInput,
  placed: readonly string[],
  left: readonly string[],
  solve: Solve,
): Reason[][] {
  const known = new Map<string, Reason[]>();
  const reasons: Reason[][] = [];
  for (const id of left) {
    // Equivalent candidates have the same reasons.
    const { id: _, ...rest } = input.candidates.find((one) => one.id === id)!;
    const like = JSON.stringify(rest satisfies Omit<Candidate, "id">);
    const ownReasons = known.get(like) ?? reasonsFor(input, [...placed, id], id, solve);
    known.set(like, ownReasons);
    reasons.push(ownReasons);
  }
  return reasons;
}

function reasonsFor(input: InterviewsInput, all: readonly string[], id: string, solve: Solve): Reason[] {
  const reduced = { ...input, candidates: input.candidates.filter((one) => all.includes(one.id)) };
  const alone: Reason[] = [];
  for (const [reason, change] of Object.entries(CHANGES) as [Reason, Change][]) {
    const changed = change(reduced, id);
    if (!changed) continue;
    const question = questionOf(dayOf(changed.input, changed.longer));
    const byHand = countOf(question, firstGuess(question)) === all.length;
    if (byHand || solve(question.placing(all.length)).values) alone.push(reason);
  }
  return alone.length > 0 ? alone : ["several"];
}
