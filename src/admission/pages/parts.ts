/** Parts shared by the pages of admission: findings, hours by unit, state tags. */
import { type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay, sayMoney } from "../../kit/lang.ts";
import type { SaidFinding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { capital } from "../../kit/typography.ts";
import { domainName, hoursTable, type PathFigures } from "../../inquiry/path-documents/pathway.ts";
import { pathWords } from "../../inquiry/path-documents/words.ts";
import { printedTable } from "../../inquiry/pages/printed-table.ts";
import { findingList } from "../../inquiry/pages/result-view.ts";
import { saidFinding } from "../../inquiry/pages/said-answer.ts";
import { dayIn } from "../../kit/zone.ts";
import { summaryList, type SummaryRow } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import type { Computed } from "../facts.ts";
import type { CandidacyState } from "../rules/candidacy.ts";
import { admissionWords } from "./words.ts";

const COLOURS: Readonly<Record<CandidacyState, string>> = {
  "to-decide": "warning",
  eligible: "info",
  "not-eligible": "neutral",
  waiting: "info",
  refused: "neutral",
  offered: "warning",
  accepted: "success",
  declined: "neutral",
  withdrawn: "neutral",
  deferred: "neutral",
  lapsed: "neutral",
};

/** Text typed by a person, marked with its language; `lang=""` if unknown. */
export function typed(text: string, said: Lang | "" = ""): Html {
  return html`<span lang="${said}">${text}</span>`;
}

export function stateTag(state: CandidacyState, lang: Lang): Html {
  return html`<span class="ds-tag" data-color="${COLOURS[state]}">${admissionWords(lang).states[state]}</span>`;
}

export function dayAt({ lang, school }: Visit, at: string): string {
  return sayDay(dayIn(new Date(at), school.timezone), lang);
}

type SaidDoors = {
  readonly doors?: readonly {
    readonly door: string;
    readonly outcome: string;
    readonly findings: readonly SaidFinding[];
  }[];
};

/** A computed eligibility: the findings of its best route, in the language they were written in. */
export function eligibilityFindings(visit: Visit, computed: Computed, language: Lang): Html {
  const best = bestDoor(computed);
  if (!best) return html`<p>${admissionWords(visit.lang).candidacy.noAnswer}</p>`;
  return html`<div${language !== visit.lang && html` lang="${language}"`}>${findingList(best.findings.map(saidFinding(language)), visit)}</div>`;
}

export function bestDoor({ answer }: Computed) {
  const { doors = [] } = (answer ?? {}) as SaidDoors;
  return doors.toSorted((a, b) => order(a.outcome) - order(b.outcome))[0];
}

function order(outcome: string): number {
  return ["met", "needs-decision", "unknown", "not-met"].indexOf(outcome);
}

type SaidPath = Omit<PathFigures, "domains"> & {
  readonly domains: readonly (PathFigures["domains"][number] & { readonly findings: readonly SaidFinding[] })[];
};

/** Hours by unit, and the outcome of each exam. `id`: the table's, for pages that have two. */
export function pathHtml(
  visit: Visit,
  { answer }: Computed,
  { id, said }: { readonly id: string; readonly said: Lang },
): Html {
  const { law, lang } = visit;
  if (!answer) return html`<p>${admissionWords(lang).candidacy.noAnswer}</p>`;
  const figures = answer as unknown as SaidPath;
  const words = pathWords(lang);
  return html`${printedTable(id, hoursTable(law.diploma, figures.units, lang))}
${summaryList(
  figures.domains.map(({ domain, exam }) => ({
    key: domainName(law.diploma, domain, lang),
    value: words.states[exam],
  })),
  lang,
)}
<details class="ds-details"><summary>${admissionWords(lang).candidacy.exams}</summary><div class="part"${said !== lang && html` lang="${said}"`}>${figures.domains.map(
    ({ findings }) => findingList(findings.map(saidFinding(said)), visit, true),
  )}</div></details>`;
}

/** The price with relief, and without. */
export function priceRow({ lang, law }: Visit, quote: Computed, without: Computed | undefined): SummaryRow[] {
  const words = admissionWords(lang).candidacy;
  const { total, lines = [] } = (quote.answer ?? {}) as Priced;
  const before = (without?.answer as { readonly total?: number } | null | undefined)?.total;
  if (total === undefined) return [];
  const more = before === undefined || before === total ? "" : ` (${words.priceWithout(sayMoney(before, lang))})`;
  const selection = new Set(law.school.price.lines.filter((one) => one.selection).map(({ line }) => line));
  const fee = lines.some(({ key, amount }) => amount > 0 && selection.has(key)) ? words.priceFee : "";
  return [{ key: words.price, value: `${sayMoney(total, lang)}${fee}${more}` }];
}

type Priced = {
  readonly total?: number;
  readonly lines?: readonly { readonly key: string; readonly amount: number }[];
};

/** The body whose opinion precedes granted hours, as the référentiel names it. */
export function opinionCalled({ diploma }: Law, lang: Lang): string | undefined {
  const called = diploma.grants?.opinion?.[lang];
  return called && capital(called);
}
