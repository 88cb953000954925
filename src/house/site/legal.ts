/** The legal notice: who publishes, which personal data is kept and for how long. It says which facts are missing. */
import { IDLE_HOURS, KEPT_DAYS } from "../../inquiry/acts.ts";
import { href, type Html, html } from "../../kit/html.ts";
import { CONFIDENCE_WORDS } from "../../law/source-words.ts";
import { layout } from "../../page/layout.ts";
import type { Page, Visit } from "../../page/page.ts";
import { siteWords } from "./sentences.ts";

export const legalPage: Page = {
  name: "legal",
  path: "/mentions-legales",
  view: (visit) => {
    const words = siteWords[visit.lang].legal;
    const { rows } = words;
    const { notice = {} } = visit.school;
    const told = (value: string | undefined) => value ?? html`<em>${words.missing}</em>`;
    const known: [string, string | Html][] = [
      [rows.name, visit.school.label[visit.lang]],
      [rows.address, visit.school.address.join(", ")],
      [rows.form, told(notice.form)],
      [rows.activity, told(notice.activity)],
      [rows.director, told(notice.director)],
      [rows.host, told(notice.host)],
      [rows.contact, told(notice.contact)],
    ];
    return {
      html: layout(visit, {
        title: words.title,
        lead: words.lead,
        main: html`<p class="note">${words.official}</p>
<h2>${words.publisher}</h2>
<dl class="summary">${known.map(([key, value]) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}</dl>
<h2>${words.asked}</h2>${words.askedText(IDLE_HOURS, KEPT_DAYS).map((one) => html`<p>${one}</p>`)}
<h2>${words.account}</h2>${words.accountFacts.map(([about, said]) => html`<h3>${about}</h3><p>${said}</p>`)}
<h3>${words.periods}</h3>${periods(visit)}
<h2>${words.rights}</h2><p>${words.rightsText}</p>
<p><a href="${href(visit.link("/compte/donnees"))}">${words.rightsLink}</a></p>
<p>${words.controller(visit.school.name, notice.officer)}</p>
<p>${words.logs}</p>
<h2>${words.cookies}</h2><p>${words.cookiesText}</p>
<h2>${words.credits}</h2><p>${words.creditsText}</p>`,
      }),
    };
  },
};

/** The periods of the school’s file, each with its confidence. */
function periods({ school, lang }: Visit): Html {
  const { retention = [] } = school;
  if (retention.length === 0) return html`<p>${siteWords[lang].legal.periodsNone}</p>`;
  return html`<ul>${retention.map(({ label, source }) => html`<li>${label[lang]} <span class="source">${CONFIDENCE_WORDS[source.confidence][lang]}</span></li>`)}</ul>`;
}
