/** Whether what was declared so far opens a door: the rarer questions are asked only if it does not. Pure. */
import { type EligibilityAnswer, type EligibilityInput, eligibilityRule } from "../../decisions/eligibility/rule.ts";
import type { Day } from "../../kit/day.ts";
import { asksCorps, asksWaivers } from "../../law/doors.ts";
import type { Law } from "../../law/law.ts";
import { type Draft, toInput } from "./draft.ts";
import { type End, isSettled } from "./ends.ts";

const rules = new WeakMap<object, (input: EligibilityInput) => EligibilityAnswer>();

/** The rule of a law, prepared once. */
export function decide(law: Law, input: EligibilityInput): EligibilityAnswer {
  let rule = rules.get(law.diploma);
  if (!rule) rules.set(law.diploma, (rule = eligibilityRule(law)));
  return rule(input);
}

/** Of corps and waivers, what is neither answered nor made needless by a door that is open without it. */
export function othersAsked(law: Law, draft: Draft, on: Day): readonly ("corps" | "waivers")[] {
  const { diploma } = law;
  const open = [
    ...(asksCorps(diploma) && draft.corps === undefined ? (["corps"] as const) : []),
    ...(asksWaivers(diploma) && draft.waivers === undefined ? (["waivers"] as const) : []),
  ];
  if (open.length === 0) return open;
  // Where days are not known, they are asked for first.
  return decide(law, toInput(diploma, draft, on, "best")).outcome === "eligible" ? [] : open;
}

type Judged = { readonly input: EligibilityInput; readonly answer: EligibilityAnswer };
/** The answers between which the true one lies, where some days are not known. */
export type Ends = { readonly best: Judged; readonly worst: Judged; readonly differ: boolean };

/** Undefined where all days are known. `differ`: whether the days may change what is answered. */
export function endsOf(law: Law, draft: Draft, on: Day): Ends | undefined {
  if (isSettled(draft)) return undefined;
  const at = (end: End): Judged => {
    const input = toInput(law.diploma, draft, on, end);
    return { input, answer: decide(law, input) };
  };
  const [best, worst] = [at("best"), at("worst")];
  return { best, worst, differ: best.answer.outcome !== worst.answer.outcome };
}
