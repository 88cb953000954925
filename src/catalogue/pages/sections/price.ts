/** The price of the whole course on each track, computed by the same rule as a person's own; and the possible payers. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayEuros, sayMoney } from "../../../kit/lang.ts";
import { type QuoteAnswer, type QuoteLine, quoteRule } from "../../../decisions/quote/rule.ts";
import { capital } from "../../../kit/typography.ts";
import { silentOn } from "../../../law/silent.ts";
import type { Visit } from "../../../page/page.ts";
import { factList, folded, headed, section, type Section, sourceMark } from "../parts.ts";
import { programmeWords } from "../../sentences.ts";

type Track = Visit["law"]["school"]["tracks"][number];

/** The whole course on each track, as somebody without any relief would pay it alone. */
export function wholeQuotes({ law, today }: Visit): readonly (QuoteAnswer & { readonly track: Track })[] {
  if (law.school.price.lines.length === 0) return [];
  const quote = quoteRule(law);
  return law.school.tracks.map((track) => ({
    track,
    ...quote({ id: "page", on: today, titles: [], track: track.track, funding: [] }),
  }));
}

/** Where a funder pays the tuition, no discount is given. */
export function dearest({ total, discount }: QuoteAnswer): number {
  return total + discount;
}

export function priceSection(visit: Visit): Section {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const { funders, price } = law.school;
  const quotes = wholeQuotes(visit);
  const silent = silentOn(law, "fee-refund");
  if (quotes.length === 0) return section("prix", words.price, html`<p>${words.priceNone}</p>`);
  return section(
    "prix",
    words.price,
    html`${inBrief(visit, quotes)}
${funders.length > 1 && html`<p>${words.mayPay(funders.map(({ label }) => label[lang]))}</p>`}
<p class="calls"><a class="ds-button" data-variant="secondary" href="${href(visit.link(`/${law.diploma.diploma}/parcours`))}">${words.priceCta}</a></p>
${folded(
  words.priceBase,
  html`${priceTable(visit, quotes)}${quotes[0]!.lines.some(({ entry }) => entry.selection) && silent && html`<p>${silent[lang]}</p>`}
${factList(
  visit,
  [price.base, price.selfFunding, price.split, price.again].filter((fact) => fact !== undefined),
)}
${headed(words.funders, html`<ul class="facts">${funders.map((funder) => html`<li>${capital(funder.label[lang])}${funder.formerLabel && ` (${words.formerly(funder.formerLabel[lang])})`}. ${sourceMark(visit, funder)}</li>`)}</ul>`)}`,
)}`,
  );
}

type Quotes = ReturnType<typeof wholeQuotes>;

/** Applying, the other lines of the first track, the discount, and what each other track adds. */
function inBrief(visit: Visit, [first, ...others]: Quotes): Html {
  const { lang } = visit;
  const words = programmeWords[lang];
  const row = (head: string, amount: string) =>
    html`<tr><th scope="row">${head}</th><td class="numeric">${amount}</td></tr>`;
  const { lines, discount } = first!;
  const toApply = lines.reduce((sum, { entry, amount }) => (entry.selection ? sum + amount : sum), 0);
  const after = lines.filter(({ entry }) => !entry.selection);
  return html`<table class="ways">
<caption class="ds-sr-only">${words.priceCaption}</caption>
<tbody>${toApply > 0 && row(words.toApply, sayEuros(toApply, lang))}
${after.map(({ entry, quantity, unitAmount, amount }) => row(`${capital(entry.label[lang])}${detailOf(visit, { entry, quantity, unitAmount })}`, sayEuros(amount, lang)))}
${discount > 0 && row(words.discount, sayEuros(-discount, lang))}
${row(discount > 0 ? words.totalPersonal : words.total, sayEuros(first!.total, lang))}
${others.map((other) => row(words.withTrack(other.track.label[lang]), `${other.total >= first!.total ? "+ " : ""}${sayEuros(other.total - first!.total, lang)}`))}</tbody>
</table>`;
}

function detailOf({ lang }: Visit, { entry, quantity, unitAmount }: Omit<QuoteLine, "amount">): string {
  if (quantity === 1) return "";
  const { computation } = programmeWords[lang];
  return `, ${computation(quantity, sayEuros(unitAmount, lang), entry.per)}`;
}

function priceTable(visit: Visit, quotes: Quotes): Html {
  const { law, lang } = visit;
  const words = programmeWords[lang];
  const total = (head: string, amount: (quote: QuoteAnswer) => number) =>
    html`<tr class="total"><th scope="row">${head}</th>${quotes.map((one) => html`<td class="numeric">${sayMoney(amount(one), lang)}</td>`)}</tr>`;
  return html`<div class="table-scroll" tabindex="0" role="group" aria-labelledby="price-caption">
<table class="ds-table">
<caption id="price-caption">${words.priceCaption}</caption>
<thead><tr><th scope="col">${words.line}</th>${quotes.map(({ track }) => html`<th scope="col" class="numeric">${track.label[lang]}</th>`)}</tr></thead>
<tbody>${law.school.price.lines.map((line) => lineRow(visit, line.line, quotes))}</tbody>
<tfoot>${
    law.school.funders.some(({ personal }) => !personal)
      ? html`${total(words.totalFunded, dearest)}${total(words.totalPersonal, (one) => one.total)}`
      : total(words.total, (one) => one.total)
  }</tfoot>
</table>
</div>`;
}

function lineRow(visit: Visit, key: string, quotes: Quotes): Html {
  const { lang } = visit;
  const words = programmeWords[lang];
  const lines = quotes.map((quote) => quote.lines.find(({ entry }) => entry.line === key));
  const { entry, quantity, unitAmount } = lines.find((line) => line !== undefined)!;
  const detail = quantity === 1 ? "" : words.computation(quantity, sayMoney(unitAmount, lang), entry.per);
  return html`<tr><th scope="row">${capital(entry.label[lang])} ${sourceMark(visit, entry)}${detail && html`<br><span class="small">${detail}</span>`}</th>
${lines.map((line) => html`<td class="numeric">${line ? sayMoney(line.amount, lang) : words.notCharged}</td>`)}</tr>`;
}
