/** The search over all people, and those whom the reader opened lately. */
import { href, type Html, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { table, textField } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { toPerson } from "../../../page/person-link.ts";
import { route } from "../../../page/route.ts";
import type { Why } from "../../../dossier/rules/search.ts";
import { moneyFound, seesMoney } from "./money.ts";
import type { ListedPerson } from "../views.ts";
import { personWords } from "../words.ts";

export const people = route("/personnes");

export const peoplePage: Page = {
  name: "personnes",
  path: people.path,
  who: "find people",
  view: async (visit): Promise<PageResult> => {
    const { lang, query, link } = visit;
    const words = personWords[lang].find;
    const search = (query.q ?? "").trim().slice(0, 100);
    const found = await see(visit, visit.world.house.findPeople, { search });
    if (!found) return { notFound: true };
    const money = found.searched && (await moneyFound(visit, search));
    // Of a payer or an invoice, that no person has this name is no news.
    const shown = found.searched && (found.people.length > 0 || money === false);
    const main = html`<form method="get" action="${href(link(people.to()))}" class="stack filters" role="search">
${textField({ name: "q", label: words.search, hint: seesMoney(visit) ? `${words.searchHint} ${words.searchMoney}` : words.searchHint, value: search, errors: [], lang })}
<div class="actions"><button class="ds-button" type="submit" data-variant="secondary">${words.go}</button></div>
</form>
${shown && section(visit, "found", words.found(search), found.people)}
${found.more && html`<p>${words.more}</p>`}
${money}
${found.lately.length > 0 && section(visit, "lately", words.lately, found.lately)}`;
    return { html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte" }) };
  },
};

function section(visit: Visit, id: "found" | "lately", title: string, rows: readonly ListedPerson[]): Html {
  const words = personWords[visit.lang].find;
  return html`<section aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${rows.length === 0 ? html`<p>${words.none}</p>` : listOf(visit, id, id === "found" ? words.count(rows.length) : words.latelyWhy, rows)}
</section>`;
}

function listOf(visit: Visit, id: string, caption: string, rows: readonly ListedPerson[]): Html {
  const { lang, link } = visit;
  const words = personWords[lang].find;
  const explained = rows.some(({ why }) => why.length > 0);
  return table({
    id,
    caption,
    stacks: true,
    head: [words.name, words.born, words.number, words.intake, words.stands, ...(explained ? [words.why] : [])],
    rows: rows.map((row) => [
      html`<a class="ds-link" href="${href(link(toPerson(visit, row.person)))}">${row.name ?? words.unnamed}</a>`,
      row.born ?? "–",
      html`<span class="unbroken">${row.number}</span>`,
      row.intake[lang],
      row.stands[lang],
      ...(explained ? [row.why.length === 0 ? "–" : row.why.map((one) => sayWhy(one, words.by, lang)).join(", ")] : []),
    ]),
  });
}

/** «nom de naissance : Durand». */
function sayWhy({ by, text }: Why, said: Readonly<Record<Why["by"], string>>, lang: Visit["lang"]): string {
  return `${said[by]}${lang === "fr" ? "\u00a0:" : ":"} ${text}`;
}
