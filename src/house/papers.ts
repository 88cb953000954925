/** «Mes documents»: what a person has to print, from every room, latest first. */
import { sayDay } from "../kit/lang.ts";
import { href, html } from "../kit/html.ts";
import { inBoth } from "../kit/in-both.ts";
import { fromEach, readTogether } from "../page/acting.ts";
import { layout } from "../page/layout.ts";
import type { OwnPaper } from "../page/mine.ts";
import type { Page, PageResult, SignedVisit } from "../page/page.ts";
import { route } from "../page/route.ts";

const papers = route("/mes-documents");

const papersWords = inBoth({
  title: ["Mes documents", "My documents"],
  none: ["Vous n’avez encore aucun document à imprimer.", "You have no document to print yet."],
  noted: ["noté par l’école", "noted by the school"],
  mails: ["Les courriels que l’école m’a envoyés", "The mails that the school sent me"],
  data: ["Tout ce que l’école garde sur moi", "All that the school keeps about me"],
});

export const papersPage: Page = {
  name: "mes-documents",
  path: papers.path,
  who: "mind one’s own account",
  view: (visit) => readTogether(visit as SignedVisit, shown),
};

async function shown(visit: SignedVisit): Promise<PageResult> {
  const { lang, link, world } = visit;
  const words = papersWords[lang];
  const found = await fromEach(world.house.minePapers, visit);
  const all = found.filter((one) => one.of === undefined || one === shownOf(found, one.of));
  all.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const rows = all.map(
    ({ label, on, to, is }) =>
      html`<li>${to === null ? html`<span>${label}</span>` : html`<a href="${href(link(to))}">${label}</a>`}<span class="small muted">${sayDay(on, lang)}, ${is ?? (to === null ? words.noted : "PDF")}</span></li>`,
  );
  const main = html`${rows.length > 0 ? html`<ul class="rows">${rows}</ul>` : html`<p>${words.none}</p>`}
<p><a class="ds-link" href="${href(link("/compte/courrier"))}">${words.mails}</a></p>
<p><a class="ds-link" href="${href(link("/compte/donnees"))}">${words.data}</a></p>`;
  return { html: layout(visit, { title: words.title, main, back: "/mon-parcours" }) };
}

/** A room may only have noted the day of a paper that another has to open. */
function shownOf(papers: readonly OwnPaper[], of: string): OwnPaper | undefined {
  const same = papers.filter((one) => one.of === of);
  return same.find(({ to }) => to !== null) ?? same[0];
}
