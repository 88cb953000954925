/** The parts shared by the pages of collective studies: an agreement, days of work, the standing report. */
import { href, type Html, html } from "../../../kit/html.ts";
import { sayInstant } from "../../../kit/instant.ts";
import type { Day } from "../../../kit/day.ts";
import { type Lang, sayDay, sayNumber } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { summaryList, table } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";
import { places } from "../../cohorts/pages/places.ts";
import { sayWhen } from "../../lessons/words.ts";
import { sayBounds, sayCount, sayLength, workWords } from "../../works/words.ts";
import type { ShownAgreement } from "../agreements.ts";
import type { Gone } from "../kept.ts";
import type { myStudy } from "../views.ts";
import { studyWords } from "./words.ts";

type Mine = NonNullable<NonNullable<Awaited<ReturnType<typeof myStudy.read>>>["mine"]>;

export const linkTo = (visit: Visit, to: string, label: string, of = "") =>
  html`<a class="ds-link" href="${href(visit.link(to))}">${label}${of !== "" && html`<span class="ds-sr-only">, ${of}</span>`}</a>`;

export function sayAt(visit: Visit, at: string): string {
  return sayInstant(new Date(at), visit.school.timezone, visit.lang);
}

/** Its contents, the signatures made and those still missing; `ended`: the day on which the organisation withdrew. */
export function agreementBlock(visit: Visit, agreement: ShownAgreement | null, ended: Day | null = null): Html {
  const { lang } = visit;
  const words = studyWords(lang);
  if (!agreement) return html`<p>${ended === null ? words.notDrawn : words.neverDrawn}</p>`;
  const { id, version, at, contents, signed, missing } = agreement;
  const typed = (text: string) => html`<span class="typed">${text}</span>`;
  const rows = [
    { key: words.fields.object.label, value: typed(contents.object) },
    { key: words.fields.course.label, value: typed(contents.course) },
    { key: words.fields.from, value: sayDay(contents.from, lang) },
    { key: words.fields.until, value: sayDay(contents.until, lang) },
    { key: words.fields.signatory, value: `${contents.signatory.name}, ${contents.signatory.quality}` },
    ...contents.referents.map(({ name, qualification }) => ({
      key: words.oneReferent,
      value: `${name}, ${qualification}`,
    })),
  ];
  return html`<p>${words.version(version, sayAt(visit, at))} ${linkTo(visit, places.agreementPdf.to({ agreement: id }), words.pdf)}</p>
${summaryList(rows, lang)}
${signed.length > 0 && html`<h3>${words.signedBy}</h3><ul>${signed.map((one) => html`<li>${one.scan === null ? words.signedIn(one.name, sayAt(visit, one.at)) : html`${words.signedOn(one.name, sayAt(visit, one.at))} (${linkTo(visit, `/fichier/${one.scan}`, words.scan)})`}</li>`)}</ul>`}
<p>${ended !== null ? html`<strong>${words.ended(sayDay(ended, lang))}</strong>` : missing.length === 0 ? words.complete : html`<strong>${words.missingFrom(missing.map(({ name }) => name).join(", "))}</strong>`}</p>`;
}

/** What follows from the withdrawal of the organisation; `stays`: the group does, since its report is deposited. */
export function goneBlock({ lang }: Visit, { gone, stays }: { readonly gone: Gone; readonly stays: boolean }): Html {
  const words = studyWords(lang);
  const { organisation, on, ground } = gone;
  return html`<div class="ds-alert" data-color="warning"><p>${words.goneSaid(organisation, sayDay(on, lang))} <span class="typed">${ground}</span></p><p>${stays ? words.goneReported : words.goneSought}</p></div>`;
}

/** `staff`: adds a link to each list. */
export function daysBlock(visit: Visit, { days, unit }: Pick<Mine, "days" | "unit">, staff: boolean): Html {
  const { lang } = visit;
  const words = studyWords(lang);
  const hours = `${sayNumber(unit.hours, lang)}\u00a0h`;
  return html`<p>${words.daysWhy(`${unit.unit} – ${capital(unit.label[lang])}`, hours)}</p>
${
  days.length === 0
    ? html`<p>${words.noDay}</p>`
    : table({
        id: "days",
        caption: words.daysCaption,
        head: [words.when, words.teacher, words.room, words.what],
        rows: days.map((lesson) => [
          capital(sayWhen(lesson, lang)),
          lesson.trainerName,
          lesson.roomName ?? words.noRoom,
          html`${lesson.cancelledWhy === null ? lesson.subject : html`<strong>${words.cancelled(lesson.cancelledWhy)}</strong>`}${staff && html` ${linkTo(visit, places.lesson.to({ lesson: lesson.id }), words.list, sayWhen(lesson, lang))}`}`,
        ]),
        stacks: true,
      })
}`;
}

export function reportBlock(visit: Visit, { report }: Pick<Mine, "report">): Html {
  const { lang } = visit;
  const words = studyWords(lang);
  const { deposit, before } = report;
  const asked = askedOf({ report }, lang);
  const counted = deposit?.pages == null ? words.notCounted : sayCount("pages", deposit.pages, lang);
  return html`<p>${
    deposit
      ? html`${words.deposited(deposit.by, sayAt(visit, deposit.at))} (${linkTo(visit, `/fichier/${deposit.file}`, words.open)}, ${counted}).${deposit.within === false && html` <strong>${outsideOf({ report }, lang)}</strong>`}`
      : words.noReport
  } ${asked}</p>
${before.length > 0 && html`<h3>${words.before}</h3><ul>${before.map((one) => html`<li>${sayAt(visit, one.at)} – ${words.facts[one.kind]}, ${one.by}${one.reason !== "" && html` – <span class="typed">${one.reason}</span>`}</li>`)}</ul>`}`;
}

type Reported = Pick<Mine, "report">;

export function askedOf({ report: { least, most, measure, article } }: Reported, lang: Lang): string {
  return studyWords(lang).asked(`${sayBounds(least, most, lang)} ${measure[lang]}`, article);
}

export function outsideOf({ report: { least, most, deposit } }: Reported, lang: Lang): string {
  const measure = { min: least ?? undefined, max: most ?? undefined };
  return workWords(lang).outside(sayLength({ length: "pages", measure }, deposit?.pages ?? 0, lang));
}

/** A form field for one uploaded file, and its fault. */
