/**
 * Whether the declaration opens a route, said before submission and fee: the public check's answer, by the rule the seal also uses. It
 * warns but never blocks, since admission is the school's decision.
 */
import { type Html, html } from "../../kit/html.ts";
import { type Lang, sayMoney } from "../../kit/lang.ts";
import type { EligibilityAnswer } from "../../decisions/eligibility/rule.ts";
import type { Law } from "../../law/law.ts";
import type { Visit } from "../../page/page.ts";
import { sayOutcome } from "../../inquiry/documents/outcome.ts";
import { sayEnds } from "../../inquiry/pages/unsettled.ts";
import { decide, type Ends, endsOf } from "../../inquiry/rules/opens.ts";
import { wouldChange } from "../../inquiry/pages/result-view.ts";
import { resultWords } from "../../inquiry/pages/result-words.ts";
import { toInput } from "../../inquiry/rules/draft.ts";
import { DECLARED } from "../standing.ts";
import { isOpen } from "../rules/state.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { underItsLaw } from "./holding.ts";

type Declaring = Pick<OpenedDossier, "intake" | "draft" | "tasks" | "state">;

/** The block and whether a route is open; undefined before titles or experience are answered. */
export function mayEnter(
  visit: Visit,
  { intake, draft, tasks, state }: Declaring,
): { readonly open: boolean; readonly block: Html } | undefined {
  const { lang, today } = visit;
  const asked = tasks.filter(({ key }) => key === "titles" || key === "experience");
  const left = asked.filter(({ status }) => status !== "done");
  const { law } = underItsLaw(visit, intake);
  if (left.length === asked.length || !isOpen(state, DECLARED)) return undefined;
  const input = toInput(law.diploma, draft, today);
  const answer = decide(law, input);
  const ends = endsOf(law, draft, today);
  const { mark, verdict, lead, reasons } = ends ? between(law, ends, lang) : said(law, input.on, answer, lang);
  const words = dossierWords(lang).mayEnter;
  const names = dossierWords(lang).taskNames;
  const open = answer.outcome === "eligible";
  const fee = intake.fees.reduce((sum, { amount }) => sum + amount, 0);
  const why = reasons.map((reason) => html`<p>${reason}</p>`);
  return {
    open,
    block: html`<section class="verdict" data-mark="${mark}" aria-labelledby="may-enter">
<h2 id="may-enter">${verdict}</h2>
<p>${lead}</p>
${left.length > 0 && html`<p><strong>${words.soFar(left.map(({ key }) => names[key as keyof typeof names]))}</strong></p>`}
${
  open
    ? html`<details class="ds-details"><summary>${words.why}</summary><div class="part">${why}</div></details>`
    : html`${why}
<p>${words.anyway(fee > 0 ? sayMoney(fee, lang) : undefined)}</p>
<details class="ds-details"><summary>${words.change}</summary><div class="part">${wouldChange(answer, lang, { routes: law.diploma })}</div></details>`
}
</section>`,
  };
}

type Said = {
  readonly mark: string;
  readonly verdict: string;
  readonly lead: string;
  readonly reasons: readonly string[];
};

function said(law: Law, on: string, answer: EligibilityAnswer, lang: Lang): Said {
  const { mark, verdict, texts } = sayOutcome(law, on, answer, lang);
  const [lead, ...reasons] = texts;
  return { mark, verdict, lead: lead!, reasons };
}

/** Where days are not known, at best and at worst. */
function between(law: Law, ends: Ends, lang: Lang): Said {
  const { best, worst, differ } = ends;
  const at = said(law, worst.input.on, worst.answer, lang);
  if (!differ) return { ...at, reasons: [sayEnds(law, ends, lang).lead, ...at.reasons] };
  const words = resultWords(lang).unsettled;
  const colon = lang === "fr" ? "\u00a0: " : ": ";
  const high = said(law, best.input.on, best.answer, lang).verdict;
  const { verdict, lead } = sayEnds(law, ends, lang);
  return {
    mark: "open",
    verdict,
    lead,
    reasons: [`${words.best}${colon}${high}.`, `${words.worst}${colon}${at.verdict}.`],
  };
}
