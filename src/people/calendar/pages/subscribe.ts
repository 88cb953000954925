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
import { makeGuestCalendar, revokeGuestCalendar, seeGuestCalendar } from "../../guests/calendar-acts.ts";
import { seeCalendarAddress } from "../views.ts";
import { calendarWords } from "./words.ts";

export const subscribePage = formPage({
  name: "compte-calendrier",
  route: places.calendar,
  who: "mind one’s own account",
  words: calendarWords,
  seen: (visit) => see(visit, seeCalendarAddress, { school: visit.school.establishment }),
  form: {
    go: makes,
    act: makeCalendarAddress,
    input: (_, { visit }) => ({ school: visit.school.establishment }),
    done: ({ token }, { visit }) => shownOnce(visit, token, places.calendar.to()),
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
  shown: ({ visit, words, seen }, { form, also }) => ({
    title: words.heading,
    lead: words.lead,
    main: address(visit, seen, { make: form, revoke: also.revoke }),
    back: "/mon-parcours",
  }),
});

/** The same for a guest, who has no account. */
export const guestSubscribePage = formPage({
  name: "invite-calendrier",
  route: places.guestCalendar,
  who: "be a guest",
  words: calendarWords,
  seen: (visit) => see(visit, seeGuestCalendar, {}),
  form: {
    go: makes,
    act: makeGuestCalendar,
    done: ({ token }, { visit }) => shownOnce(visit, token, places.guestCalendar.to()),
  },
  also: (form) => ({
    revoke: form({
      go: ({ words }) => ({ label: words.revoke, variant: "secondary" }),
      act: revokeGuestCalendar,
      done: () => places.guestCalendar.to({}, { fait: "retiree" }),
      forbidden: () => ({ to: places.guestCalendar.to() }),
    }),
  }),
  told: ({ words }) => ({ retiree: words.revoked }),
  shown: ({ visit, words, seen }, { form, also }) => ({
    title: words.guestHeading,
    lead: words.guestLead,
    main: address(visit, seen, { make: form, revoke: also.revoke }),
    back: places.guest.to(),
  }),
});

type Words = ReturnType<typeof calendarWords>;
type Made = { readonly madeAt: Date | null };

function makes({ words, seen }: { readonly words: Words; readonly seen: Made }) {
  return seen.madeAt === null ? words.make : { label: words.again, variant: "secondary" as const };
}

function address(visit: Visit, { madeAt }: Made, { make, revoke }: Record<"make" | "revoke", () => Html>): Html {
  const words = calendarWords(visit.lang);
  const made = madeAt && sayDay(dayIn(new Date(madeAt), visit.school.timezone), visit.lang);
  return html`<p>${words.careful}</p>
${made === null ? make() : html`<p>${words.made(made)}</p>${revoke()}<p>${words.againWhy}</p>${make()}`}
${how(visit)}`;
}

function shownOnce(visit: Visit, token: string, then: string): PageResult {
  const words = calendarWords(visit.lang);
  const made = originOf(visit) + visit.link(`/calendrier/${token}.ics`);
  const subscribes = made.replace(/^https?:/, "webcal:");
  const main = html`<p class="code whole" data-copy-text="${made}" data-copy="${words.copy}" data-copied="${words.copied}" data-copy-what="${words.shown}">${made}</p>
<p>${linkButton(subscribes, words.subscribe)}</p>
${how(visit)}
<div class="actions">${linkButton(visit.link(then), words.shownGo)}</div>`;
  return { html: layout(visit, { title: words.shown, lead: words.shownLead, main, scripts: ["copy"] }) };
}

function how({ lang }: Visit): Html {
  const words = calendarWords(lang);
  return html`<details class="ds-details"><summary>${words.how}</summary><div><ul class="ds-list">${words.programs.map((one) => html`<li>${one}</li>`)}</ul></div></details>`;
}
