/** The site map: the second way to every page, beside the menu. */
import { href, html } from "../../kit/html.ts";
import { layout } from "../../page/layout.ts";
import type { Page, Visit } from "../../page/page.ts";
import { frameWords } from "../../page/sentences.ts";
import { siteWords } from "./sentences.ts";

export const siteMapPage: Page = { name: "site-map", path: "/plan-du-site", view };

function view(visit: Visit) {
  const { lang, school, link } = visit;
  const words = siteWords[lang].map;
  const frame = frameWords[lang];
  const list = (items: readonly (readonly [url: string, label: string])[]) =>
    html`<ul>${items.map(([url, label]) => html`<li><a href="${href(url)}">${label}</a></li>`)}</ul>`;
  const diplomas = [...new Set(school.diplomas.map(({ diploma }) => diploma))];
  return {
    html: layout(visit, {
      title: words.title,
      lead: words.lead,
      main: html`<h2>${words.school}</h2>${list([
        [link("/"), frame.home],
        [link("/reponse"), frame.reopen],
        [link("/connexion"), frame.signIn],
      ])}
${diplomas.map(
  (diploma) =>
    html`<h2>${words.diploma(nameOf(visit, diploma))}</h2>${list([
      [link(`/${diploma}`), frame.programme],
      [link(`/${diploma}/candidater`), frame.apply],
      [link(`/${diploma}/parcours`), frame.price],
      [link(`/${diploma}/regle`), frame.rule],
      [link(`/${diploma}/dossier`), frame.application],
    ])}`,
)}
<h2>${words.site}</h2>${list([
        [link("/aide"), frame.help],
        [link("/accessibilite"), frame.accessibility],
        [link("/mentions-legales"), frame.legal],
        [link("/plan-du-site"), frame.siteMap],
      ])}
<h2>${words.machines}</h2>${list([
        [`/docs?lang=${lang}`, words.api],
        ["/openapi.json", words.openapi],
      ])}`,
    }),
  };
}

function nameOf({ world }: Visit, diploma: string): string {
  return world.laws.diplomas.findLast(({ data }) => data.diploma === diploma)?.data.abbreviation ?? diploma;
}
