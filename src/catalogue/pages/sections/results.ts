/** The published rates: a chart, the sentence it illustrates, and the table that shows what is missing. */
import { type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import type { Visit } from "../../../page/page.ts";
import { section, type Section, sourceMark } from "../parts.ts";
import { programmeWords } from "../../sentences.ts";

type Indicators = NonNullable<Visit["law"]["school"]["indicators"]>;
type Rate = Indicators["rates"][number];

export function resultsSection(visit: Visit): Section {
  const { indicators } = visit.law.school;
  const body = indicators !== undefined && indicators.rates.length > 0 && published(visit, indicators);
  return section("resultats", programmeWords[visit.lang].results, body);
}

function published(visit: Visit, indicators: Indicators): Html {
  const { lang, school } = visit;
  const words = programmeWords[lang];
  const campus = school.campuses.find((one) => one.campus === indicators.campus)?.name ?? indicators.campus;
  const cohort = indicators.cohort[lang];
  const { rates } = indicators;
  const rateSentences = rates.map((rate) => words.rate(rate.label[lang], words.percent(rate.percent)));
  return html`<figure class="rates">
<figcaption>${words.ratesSentence(campus, cohort, rateSentences)}</figcaption>
${chart(visit, rates)}
</figure>
<p class="note">${indicators.caution[lang]}</p>
${table(visit, rates, words.ratesCaption(campus, cohort))}`;
}

const ROW = 60;

/** Widths in percent and no viewBox: the bars follow the page, and letters keep their size on a phone. */
function chart({ lang }: Visit, rates: readonly Rate[]): Html {
  const words = programmeWords[lang];
  return html`<svg class="chart" width="100%" height="${rates.length * ROW}" aria-hidden="true" focusable="false">
${rates.map(
  ({ label, percent }, at) => html`<text class="label" x="0" y="${at * ROW + 20}">${capital(label[lang])}</text>
<text class="value" x="100%" y="${at * ROW + 20}" text-anchor="end">${words.percent(percent)}</text>
<rect class="track" x="0" y="${at * ROW + 30}" width="100%" height="14" rx="2"></rect>
<rect class="bar" x="0" y="${at * ROW + 30}" width="${percent}%" height="14" rx="2"></rect>`,
)}
</svg>`;
}

function table(visit: Visit, rates: readonly Rate[], caption: string): Html {
  const { lang } = visit;
  const words = programmeWords[lang];
  const heads = ({ numerator, denominator }: Rate) =>
    numerator === null || denominator === null ? html`<em>${words.missing}</em>` : words.of(numerator, denominator);
  return html`<div class="table-scroll" tabindex="0" role="group" aria-labelledby="rates-caption">
<table class="ds-table">
<caption id="rates-caption">${caption}</caption>
<thead><tr><th scope="col">${words.indicator}</th><th scope="col" class="numeric">${words.value}</th><th scope="col" class="numeric">${words.headcount}</th></tr></thead>
<tbody>${rates.map(
    (rate) =>
      html`<tr><th scope="row">${capital(rate.label[lang])} ${sourceMark(visit, rate)}</th><td class="numeric">${words.percent(rate.percent)}</td><td class="numeric">${heads(rate)}</td></tr>`,
  )}</tbody>
</table>
</div>`;
}
