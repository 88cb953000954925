/** The register of those who examine and sit. */
import { html } from "../../kit/html.ts";
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { pick, text, ticks } from "../../page/kinds.ts";
import { enterExamPerson } from "../register/acts.ts";
import { seeRegister } from "../views.ts";
import { certificationWords } from "../words.ts";
import { places } from "./places.ts";

export const registerPage = formPage({
  name: "registre-des-jurys",
  route: places.register,
  who: "see the certification",
  words: (lang) => certificationWords(lang).register,
  seen: (visit) => see(visit, seeRegister, {}),
  form: {
    fields: ({ visit, lang, words, seen }) => {
      const { colleges } = visit.law.diploma.jury;
      const choice = (label: string, options: readonly { value: string; label: string }[], hint?: string) =>
        pick({ label, options, empty: words.noCollege, optional: true, ...(hint !== undefined && { hint }) });
      return {
        name: text({ label: words.name, missing: words.missing.name }),
        actors: ticks({
          legend: words.who,
          hint: words.whoHint,
          options: seen.doers.map(({ actor, name, address }) => ({ value: actor, label: `${name}, ${address}` })),
        }),
        address: text({ label: words.address, optional: true, type: "email" }),
        college: choice(
          words.college,
          colleges.map(({ key, name, label }) => ({ value: key, label: name?.[lang] ?? label[lang] })),
          words.collegeHint,
        ),
        seat: choice(
          words.seat,
          colleges.flatMap(({ seats = [] }) => seats.map(({ seat, label }) => ({ value: seat, label: label[lang] }))),
        ),
        side: choice(
          words.side,
          colleges.flatMap(({ sides = [] }) => sides.map(({ side, label }) => ({ value: side, label: label[lang] }))),
        ),
        employer: text({ label: words.employer, optional: true }),
      };
    },
    go: ({ words }) => words.go,
    act: enterExamPerson,
    on: { actor: "actors" },
    input: ({ name, actors, ...rest }, { visit }) => {
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      return { diploma: visit.law.diploma.diploma, name, actors, ...Object.fromEntries(given) };
    },
    done: () => places.register.to(undefined, { fait: "inscrit" }),
  },
  told: ({ words }) => ({ inscrit: words.entered }),
  shown: ({ visit, lang, words, seen }, forms) => {
    const { colleges } = visit.law.diploma.jury;
    const labelOf = (college: string | null) => {
      const one = colleges.find(({ key }) => key === college);
      return one ? (one.name?.[lang] ?? one.label[lang]) : "–";
    };
    const rows = seen.persons.map(({ name, college, employer }) => [name, labelOf(college), employer]);
    const main = html`${rows.length === 0 ? html`<p>${words.none}</p>` : table({ id: "register", caption: words.heading, head: [words.name, words.college, words.employer], rows, stacks: true })}
${may(visit.actor, enterExamPerson.who) && html`<h2>${words.enter}</h2>${forms.form()}`}`;
    return { title: words.heading, lead: words.lead, main, back: places.sessions.to() };
  },
});
