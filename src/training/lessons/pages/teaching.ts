/** The lessons of a trainer, of the house or a guest, with links to the code and the list. */
import { may } from "../../../act/permissions.ts";
import { href, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { layout } from "../../../page/layout.ts";
import type { WorkEntries, GuestAwaits, Page } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { seeTeaching } from "../views.ts";
import { sayWhen } from "../words.ts";
import { lessonTable, weekNav, weekOf } from "./week.ts";
import { lessonWords } from "./words.ts";

export const teachingPage: Page = {
  name: "mes-seances",
  path: places.teaching.path,
  who: "teach",
  view: async (visit) => {
    const { lang, today } = visit;
    const week = weekOf(visit);
    const seen = await see(visit, seeTeaching, week);
    if (!seen) return { notFound: true };
    const words = lessonWords(lang);
    const main = html`${weekNav(visit, week, (semaine) => places.teaching.to(undefined, { semaine }))}
${lessonTable(visit, seen.lessons, (lesson) => {
  const state = lesson.countersigned ? words.week.countersigned : lesson.on <= today ? words.week.toSign : "";
  return html`<a class="ds-link" href="${href(visit.link(places.lesson.to({ lesson: lesson.id })))}">${words.week.list}<span class="ds-sr-only"> ${words.week.ofLesson(sayWhen(lesson, lang))}</span></a>${state !== "" && html` <span class="ds-tag" data-color="${lesson.countersigned ? "success" : "info"}">${state}</span>`}`;
})}`;
    const { heading, lead } = words.teaching;
    return { html: layout(visit, { title: heading, lead, main, back: visit.person ? "/compte" : "/invite" }) };
  },
};

export const teachingEntries: WorkEntries = ({ actor, lang }) => {
  if (!may(actor, "teach")) return [];
  const { heading, entryWhy } = lessonWords(lang).teaching;
  return [{ to: places.teaching.to(), label: heading, why: entryWhy }];
};

export const teachingAwaits: GuestAwaits = ({ guest, lang }) => {
  if (!may(guest.actor, "teach")) return [];
  const { heading, entryWhy } = lessonWords(lang).teaching;
  return [{ to: places.teaching.to(), label: heading, why: entryWhy }];
};
