/** What the figures of the director's year share. */
import { type Html, html } from "../../../kit/html.ts";
import type { Visit } from "../../../page/page.ts";
import { directorWords } from "./words.ts";

export type Of<V extends { read: (...given: never[]) => unknown }> = NonNullable<Awaited<ReturnType<V["read"]>>>;

/** What each word of a figure counts. */
export function defined({ lang }: Visit, title: string, terms: readonly (readonly [string, string])[] | string): Html {
  const words = directorWords[lang];
  return html`<details class="small"><summary>${words.definition}<span class="ds-sr-only">${lang === "fr" ? "\u00a0:" : ":"} ${title}</span></summary><div>${
    typeof terms === "string"
      ? html`<p>${terms}</p>`
      : html`<dl>${terms.map(([term, says]) => html`<dt>${term}</dt><dd>${says}</dd>`)}</dl>`
  }</div></details>`;
}
