/** From the price of the whole training to what the person pays: each figure with where it comes from, and the selection fee apart. */
import { html, type Html } from "../../kit/html.ts";
import { inBoth } from "../../kit/in-both.ts";
import { sayEuros, sayList } from "../../kit/lang.ts";
import type { Visit } from "../../page/page.ts";

const WORDS = inBoth({
  whole: ["Toute la formation", "The whole training"],
  reliefs: ["Vos allègements et dispenses", "Your reliefs and dispenses"],
  yours: ["Vos heures de cours", "Your hours of course"],
  others: ["Ce que d’autres paient", "What others pay"],
  discount: (percent: string | number | undefined) => [
    percent === undefined ? "Remise sur votre part" : `Remise de ${percent} % sur votre part`,
    percent === undefined ? "Discount on your part" : `Discount of ${percent}% on your part`,
  ],
  you: ["Vous", "You"],
  fee: ["Frais de sélection, à part", "Selection fee, apart"],
  withFee: ["Vous, avec ces frais", "You, with this fee"],
  feeWhy: (lines: string) => [
    `Les frais de sélection : ${lines}. Ils sont demandés une fois, quand vous déposez votre dossier, et restent à votre charge, même si d’autres paient la formation.`,
    `The selection fee: ${lines}. It is asked once, when you hand in your application, and stays yours to pay even where others pay for the training.`,
  ],
  feeLine: (what: string, amount: string) => [`${what}, ${amount}`, `${what}, ${amount}`],
  feeBack: ["Vous sont-ils rendus ?", "Is it given back to you?"],
  feeAsk: ["Demandez-le à l’école.", "Ask the school."],
});

/** In cents. */
type Figures = {
  /** Without any relief; null where it was not computed. */
  readonly whole: number | null;
  /** What all others pay. */
  readonly others: number;
  readonly discount: number;
  readonly own: number;
  readonly fee: number;
};

export function figuresHtml(
  { lang, law }: Pick<Visit, "lang" | "law">,
  { whole, others, discount, own, fee }: Figures,
): Html {
  const words = WORDS[lang];
  const gross = others + discount + own;
  const less = (cents: number) => html`− ${sayEuros(cents, lang)}`;
  const sum = (cents: number) => html`<strong>${sayEuros(cents, lang)}</strong>`;
  const row = (key: string, value: Html) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`;
  const relieved = whole !== null && whole > gross;
  const figures = html`<dl class="asked">${relieved && row(words.whole, html`${sayEuros(whole, lang)}`)}${relieved && row(words.reliefs, less(whole - gross))}${row(words.yours, sum(gross))}${others > 0 && row(words.others, less(others))}${discount > 0 && row(words.discount(law.school.price.selfFunding?.value), less(discount))}${row(words.you, sum(own))}${fee > 0 && row(words.fee, html`+ ${sayEuros(fee, lang)}`)}${fee > 0 && row(words.withFee, html`${sayEuros(own + fee, lang)}`)}</dl>`;
  return html`${figures}${fee > 0 && feeHtml({ lang, law }, fee)}`;
}

/** Of what the selection fee is made, when it is asked, and what becomes of it as far as the school says. */
function feeHtml({ lang, law }: Pick<Visit, "lang" | "law">, fee: number): Html {
  const words = WORDS[lang];
  const { price, admission } = law.school;
  const lines = price.lines.filter(({ selection }) => selection);
  const amountOf = ({ unitAmount, quantity = 1 }: (typeof lines)[number]) => unitAmount * quantity;
  // A part of it may have been waived.
  const whole = lines.reduce((sum, line) => sum + amountOf(line), 0) === fee;
  const said = lines.map((line) =>
    whole ? words.feeLine(line.label[lang], sayEuros(amountOf(line), lang)) : line.label[lang],
  );
  const silent = admission.silent.find(({ key }) => key === "fee-refund");
  return html`<p class="small">${words.feeWhy(sayList(said, lang))}${silent && html` ${words.feeBack} ${silent.label[lang]} ${words.feeAsk}`}</p>`;
}
