/** The decision inputs of a draft's answers; and the reverse, for a kept answer. */
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

/** Of the current journey, and of the other one if its questions are complete. */
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
 * The input of `keepAnswer`. Each way of paying is a question of its own (`quote:<payer>`): its answer must remain available after the law
 * or the fees change.
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

/** The reverse, with the law it was asked under. */
export function askedIn({ eligibility, quote }: ByDecision): { asked: Asked; under: Under } {
  const input = (eligibility ?? quote) as Under | undefined;
  if (!input) throw new Error("A kept answer holds neither of the decisions that pages ask");
  const { diploma, version, establishment } = input;
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

/** The answers behind the inputs: to continue from a kept answer. */
export function draftOf(law: Diploma, { eligibility, path }: Asked): Draft {
  const plan = path && { plan: planFrom(path) };
  if (eligibility) return { ...fromInput(law, eligibility), ...plan };
  const { next, titles, titlesDone } = fromInput(law, { ...path!, experience: [] });
  return { next, titles, titlesDone: titlesDone === true, periods: [], ...plan };
}

function planFrom({ held = [], grants = [], declined = [], track, funding }: QuoteInput): PlanDraft {
  return { held, grants, declined, track, funding };
}
