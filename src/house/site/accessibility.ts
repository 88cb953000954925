/** The accessibility statement. Until an audit is recorded the honest state is « non conforme », and the page says why. */
import { href, html } from "../../kit/html.ts";
import { plainList } from "../../catalogue/pages/parts.ts";
import { layout } from "../../page/layout.ts";
import type { Page } from "../../page/page.ts";
import { siteWords } from "./sentences.ts";

const OMBUDSMAN = "https://formulaire.defenseurdesdroits.fr/";

export const accessibilityPage: Page = {
  name: "accessibility",
  path: "/accessibilite",
  view: (visit) => {
    const words = siteWords[visit.lang].accessibility;
    const list = (items: readonly string[]) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
    return {
      html: layout(visit, {
        title: words.title,
        lead: words.lead(visit.school.name),
        main: html`<h2>${words.state}</h2><p>${words.stateText}</p>
<h2>${words.tested}</h2>${list(words.tests)}<p>${words.testsLimit}</p>
<h2>${words.missing}</h2>${list(words.missingItems)}
<h2>${words.signal}</h2><p>${words.signalText}</p>${plainList(visit, visit.school.contacts)}
<h2>${words.appeal}</h2><p>${words.appealText}</p><p><a href="${href(OMBUDSMAN)}">${words.appealLink}</a></p>`,
      }),
    };
  },
};
