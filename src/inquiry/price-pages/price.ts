/** The price of a path: what one pays in short; and the ways of funding side by side, the computation of the total, and its basis. */
import { printedTable } from "../pages/printed-table.ts";
import { findingList, type ShownFinding } from "../pages/result-view.ts";
import { type Html, html } from "../../kit/html.ts";
import type { Visit } from "../../page/page.ts";
import { limitsInShort, limitsNote, type PricedWay, priceTables, sharesInShort } from "../price-documents/price.ts";
import { priceWords } from "../price-documents/words.ts";

const TOTAL = 4;

/** The answer to "what does it cost", before any table. */
export function sharesOf({ law, lang }: Visit, ways: readonly PricedWay[]): Html {
  return html`<dl class="figures shares">${sharesInShort(law.school, ways, lang).map(({ amount, when }) => html`<div><dt>${when}</dt><dd>${amount}</dd></div>`)}</dl>
${limitsInShort(law.school, ways, lang).map((one) => html`<p>${one}</p>`)}`;
}

export function priceParts(visit: Visit, ways: readonly PricedWay[], findings: readonly ShownFinding[]): Html {
  const { law, lang } = visit;
  const words = priceWords(lang);
  if (law.school.price.lines.length === 0) return html``;
  const tables = priceTables(law.school, ways, lang);
  const note = limitsNote(law.school, ways, lang);
  const several = ways.length > 1;
  return html`${several && html`<p>${words.lead}</p>`}
${printedTable("ways", tables.ways, [TOTAL])}
${note !== undefined && html`<p>${note}</p>`}
${tables.payers && printedTable("payers", tables.payers)}
${printedTable("lines", tables.lines)}
${findings.length > 0 && html`<h3>${words.base}</h3>${findingList(findings, visit, true)}`}`;
}
