/** The inputs of the path and its price: the titles of the inquiry, and its plan. */
import type { Draft, PlanDraft } from "../rules/draft.ts";
import { titlesOf } from "../rules/draft.ts";
import { type QuoteInput } from "../../decisions/quote/rule.ts";
import type { Day } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import { titleReader } from "../../law/titles.ts";
import { countsForRelief, grantRuleOf } from "../../decisions/pathway/brought.ts";

/** The plan, restricted to names that this law still has. */
export function planOf({ diploma, school }: Law, draft: Draft): PlanDraft {
  const plan = draft.plan ?? {};
  const domains = new Set(diploma.domains.map((entry) => entry.domain));
  const units = new Set(diploma.domains.flatMap((entry) => entry.units.map(({ unit }) => unit)));
  const funders = new Set(school.funders.map((entry) => entry.funder));
  const track = school.tracks.find((entry) => entry.track === plan.track)?.track;
  return {
    held:
      plan.held?.filter(({ domain, by }) => domains.has(domain) && diploma.held.some((entry) => entry.by === by)) ?? [],
    grants: plan.grants?.filter(({ unit }) => units.has(unit) && diploma.grants?.never.includes(unit) === false) ?? [],
    declined: plan.declined?.filter((unit) => units.has(unit)) ?? [],
    funding: plan.funding?.filter(({ source }) => funders.has(source)) ?? [],
    ...(track !== undefined && { track }),
  };
}

/** Grants without a title that allows them are dropped, since the decision would refuse them. */
export function quoteInput(law: Law, draft: Draft, on: Day): QuoteInput {
  const { held, grants, declined, track, funding } = planOf(law, draft);
  return {
    id: "plan",
    on,
    titles: titlesOf(law.diploma, draft),
    held: held!.filter(({ validatedOn }) => validatedOn <= on),
    ...(law.diploma.grants && { grants: isEntitled(law, draft, on) ? grants! : [] }),
    declined: declined!,
    track: track ?? law.school.tracks[0]!.track,
    funding: funding!,
  };
}

/** Whether a French title awarded by that day lets the school grant hours. */
export function isEntitled({ diploma }: Law, draft: Draft, on: Day): boolean {
  const counted = titlesOf(diploma, draft)
    .map(titleReader(diploma))
    .filter((title) => countsForRelief(title, on));
  return grantRuleOf(diploma, counted) !== undefined;
}

/** Whether the track is still to be chosen, of several. */
export function needsTrack(law: Law, draft: Draft): boolean {
  return law.school.tracks.length > 1 && planOf(law, draft).track === undefined;
}

export function withPlan(draft: Draft, part: Partial<PlanDraft>): Draft {
  return { ...draft, plan: { ...draft.plan, ...part } };
}
