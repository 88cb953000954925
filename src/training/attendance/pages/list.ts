/** The list of a lesson, for its trainer and staff: the code to show, the marks, and the way to countersign. */
import { href, type Html, html } from "../../../kit/html.ts";
import { isId } from "../../../kit/shapes.ts";
import { sayMinute } from "../../../kit/moment.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { type Field, type Fields, under } from "../../../page/field.ts";
import { linkButton, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { carried, choice } from "../../../page/kinds.ts";
import { whole } from "../../../page/number-kinds.ts";
import type { Visit } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { lessonChain } from "../../lessons/planned.ts";
import { sayWhen } from "../../lessons/words.ts";
import { lessonWords } from "../../lessons/pages/words.ts";
import { markAttendance, showCode } from "../acts.ts";
import { owedIn } from "../../../waiting/pages/owed.ts";
import { seeList } from "../views.ts";

type Read = NonNullable<Awaited<ReturnType<typeof seeList.read>>>;
type Seen = Read & { readonly owed: Html | false };
type Person = Seen["people"][number];
type Words = ReturnType<typeof lessonWords>;

const CHOICES = ["present", "part", "absent"] as const;
type Choice = (typeof CHOICES)[number];

export const listPage = formPage({
  name: "seance",
  route: places.lesson,
  who: "correct attendance",
  words: lessonWords,
  seen: async (visit, { lesson }) => {
    const seen = isId(lesson) ? await see(visit, seeList, { lesson }) : undefined;
    return seen && { ...seen, owed: await owed(visit, seen) };
  },
  form: {
    fields: ({ words, seen }) => marks(words, open(seen)),
    begin: ({ seen }) => begun(open(seen)),
    go: ({ words }) => words.list.markGo,
    act: markAttendance,
    input: (typed, { params, seen }) => ({ lesson: params.lesson, marks: marked(typed, open(seen)) }),
    done: "note",
  },
  also: (form) => ({
    code: form({
      go: ({ words }) => ({ label: words.list.codeGo, variant: "secondary" }),
      act: showCode,
    }),
  }),
  shown: ({ visit, lang, words, seen }, forms) => {
    const { lesson, people, mine, signs, begun: has, ended, running, code } = seen;
    const left = open(seen);
    // Corrected or excused since, somebody is to be countersigned anew, though nobody may be marked any more.
    const ready =
      ended &&
      people.length > 0 &&
      people.every(({ marked: one }) => one) &&
      people.some(({ marked: one }) => !one?.countersigned);
    const sign =
      signs &&
      (ready
        ? html`<p>${linkButton(visit.link(places.sign.to({ lesson: lesson.id })), words.list.signLink)}</p>`
        : has && !ended && html`<p>${words.list.signLater(sayMinute({ time: lesson.to }, lang))}</p>`);
    const main = html`<p>${capital(sayWhen(lesson, lang))}. ${seen.cohortName}, ${lesson.unit} – ${capital(lesson.label[lang])}${lesson.roomName !== null && html`, ${lesson.roomName}`}.</p>
${
  mine &&
  html`<h2>${words.list.code}</h2>
${code === null ? (running ? html`<p>${words.list.codeWhy}</p>${forms.also.code()}` : html`<p>${words.list.notRunning}</p>`) : html`<p class="code-shown"><strong>${code}</strong></p><p>${words.list.codeWhy}</p>`}`
}
${sign}${people.length === 0 ? html`<p>${words.list.nobody}</p>` : listed(visit, seen)}
${mine && has && left.length > 0 && html`<h2>${words.list.mark}</h2>${forms.form()}`}
${seen.owed}
${mine && !signs && html`<p>${words.list.onIt}</p>`}`;
    const back = mine
      ? places.teaching.to(undefined, { semaine: lesson.on })
      : places.lessons.to({ cohort: lesson.cohort }, { semaine: lesson.on });
    return { title: words.list.title, main, back };
  },
});

/** Of the trainer, with handing the lesson to another as the way out. */
function owed(visit: Visit, { lesson: { id } }: Read): Promise<Html | false> {
  const hand = linkButton(
    visit.link(places.change.to({ lesson: id })),
    lessonWords(visit.lang).change.hand,
    "secondary",
  );
  return owedIn(visit, { chains: [lessonChain(id)] }, html`<div class="actions">${hand}</div>`);
}

/** Trainees who may still be marked: a countersigned record can only be corrected, with a reason. */
function open({ people }: Pick<Seen, "people">): readonly Person[] {
  return people.filter((one) => isOpen(one) && !one.own);
}

const isOpen = ({ marked: one }: Person) => one?.countersigned !== true && one?.status !== "excused";

function marks({ list, fields: { minutesMissed } }: Words, people: readonly Person[]): Fields {
  const options = CHOICES.map((value) => ({ value, label: list.choices[value] }));
  const fields = people.flatMap(({ enrolment, name }): [string, Field<unknown>][] => [
    [`status-${enrolment}`, choice({ label: name, options, optional: true }) as Field<unknown>],
    [
      `minutes-${enrolment}`,
      under(`status-${enrolment}`, "part", whole({ label: minutesMissed, most: 1_439 }) as Field<unknown>),
    ],
    [`number-${enrolment}`, carried<string>() as Field<unknown>],
  ]);
  return Object.fromEntries(fields);
}

function begun(people: readonly Person[]): Record<string, unknown> {
  return Object.fromEntries(
    people.flatMap(({ enrolment, number, marked: record }) => [
      [`number-${enrolment}`, String(number)],
      ...(record ? [[`status-${enrolment}`, record.status]] : []),
      ...(record?.minutesMissed ? [[`minutes-${enrolment}`, record.minutesMissed]] : []),
    ]),
  );
}

/** A trainee without a choice stays unmarked. */
function marked(typed: Readonly<Record<string, unknown>>, people: readonly Person[]) {
  return people.flatMap(({ enrolment }) => {
    const status = typed[`status-${enrolment}`] as Choice | undefined;
    if (status === undefined) return [];
    const number = Number(typed[`number-${enrolment}`]) || 0;
    const minutes = typed[`minutes-${enrolment}`] as number | undefined;
    return [
      { enrolment, number, status, ...(status === "part" && minutes !== undefined && { minutesMissed: minutes }) },
    ];
  });
}

export function sayMarked(
  record: Pick<NonNullable<Person["marked"]>, "status" | "minutesMissed">,
  { list }: Words,
): string {
  const missed = record.minutesMissed === null ? "" : `, ${list.missed(record.minutesMissed)}`;
  return `${list.statuses[record.status]}${missed}`;
}

function listed(visit: Visit, { lesson, people, begun: has }: Seen): Html {
  const words = lessonWords(visit.lang);
  const { list } = words;
  return table({
    id: "list",
    caption: list.title,
    head: [list.person, list.state, words.week.more],
    rows: people.map(({ enrolment, name, own, marked: record, claim }) => {
      const correct = html`<a class="ds-link" href="${href(visit.link(places.correct.to({ lesson: lesson.id, enrolment })))}">${claim ? list.answer : list.correct}<span class="ds-sr-only"> : ${name}</span></a>`;
      const state = record
        ? html`${capital(sayMarked(record, words))} <span class="small">${list.hows[record.how]}, ${record.countersigned ? list.countersigned : list.notCountersigned}</span>`
        : capital(list.unmarked);
      const contested = claim && html` <span class="ds-tag" data-color="warning">${list.contested}</span>`;
      return [name, html`${state}${contested}`, has && !own ? correct : ""];
    }),
    stacks: true,
  });
}
