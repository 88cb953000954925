/** The roles offered to the reader, to accept or decline. */
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import { summaryCard } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { places } from "../../pages/places.ts";
import { sayRole } from "../../sentences.ts";
import { acceptRole, declineRole } from "../acts.ts";
import { myOffers } from "../views.ts";
import { offerWords } from "./words.ts";

export const myOffersPage = formPage({
  name: "compte-roles",
  route: places.offers,
  who: "mind one’s own account",
  words: offerWords,
  seen: (visit) => see(visit, myOffers, {}),
  also: (form) => {
    const answer = (what: "accept" | "decline") =>
      form({
        item: "id",
        go: ({ words }) => ({ label: words[what], ...(what === "decline" && { variant: "secondary" }) }),
        act: what === "accept" ? acceptRole : declineRole,
        done: () => "/compte",
        // Lapsed, withdrawn, or answered in another tab.
        forbidden: ({ words }) => ({ said: words.gone }),
      });
    return { accept: answer("accept"), decline: answer("decline") };
  },
  shown: ({ visit, lang, words, seen: { offers } }, { also }) => {
    const cards = offers.map(({ id, role, at, until, lapsed }) => {
      const said = sayRole(role, lang);
      const title = capital(said);
      const since = { key: words.since, value: sayDay(dayIn(new Date(at), visit.school.timezone), lang) };
      if (lapsed) {
        const ended = html`${sayDay(until!, lang)}<p class="small">${words.late}</p>`;
        return summaryCard({ title, rows: [since, { key: words.ended, value: ended }], lang });
      }
      const rows = until === null ? [since] : [since, { key: words.until, value: sayDay(until, lang) }];
      const of = words.of(said);
      const actions = html`<div class="actions">${also.accept(id, { of })}${also.decline(id, { of })}</div>`;
      return summaryCard({ title, rows, lang, actions });
    });
    const around = { title: words.heading, back: "/compte" };
    if (offers.every(({ lapsed }) => lapsed)) return { ...around, main: html`<p>${words.none}</p>${cards}` };
    const main = html`${cards}
<h2>${words.what}</h2>
<ul><li>${words.gives}</li><li>${words.help}</li></ul>
<p>${words.stranger}</p>`;
    return { ...around, lead: words.lead(visit.school.name), main };
  },
});
