/** Whether what was declared so far opens a door: the rarer questions are asked only if it does not. Pure. */
import { type EligibilityAnswer, type EligibilityInput, eligibilityRule } from "../../decisions/eligibility/rule.ts";
import type { Day } from "../../kit/day.ts";
import { asksCorps, asksWaivers } from "../../law/doors.ts";
import type { Law } from "../../law/law.ts";
import { type Draft, toInput } from "./draft.ts";

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
  return decide(law, toInput(diploma, draft, on)).outcome === "eligible" ? [] : open;
}
