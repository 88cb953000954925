/** The roles that a school offers to whoever is signed in, to accept or to decline. */
import { html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { act, see } from "../../../page/acting.ts";
import { button, form, summaryCard } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { sayRole } from "../../sentences.ts";
import { acceptRole, declineRole } from "../acts.ts";
import { myOffers } from "../views.ts";
import { offerWords } from "./words.ts";

export const myOffersPage: Page = {
  name: "compte-roles",
  path: "/compte/roles",
  who: "mind one’s own account",
  fresh: true,
  view: (visit) => shown(visit),
  submit: async (visit, sent) => {
    const id = sent.get("offer").slice(0, 36);
    const outcome = await act(visit, sent.get("do") === "accept" ? acceptRole : declineRole, { id }, { sent });
    if (outcome.kind === "done") return { redirect: visit.link("/compte") };
    const words = offerWords(visit.lang);
    return shown(visit, outcome.kind === "invalid" ? outcome.issues[0]!.message(visit.lang) : words.gone);
  },
};

/** `problem`: what was answered is offered no more: it came to its end, was taken back, or was answered in another tab. */
async function shown(visit: Visit, problem?: string): Promise<PageResult> {
  const { lang, school } = visit;
  const words = offerWords(lang);
  const { offers } = (await see(visit, myOffers, {})) ?? { offers: [] };
  const cards = offers.map(({ id, role, at, until, lapsed }) => {
    const said = sayRole(role, lang);
    const since = { key: words.since, value: sayDay(dayIn(new Date(at), school.timezone), lang) };
    if (lapsed)
      return summaryCard({
        title: capital(said),
        rows: [since, { key: words.ended, value: html`${sayDay(until!, lang)}<p class="small">${words.late}</p>` }],
        lang,
      });
    const answer = (what: "accept" | "decline") =>
      form(
        visit,
        html`<input type="hidden" name="offer" value="${id}"><input type="hidden" name="do" value="${what}">${button(html`${words[what]}<span class="ds-sr-only"> ${words.of(said)}</span>`, what === "accept" ? {} : { variant: "secondary" })}`,
      );
    return summaryCard({
      title: capital(said),
      rows: [since, ...(until === null ? [] : [{ key: words.until, value: sayDay(until, lang) }])],
      lang,
      actions: html`<div class="actions">${answer("accept")}${answer("decline")}</div>`,
    });
  });
  const told = problem && html`<div class="ds-alert" data-color="danger" role="alert"><p>${problem}</p></div>`;
  const open = offers.some(({ lapsed }) => !lapsed);
  const main = !open
    ? html`${told}<p>${words.none}</p>${cards}`
    : html`${told}${cards}
<h2>${words.what}</h2>
<ul><li>${words.gives}</li><li>${words.help}</li></ul>
<p>${words.stranger}</p>`;
  const lead = !open ? {} : { lead: words.lead(school.name) };
  const parts = { title: words.heading, ...lead, main, back: "/compte", error: problem !== undefined };
  return { html: layout(visit, parts), status: problem === undefined ? 200 : 422 };
}
