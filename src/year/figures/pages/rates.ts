/** The rates of a site, said with their numbers: of few people, the count first. */
import { type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { table } from "../../../page/form.ts";
import { type Shown, type ShownRate, whyEmpty } from "../rules/shown.ts";
import { sayEmpty } from "../words.ts";
import { figureWords } from "./words.ts";

type Limits = Pick<Shown, "countFirst" | "minimum">;

/** The figure alone, or why there is none. */
export function sayRate(one: ShownRate, { countFirst, minimum }: Limits, lang: Lang): string {
  const words = figureWords[lang];
  const why = whyEmpty(one, minimum);
  if (why) return sayEmpty(why, minimum, lang);
  const [numerator, denominator, percent] = [one.numerator!, one.denominator!, one.percent!];
  return denominator < countFirst
    ? words.countFirst(numerator, denominator, percent)
    : words.percentFirst(numerator, denominator, percent);
}

/** With how many were asked, below. */
export function rateCell(one: ShownRate, limits: Limits, lang: Lang): Html {
  const { asked, answered } = one;
  return html`${sayRate(one, limits, lang)}${asked !== null && answered !== null && asked > 0 && html`<br><span class="small">${figureWords[lang].polled(answered, asked)}</span>`}`;
}

export function ratesTable(
  rates: readonly ShownRate[],
  {
    id,
    caption,
    limits,
    lang,
  }: { readonly id: string; readonly caption: string; readonly limits: Limits; readonly lang: Lang },
): Html {
  const words = figureWords[lang];
  return table({
    id,
    caption,
    head: [words.rate, words.value],
    rows: rates.map((one) => [capital(one.label[lang]), rateCell(one, limits, lang)]),
  });
}

export function definitions(rates: readonly ShownRate[], lang: Lang): Html {
  return html`<details class="ds-details"><summary>${figureWords[lang].definitions}</summary><div><dl>${rates.map(
    ({ label, definition }) => html`<dt>${capital(label[lang])}</dt><dd>${definition[lang]}</dd>`,
  )}</dl></div></details>`;
}
