/** From which table a person came, on the office's page about them. */
import { href, html } from "../../kit/html.ts";
import { sayDay, sayNumber } from "../../kit/lang.ts";
import { dayIn } from "../../kit/zone.ts";
import { see } from "../../page/acting.ts";
import { summaryList } from "../../page/form.ts";
import type { PersonPart, PersonParts } from "../../page/person.ts";
import { seeCarriedFrom } from "../views.ts";
import { carry } from "./routes.ts";
import { carryWords } from "./words.ts";

export const carriedPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, school, link } = visit;
  const words = carryWords(lang).part;
  const parts: PersonPart[] = [];
  for (const { dossier } of dossiers.slice(0, 50)) {
    const from = (await see(visit, seeCarriedFrom, { dossier }))?.from;
    if (!from) continue;
    const on = sayDay(dayIn(new Date(from.at), school.timezone), lang);
    parts.push({
      key: `reprise-${dossier}`,
      title: words.title,
      main: html`<p>${words.from(sayNumber(from.line, lang), on)} <a class="ds-link" href="${href(link(carry.to()))}">${from.name}</a>.</p>
<details class="ds-details"><summary>${words.line}</summary><div>${summaryList(
        Object.entries(from.cells).map(([key, value]) => ({ key, value })),
        lang,
      )}<p class="small">${words.hash} <code class="hash">${from.file}</code></p></div></details>`,
    });
  }
  return parts;
};
