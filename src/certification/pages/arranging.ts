/** A group is arranged: which exam, when, where, who before whom; and an examiner is replaced. */
import { html } from "../../kit/html.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { day, pick, text, ticks } from "../../page/kinds.ts";
import { hour } from "../../page/number-kinds.ts";
import { sidesOf } from "../../decisions/jury/facts.ts";
import { arrangeGroup } from "../exams/acts.ts";
import { seeSession } from "../views.ts";
import { certificationWords } from "../words.ts";
import { examLabel, lawOfSession, places } from "./places.ts";

export const arrangingPage = formPage({
  name: "certification-composer",
  route: places.arranging,
  who: "prepare the certification",
  words: (lang) => certificationWords(lang).arranging,
  seen: (visit, { session }) => see(visit, seeSession, { session }),
  form: {
    fields: ({ visit, lang, words, seen }) => {
      const { diploma } = lawOfSession(visit, seen.session);
      const sides = [...new Map(diploma.domains.flatMap(sidesOf).map((one) => [one.by, one.label[lang]]))];
      const people = seen.persons.map(({ id, name }) => ({ value: id, label: name }));
      return {
        exam: pick({
          label: words.exam,
          options: diploma.domains.map(({ domain }) => ({
            value: domain,
            label: examLabel({ diploma }, domain, lang),
          })),
          empty: words.choose,
          missing: words.missing.exam,
        }),
        name: text({ label: words.name, missing: words.missing.name }),
        day: day({ legend: words.day, missing: words.missing.day }),
        from: hour({ label: words.from, fault: words.missing.time }),
        until: hour({ label: words.until, fault: words.missing.time }),
        room: pick({
          label: words.room,
          options: seen.rooms.map(({ id, name }) => ({ value: id, label: name })),
          empty: words.noRoom,
          optional: true,
        }),
        ...Object.fromEntries(
          sides.map(([by, label]) => [`by-${by}`, ticks({ legend: `${words.examiners} – ${label}`, options: people })]),
        ),
        candidates: ticks({
          legend: words.candidates,
          options: seen.entries.map(({ id, name }) => ({ value: id, label: name })),
          missing: words.missing.persons,
        }),
      };
    },
    go: ({ words }) => words.go,
    act: arrangeGroup,
    on: { examiners: "exam" },
    input: (typed, { params }) => {
      const { exam, name, day: on, from, until, room, candidates } = typed;
      const examiners = Object.entries(typed as Readonly<Record<string, unknown>>).flatMap(([key, persons]) =>
        key.startsWith("by-") ? (persons as string[]).map((person) => ({ person, by: key.slice("by-".length) })) : [],
      );
      return {
        session: params.session,
        exam,
        name,
        day: on,
        from,
        until,
        ...(room !== undefined && { room }),
        examiners,
        candidates,
      };
    },
    done: (_, { params }) => places.session.to(params, { fait: "groupe" }),
  },
  shown: ({ visit, lang, words, seen }, forms) => {
    const { diploma } = lawOfSession(visit, seen.session);
    const wanted = diploma.domains.map(
      ({ domain, exam }) =>
        html`<li>${examLabel({ diploma }, domain, lang)} – ${words.needs(exam.examiners.map(({ count, label }) => `${count === undefined ? "" : `${count} × `}${label[lang]}`).join(" ; "))}</li>`,
    );
    const main = html`<ul>${wanted}</ul>${forms.form()}`;
    return {
      title: words.heading,
      lead: words.lead,
      main,
      back: places.session.to({ session: seen.session.id }),
    };
  },
});
