/** A week of lessons: which one an address asks for, links to the weeks before and after, and its lessons as a table. */
import { href, type Html, html } from "../../../kit/html.ts";
import { addDays, type Day, isDay, mondayOf } from "../../../kit/day.ts";
import { sayDay } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { table } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";
import type { ShownLesson } from "../shown.ts";
import { sayWhen } from "../words.ts";
import { lessonWords } from "./words.ts";

export type Week = { readonly from: Day; readonly until: Day };

/** From Monday to Sunday; this week if the address names none. Day 0 was a Thursday. */
export function weekOf({ query, today }: Pick<Visit, "query" | "today">): Week {
  const asked = query.semaine ?? "";
  const day = isDay(asked) ? asked : today;
  const from = mondayOf(day);
  return { from, until: addDays(from, 6) };
}

/** `to`: the page of the week with this day. */
export function weekNav(visit: Visit, { from, until }: Week, to: (day: Day) => string): Html {
  const words = lessonWords(visit.lang).week;
  const way = (day: Day, label: string) => html`<a class="ds-link" href="${href(visit.link(to(day)))}">${label}</a>`;
  return html`<h2>${words.of(sayDay(from, visit.lang), sayDay(until, visit.lang))}</h2>
<p>${way(addDays(from, -7), words.before)} – ${way(addDays(from, 7), words.after)}</p>`;
}

export function lessonTable<L extends ShownLesson>(
  visit: Visit,
  lessons: readonly L[],
  more: (lesson: L) => Html,
): Html {
  const { lang } = visit;
  const words = lessonWords(lang).week;
  if (lessons.length === 0) return html`<p>${words.none}</p>`;
  return table({
    id: "lessons",
    caption: words.caption,
    head: [words.when, words.what, words.who, words.where, words.more],
    rows: lessons.map((lesson) => [
      sayWhen(lesson, lang),
      html`${lesson.unit} – ${capital(lesson.label[lang])}${lesson.subject !== "" && html`<br><span class="small">${lesson.subject}</span>`}`,
      lesson.trainerName,
      lesson.roomName ?? words.noRoom,
      lesson.cancelledWhy === null ? more(lesson) : html`<strong>${words.cancelled(lesson.cancelledWhy)}</strong>`,
    ]),
    stacks: true,
  });
}
