/** Subscribing to one's own calendar: its address, shown once, replaced or taken back; and how the usual programs take it. */
import { type Html, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import { linkButton } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { layout } from "../../../page/layout.ts";
import { originOf, type PageResult, type Visit } from "../../../page/page.ts";
import { places } from "../../pages/places.ts";
import { makeCalendarAddress, revokeCalendarAddress } from "../acts.ts";
import { seeCalendarAddress } from "../views.ts";
import { calendarWords } from "./words.ts";

export const subscribePage = formPage({
  name: "compte-calendrier",
  route: places.calendar,
  who: "mind one’s own account",
  words: calendarWords,
  seen: (visit) => see(visit, seeCalendarAddress, { school: visit.school.establishment }),
  form: {
    go: ({ words, seen }) => (seen.madeAt === null ? words.make : { label: words.again, variant: "secondary" }),
    act: makeCalendarAddress,
    input: (_, { visit }) => ({ school: visit.school.establishment }),
    done: ({ token }, { visit }) => shownOnce(visit, token),
  },
  also: (form) => ({
    revoke: form({
      go: ({ words }) => ({ label: words.revoke, variant: "secondary" }),
      act: revokeCalendarAddress,
      input: (_, { visit }) => ({ school: visit.school.establishment }),
      done: () => places.calendar.to({}, { fait: "retiree" }),
      // Revoked already.
      forbidden: () => ({ to: places.calendar.to() }),
    }),
  }),
  told: ({ words }) => ({ retiree: words.revoked }),
  shown: ({ visit, lang, words, seen }, { form, also }) => {
    const made = seen.madeAt && sayDay(dayIn(new Date(seen.madeAt), visit.school.timezone), lang);
    const main = html`<p>${words.careful}</p>
${made === null ? form() : html`<p>${words.made(made)}</p>${also.revoke()}<p>${words.againWhy}</p>${form()}`}
${how(visit)}`;
    return { title: words.heading, lead: words.lead, main, back: "/mon-parcours" };
  },
});

function shownOnce(visit: Visit, token: string): PageResult {
  const words = calendarWords(visit.lang);
  const address = originOf(visit) + visit.link(`/calendrier/${token}.ics`);
  const main = html`<p class="code whole">${address}</p>
${how(visit)}
<div class="actions">${linkButton(visit.link(places.calendar.to()), words.shownGo)}</div>`;
  return { html: layout(visit, { title: words.shown, lead: words.shownLead, main }) };
}

function how({ lang }: Visit): Html {
  const words = calendarWords(lang);
  return html`<details class="ds-details"><summary>${words.how}</summary><div><ul class="ds-list">${words.programs.map((one) => html`<li>${one}</li>`)}</ul></div></details>`;
}
