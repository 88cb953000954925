/** Appointments: the authority's order with the jury it appoints, and the examiners of each exam. */
import { type Html, html } from "../../kit/html.ts";
import { may } from "../../act/permissions.ts";
import { sayDay } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { day, files, pick, text, ticks } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { sidesOf } from "../../decisions/jury/facts.ts";
import { fileProblems } from "../../files/words.ts";
import { designate, enterOrder } from "../register/acts.ts";
import { seeSession } from "../views.ts";
import { certificationWords } from "../words.ts";
import { ANCHORS, askedExam, examLabel, lawOfSession, places } from "./places.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeSession.read>>>;

export const namingPage = formPage({
  name: "certification-nominations",
  route: places.naming,
  who: "see the certification",
  takesFiles: true,
  asksFirst: "appoint the jury",
  words: (lang) => certificationWords(lang).naming,
  seen: (visit, { session }) => see(visit, seeSession, { session }),
  form: {
    fields: ({ seen, lang, visit }) => ({
      number: text(),
      signedOn: day(),
      persons: ticks({
        options: seen.persons
          .filter(({ college }) => college !== null)
          .map(({ id, name, college }) => ({
            value: id,
            label: `${name}, ${collegeLabel(visit, seen, college!, lang)}`,
          })),
        blank: true,
      }),
      scan: files({ optional: true, accept: ".pdf,image/*" }),
    }),
    check: ({ scan }, { lang }) => {
      const [one] = scan ?? [];
      return one && "problem" in one ? { scan: fileProblems[lang][one.problem] } : {};
    },
    act: enterOrder,
    input: ({ number, signedOn, persons, scan }, { params }) => {
      const [one] = scan ?? [];
      const upload = one && "upload" in one ? { scan: one.upload } : {};
      return { session: params.session, number, signedOn, persons, ...upload };
    },
    done: (_, { params }) => places.naming.to(params, { fait: "nomme" }),
  },
  also: (form) => ({
    designate: form({
      fields: ({ visit, lang, words, seen }) => {
        const { diploma } = lawOfSession(visit, seen.session);
        const sides = new Map(diploma.domains.flatMap(sidesOf).map((one) => [one.by, one.label[lang]]));
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
          by: pick({
            label: words.by,
            options: [...sides].map(([value, label]) => ({ value, label })),
            empty: words.choose,
            missing: words.missing.by,
          }),
          on: day({ label: words.on }),
          examiners: ticks({
            label: words.persons,
            options: seen.persons.map(({ id, name }) => ({ value: id, label: name })),
            missing: words.missing.persons,
          }),
        };
      },
      begin: ({ visit, seen }) => askedExam(visit, seen.session),
      go: ({ words }) => words.designateGo,
      act: designate,
      on: { persons: "examiners" },
      input: ({ exam, by, on, examiners }, { params }) => ({
        session: params.session,
        exam,
        by,
        on,
        persons: examiners,
      }),
      done: (_, { params }) => places.naming.to(params, { fait: "nomme" }),
    }),
  }),
  told: ({ lang }) => ({ nomme: certificationWords(lang).session.done.nomme }),
  shown: ({ visit, words, seen }, forms) => {
    const names = may(visit.actor, enterOrder.who);
    const main = html`<h2>${words.named}</h2>
${named(visit, seen)}
${visit.person && html`<div class="actions">${linkButton(visit.link(places.register.to()), words.register, "secondary")}</div>`}
${names && html`<h2 id="${ANCHORS.order}">${words.order}</h2>${forms.form()}<h2 id="${ANCHORS.designate}">${words.designate}</h2>${forms.also.designate()}`}`;
    return {
      title: words.heading,
      lead: words.lead,
      main,
      back: places.session.to({ session: seen.session.id }),
    };
  },
});

function collegeLabel(visit: Visit, { session }: Seen, college: string, lang: "fr" | "en"): string {
  const { jury } = lawOfSession(visit, session).diploma;
  const one = jury.colleges.find(({ key }) => key === college);
  return one?.name?.[lang] ?? college;
}

function named(visit: Visit, seen: Seen): Html {
  const { lang } = visit;
  const words = certificationWords(lang).naming;
  const law = lawOfSession(visit, seen.session);
  const orders = seen.orders.map(
    ({ number, signedOn, amends }) =>
      html`<li>${number}, ${sayDay(signedOn, lang)}${amends && `, ${words.amends}`}</li>`,
  );
  if (orders.length === 0 && seen.designations.length === 0) return html`<p>${words.nobody}</p>`;
  const sideOf = (exam: string, by: string) => {
    const domain = law.diploma.domains.find((one) => one.domain === exam);
    return (domain && sidesOf(domain).find((one) => one.by === by)?.label[lang]) ?? by;
  };
  // The jury is the authority's to appoint, by the order.
  const rows = seen.designations.map(({ name, exam, by, on }) => [
    name,
    exam === null ? words.jury : examLabel(law, exam, lang),
    exam === null ? words.byOrder : sideOf(exam, by),
    sayDay(on, lang),
  ]);
  return html`${orders.length > 0 && html`<ul>${orders}</ul>`}
${table({ id: "named", caption: words.named, head: [words.persons, words.exam, words.by, words.on], rows, stacks: true })}`;
}
