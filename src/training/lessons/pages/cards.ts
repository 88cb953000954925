/** A week as a trainee reads it: a card a day, a line a half-day, each with its state. */
import { addDays, type Day, dayNumber } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { plural } from "../../../kit/lang.ts";
import { sayMinute, sayHour, sayShortDay, sayWeekdayNear } from "../../../kit/moment.ts";
import { capital } from "../../../kit/typography.ts";
import type { Visit } from "../../../page/page.ts";
import { sayMarked } from "../../attendance/pages/list.ts";
import { places } from "../../cohorts/pages/places.ts";
import type { myWeek } from "../views.ts";
import type { Week } from "./week.ts";
import { lessonWords } from "./words.ts";

type Lesson = NonNullable<Awaited<ReturnType<typeof myWeek.read>>>["lessons"][number];

const words = inBoth({
  today: (day: string) => [`${day}, aujourd’hui`, `${day}, today`],
  off: ["Pas de cours", "No lesson"],
  dayOff: (day: string) => [`${day}\u00a0: pas de cours`, `${day}: no lesson`],
  inDay: (day: string, count: number, hours: string) => [
    `${day}\u00a0: ${count === 0 ? "" : `${count} ${plural(count, "séance", "séances", "fr")}, `}${hours}`,
    `${day}: ${count === 0 ? "" : `${count} ${plural(count, "lesson", "lessons", "en")}, `}${hours}`,
  ],
  toSign: ["À signer", "To sign"],
  toCome: ["À venir", "To come"],
  unknown: ["Vous n’avez pas signé", "You have not signed"],
  contested: ["Vous avez écrit, réponse attendue", "You wrote, an answer is awaited"],
  cancelled: ["Annulée", "Cancelled"],
  contest: ["Contester ou justifier", "Contest this, or explain an absence"],
  seeClaim: ["Ce que vous avez dit", "What you said"],
  ofLesson: (when: string) => [` : ${when}`, `: ${when}`],
});

/** Of the week that goes on, the days further on and those that are past with everything signed are a line each, which unfolds. */
export function weekCards(visit: Visit, week: Week, lessons: readonly Lesson[]): Html {
  const { today } = visit;
  const isNow = week.from <= today && today <= week.until;
  const soon = addDays(today, 1);
  const isFolded = (day: Day, its: readonly Lesson[]) =>
    isNow && (day > soon || (day < today && its.every(({ marked }) => marked?.status === "present")));
  const days = daysOf(week, lessons);
  return html`<ol class="week">${days.map(([day, its]) => (isFolded(day, its) ? dayFolded : dayCard)(visit, day, its))}</ol>`;
}

function daysOf({ from, until }: Week, lessons: readonly Lesson[]): readonly (readonly [Day, readonly Lesson[]])[] {
  const byDay = Map.groupBy(lessons, ({ on }) => on);
  const length = dayNumber(until) - dayNumber(from) + 1;
  const all = Array.from({ length }, (_, at) => addDays(from, at));
  return all.filter((day) => byDay.has(day) || !isWeekend(day)).map((day) => [day, byDay.get(day) ?? []]);
}

/** «Mer. 2 déc. : 3 séances, 8 h – 22 h». */
function dayFolded(visit: Visit, day: Day, lessons: readonly Lesson[]): Html {
  const { lang, today } = visit;
  const said = words[lang];
  const name = capital(sayShortDay(day, lang, today));
  const held = lessons.filter(({ cancelledWhy }) => cancelledWhy === null);
  if (lessons.length === 0) return html`<li class="day off"><p>${said.dayOff(name)}</p></li>`;
  const [from, to] = [
    held.map((one) => one.from).toSorted()[0],
    held
      .map((one) => one.to)
      .toSorted()
      .at(-1),
  ];
  const hours =
    from === undefined || to === undefined
      ? said.cancelled
      : `${sayMinute({ time: from }, lang)} – ${sayMinute({ time: to }, lang)}`;
  return html`<li class="day folded"><details><summary>${said.inDay(name, held.length, hours)}</summary>${lessons.map((lesson) => half(visit, lesson))}</details></li>`;
}

/** Shown only where something is held. Day 0 was a Thursday. */
const isWeekend = (day: Day) => (((dayNumber(day) + 3) % 7) + 7) % 7 >= 5;

function dayCard(visit: Visit, day: Day, lessons: readonly Lesson[]): Html {
  const { lang, today } = visit;
  const name = capital(sayWeekdayNear(day, lang, today));
  const title = html`<h3>${day === today ? words[lang].today(name) : name}</h3>`;
  if (lessons.length === 0) return html`<li class="day off">${title}<p class="small muted">${words[lang].off}</p></li>`;
  return html`<li class="day${day === today && " now"}">${title}${lessons.map((lesson) => half(visit, lesson))}</li>`;
}

function half(visit: Visit, lesson: Lesson): Html {
  const { lang, link } = visit;
  const said = words[lang];
  const { week } = lessonWords(lang);
  const hours = `${sayMinute({ time: lesson.from }, lang)} – ${sayMinute({ time: lesson.to }, lang)}`;
  // Without a room, nothing is said of it: the next lesson above says the address of the school.
  const where = [...(lesson.roomName === null ? [] : [lesson.roomName]), lesson.trainerName].join(", ");
  // There is something to contest once it was marked otherwise than present, or is past and not marked.
  const contests =
    lesson.cancelledWhy === null && lesson.begun && lesson.marked?.status !== "present" && !lesson.maySign;
  return html`<div class="half"><p class="head"><strong class="unbroken">${hours}</strong>${stateOf(lesson, visit)}</p>
<p>${lesson.unit} – ${capital(lesson.label[lang])} <span class="small">${where}${lesson.subject !== "" && html`. ${lesson.subject}`}</span></p>
${lesson.cancelledWhy !== null && html`<p class="small">${week.cancelled(lesson.cancelledWhy)}</p>`}
${lesson.beside.map((also) => html`<p class="small">${week.beside}${lang === "fr" ? "\u00a0: " : ": "}${week.besideSaid(also.kind[lang], sayHour(new Date(also.from), visit.school.timezone, lang), sayHour(new Date(also.until), visit.school.timezone, lang))}</p>`)}
${contests && html`<p class="small"><a class="ds-link" href="${href(link(places.claim.to({ lesson: lesson.id })))}">${lesson.contested ? said.seeClaim : said.contest}<span class="ds-sr-only">${said.ofLesson(hours)}</span></a></p>`}</div>`;
}

function stateOf(lesson: Lesson, { lang }: Visit): Html {
  const said = words[lang];
  const tag = (color: string, label: string) => html`<span class="ds-tag" data-color="${color}">${label}</span>`;
  if (lesson.cancelledWhy !== null) return tag("neutral", said.cancelled);
  if (lesson.contested) return tag("warning", said.contested);
  if (lesson.maySign) return tag("warning", said.toSign);
  if (lesson.marked) {
    const { list } = lessonWords(lang);
    const marked = capital(sayMarked(lesson.marked, lessonWords(lang)));
    const label = lesson.marked.countersigned ? marked : `${marked} (${list.notCountersigned})`;
    return tag(lesson.marked.status === "present" ? "success" : "danger", label);
  }
  return tag("neutral", lesson.begun ? said.unknown : said.toCome);
}
