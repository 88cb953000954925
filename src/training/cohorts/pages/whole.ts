/** A person's trainings, on the office's page about them: state, hours, works. */
import { href, html } from "../../../kit/html.ts";
import { capital } from "../../../kit/typography.ts";
import { see } from "../../../page/acting.ts";
import { summaryList } from "../../../page/form.ts";
import type { PersonEvent, PersonPart, PersonParts } from "../../../page/person.ts";
import { hoursShown } from "../../hours/pages/table.ts";
import { seeHours } from "../../hours/views.ts";
import { ENROLMENT } from "../../rules/enrolment.ts";
import { workRows } from "../../works/pages/works.ts";
import { seeWorks } from "../../works/views.ts";
import { seeEnrolmentsOf } from "../views.ts";
import { places } from "./places.ts";
import { cohortWords } from "./words.ts";

export const trainingsPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, link } = visit;
  const words = cohortWords(lang);
  const of = { dossiers: dossiers.map(({ dossier }) => dossier).slice(0, 50) };
  const parts: PersonPart[] = [];
  for (const { enrolment, cohort, state, enrolledAt, facts } of (await see(visit, seeEnrolmentsOf, of))?.enrolments ??
    []) {
    const hours = await see(visit, seeHours, { enrolment, language: lang });
    const works = (await see(visit, seeWorks, { enrolment }))?.works ?? [];
    const way = (to: string, label: string) => html`<li><a class="ds-link" href="${href(link(to))}">${label}</a></li>`;
    const of = { subject: "formation", kind: words.whole.kind, to: places.person.to({ enrolment }) };
    const events: PersonEvent[] = [
      { ...of, at: new Date(enrolledAt), what: words.whole.enrolled(cohort) },
      ...facts.map(({ kind, on }) => ({ ...of, at: on, what: words.person.facts[kind] })),
      ...works.flatMap(({ exam, label, happened }) =>
        happened.map(({ kind, at }) => ({
          ...of,
          at: new Date(at),
          what: words.whole.work[kind](`${exam}, ${label[lang]}`),
          to: places.works.to({ enrolment }),
        })),
      ),
    ];
    parts.push({
      events,
      key: `formation-${enrolment}`,
      title: words.whole.title(cohort),
      main: html`<p>${capital(ENROLMENT.states[state][lang])}.</p>
<ul>${way(places.person.to({ enrolment }), words.whole.enrolment)}${way(places.programme.to({ enrolment }), words.person.programme)}${way(places.livret.to({ enrolment }), words.person.livret)}</ul>
<h3>${words.whole.hours}</h3>${hoursShown(hours, lang, `heures-${enrolment}`)}
${works.length > 0 && html`<h3>${words.whole.works}</h3>${works.map((work) => html`<h4>${work.exam} – ${capital(work.label[lang])}</h4>${summaryList(workRows(visit, work), lang)}`)}`}`,
    });
  }
  return parts;
};
