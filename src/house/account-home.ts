/** The account: the first page of a signed-in person, which links to everything that is theirs or their work. */
import { href, html } from "../kit/html.ts";
import { offerWords } from "../people/offers/pages/words.ts";
import { myOffers } from "../people/offers/views.ts";
import { places } from "../people/pages/places.ts";
import { sayRole } from "../people/sentences.ts";
import { fromEach, see } from "../page/acting.ts";
import { entryList } from "../page/entry-list.ts";
import { button, form } from "../page/form.ts";
import { DESK_HOME } from "../page/desk-head.ts";
import { layout } from "../page/layout.ts";
import { mine } from "./mine.ts";
import type { AccountEntry, Page, PageResult, SignedVisit } from "../page/page.ts";
import { accountHomeWords } from "../page/sentences.ts";

export const accountHomePage: Page = {
  name: "compte",
  path: "/compte",
  who: "mind one’s own account",
  view: (visit) => shown(visit as SignedVisit),
};

async function shown(visit: SignedVisit): Promise<PageResult> {
  const { lang, person, school } = visit;
  const words = accountHomeWords[lang];
  // Right after signing in; a later visit shows the account.
  if (visit.query.entree !== undefined)
    return { redirect: visit.link(visit.person.actor.roles.length > 0 ? DESK_HOME : mine.to()) };
  const [entries, work] = await Promise.all([
    fromEach(visit.world.house.entries, visit),
    fromEach(visit.world.house.workEntries, visit),
  ]);
  const part = (which: AccountEntry["part"]) => entries.filter((entry) => entry.part === which);
  const list = (those: Parameters<typeof entryList>[1]) => entryList(visit, those);
  const roles = person.roles.map((role) => sayRole(role, lang)).join(", ");
  const missing = person.roles.length > 0 && person.actor.roles.length === 0;
  const offered = ((await see(visit, myOffers, {}))?.offers ?? []).some(({ lapsed }) => !lapsed);
  const offering = offerWords(lang);
  const main = html`${
    offered &&
    html`<section class="ds-alert" data-color="info"><h2>${offering.waiting(school.name)}</h2><p>${offering.waitingWhy}</p>
<p><a class="ds-link" href="${href(visit.link(places.offers.to()))}">${offering.see}</a></p></section>`
  }${
    missing &&
    html`<section class="ds-alert" data-color="warning"><h2>${words.second}</h2><p>${words.secondWhy}</p>
<p><a class="ds-link" href="${href(visit.link(places.second.to()))}">${words.secondGo}</a></p></section>`
  }
${
  person.actor.roles.length > 0 &&
  html`<h2>${words.work(school.name)}</h2>
<p>${words.roles(roles)}</p>
${work.length > 0 ? list(work) : html`<p>${words.noWork}</p>`}
<h2>${words.mine}</h2>`
}
${list([...part("mine"), ...part("account")])}
${form(visit, button(words.out, { variant: "secondary" }), { action: visit.link(places.signOut.to()) })}`;
  return { html: layout(visit, { title: words.title, lead: words.lead(person.name), main }) };
}
