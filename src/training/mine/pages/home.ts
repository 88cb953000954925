/** « Ma formation »: signing the half-day in progress, the week to follow, the hours, and the way to programme and livret. */
import { addDays, type Day } from "../../../kit/day.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { sayDay, sayList } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { text } from "../../../page/kinds.ts";
import type { AccountEntries, Visit } from "../../../page/page.ts";
import { signHalfDay } from "../../attendance/acts.ts";
import { places } from "../../cohorts/pages/places.ts";
import { hoursBlock } from "../../hours/pages/table.ts";
import { myHours } from "../../hours/views.ts";
import { weekCards } from "../../lessons/pages/cards.ts";
import { weekNav, weekOf } from "../../lessons/pages/week.ts";
import { lessonWords } from "../../lessons/pages/words.ts";
import { myWeek } from "../../lessons/views.ts";
import type { ShownLesson } from "../../lessons/shown.ts";
import { sayWhen } from "../../lessons/words.ts";
import { ENROLMENT } from "../../rules/enrolment.ts";
import { myTrainings } from "../views.ts";
import { AHEAD_DAYS } from "./part.ts";
import { mineWords } from "./words.ts";

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
    const next = lessons.length === 0 ? await nextAfter(visit, weekOf(visit).until) : undefined;
    const hours = [];
    for (const { enrolment } of trainings) hours.push(await see(visit, myHours, { enrolment, language: lang }));
    return { trainings, lessons, next, hours, now: now.filter(({ maySign }) => maySign) };
  },
  also: (form) => ({
    sign: form({
      item: "lesson",
      fields: { code: text({ inputmode: "numeric", autocomplete: "off", size: 8 }) },
      showing: ({ seen, item }) => seen.now.find(({ id }) => id === item)?.signs ?? [],
      go: ({ words }) => words.sign,
      act: signHalfDay,
      on: { lesson: "code" },
      done: ({ signed, left }, { words }) =>
        signed ? places.mine.to(undefined, { fait: "signe" }) : { wrong: { code: words.wrongCode(left) } },
      forbidden: () => ({ to: places.mine.to() }),
    }),
  }),
  shown: ({ visit, lang, words, seen }, { also }) => {
    const { trainings, lessons, next, hours, now } = seen;
    if (trainings.length === 0) return { title: words.heading, main: html`<p>${words.none}</p>`, back: "/compte" };
    const main = html`${
      now.length > 0 &&
      html`<section class="ds-alert" data-color="info"><h2>${words.signNow}</h2><p>${words.signWhy}</p>
${signedTogether(now).map((lessons) => {
  const of = sayList(
    lessons.map((one) => sayWhen(one, lang)),
    lang,
  );
  return html`${lessons.map((one) => html`<p><strong>${capital(sayWhen(one, lang))}</strong>, ${one.unit} – ${capital(one.label[lang])}.</p>`)}<p>${words.declaration}</p>${also.sign(lessons[0]!.id, { of })}`;
})}</section>`
    }
${weekNav(visit, weekOf(visit), (semaine) => places.mine.to(undefined, { semaine }))}
${lessons.length === 0 ? html`<p>${lessonWords(lang).week.none}${next && ` ${words.nextOne(sayWhen(next, lang))}`}</p>` : weekCards(visit, weekOf(visit), lessons)}
${trainings.map((one, at) => training(visit, one, hoursBlock(hours[at], lang)))}`;
    return { title: words.heading, main, back: "/compte" };
  },
});

/** After a week without a lesson, the first of the weeks that follow it. */
async function nextAfter(visit: Visit, day: Day): Promise<ShownLesson | undefined> {
  const ahead = await see(visit, myWeek, { from: addDays(day, 1), until: addDays(day, AHEAD_DAYS) });
  return ahead?.lessons.find(({ cancelledWhy }) => cancelledWhy === null);
}

/** A signature is of all that one trainer has begun of a half-day: one form says each lesson that it signs. */
function signedTogether<L extends Pick<ShownLesson, "trainer" | "half">>(
  lessons: readonly L[],
): readonly (readonly L[])[] {
  return [...Map.groupBy(lessons, ({ trainer, half }) => `${half} ${trainer}`).values()];
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
${hours}${leaving(visit, enrolled)}`;
}

/** What follows is said before the way to ask for it; nobody leaves a training that is over. */
function leaving({ lang, link, today }: Visit, { diploma, dossier, state, endsOn }: Training): Html | false {
  if (state !== "in-training" || endsOn < today) return false;
  const words = mineWords(lang);
  const to = (page: string, label: string) =>
    html`<a class="ds-link" href="${href(link(`/${diploma}/dossier/${dossier}/${page}`))}">${label}</a>`;
  return html`<details class="ds-details"><summary>${words.leave}</summary><div><p>${words.leaveFirst}</p><p>${words.leaveThen}</p><p>${words.leaveMoney} ${to("contrat", words.leaveContract)}</p>
<p>${to("messages", words.leaveWrite)}</p></div></details>`;
}

export const mineEntries: AccountEntries = async (visit) => {
  const mine = await see(visit, myTrainings, {});
  if (!mine || mine.trainings.length === 0) return [];
  const { heading, entryWhy } = mineWords(visit.lang);
  return [{ part: "mine", to: places.mine.to(), label: heading, why: entryWhy }];
};
