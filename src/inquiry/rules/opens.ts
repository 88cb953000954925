/** Whether what was declared so far opens a door: the rarer questions are asked only if it does not. Pure. */
import { type EligibilityAnswer, type EligibilityInput, eligibilityRule } from "../../decisions/eligibility/rule.ts";
import type { Day } from "../../kit/day.ts";
import { asksCorps, asksWaivers } from "../../law/doors.ts";
import type { Law } from "../../law/law.ts";
import { type Draft, type PeriodDraft, type TitleDraft, toInput } from "./draft.ts";
import { awardAt, type End, isSettled, spanAt, unsettled } from "./ends.ts";
import { startMatters } from "./course-start.ts";

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

type Items = Pick<Draft, "titles" | "periods">;
type Judged = { readonly input: EligibilityInput; readonly answer: EligibilityAnswer };
/** The answers between which the true one lies, where some days are not known. */
export type Ends = {
  readonly best: Judged;
  readonly worst: Judged;
  readonly differ: boolean;
  /** The items on which the answer hangs, where the two differ. */
  readonly decisive: Items;
};

/** Undefined where all days are known. `differ`: whether the days may change what is answered. */
export function endsOf(law: Law, draft: Draft, on: Day): Ends | undefined {
  if (isSettled(draft, law.diploma)) return undefined;
  const at = (end: End): Judged => {
    const input = toInput(law.diploma, draft, on, end);
    return { input, answer: decide(law, input) };
  };
  const [best, worst] = [at("best"), at("worst")];
  const differ = best.answer.outcome !== worst.answer.outcome;
  return { best, worst, differ, decisive: differ ? decisiveOf(law, draft, on) : { titles: [], periods: [] } };
}

/** The items whose days change the answer alone, whatever the others are; all that are not known where none does alone. */
function decisiveOf(law: Law, draft: Draft, on: Day): Items {
  const outcome = (one: Draft, end: End) => decide(law, toInput(law.diploma, one, on, end)).outcome;
  const [best, worst] = [outcome(draft, "best"), outcome(draft, "worst")];
  const open = unsettled(draft, law.diploma);
  const decides = ({ item }: TitleDraft | PeriodDraft) =>
    outcome(known(law, draft, item, "best"), "worst") !== worst ||
    outcome(known(law, draft, item, "worst"), "best") !== best;
  const alone = { titles: open.titles.filter(decides), periods: open.periods.filter(decides) };
  return alone.titles.length + alone.periods.length > 0 ? alone : open;
}

/** The declaration with the days of one item at one end. */
function known({ diploma }: Law, draft: Draft, item: number, end: End): Draft {
  const title = (one: TitleDraft): TitleDraft => {
    const { startedOn, ...days } = awardAt(one, end, startMatters(diploma, one));
    return { ...one, ...days, ...(startedOn !== undefined && { startedOn }) };
  };
  return {
    ...draft,
    titles: draft.titles.map((one) => (one.item === item ? title(one) : one)),
    periods: draft.periods.flatMap((one) => {
      const span = one.item === item ? spanAt(one, end) : {};
      return span === undefined ? [] : [{ ...one, ...span }];
    }),
  };
}
