/** A kept answer in its original words, for when the law has changed since: nothing is recomputed. */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import type { SaidFinding } from "../../law/finding.ts";
import type { Basis } from "../../law/law.ts";
import type { State } from "../../law/titles.ts";
import { citedArticle } from "../../catalogue/cited.ts";
import { folded } from "../../catalogue/pages/parts.ts";
import type { Visit } from "../../page/page.ts";
import type { EligibilityOutcome } from "../../decisions/eligibility/rule.ts";
import { doorList, findingList, type ShownFinding } from "./result-view.ts";
import { resultWords } from "./result-words.ts";

/** The contract's answer, as stored. */
export type SaidAnswer = {
  readonly outcome: EligibilityOutcome;
  readonly doors: readonly {
    readonly door: string;
    readonly outcome: State;
    readonly reachedOn: string | null;
    readonly findings: readonly SaidFinding[];
  }[];
  readonly reachedOn: string | null;
  readonly findings: readonly SaidFinding[];
  readonly basis: Basis;
};

/** `then`: the visit, in the language of the answer. */
export function saidParts(then: Visit, said: SaidAnswer): Html {
  const words = resultWords(then.lang);
  const verdict =
    said.outcome === "not-eligible" && said.reachedOn !== null
      ? words.verdicts["not-yet"](said.reachedOn)
      : words.verdicts[said.outcome];
  const doors = said.doors.map(({ door, outcome, reachedOn, findings }) => ({
    name: door,
    label: undefined,
    folded: undefined,
    outcome,
    reachedOn,
    findings: findings.map(saidFinding(then.lang)),
  }));
  return html`<div class="verdict"><h1>${verdict}</h1></div>
${said.findings.length > 0 && findingList(said.findings.map(saidFinding(then.lang)), then, true)}
<h2 class="ds-sr-only">${words.detail}</h2>
${folded(words.doors(doors.length), doorList(doors, then))}`;
}

/** `lang`: the language of the answer. */
export function saidFinding(lang: Lang): (said: SaidFinding) => ShownFinding {
  return ({ met, reason, source }) => ({
    met,
    reason,
    citation: html`${source.text}, ${citedArticle(source.article, lang)}`,
    confidence: source.confidence,
    rule: undefined,
    note: undefined,
  });
}
