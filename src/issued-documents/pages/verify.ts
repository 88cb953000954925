/** The public page of a code: whether its paper is still valid. */
import { html } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import { see } from "../../page/acting.ts";
import { summaryList } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page } from "../../page/page.ts";
import { verifyPaper } from "../views.ts";
import { paperWords, sayPaper } from "../words.ts";

export const verifyPage: Page = {
  name: "verifier",
  path: "/verifier/:code",
  view: async (visit) => {
    const { lang, school, params } = visit;
    const words = paperWords(lang);
    const paper = await see(visit, verifyPaper, { code: (params.code ?? "").slice(0, 60) || "-" });
    if (!paper)
      return { html: layout(visit, { title: words.title, main: html`<p>${words.unknown}</p>` }), status: 404 };
    const color = paper.state === "holds" ? "success" : "warning";
    const rows = [
      { key: words.what, value: sayPaper(paper.what, lang) },
      { key: words.name, value: paper.name },
      { key: words.at, value: sayInstant(new Date(paper.at), school.timezone, lang) },
      { key: words.code, value: html`<span class="exact">${paper.code}</span>` },
      { key: words.fingerprint, value: html`<code class="hash">${paper.fingerprint}</code>` },
    ];
    const main = html`<p class="ds-alert" data-color="${color}">${words.states[paper.state]}</p>
${summaryList(rows, lang)}
<p>${words.compare}</p>`;
    return { html: layout(visit, { title: words.title, main }) };
  },
};
