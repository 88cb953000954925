/** The lessons of a cohort, week by week, and planning one. */
import { may } from "../../../act/permissions.ts";
import { href, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import type { Fields } from "../../../page/field.ts";
import { formPage } from "../../../page/form-page.ts";
import { day, pick, text } from "../../../page/kinds.ts";
import { hour } from "../../../page/number-kinds.ts";
import { places } from "../../cohorts/pages/places.ts";
import { planLessons } from "../acts.ts";
import { seeLessons } from "../views.ts";
import { sayWhen } from "../words.ts";
import { saysBeside } from "./beside.ts";
import { importWords } from "./import-words.ts";
import { lessonTable, weekNav, weekOf } from "./week.ts";
import { lessonWords } from "./words.ts";

type Held = Record<"trainers" | "rooms", readonly { readonly id: string; readonly name: string }[]>;

/** The fields of any lesson, of a cohort or of a study group. */
export function whenAndWhere({ trainers, rooms }: Held, lang: Lang) {
  const { plan } = lessonWords(lang);
  const options = (all: Held["rooms"]) => all.map(({ id, name }) => ({ value: id, label: name }));
  return {
    on: day({ label: plan.fields.on }),
    from: hour({ label: plan.fields.from.label, hint: plan.fields.from.hint }),
    to: hour({ label: plan.fields.to }),
    trainer: pick({ label: plan.fields.trainer, options: options(trainers) }),
    room: pick({ label: plan.fields.room, options: options(rooms), empty: plan.noRoom, optional: true }),
    subject: text({ label: plan.subject, optional: true }),
    ground: text({ label: plan.fields.ground.label, hint: plan.fields.ground.hint, optional: true }),
  };
}

export const cohortLessonsPage = formPage({
  name: "promotion-seances",
  route: places.lessons,
  who: "see the training",
  words: lessonWords,
  seen: async (visit, { cohort }) => (isId(cohort) ? see(visit, seeLessons, { cohort, ...weekOf(visit) }) : undefined),
  form: {
    fields: ({ lang, words: { plan }, seen }) =>
      planned({
        unit: pick({
          label: plan.unit,
          options: seen.units.map(({ unit, label }) => ({ value: unit, label: `${unit} – ${capital(label[lang])}` })),
          missing: plan.missing.unit,
        }),
        ...whenAndWhere(seen, lang),
      }),
    go: ({ words }) => words.plan.go,
    act: planLessons,
    input: ({ ground, ...typed }, { params }) => ({
      cohort: params.cohort,
      lessons: [typed],
      ...(ground && { ground }),
    }),
    done: (_, { params }, { on }) => places.lessons.to(params, { semaine: on, fait: "planifiee" }),
  },
  told: ({ lang, words }) => ({ planifiee: words.plan.done, importees: importWords(lang).done }),
  shown: ({ visit, lang, words, seen }, { form }) => {
    const { cohort, lessons, trainers } = seen;
    const runs = may(visit.actor, planLessons.who);
    const to = (semaine: string) => places.lessons.to({ cohort: cohort.id }, { semaine });
    const link = (way: string, label: string, when: string) =>
      html`<a class="ds-link" href="${href(visit.link(way))}">${label}<span class="ds-sr-only"> ${words.week.ofLesson(when)}</span></a>`;
    const main = html`${weekNav(visit, weekOf(visit), to)}
${runs && html`<p><a class="ds-link" href="${href(visit.link(places.importLessons.to({ cohort: cohort.id })))}">${importWords(lang).link}</a></p>`}
${lessonTable(visit, lessons, (lesson) => {
  const when = sayWhen(lesson, lang);
  return html`${runs && link(places.lesson.to({ lesson: lesson.id }), words.week.list, when)} ${runs && link(places.change.to({ lesson: lesson.id }), words.week.change, when)}${lesson.ground && html`<br>${lesson.ground[lang]}`}${lesson.beside.map((also) => html`<br>${saysBeside(also, lang, visit.school.timezone)}`)}`;
})}
${runs && html`<h2>${words.plan.heading}</h2>${trainers.length > 0 ? form() : html`<p>${words.plan.nobody}</p>`}`}`;
    return { title: words.week.title(cohort.name), main, back: places.cohort.to({ cohort: cohort.id }) };
  },
});

/** Maps the act's issues on its only lesson (`lessons[0].…`) to the fields of the form. */
export function planned<F extends Fields>(fields: F): F {
  const first = (key: string) => `${key}${fields[key]!.parts?.[0] ?? ""}`;
  const within = (key: string) => (path: string) =>
    path === `lessons[0].${key}` || (key === "ground" && path === key) ? first(key) : undefined;
  const each = Object.entries(fields).map(([key, field]) => [key, { ...field, within: within(key) }]);
  return Object.fromEntries(each);
}
