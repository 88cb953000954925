/** A person's exams and results, on the office's page about them. */
import { href, html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { see } from "../../page/acting.ts";
import { table } from "../../page/form.ts";
import type { PersonEvent, PersonPart, PersonParts } from "../../page/person.ts";
import { seeEnrolmentsOf } from "../../training/cohorts/views.ts";
import { seePresentedOf } from "../views.ts";
import { certificationWords } from "../words.ts";
import { places } from "./places.ts";

export const examsPart: PersonParts = async (visit, { dossiers }) => {
  const { lang, link } = visit;
  const { whole: words, candidate, results: said } = certificationWords(lang);
  const of = { dossiers: dossiers.map(({ dossier }) => dossier).slice(0, 50) };
  const parts: PersonPart[] = [];
  for (const { enrolment } of (await see(visit, seeEnrolmentsOf, of))?.enrolments ?? []) {
    const seen = await see(visit, seePresentedOf, { enrolment });
    if (!seen || seen.presented.length + seen.results.length === 0) continue;
    const sessions = table({
      id: `epreuves-liste-${enrolment}`,
      caption: words.caption,
      stacks: true,
      head: [words.session, words.exams, words.state],
      rows: seen.presented.map(({ session, name, exams, withdrawnAt }) => [
        html`<a class="ds-link" href="${href(link(places.candidate.to({ session, enrolment })))}">${name}</a>`,
        exams.join(", "),
        withdrawnAt === null ? words.presented : words.withdrawn,
      ]),
    });
    const notified = seen.results.map(
      ({ notifiedOn, outcome, completeBy }) =>
        html`<li>${sayDay(notifiedOn, lang)} – ${candidate.outcome[outcome as keyof typeof candidate.outcome]}${completeBy !== null && ` ${said.until(sayDay(completeBy, lang))}`}</li>`,
    );
    const of = { subject: "epreuves", kind: words.kind };
    const events: PersonEvent[] = [
      ...seen.presented.flatMap(({ session, name, exams, presentedAt, withdrawnAt }) => {
        const entry = { ...of, to: places.candidate.to({ session, enrolment }) };
        const to = `${name} (${exams.join(", ")})`;
        return [
          { ...entry, at: presentedAt, what: words.entered(to) },
          ...(withdrawnAt === null ? [] : [{ ...entry, at: withdrawnAt, what: words.left(to) }]),
        ];
      }),
      ...seen.sat.map(({ exam, session, name, beganAt, missed }) => ({
        ...of,
        at: beganAt,
        what: missed ? words.missed(exam, name) : words.sat(exam, name),
        to: places.candidate.to({ session, enrolment }),
      })),
      ...seen.results.map(({ notifiedOn, outcome }) => ({
        ...of,
        at: notifiedOn,
        what: words.notified(candidate.outcome[outcome as keyof typeof candidate.outcome]),
      })),
    ];
    parts.push({
      events,
      key: `epreuves-${enrolment}`,
      title: words.title,
      main: html`${notified.length > 0 && html`<ul>${notified}</ul>`}${seen.presented.length > 0 && sessions}`,
    });
  }
  return parts;
};
