/** For the référent handicap alone: who asks for arrangements, and what each of them confided. */
import { html, href } from "../../../kit/html.ts";
import { see } from "../../../web/acting.ts";
import type { Page } from "../../../web/page.ts";
import { page } from "../../pages/frame.ts";
import { CONFIDENTIAL, type Contents, sectionOf, severalOf } from "../rules/sections.ts";
import { confidedDossiers, readConfided } from "../views.ts";
import { fieldWords } from "../field-words.ts";
import { dossierWords } from "../words.ts";
import { readOnly } from "./section.ts";

const WHO = "read what is said of a disability";
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const advisorList: Page = {
  name: "handicap",
  path: "/handicap",
  who: WHO,
  view: async (visit) => {
    const { lang } = visit;
    const words = dossierWords(lang).advisor;
    const rows = (await see(visit, confidedDossiers, {}))?.rows ?? [];
    const main = html`<h1>${words.heading}</h1>
<p class="lead">${words.lead}</p>
${rows.length === 0 && html`<p>${words.nobody}</p>`}
<ul class="tasks">${rows.map(
      ({ dossier, number, name, asked, hasSaid }) =>
        html`<li><a class="ds-link" href="${href(visit.link(`/handicap/${dossier}`))}">${name ?? words.noName} <span class="made">${number}</span></a> <span>${effects(asked, lang)}${hasSaid && html` <span class="task-status">${words.said}</span>`}</span></li>`,
    )}</ul>`;
    return page(visit, { title: words.heading, main, back: "/compte" });
  },
};

export const advisorDossier: Page = {
  name: "handicap-dossier",
  path: "/handicap/:dossier",
  who: WHO,
  view: async (visit) => {
    const { lang, params } = visit;
    const words = dossierWords(lang);
    const found = ID.test(params.dossier ?? "")
      ? await see(visit, readConfided, { dossier: params.dossier! })
      : undefined;
    if (!found) return { notFound: true };
    const title = `${found.name ?? words.advisor.noName} – ${words.start.numbered(found.number)}`;
    const main = html`<h1>${title}</h1>
<p>${words.advisor.alone}</p>
<h2>${words.advisor.asked}</h2>
${readOnly(sectionOf("accommodations")!, found.asked, lang)}
<h2>${words.advisor.confided}</h2>
${readOnly(CONFIDENTIAL, found.said, lang)}`;
    return page(visit, { title, main, back: "/handicap" });
  },
};

function effects(asked: Contents, lang: "fr" | "en"): string {
  const names = fieldWords("effects", lang).options ?? {};
  return severalOf(asked, "effects")
    .map((one) => names[one] ?? one)
    .join(", ");
}
