/** Moving a lesson, handing it to another trainer, cancelling it. */
import { html } from "../../../kit/html.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, pick, text, version } from "../../../page/kinds.ts";
import { hour } from "../../../page/number-kinds.ts";
import { seeList } from "../../attendance/views.ts";
import { places } from "../../cohorts/pages/places.ts";
import { cancelLesson, handLesson, moveLesson } from "../acts.ts";
import { seeLessons } from "../views.ts";
import { sayWhen } from "../words.ts";
import { lessonWords } from "./words.ts";

export const changeLessonPage = formPage({
  name: "seance-modifier",
  route: places.change,
  who: "run the training",
  words: lessonWords,
  seen: async (visit, { lesson: id }) => {
    const lesson = isId(id) ? (await see(visit, seeList, { lesson: id }))?.lesson : undefined;
    if (!lesson || lesson.cancelledWhy !== null) return undefined;
    const around = await see(visit, seeLessons, { cohort: lesson.cohort, from: lesson.on, until: lesson.on });
    return around && { lesson, rooms: around.rooms, trainers: around.trainers };
  },
  form: {
    words: "plan",
    fields: ({ words: { plan }, seen }) => ({
      on: day(),
      from: hour(),
      to: hour(),
      room: pick({
        options: seen.rooms.map(({ id, name }) => ({ value: id, label: name })),
        empty: plan.noRoom,
        optional: true,
      }),
      ground: text({ optional: true }),
      version: version(),
    }),
    begin: ({ seen: { lesson } }) => ({
      on: lesson.on,
      from: lesson.from,
      to: lesson.to,
      version: lesson.version,
      ...(lesson.room !== null && { room: lesson.room }),
    }),
    go: ({ words }) => words.change.moveGo,
    act: moveLesson,
    input: ({ ground, ...typed }, { params }) => ({ ...typed, id: params.lesson, ...(ground && { ground }) }),
    done: (_, { seen }, { on }) => backTo(seen.lesson.cohort, on),
    on: { trainer: "room", id: "on" },
  },
  also: (form) => ({
    hand: form({
      words: "plan",
      fields: ({ seen }) => ({
        trainer: pick({
          options: seen.trainers
            .filter(({ id }) => id !== seen.lesson.trainer)
            .map(({ id, name }) => ({ value: id, label: name })),
        }),
        version: version(),
      }),
      begin: ({ seen }) => ({ version: seen.lesson.version }),
      go: ({ words }) => ({ label: words.change.handGo, variant: "secondary" }),
      act: handLesson,
      input: (typed, { params }) => ({ ...typed, id: params.lesson }),
      done: (_, { seen }) => backTo(seen.lesson.cohort, seen.lesson.on),
      on: { room: "trainer", id: "trainer" },
    }),
    cancel: form({
      words: "change",
      fields: { why: text(), version: version() },
      begin: ({ seen }) => ({ version: seen.lesson.version }),
      go: ({ words }) => ({ label: words.change.cancelGo, variant: "secondary", danger: true }),
      act: cancelLesson,
      input: (typed, { params }) => ({ ...typed, id: params.lesson }),
      done: (_, { seen }) => backTo(seen.lesson.cohort, seen.lesson.on),
      on: { id: "why" },
    }),
  }),
  shown: ({ lang, words, seen: { lesson, trainers } }, { form, also }) => {
    const main = html`<p>${capital(sayWhen(lesson, lang))}. ${lesson.unit} – ${capital(lesson.label[lang])}, ${lesson.trainerName}.</p>
<p>${words.change.told}</p>
<h2>${words.change.move}</h2>${form()}
${trainers.some(({ id }) => id !== lesson.trainer) && html`<h2>${words.change.hand}</h2>${also.hand()}`}
<h2>${words.change.cancel}</h2>${also.cancel()}`;
    return { title: words.change.title, main, back: backTo(lesson.cohort, lesson.on) };
  },
});

function backTo(cohort: string, semaine: string): string {
  return places.lessons.to({ cohort }, { semaine });
}
