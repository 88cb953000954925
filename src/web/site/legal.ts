/** The legal notice: who publishes, what is kept of a person and for how long. What nobody told us is said to be missing. */
import { IDLE_HOURS, KEPT_DAYS } from "../../admission/acts.ts";
import { type Html, html } from "../../kit/html.ts";
import { layout } from "../layout.ts";
import type { Page } from "../page.ts";
import { siteWords } from "./sentences.ts";

export const legalPage: Page = {
  name: "legal",
  path: "/mentions-legales",
  view: (visit) => {
    const words = siteWords[visit.lang].legal;
    const { rows } = words;
    const missing = html`<em>${words.missing}</em>`;
    const known: [string, string | Html][] = [
      [rows.name, visit.school.label[visit.lang]],
      [rows.address, visit.school.address.join(", ")],
      [rows.form, missing],
      [rows.activity, missing],
      [rows.director, missing],
      [rows.host, missing],
      [rows.contact, missing],
    ];
    return {
      html: layout(visit, {
        title: words.title,
        lead: words.lead,
        main: html`<p class="note">${words.official}</p>
<h2>${words.publisher}</h2>
<dl class="summary">${known.map(([key, value]) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}</dl>
<h2>${words.data}</h2>${words.dataText(IDLE_HOURS, KEPT_DAYS).map((one) => html`<p>${one}</p>`)}
<p>${words.controller(visit.school.name)}</p>
<h2>${words.cookies}</h2><p>${words.cookiesText}</p>
<h2>${words.credits}</h2><p>${words.creditsText}</p>`,
      }),
    };
  },
};
