/** A dossier's submissions and history, with the office's notes. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayDay } from "../../kit/lang.ts";
import { sayMoment } from "../../kit/moment.ts";
import { longestOf } from "../../kit/shapes.ts";
import { may } from "../../act/permissions.ts";
import { button, type FieldError, form, textArea } from "../../page/form.ts";
import type { Form, Visit } from "../../page/page.ts";
import { noteDossier } from "../acts.ts";
import type { OfficeDossier } from "../views.ts";
import { decidedWords } from "../decided/words.ts";
import { activityWords } from "../activity-words.ts";
import { sayExactly } from "../../dossier/sentences.ts";
import { dossierWords } from "../../dossier/words.ts";
import { officeWords, sayPart } from "../words.ts";
import { keepingList } from "./list.ts";

/** All submissions, latest first; earlier ones stay readable. */
export function receipts(visit: Visit, { submissions, dossier }: OfficeDossier): Html {
  const { lang, link, school } = visit;
  const words = officeWords(lang).dossier;
  return html`<ul class="files">${submissions.toReversed().map(({ number, submittedAt, sentAt, late, kind }) => {
    const label = words.receipt(number, sayMoment(sentAt ?? submittedAt, school.timezone, lang));
    const confirmed = sentAt && confirmedThen({ submittedAt }, school.timezone, lang);
    const marks = [...(kind === "complement" ? [words.complementMark] : []), ...(late ? [words.lateMark] : [])];
    return html`<li><a class="ds-link" href="${href(link(keepingList(visit, `/dossiers/${dossier.id}/recepisse/${number}`)))}">${label}</a>${marks.map((mark) => html` <span class="ds-tag" data-color="neutral">${mark}</span>`)}${confirmed && html` <span class="small">${confirmed}</span>`}</li>`;
  })}</ul>`;
}

/** For a submission sent before authentication: the receipt's own words. */
export function confirmedThen({ submittedAt }: { readonly submittedAt: Date }, zone: string, lang: Lang): string {
  return dossierWords(lang).receipt.confirmedThen(sayExactly(submittedAt, zone, lang));
}

/** The whole history with notes, latest first. */
export function happenedTo(
  { lang, school }: Visit,
  { facts, notes, submissions, names, intake }: OfficeDossier,
): readonly { readonly at: Date; readonly by: string; readonly said: string; readonly text: string }[] {
  const words = officeWords(lang);
  const sayFact = ({ kind, details: { to, item, conform, day } }: (typeof facts)[number]): string => {
    if (kind === "assigned" && typeof to !== "string") return words.facts.released!;
    if (kind === "assigned")
      return words.pair(words.facts.assigned!, names[`account:${String(to)}`] ?? words.dossier.left);
    if (kind === "day-fixed") return words.pair(words.facts[kind]!, sayDay(String(day), lang));
    if (kind !== "judged" || typeof item !== "string") return words.facts[kind] ?? kind;
    return words.pair(sayPart(item, intake, lang), conform === true ? words.verdict.conform : words.verdict.not);
  };
  return [
    ...facts.map((fact) => ({ at: fact.at, by: fact.by, said: sayFact(fact), text: textIn(fact.details) })),
    ...notes.map(({ at, by, text }) => ({ at, by, said: words.facts.note!, text })),
    ...submissions.map(({ number, submittedAt, sentAt, late }) => ({
      at: sentAt ?? submittedAt,
      by: "",
      said: `${words.facts.submitted!}, ${number}${late ? `, ${words.dossier.lateMark}` : ""}`,
      text: sentAt ? confirmedThen({ submittedAt }, school.timezone, lang) : "",
    })),
  ]
    .toReversed()
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

export function log(visit: Visit, opened: OfficeDossier, errors: readonly FieldError[], sent?: Form): Html {
  const { lang, school } = visit;
  const { names, submissions, dossier } = opened;
  const words = officeWords(lang);
  const note = textArea({
    name: "note",
    label: words.dossier.note,
    hint: words.dossier.noteHint,
    value: sent?.get("note") ?? "",
    rows: 3,
    most: longestOf(noteDossier.form.properties.text),
    errors,
    lang,
  });
  return html`${may(visit.actor, noteDossier.who) && html`<h3>${words.dossier.noteHeading}</h3>${form(visit, html`${note}<div class="actions">${button(words.dossier.noteGo, { variant: "secondary" })}</div>`, { action: visit.link(keepingList(visit, visit.path)) })}`}
<ul><li><a class="ds-link" href="${href(visit.link(keepingList(visit, `/dossiers/${dossier.id}/journal`)))}">${activityWords[lang].link}</a></li>${
    submissions.length > 0 &&
    html`<li><a class="ds-link" href="${href(visit.link(`/dossiers/${dossier.id}/decision`))}">${decidedWords(lang).officeTitle}</a></li>`
  }</ul>
<ol class="timeline-list">${happenedTo(visit, opened).map(
    ({ at, by, said, text }) =>
      html`<li><time datetime="${at.toISOString()}">${sayMoment(at, school.timezone, lang)}</time> <strong>${said}</strong>${names[by] && html` ${words.dossier.by(names[by])}`}${text !== "" && html`<p class="typed">${text}</p>`}</li>`,
  )}</ol>`;
}

function textIn(details: Readonly<Record<string, unknown>>): string {
  return typeof details.reason === "string" ? details.reason : "";
}
