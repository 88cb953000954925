/** The register of examiners and jury members. */
import { href, html } from "../../kit/html.ts";
import { may } from "../../act/permissions.ts";
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { pick, text, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { changeExamPerson, enterExamPerson } from "../register/acts.ts";
import { seeRegister } from "../views.ts";
import { certificationWords } from "../words.ts";
import { places } from "./places.ts";

/** The list's cursor; from the beginning if the URL has no valid one. */
function afterIn({ nom = "", apres = "" }: Visit["query"]) {
  return isId(apres) ? { after: { name: nom.slice(0, 200), person: apres } } : {};
}

export const registerPage = formPage({
  name: "registre-des-jurys",
  route: places.register,
  who: "see the certification",
  words: (lang) => certificationWords(lang).register,
  seen: (visit) => see(visit, seeRegister, afterIn(visit.query)),
  form: {
    fields: ({ visit, seen }) => registered(visit, seen),
    act: enterExamPerson,
    on: { actor: "actors" },
    input: (typed, { visit }) => entered(visit, typed),
    done: "inscrit",
  },
  shown: ({ visit, lang, words, seen }, forms) => {
    const { colleges } = visit.law.diploma.jury;
    const labelOf = (college: string | null) => {
      const one = colleges.find(({ key }) => key === college);
      return one ? (one.name?.[lang] ?? one.label[lang]) : "–";
    };
    const next = seen.next && places.register.to(undefined, { nom: seen.next.name, apres: seen.next.person });
    const corrects = may(visit.actor, changeExamPerson.who);
    const rows = seen.persons.map(({ id, name, college, employer }) => [
      corrects
        ? html`<a class="ds-link" href="${href(visit.link(places.registered.to({ person: id })))}">${name}</a>`
        : name,
      labelOf(college),
      employer || "–",
    ]);
    const main = html`${rows.length === 0 ? html`<p>${words.none}</p>` : table({ id: "register", caption: words.heading, head: [words.name, words.college, words.employer], rows, stacks: true })}
${next && html`<p><a class="ds-link" href="${href(visit.link(next))}">${certificationWords(lang).sessions.next}</a></p>`}
${may(visit.actor, enterExamPerson.who) && html`<h2>${words.enter}</h2>${forms.form()}`}`;
    return { title: words.heading, lead: words.lead, main, back: places.sessions.to() };
  },
});

type Seen = NonNullable<Awaited<ReturnType<typeof seeRegister.read>>>;

/** The fields of a register entry, to create and to correct it. */
export function registered({ lang, law }: Visit, { doers }: Seen) {
  const words = certificationWords(lang).register;
  const { colleges } = law.diploma.jury;
  const choice = (label: string, options: readonly { value: string; label: string }[], hint?: string) =>
    pick({ label, options, empty: words.noCollege, optional: true, ...(hint !== undefined && { hint }) });
  return {
    name: text({ label: words.name, missing: words.missing.name }),
    actors: ticks({
      label: words.who,
      hint: words.whoHint,
      options: doers.map(({ actor, name, address }) => ({ value: actor, label: `${name}, ${address}` })),
      blank: true,
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
}

type Typed = { readonly name: string; readonly actors: readonly string[] } & Readonly<
  Partial<Record<"address" | "college" | "seat" | "side" | "employer", string>>
>;

export function entered({ law }: Visit, { name, actors, address, college, seat, side, employer }: Typed) {
  const filled = Object.entries({ address, college, seat, side, employer }).filter(([, value]) => value !== undefined);
  return { diploma: law.diploma.diploma, name, actors: [...actors], ...Object.fromEntries(filled) };
}
