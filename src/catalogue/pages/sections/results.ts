/** The published rates, and the table that shows what is missing of them. */
import { type Html, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import type { Visit } from "../../../page/page.ts";
import { folded, section, type Section, sourceMark } from "../parts.ts";
import { programmeWords } from "../../sentences.ts";
import type { PublishedResults } from "../published.ts";

type Indicators = NonNullable<Visit["law"]["school"]["indicators"]>;
type Rate = Indicators["rates"][number];

/** Those computed here first; the quoted ones stay, folded below them and said to be quoted. */
export function resultsSection(visit: Visit, published: readonly Published[]): Section {
  const { lang } = visit;
  const { indicators } = visit.law.school;
  const words = programmeWords[lang];
  const old = indicators !== undefined && indicators.rates.length > 0 && quoted(visit, indicators);
  const title = words.results(indicators?.cohort[lang] ?? "");
  const [first] = published;
  if (!first) return section("resultats", title, old);
  const body = html`${published.map((one) => one.body)}
${old && folded(words.quoted(indicators.cohort[lang]), old)}`;
  return section("resultats", first.title, body);
}

type Published = Awaited<ReturnType<PublishedResults>>[number];

function quoted(visit: Visit, indicators: Indicators): Html {
  const { lang, school } = visit;
  const words = programmeWords[lang];
  const campus = school.campuses.find((one) => one.campus === indicators.campus)?.name ?? indicators.campus;
  const cohort = indicators.cohort[lang];
  const { rates } = indicators;
  return html`<dl class="quad">${rates.map(({ label, percent }) => html`<div><dt>${capital(label[lang])}</dt><dd>${words.percent(percent)}</dd></div>`)}</dl>
<p class="small">${indicators.caution[lang]}</p>
${folded(words.rateDefinition, table(visit, rates, words.ratesCaption(campus, cohort)))}`;
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
