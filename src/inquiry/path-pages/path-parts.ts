/** A path and its price on a page: computed now, or in their original words. */
import { printedTable } from "../pages/printed-table.ts";
import { findingList, type ShownFinding, shownFinding } from "../pages/result-view.ts";
import { saidFinding } from "../pages/said-answer.ts";
import type { ByDecision } from "../views.ts";
import { type Figures, type PricedWay, pricedWays, priceFindings } from "../price-documents/price.ts";
import { folded } from "../../catalogue/pages/parts.ts";
import { priceWords } from "../price-documents/words.ts";
import { priceParts, sharesOf } from "../price-pages/price.ts";
import type { QuoteInput } from "../../decisions/quote/rule.ts";
import { isMix, waysRule } from "../../billing/rules/ways.ts";
import { sentences as priceSentences } from "../../decisions/quote/sentences.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Draft } from "../rules/draft.ts";
import type { Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import type { SaidFinding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { isOver } from "../../law/registration.ts";
import { type SummaryRow, summaryList } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { counted } from "../path-documents/counted.ts";
import {
  byCertainty,
  domainName,
  hoursTable,
  type PathFigures,
  pathFigures,
  sayPath,
} from "../path-documents/pathway.ts";
import { pathWords, sayHours } from "../path-documents/words.ts";
import { quoteInput } from "./plan.ts";
import { pathwayRule } from "../../decisions/pathway/rule.ts";
import { sentences } from "../../decisions/pathway/sentences.ts";
import { planWords } from "./words.ts";

export type ShownPath = {
  readonly figures: PathFigures;
  readonly findings: readonly ShownFinding[];
  /** By domain, in the order of `figures`. */
  readonly domainFindings: readonly (readonly ShownFinding[])[];
  readonly ways: readonly PricedWay[];
  readonly priceFindings: readonly ShownFinding[];
  readonly refused: string | undefined;
  /** The findings say that the registration is over. */
  readonly over: boolean;
};

/** Computed under this law. */
export function shownPath(law: Law, input: QuoteInput, lang: Lang): ShownPath {
  const answer = pathwayRule(law)(input);
  const ways = waysRule(law)(input);
  return {
    figures: pathFigures(answer),
    findings: answer.findings.map((one) => shownFinding(one, sentences, lang)),
    domainFindings: answer.domains.map(({ findings }) => findings.map((one) => shownFinding(one, sentences, lang))),
    ways: pricedWays(ways),
    priceFindings: priceFindings(law, ways, answer.findings).map((one) => shownFinding(one, priceSentences, lang)),
    refused: ways.refused?.issues.map(({ message }) => message(lang)).join(" "),
    over: isOver(answer.findings),
  };
}

type SaidPath = Omit<PathFigures, "domains"> & {
  readonly domains: readonly (PathFigures["domains"][number] & { readonly findings: readonly SaidFinding[] })[];
  readonly findings: readonly SaidFinding[];
};
type SaidQuote = Figures & { readonly findings: readonly SaidFinding[] };

const WAY = "quote:";

/** As answered then: nothing is recomputed. */
export function saidPath(input: QuoteInput, answers: ByDecision, lang: Lang): ShownPath {
  const toShown = saidFinding(lang);
  const pathway = answers.pathway as SaidPath;
  const quote = answers.quote as SaidQuote;
  const reported = new Set(pathway.findings.map((one) => one.condition));
  const alone = Object.keys(answers).filter((name) => name.startsWith(WAY));
  return {
    figures: pathway,
    findings: pathway.findings.map(toShown),
    domainFindings: pathway.domains.map(({ findings }) => findings.map(toShown)),
    ways: [
      ...alone.map((name) => ({ payer: name.slice(WAY.length), figures: answers[name] as SaidQuote })),
      ...(isMix(input.funding) ? [{ payer: undefined, figures: quote }] : []),
    ],
    priceFindings: quote.findings.filter((one) => !reported.has(one.condition)).map(toShown),
    refused: undefined,
    // Its day is past: the notice was given then.
    over: true,
  };
}

type How = {
  /** Below another answer, which has the page's heading. */
  readonly part?: boolean;
  /** For a hypothetical question, or about a person's own dossier. */
  readonly voice?: "asking" | "dossier";
  /** The notice that the registration ends before the intake, unless it is shown around. */
  readonly ends?: string | undefined;
};

export function pathParts(
  visit: Visit,
  shown: ShownPath,
  rows: readonly SummaryRow[],
  { part = false, voice = "asking", ends }: How = {},
): Html {
  const { law, lang } = visit;
  const words = pathWords(lang);
  const { figures } = shown;
  const { verdict, exams, nature } = sayPath(figures, lang, voice);
  const { doubtful, sure } = byCertainty(shown.findings);
  return html`${part && html`<h2>${words.title}</h2>`}
<div class="verdict">
${part ? html`<p><strong>${verdict}</strong></p>` : html`<h1>${verdict}</h1>`}
<p>${exams}</p>
${sharesOf(visit, shown.ways)}
<p>${nature}</p>
${ends !== undefined && !shown.over && html`<p>${ends}</p>`}
</div>
${!part && html`<h2 class="ds-sr-only">${words.detail}</h2>`}
${shown.refused !== undefined && html`<p class="ds-alert" data-color="warning">${priceWords(lang).refused} ${shown.refused}</p>`}
${folded(priceWords(lang)[shown.ways.length > 1 ? "price" : "onlyPrice"], priceParts(visit, shown.ways, shown.priceFindings))}
${folded(
  words.hours,
  html`${unitsChart(figures.units, lang)}
${printedTable("units", hoursTable(law.diploma, figures.units, lang))}
${findingList(sure, visit, true)}`,
)}
${folded(
  words.examsHeading,
  html`${figures.domains.map(
    ({ domain, exam }, index) => html`<section class="route" data-outcome="${exam}">
<h3>${domainName(law.diploma, domain, lang)} <span class="ds-tag" data-color="${COLOURS[exam]}">${words.states[exam]}</span></h3>
${findingList(shown.domainFindings[index]!, visit, true)}
</section>`,
  )}`,
)}
${doubtful.length > 0 && folded(words.doubts, findingList(doubtful, visit, true))}
${folded(voice === "dossier" ? words.dossier.counted : words.counted, summaryList(rows, lang))}`;
}

const COLOURS = { "to-sit": "neutral", dispensed: "success", contested: "warning", held: "success" } as const;

/** The inputs, without change links. */
export function countedRows(law: Law, input: QuoteInput, lang: Lang): SummaryRow[] {
  return counted(law, input, lang).map(({ label, value }) => ({ key: label, value }));
}

/** The same for a plan still being filled in: unanswered questions are shown as such, without assumptions. */
export function plannedRows(
  law: Law,
  draft: Draft,
  how: { readonly on: Day; readonly lang: Lang; readonly unsaid: string },
): SummaryRow[] {
  const { plan } = draft;
  const answered: Readonly<Record<string, unknown>> = {
    held: plan,
    grants: plan,
    declined: plan,
    track: plan?.track,
    funding: plan?.funding,
  };
  return counted(law, quoteInput(law, draft, how.on), how.lang)
    .filter(({ of }) => Object.hasOwn(answered, of))
    .map(({ of, label, value }) => ({ key: label, value: answered[of] === undefined ? how.unsaid : value }));
}

const ROW = 40;

/** One bar per unit: remaining, then relieved hours. The table beside it gives the numbers, and only it is printed. */
function unitsChart(units: PathFigures["units"], lang: Lang): Html {
  const words = planWords(lang).result;
  const most = Math.max(1, ...units.map((one) => one.hours));
  const key = (name: string, label: string) =>
    html`<li><svg class="timeline key" width="22" height="12" aria-hidden="true"><rect class="${name}" width="22" height="12"></rect></svg> ${label}</li>`;
  const part = (hours: number) => `${((hours / most) * 100).toFixed(3)}%`;
  return html`<figure class="picture tabled">
<figcaption>${words.chart}</figcaption>
<svg class="timeline" role="img" aria-label="${pathWords(lang).hours}" width="100%" height="${units.length * ROW}">
<defs><pattern id="relieved" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="3" height="6"></rect></pattern></defs>
${units.map(
  (one, at) => html`<text x="0" y="${at * ROW + 13}">${one.unit} : ${sayHours(one.remaining, lang)}</text>
<rect class="yes" x="0" y="${at * ROW + 18}" width="${part(one.remaining)}" height="14"></rect>${one.relief > 0 && html`<rect class="relieved" x="${part(one.remaining)}" y="${at * ROW + 18}" width="${part(one.relief)}" height="14"></rect>`}`,
)}
</svg>
<ul class="legend">${key("yes", words.chartRemaining)}${units.some(({ relief }) => relief > 0) && key("relieved", words.chartRelief)}</ul>
</figure>`;
}
