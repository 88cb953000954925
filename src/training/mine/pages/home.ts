/** « Ma formation »: signing the half-day in progress, the week to follow, the hours, and the way to programme and livret. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay } from "../../../kit/lang.ts";
import { sayHour } from "../../../kit/moment.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { summaryCard } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { text } from "../../../page/kinds.ts";
import type { AccountEntries, Visit } from "../../../page/page.ts";
import { signHalfDay } from "../../attendance/acts.ts";
import { sayMarked } from "../../attendance/pages/list.ts";
import { places } from "../../cohorts/pages/places.ts";
import { hoursBlock } from "../../hours/pages/table.ts";
import { myHours } from "../../hours/views.ts";
import { weekNav, weekOf } from "../../lessons/pages/week.ts";
import { lessonWords } from "../../lessons/pages/words.ts";
import { myWeek } from "../../lessons/views.ts";
import { sayWhen } from "../../lessons/words.ts";
import { ENROLMENT } from "../../rules/enrolment.ts";
import { myTrainings } from "../views.ts";
import { mineWords } from "./words.ts";

type Lesson = NonNullable<Awaited<ReturnType<typeof myWeek.read>>>["lessons"][number];

export const minePage = formPage({
  name: "formation",
  route: places.mine,
  who: "be in training",
  words: mineWords,
  seen: async (visit) => {
    const trainings = (await see(visit, myTrainings, {}))?.trainings ?? [];
    const { today, lang } = visit;
    const now = (await see(visit, myWeek, { from: today, until: today }))?.lessons ?? [];
    const lessons = (await see(visit, myWeek, weekOf(visit)))?.lessons ?? [];
    const hours = [];
    for (const { enrolment } of trainings) hours.push(await see(visit, myHours, { enrolment, language: lang }));
    return { trainings, lessons, hours, now: now.filter(({ maySign }) => maySign) };
  },
  also: (form) => ({
    sign: form({
      item: "lesson",
      fields: { code: text({ inputmode: "numeric", autocomplete: "off", size: 8 }) },
      go: ({ words }) => words.sign,
      act: signHalfDay,
      on: { lesson: "code" },
      done: ({ signed, left }, { words }) =>
        signed ? places.mine.to(undefined, { fait: "signe" }) : { wrong: { code: words.wrongCode(left) } },
      forbidden: () => ({ to: places.mine.to() }),
    }),
  }),
  shown: ({ visit, lang, words, seen }, { also }) => {
    const { trainings, lessons, hours, now } = seen;
    if (trainings.length === 0) return { title: words.heading, main: html`<p>${words.none}</p>`, back: "/compte" };
    const main = html`${
      now.length > 0 &&
      html`<section class="ds-alert" data-color="info"><h2>${words.signNow}</h2><p>${words.signWhy}</p>
${now.slice(0, 2).map((one) => html`<p><strong>${capital(sayWhen(one, lang))}</strong>, ${one.unit}. ${words.declaration}</p>${also.sign(one.id, { of: sayWhen(one, lang) })}`)}</section>`
    }
${weekNav(visit, weekOf(visit), (semaine) => places.mine.to(undefined, { semaine }))}
${lessons.length === 0 ? html`<p>${lessonWords(lang).week.none}</p>` : lessons.map((one) => card(visit, one))}
${trainings.map((one, at) => training(visit, one, hoursBlock(hours[at], lang)))}`;
    return { title: words.heading, main, back: "/compte" };
  },
});

function card(visit: Visit, lesson: Lesson): Html {
  const { lang, today } = visit;
  const words = lessonWords(lang);
  const when = sayWhen(lesson, lang);
  const marked = lesson.marked
    ? `${capital(sayMarked(lesson.marked, words))} (${lesson.marked.countersigned ? words.list.countersigned : words.list.notCountersigned})`
    : undefined;
  const more = html`<a class="ds-link" href="${href(visit.link(places.claim.to({ lesson: lesson.id })))}">${mineWords(lang).say}<span class="ds-sr-only"> ${words.week.ofLesson(when)}</span></a>`;
  return summaryCard({
    title: capital(when),
    level: 3,
    rows: [
      {
        key: words.week.what,
        value: `${lesson.unit} – ${capital(lesson.label[lang])}${lesson.subject === "" ? "" : ` – ${lesson.subject}`}`,
      },
      { key: words.week.who, value: lesson.trainerName },
      { key: words.week.where, value: lesson.roomName ?? words.week.noRoom },
      ...(lesson.cancelledWhy === null
        ? []
        : [{ key: words.list.state, value: words.week.cancelled(lesson.cancelledWhy) }]),
      ...(marked === undefined ? [] : [{ key: words.list.state, value: marked }]),
      ...lesson.beside.map((also) => ({
        key: words.week.beside,
        value: words.week.besideSaid(
          also.kind[lang],
          sayHour(new Date(also.from), visit.school.timezone, lang),
          sayHour(new Date(also.until), visit.school.timezone, lang),
        ),
      })),
    ],
    ...(lesson.cancelledWhy === null && lesson.on <= today && { actions: more }),
    lang,
  });
}

type Training = NonNullable<Awaited<ReturnType<typeof myTrainings.read>>>["trainings"][number];

function training(visit: Visit, enrolled: Training, hours: Html): Html {
  const { lang } = visit;
  const words = mineWords(lang);
  const { enrolment, cohort, startsOn, endsOn, state, programme, works, study } = enrolled;
  const link = (to: string, label: string) =>
    html`<li><a class="ds-link" href="${href(visit.link(to))}">${label}</a></li>`;
  return html`<h2>${words.spans(cohort, sayDay(startsOn, lang), sayDay(endsOn, lang))}</h2>
${state !== "in-training" && html`<p><strong>${ENROLMENT.thing[lang]} ${lang === "fr" ? "est" : "is"} ${ENROLMENT.states[state][lang]}.</strong></p>`}
${programme === null && html`<p>${words.notSigned}</p>`}
<ul>${link(places.myProgramme.to({ enrolment }), words.programme)}${works && link(places.myWorks.to({ enrolment }), words.works)}${study && link(places.myStudy.to({ enrolment }), words.study)}${link(places.myLivret.to({ enrolment }), words.livret)}</ul>
${hours}`;
}

export const mineEntries: AccountEntries = async (visit) => {
  const mine = await see(visit, myTrainings, {});
  if (!mine || mine.trainings.length === 0) return [];
  const { heading, entryWhy } = mineWords(visit.lang);
  return [{ part: "mine", to: places.mine.to(), label: heading, why: entryWhy, lands: true }];
};
