/** The price of the whole course on each track, computed by the same rule as a person's own; and the possible payers. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayMoney } from "../../../kit/lang.ts";
import { type QuoteAnswer, quoteRule } from "../../../decisions/quote/rule.ts";
import { capital } from "../../../kit/typography.ts";
import type { Visit } from "../../../page/page.ts";
import { factList, headed, section, type Section, sourceMark } from "../parts.ts";
import { programmeWords } from "../../sentences.ts";

type Track = Visit["law"]["school"]["tracks"][number];

export function priceSection(visit: Visit): Section {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const { funders, price } = law.school;
  if (price.lines.length === 0) return section("prix", words.price, html`<p>${words.priceNone}</p>`);
  return section(
    "prix",
    words.price,
    html`${priceTable(visit)}
<p class="calls"><a class="ds-button" href="${href(visit.link(`/${law.diploma.diploma}/parcours`))}">${words.priceCta}</a></p>
${headed(
  words.priceBase,
  factList(
    visit,
    [price.base, price.selfFunding, price.split].filter((fact) => fact !== undefined),
  ),
)}
<h3>${words.funders}</h3>
<ul class="facts">${funders.map((funder) => html`<li>${capital(funder.label[lang])}${funder.formerLabel && ` (${words.formerly(funder.formerLabel[lang])})`}. ${sourceMark(visit, funder)}</li>`)}</ul>`,
  );
}

function priceTable(visit: Visit): Html {
  const { law, lang, today } = visit;
  const words = programmeWords[lang];
  const quote = quoteRule(law);
  const quotes = law.school.tracks.map((track) => ({
    track,
    quote: quote({ id: "page", on: today, titles: [], track: track.track, funding: [] }),
  }));
  const total = (head: string, amount: (quote: QuoteAnswer) => number) =>
    html`<tr class="total"><th scope="row">${head}</th>${quotes.map((one) => html`<td class="numeric">${sayMoney(amount(one.quote), lang)}</td>`)}</tr>`;
  return html`<div class="table-scroll" tabindex="0" role="group" aria-labelledby="price-caption">
<table class="ds-table">
<caption id="price-caption">${words.priceCaption}</caption>
<thead><tr><th scope="col">${words.line}</th>${quotes.map(({ track }) => html`<th scope="col" class="numeric">${track.label[lang]}</th>`)}</tr></thead>
<tbody>${law.school.price.lines.map((line) => lineRow(visit, line.line, quotes))}</tbody>
<tfoot>${
    law.school.funders.some(({ personal }) => !personal)
      ? html`${total(words.totalFunded, (one) => one.total + one.discount)}${total(words.totalPersonal, (one) => one.total)}`
      : total(words.total, (one) => one.total)
  }</tfoot>
</table>
</div>`;
}

function lineRow(visit: Visit, key: string, quotes: readonly { track: Track; quote: QuoteAnswer }[]): Html {
  const { lang } = visit;
  const words = programmeWords[lang];
  const lines = quotes.map(({ quote }) => quote.lines.find(({ entry }) => entry.line === key));
  const { entry, quantity, unitAmount } = lines.find((line) => line !== undefined)!;
  const detail = quantity === 1 ? "" : words.computation(quantity, sayMoney(unitAmount, lang), entry.per);
  return html`<tr><th scope="row">${capital(entry.label[lang])} ${sourceMark(visit, entry)}${detail && html`<br><span class="small">${detail}</span>`}</th>
${lines.map((line) => html`<td class="numeric">${line ? sayMoney(line.amount, lang) : words.notCharged}</td>`)}</tr>`;
}
