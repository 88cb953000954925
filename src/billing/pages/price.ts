/** The price of a path: every way of funding side by side, how the total is counted, and on what. */
import { findingList, shownFinding } from "../../admission/pages/result-view.ts";
import { capital } from "../../admission/pages/say.ts";
import { type Html, html } from "../../kit/html.ts";
import { type Lang, sayMoney, sayNumber } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { table } from "../../web/form.ts";
import type { Visit } from "../../web/page.ts";
import { type QuoteAnswer, type QuoteInput, quoteRule } from "../rules/quote.ts";
import { quoteRejection } from "../rules/quote-input.ts";
import { sentences } from "../sentences.ts";
import { priceWords } from "./words.ts";

type Way = { readonly name: string; readonly answer: QuoteAnswer };

/** The person alone, each funder alone, and the person's own mix where it is none of these. */
export function priceParts(visit: Visit, input: QuoteInput): Html {
  const { law, lang } = visit;
  const words = priceWords(lang);
  const quote = quoteRule(law);
  const alone = quote({ ...input, funding: [] });
  const funders = law.school.funders.filter((one) => !one.personal);
  const rejection = quoteRejection(law)(input);
  const mixed = input.funding.length > 1 || input.funding.some((one) => one.amount !== undefined);
  const mine = mixed && !rejection ? quote(input) : undefined;
  const ways: Way[] = [
    { name: words.personalAlone, answer: alone },
    ...funders.map((one) => ({
      name: words.alone(capital(one.label[lang])),
      answer: quote({ ...input, funding: [{ source: one.funder }] }),
    })),
    ...(mine ? [{ name: words.mine, answer: mine }] : []),
  ];
  return html`<h2>${words.price}</h2>
<p>${words.lead}</p>
${rejection && html`<p class="ds-alert" data-color="warning">${rejection.issues.map(({ message }) => message(lang)).join(" ")}</p>`}
${table({
  id: "ways",
  caption: words.waysCaption,
  head: [words.way, words.tuition, words.fees, words.discount, words.total, words.yours],
  rows: ways.map((way) => wayRow(law, way, lang)),
  numeric: [1, 2, 3, 4, 5],
})}
${mine && payers(law, mine, lang)}
${linesTable(alone, lang)}
<h3>${words.base}</h3>
${findingList(
  alone.findings.filter((found) => found.says === "price-fact").map((found) => shownFinding(found, sentences, lang)),
  visit,
  true,
)}`;
}

function wayRow({ school }: Law, { name, answer }: Way, lang: Lang): (string | Html)[] {
  const personal = school.funders.find((one) => one.personal)!.funder;
  const yours = answer.payers.find((one) => one.source === personal)!.amount;
  const fees = answer.total - answer.tuition + answer.discount;
  const money = (cents: number) => sayMoney(cents, lang);
  return [
    name,
    money(answer.tuition),
    money(fees),
    money(-answer.discount || 0),
    html`<strong>${money(answer.total)}</strong>`,
    money(yours),
  ];
}

function payers({ school }: Law, answer: QuoteAnswer, lang: Lang): Html {
  const words = priceWords(lang);
  const name = (source: string) => capital(school.funders.find((one) => one.funder === source)!.label[lang]);
  return table({
    id: "payers",
    caption: words.payersCaption,
    head: [words.payer, words.amount],
    rows: answer.payers.map(({ source, amount }) => [name(source), sayMoney(amount, lang)]),
    foot: [words.sum, sayMoney(answer.total, lang)],
    numeric: [1],
  });
}

function linesTable(answer: QuoteAnswer, lang: Lang): Html {
  const words = priceWords(lang);
  return table({
    id: "lines",
    caption: words.linesCaption,
    head: [words.line, words.quantity, words.unitAmount, words.amount],
    rows: answer.lines.map(({ entry, quantity, unitAmount, amount }) => [
      capital(entry.label[lang]),
      sayNumber(quantity, lang),
      sayMoney(unitAmount, lang),
      sayMoney(amount, lang),
    ]),
    foot: [words.sum, "", "", sayMoney(answer.total + answer.discount, lang)],
    numeric: [1, 2, 3],
  });
}
