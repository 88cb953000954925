/** Countersigning a list, correcting an attendance, and answering a claim. */
import { href, html } from "../../../kit/html.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { may } from "../../../act/permissions.ts";
import { firstAbout, saysAbout } from "../../../page/about-one.ts";
import { see } from "../../../page/acting.ts";
import { under } from "../../../page/field.ts";
import { summaryCard } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { agreed, carried, choice, longText, text } from "../../../page/kinds.ts";
import { whole } from "../../../page/number-kinds.ts";
import type { WorkEntries } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { sayWhen } from "../../lessons/words.ts";
import { lessonWords } from "../../lessons/pages/words.ts";
import { answerClaim, correctAttendance, countersign } from "../acts.ts";
import { seeClaims, seeList } from "../views.ts";
import { sayMarked } from "./list.ts";

export const countersignPage = formPage({
  name: "seance-contresigner",
  route: places.sign,
  who: "correct attendance",
  words: lessonWords,
  seen: async (visit, { lesson }) => {
    const list = isId(lesson) ? await see(visit, seeList, { lesson }) : undefined;
    return list?.signs ? list : undefined;
  },
  form: {
    words: "sign",
    fields: ({ words: { sign }, seen }) => ({
      agreed: agreed({ hint: declared(sign, seen), box: sign.agree }),
      shown: carried<string>(),
    }),
    begin: ({ seen }) => ({ shown: seen.shown }),
    act: countersign,
    input: ({ shown }, { params, words, seen }) => ({
      lesson: params.lesson,
      shown,
      words: declared(words.sign, seen),
    }),
    done: (_, { params }) => places.lesson.to(params, { fait: "contresignee" }),
  },
  shown: ({ lang, words, seen }, { form }) => {
    const { lesson, people } = seen;
    const main = html`<p>${capital(sayWhen(lesson, lang))}. ${lesson.unit} – ${capital(lesson.label[lang])}.</p>
<ul>${people.map(({ name, marked }) => html`<li>${name} – ${marked ? sayMarked(marked, words) : words.list.unmarked}</li>`)}</ul>
${form()}`;
    return { title: words.sign.title, main, back: places.lesson.to({ lesson: lesson.id }) };
  },
});

/** Staff who sign for a trainer who is on the list did not hold the lesson: their declaration differs. */
function declared(
  { declaration, declarationFor }: ReturnType<typeof lessonWords>["sign"],
  { mine }: { readonly mine: boolean },
): string {
  return mine ? declaration : declarationFor;
}

const STATUSES = ["present", "part", "excused", "absent"] as const;

export const correctPage = formPage({
  name: "seance-corriger",
  route: places.correct,
  who: "correct attendance",
  words: lessonWords,
  seen: async (visit, { lesson, enrolment }) => {
    const list = isId(lesson) ? await see(visit, seeList, { lesson }) : undefined;
    const person = list?.people.find((one) => one.enrolment === enrolment);
    return list?.begun && person && !person.own ? { ...list, person } : undefined;
  },
  form: {
    fields: ({ words: { list } }) => ({
      status: choice({ options: STATUSES.map((value) => ({ value, label: capital(list.statuses[value]) })) }),
      minutesMissed: under("status", "part", whole({ most: 1_439 })),
      proof: under("status", "excused", text({ blank: true })),
      reason: text(),
      number: carried<string>(),
    }),
    begin: ({ seen }) => ({ number: String(seen.person.number) }),
    go: ({ words }) => words.correct.go,
    act: correctAttendance,
    input: ({ number, ...typed }, { params: { lesson, enrolment } }) => ({
      ...typed,
      lesson,
      enrolment,
      number: Number(number) || 0,
    }),
    done: (_, { params }) => places.lesson.to({ lesson: params.lesson }, { fait: "corrigee" }),
  },
  also: (form) => ({
    answer: form({
      item: "claim",
      fields: ({ words }) => ({ answer: longText({ rows: 2, label: words.claims.fields.answer }) }),
      go: ({ words }) => ({ label: words.claims.go, variant: "secondary" }),
      act: answerClaim,
      done: (_, { params }) => places.lesson.to({ lesson: params.lesson }, { fait: "repondu" }),
      forbidden: ({ params }) => ({ to: places.lesson.to({ lesson: params.lesson }) }),
    }),
  }),
  shown: ({ visit, lang, words, seen }, { form, also }) => {
    const { lesson, person } = seen;
    const { claim } = person;
    const marked = person.marked ? sayMarked(person.marked, words) : words.list.unmarked;
    const lead = `${capital(sayWhen(lesson, lang))}. ${words.correct.now(marked)}`;
    const { claims } = words;
    // What the person says stands first: whoever agrees corrects below, and whoever does not answers.
    const said =
      claim &&
      html`<section aria-labelledby="claim"><h2 id="claim">${claims.words}</h2><p class="typed">${claim.words}</p>
${claim.file !== null && html`<p><a class="ds-link" href="${href(visit.link(`/fichier/${claim.file}`))}">${claims.open}</a></p>`}
${also.answer(claim.id, { of: person.name })}</section><h2>${claims.correct}</h2>`;
    return {
      title: words.correct.title,
      heading: `${words.correct.title} : ${person.name}`,
      lead,
      main: html`${said}${form()}`,
      back: places.lesson.to({ lesson: lesson.id }),
    };
  },
});

export const claimsPage = formPage({
  name: "presences",
  route: places.claims,
  who: "run the training",
  words: (lang) => lessonWords(lang).claims,
  seen: (visit) => see(visit, seeClaims, {}),
  also: (form) => ({
    answer: form({
      item: "claim",
      fields: { answer: longText({ rows: 2 }) },
      go: ({ words }) => ({ label: words.go, variant: "secondary" }),
      act: answerClaim,
      done: "repondu",
      forbidden: () => ({ to: places.claims.to() }),
    }),
  }),
  shown: ({ visit, lang, words, seen }, { also }) => {
    const link = (to: string, label: string) => html`<a class="ds-link" href="${href(visit.link(to))}">${label}</a>`;
    const { one, all } = firstAbout(visit, seen.claims, ({ id }) => id);
    const main = html`${saysAbout(visit, one?.name, "first")}${seen.claims.length === 0 && html`<p>${words.none}</p>`}
${all.map(({ id, enrolment, name, lesson, words: text, file }) =>
  summaryCard({
    title: name,
    rows: [
      { key: words.lesson, value: `${capital(sayWhen(lesson, lang))}, ${lesson.unit}` },
      { key: words.words, value: html`<span class="typed">${text}</span>` },
      ...(file === null ? [] : [{ key: words.file, value: link(`/fichier/${file}`, words.open) }]),
    ],
    actions: html`<p>${link(places.correct.to({ lesson: lesson.id, enrolment }), words.correct)}</p>${also.answer(id, { of: name })}`,
    lang,
  }),
)}`;
    return { title: words.heading, lead: words.lead, main, back: "/compte" };
  },
});

export const claimEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, "run the training")) return [];
  const { heading, entryWhy } = lessonWords(visit.lang).claims;
  const waiting = (await see(visit, seeClaims, {}))?.claims.length ?? 0;
  return [
    {
      to: places.claims.to(),
      label: heading,
      why: entryWhy,
      ...(waiting > 0 && { waiting: String(waiting) }),
    },
  ];
};
