/** An individual programme: for the director to sign, for staff, and for the trainee. */
import { may } from "../../../act/permissions.ts";
import { type Html, html } from "../../../kit/html.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { type Lang, sayNumber } from "../../../kit/lang.ts";
import { isId } from "../../../kit/shapes.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { agreed, carried } from "../../../page/kinds.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, Visit } from "../../../page/page.ts";
import { sayCited } from "../../../admission/sentences.ts";
import { places } from "../../cohorts/pages/places.ts";
import { signProgramme } from "../acts.ts";
import { myProgramme, seeProgramme } from "../views.ts";
import { programmeWords } from "../words.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof seeProgramme.read>>>;

export const programmePage = formPage({
  name: "programme-individuel",
  route: places.programme,
  who: "see the training",
  words: programmeWords,
  seen: async (visit, { enrolment }) =>
    isId(enrolment) ? see(visit, seeProgramme, { enrolment, language: visit.lang }) : undefined,
  form: {
    fields: ({ words }) => ({ agreed: agreed({ box: words.agree }), shown: carried<string>() }),
    begin: ({ seen }) => ({ shown: seen.shown }),
    act: signProgramme,
    input: ({ shown }, { params, words }) => ({ enrolment: params.enrolment, shown, words: words.fields.agreed.hint }),
    done: "signe",
  },
  shown: ({ visit, words, seen }, { form }) => {
    const signs = may(visit.actor, signProgramme.who) && seen.signed?.current !== true;
    const main = html`${programmeParts(visit, seen)}${signs && form()}`;
    const lead = words.lead(seen.cohort, seen.lawVersion);
    return { title: words.of(seen.name), lead, main, back: places.person.to({ enrolment: seen.enrolment }) };
  },
});

export const myProgrammePage: Page = {
  name: "mon-programme-individuel",
  path: places.myProgramme.path,
  who: "be in training",
  view: async (visit) => {
    const { enrolment = "" } = visit.params;
    const seen = isId(enrolment) ? await see(visit, myProgramme, { enrolment, language: visit.lang }) : undefined;
    if (!seen) return { notFound: true };
    const words = programmeWords(visit.lang);
    const main = programmeParts(visit, seen);
    const lead = words.lead(seen.cohort, seen.lawVersion);
    return { html: layout(visit, { title: words.title, lead, main, back: places.mine.to() }) };
  },
};

function programmeParts(visit: Visit, seen: Seen): Html {
  const { lang, school } = visit;
  const words = programmeWords(lang);
  const { units, domains, signed } = seen;
  const findings = [...domains.flatMap((one) => one.findings), ...seen.findings];
  const sum = (of: (one: Seen["units"][number]) => number) => units.reduce((total, one) => total + of(one), 0);
  return html`<h2>${words.hours}</h2>
${table({
  id: "units",
  caption: words.hours,
  head: [words.unit, words.whole, words.relief, words.remaining],
  rows: units.map((unit) => [
    `${unit.unit} – ${capital(unit.label[lang])}`,
    ...[unit.hours, unit.relief, unit.remaining].map((value) => hours(value, lang)),
  ]),
  foot: [
    words.total,
    hours(
      sum((one) => one.hours),
      lang,
    ),
    hours(
      sum((one) => one.relief),
      lang,
    ),
    hours(
      sum((one) => one.remaining),
      lang,
    ),
  ],
  numeric: [1, 2, 3],
  stacks: true,
})}
<h2>${words.exams}</h2>
${table({
  id: "exams",
  caption: words.exams,
  head: [words.exam, words.state],
  rows: domains.map(({ domain, label, exam }) => [`${domain} – ${capital(label[lang])}`, words.states[exam]]),
  stacks: true,
})}
${
  findings.length > 0 &&
  html`<details class="ds-details"><summary>${words.why}</summary><div><ul>${findings.map(({ reason, source }) => html`<li>${reason} <span class="small">${sayCited(source)}</span></li>`)}</ul></div></details>`
}
<h2>${words.signature}</h2>
<p>${signed ? words.signed(signed.version, signed.name, sayInstant(new Date(signed.at), school.timezone, lang)) : words.notSigned}</p>
${signed?.current === false && html`<p class="ds-alert" data-color="warning">${words.outdated}</p>`}`;
}

function hours(value: number, lang: Lang): string {
  return `${sayNumber(value, lang)}\u00a0h`;
}
