/** « Mon parcours et son prix »: hours that remain, exams to sit, and the price for each way of paying it. */
import { firstOpen } from "../../admission/pages/check.ts";
import { page } from "../../admission/pages/frame.ts";
import { openInquiry } from "../../admission/pages/inquiry.ts";
import { findingList, shownFinding } from "../../admission/pages/result-view.ts";
import { capital, titleName } from "../../admission/pages/say.ts";
import { begin, beginning } from "../../admission/pages/start.ts";
import { type At, whereabouts } from "../../admission/pages/step.ts";
import { wordsOf } from "../../admission/pages/words.ts";
import { sayFunding } from "../../billing/pages/funding-steps.ts";
import { priceParts } from "../../billing/pages/price.ts";
import { type Html, html } from "../../kit/html.ts";
import { sayNumber } from "../../kit/lang.ts";
import { linkButton, type SummaryRow, summaryList, table } from "../../web/form.ts";
import type { Page, PageResult, Visit } from "../../web/page.ts";
import { type PathwayAnswer, pathwayRule, type UnitAnswer } from "../rules/pathway.ts";
import { sentences } from "../sentences.ts";
import { isEntitled, planOf, quoteInput } from "./plan.ts";
import { relievable } from "./plan-steps.ts";
import { type PathWords, pathWords } from "./words.ts";

export const pathwayStart: Page = {
  name: "parcours",
  path: "/:diploma/parcours",
  view: async (visit) => {
    const { start } = pathWords(visit.lang);
    const common = wordsOf(visit.lang);
    const lead = start.lead(visit.law.diploma.abbreviation);
    const main = html`<h1>${common.journeys.parcours}</h1>
<p class="lead">${lead}</p>
<h2>${start.needs}</h2>
<ul>${start.needsList.map((need) => html`<li>${need}</li>`)}</ul>
<p>${start.shared}</p>
${await beginning(visit, "parcours")}
<h2>${common.start.privacy}</h2>
<ul>${common.start.privacyList.map((said) => html`<li>${said}</li>`)}</ul>
<p>${common.start.cookie}</p>`;
    return page(visit, { title: common.journeys.parcours, main, back: `/${visit.params.diploma}`, description: lead });
  },
  submit: (visit, sent) => begin(visit, sent, "parcours"),
};

export const pathwayResult: Page = {
  name: "parcours-resultat",
  path: "/:diploma/parcours/resultat",
  view: async (visit): Promise<PageResult> => {
    const inquiry = await openInquiry(visit);
    if (!inquiry) return { redirect: visit.link(`/${visit.params.diploma}/parcours`) };
    const at = whereabouts(visit, "parcours", inquiry.draft);
    const open = firstOpen(at) ?? (needsTrack(at) ? "cursus" : undefined);
    if (open !== undefined) return { redirect: at.to(open) };
    const words = pathWords(visit.lang).result;
    const input = quoteInput(visit.law, at.draft, visit.today);
    const main = html`${pathwayParts(at, pathwayRule(visit.law)(input), words)}
${priceParts(visit, input)}
<h2>${words.apply}</h2>
<p>${words.applyWhy}</p>
<div class="actions">${linkButton(visit.link(`/${visit.params.diploma}/candidater/verifier`), words.apply, "secondary")}</div>`;
    return page(visit, { title: words.title, main, back: at.below("") });
  },
};

function needsTrack({ visit, draft }: At): boolean {
  return visit.law.school.tracks.length > 1 && planOf(visit.law, draft).track === undefined;
}

function pathwayParts(at: At, answer: PathwayAnswer, words: PathWords["result"]): Html {
  const { visit } = at;
  const { lang } = visit;
  const { totals, domains } = answer;
  const count = (exam: string) => domains.filter((one) => one.exam === exam).length;
  return html`<div class="verdict">
<h1>${words.verdict(totals.theory, totals.practice)}</h1>
<p>${words.exams(count("to-sit"), count("contested"))}</p>
<p>${words.nature}</p>
</div>
${
  answer.findings.some((found) => found.confidence === "unverified") &&
  findingList(
    answer.findings
      .filter((found) => found.confidence === "unverified")
      .map((found) => shownFinding(found, sentences, lang)),
    visit,
    true,
  )
}
<h2>${words.counted}</h2>
${summaryList(countedRows(at, words), lang)}
<h2>${words.hours}</h2>
${unitsChart(answer.units, words, lang)}
${unitsTable(answer.units, words, visit)}
${findingList(
  answer.findings
    .filter((found) => found.confidence !== "unverified")
    .map((found) => shownFinding(found, sentences, lang)),
  visit,
  true,
)}
<h2>${words.examsHeading}</h2>
${domains.map(
  ({ domain, exam, findings }) => html`<section class="route" data-outcome="${exam}">
<h3>${domain.domain} – ${capital(domain.label[lang])} <span class="ds-tag" data-color="${COLOURS[exam]}">${words.states[exam]}</span></h3>
${findingList(
  findings.map((found) => shownFinding(found, sentences, lang)),
  visit,
  true,
)}
</section>`,
)}`;
}

const COLOURS = { "to-sit": "neutral", dispensed: "success", contested: "warning", held: "success" } as const;

function countedRows(at: At, words: PathWords["result"]): SummaryRow[] {
  const { law, draft, visit, to } = at;
  const { lang } = visit;
  const plan = planOf(visit.law, draft);
  const titles = draft.titles.map((title) => capital(titleName(law, title, lang)));
  const entitled = isEntitled(visit.law, draft, visit.today);
  const row = (key: string, value: string, step: string, what: string): SummaryRow => ({
    key,
    value: value || words.none,
    change: { url: to(step), what },
  });
  const track = visit.law.school.tracks.find((entry) => entry.track === plan.track);
  return [
    row(words.titles, titles.join(", "), "titres", words.changeTitles),
    row(words.held, plan.held!.map((one) => one.domain).join(", "), "acquis", words.changeHeld),
    entitled
      ? row(
          words.grants,
          plan.grants!.map((one) => `${one.unit} (${sayNumber(one.hours, lang)} h)`).join(", "),
          "allegement",
          words.changeGrants,
        )
      : { key: words.grants, value: words.notEntitled },
    ...(relievable(at).length > 0
      ? [row(words.declined, plan.declined!.join(", "), "renoncer", words.changeDeclined)]
      : []),
    ...(track ? [row(words.track, track.label[lang], "cursus", words.changeTrack)] : []),
    row(words.funding, sayFunding(plan.funding!, at), "financement", words.changeFunding),
  ];
}

function unitsTable(units: readonly UnitAnswer[], words: PathWords["result"], { lang }: Visit): Html {
  const hours = (count: number) => `${sayNumber(count, lang)} h`;
  const sum = (of: (one: UnitAnswer) => number) => units.reduce((total, one) => total + of(one), 0);
  return table({
    id: "units",
    caption: words.hoursCaption,
    head: [words.unit, words.total, words.relief, words.by, words.remaining],
    rows: units.map((one) => [
      `${one.unit.unit} – ${capital(one.unit.label[lang])}`,
      hours(one.hours),
      one.relief === 0 ? "–" : hours(one.relief),
      one.reliefBy
        .map((by) =>
          by
            .replace(/^grant:(.*)$/s, (_, name: string) => words.grant(name))
            .replace(/^held:(.*)$/s, (_, name: string) => words.heldBy(name)),
        )
        .join(", ") || "–",
      hours(one.remaining),
    ]),
    foot: [
      words.sum,
      hours(sum((one) => one.hours)),
      hours(sum((one) => one.relief)),
      "",
      hours(sum((one) => one.remaining)),
    ],
    numeric: [1, 2, 4],
  });
}

const ROW = 40;

/** One bar a unit: what remains, then what is relieved. The table beside it gives the numbers. */
function unitsChart(units: readonly UnitAnswer[], words: PathWords["result"], lang: Visit["lang"]): Html {
  const most = Math.max(1, ...units.map((one) => one.hours));
  const part = (hours: number) => `${((hours / most) * 100).toFixed(3)}%`;
  return html`<figure class="picture">
<figcaption>${words.chart}</figcaption>
<svg class="timeline" role="img" aria-label="${words.hours}" width="100%" height="${units.length * ROW}">
<defs><pattern id="undecided" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="3" height="6"></rect></pattern></defs>
${units.map(
  (one, at) => html`<text x="0" y="${at * ROW + 13}">${one.unit.unit} : ${sayNumber(one.remaining, lang)} h</text>
<rect class="yes" x="0" y="${at * ROW + 18}" width="${part(one.remaining)}" height="14"></rect>${one.relief > 0 && html`<rect class="undecided" x="${part(one.remaining)}" y="${at * ROW + 18}" width="${part(one.relief)}" height="14"></rect>`}`,
)}
</svg>
<ul class="legend"><li><svg class="timeline key" width="22" height="12" aria-hidden="true"><rect class="yes" width="22" height="12"></rect></svg> ${words.chartRemaining}</li>
<li><svg class="timeline key" width="22" height="12" aria-hidden="true"><rect class="undecided" width="22" height="12"></rect></svg> ${words.chartRelief}</li></ul>
</figure>`;
}
