/** What a draft has answered so far, as the decisions take it; and, of an answer that was kept, what it was about. */
import { firstOpen } from "../pages/check.ts";
import { type Draft, fromInput, type PlanDraft, toInput } from "../rules/draft.ts";
import { JOURNEYS } from "../pages/journeys.ts";
import { type At, type Journey, whereabouts } from "../pages/step.ts";
import type { EligibilityInput } from "../../decisions/eligibility/rule.ts";
import type { ByDecision } from "../views.ts";
import type { QuoteInput } from "../../decisions/quote/rule.ts";
import { waysRule } from "../../billing/rules/ways.ts";
import type { Law } from "../../law/law.ts";
import type { Diploma } from "../../law/diploma.ts";
import { needsTrack, quoteInput } from "./plan.ts";

export type Asked = { readonly eligibility?: EligibilityInput; readonly path?: QuoteInput };

/** Of the journey that the person is in, and of the other one where they went through it too. */
export function askedOf({ visit, journey, draft }: At): Asked {
  const { law, today } = visit;
  const done = (of: Journey) => firstOpen(whereabouts(visit, of, draft)) === undefined;
  const priced =
    done(JOURNEYS.parcours) && !needsTrack(law, draft) && (journey.name === "parcours" || draft.plan !== undefined);
  return {
    ...(done(JOURNEYS.candidater) && { eligibility: toInput(law.diploma, draft, today) }),
    ...(priced && { path: quoteInput(law, draft, today) }),
  };
}

/**
 * As `keepAnswer` takes it. Each way of paying is a question of its own (`quote:<payer>`): its answer must still be there when
 * the law, or the school's fees, will have changed.
 */
export function decisionsOf(law: Law, { eligibility, path }: Asked): ByDecision {
  const { diploma, version, establishment } = law.basis;
  const under = { diploma, version, establishment };
  if (!path) return { ...(eligibility && { eligibility: { ...eligibility, ...under } }) };
  const { track: _track, funding: _funding, ...pathway } = path;
  const { all, refused } = waysRule(law)(path);
  return {
    ...(eligibility && { eligibility: { ...eligibility, ...under } }),
    pathway: { ...pathway, ...under },
    quote: { ...path, ...(refused && { funding: [] }), ...under },
    ...Object.fromEntries(
      all.flatMap(({ payer, input }) => (payer === undefined ? [] : [[`quote:${payer}`, { ...input, ...under }]])),
    ),
  };
}

type Under = Record<"diploma" | "version" | "establishment", string>;

/** The reverse, and the law it was asked under. */
export function askedIn({ eligibility, quote }: ByDecision): { asked: Asked; under: Under } {
  const given = (eligibility ?? quote) as Under | undefined;
  if (!given) throw new Error("A kept answer holds neither of the decisions that pages ask");
  const { diploma, version, establishment } = given;
  const asked = {
    ...(eligibility && { eligibility: asAsked(eligibility) as EligibilityInput }),
    ...(quote && { path: asAsked(quote) as QuoteInput }),
  };
  return { asked, under: { diploma, version, establishment } };
}

function asAsked(kept: object): object {
  const { diploma: _diploma, version: _version, establishment: _establishment, ...input } = kept as Under;
  return input;
}

/** The answers they came from: to go on from what was kept. */
export function draftOf(law: Diploma, { eligibility, path }: Asked): Draft {
  const plan = path && { plan: planFrom(path) };
  if (eligibility) return { ...fromInput(law, eligibility), ...plan };
  const { next, titles, titlesDone } = fromInput(law, { ...path!, experience: [] });
  return { next, titles, titlesDone: titlesDone === true, periods: [], ...plan };
}

function planFrom({ held = [], grants = [], declined = [], track, funding }: QuoteInput): PlanDraft {
  return { held, grants, declined, track, funding };
}
