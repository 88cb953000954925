/** The public page of a code: whether its paper is still valid. */
import { href, html } from "../../kit/html.ts";
import { sayInstant } from "../../kit/instant.ts";
import { see } from "../../page/acting.ts";
import { summaryList } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { text } from "../../page/kinds.ts";
import { layout } from "../../page/layout.ts";
import type { Page } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { ANYONE, callerOf } from "../../people/pages/proof.ts";
import { tryPaperCode } from "../../people/tries/acts.ts";
import { verifyPaper } from "../views.ts";
import { paperWords, sayPaper } from "../words.ts";

const verifyAt = route("/verifier");
const verified = route("/verifier/:code");

export const verifyAskPage = formPage({
  name: "verifier-code",
  route: verifyAt,
  words: (lang) => paperWords(lang).ask,
  seen: async () => ({}),
  form: {
    fields: { code: text({ size: 24 }) },
    act: tryPaperCode,
    actor: () => ANYONE,
    input: ({ code }, { visit }) => ({ code, caller: callerOf(visit) }),
    done: async ({ code }, { visit, lang }) => {
      const paper = await see(visit, verifyPaper, { code });
      return paper ? verified.to({ code: paper.code }) : { wrong: { code: paperWords(lang).unknown } };
    },
  },
  shown: ({ words }) => ({ title: words.title, lead: words.lead }),
});

export const verifyPage: Page = {
  name: "verifier",
  path: verified.path,
  view: async (visit) => {
    const { lang, school, params } = visit;
    const words = paperWords(lang);
    const paper = await see(visit, verifyPaper, { code: (params.code ?? "").slice(0, 60) || "-" });
    const again = html`<p><a class="ds-link" href="${href(visit.link(verifyAt.to()))}">${words.ask.again}</a></p>`;
    if (!paper)
      return { html: layout(visit, { title: words.title, main: html`<p>${words.unknown}</p>${again}` }), status: 404 };
    const color = paper.state === "holds" ? "success" : "warning";
    const rows = [
      { key: words.what, value: sayPaper(paper.what, lang) },
      ...(paper.says === null ? [] : [{ key: words.says, value: paper.says[lang] }]),
      { key: words.name, value: paper.name },
      { key: words.at, value: sayInstant(new Date(paper.at), school.timezone, lang) },
      { key: words.code, value: html`<span class="exact">${paper.code}</span>` },
      { key: words.fingerprint, value: html`<code class="hash">${paper.fingerprint}</code>` },
    ];
    const main = html`<p class="ds-alert" data-color="${color}">${words.states[paper.state]}</p>
${summaryList(rows, lang)}
<p>${words.compare}</p>
${again}`;
    return { html: layout(visit, { title: words.verified, main }) };
  },
};
