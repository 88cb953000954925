/** What happened to a dossier, day by day, the last first. */
import { type Html, html, href } from "../../../kit/html.ts";
import type { Visit } from "../../../web/page.ts";
import { sayMoment } from "../sentences.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { below } from "./holding.ts";

export function timeline(visit: Visit, { facts, submissions }: OpenedDossier): Html {
  const { lang, school } = visit;
  const words = dossierWords(lang).timeline;
  const happened = [
    ...facts.map(({ kind, at }) => ({ at, said: html`${words.kinds[kind as keyof typeof words.kinds] ?? kind}` })),
    ...submissions.map(({ number, submittedAt, late }) => ({
      at: submittedAt,
      said: html`${late ? words.late : words.submitted} <a class="ds-link" href="${href(visit.link(below(visit, `recepisse/${number}`)))}">${words.receipt(number)}</a>`,
    })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return html`<h2>${words.heading}</h2>
<ol class="timeline-list">${happened.map(({ at, said }) => html`<li><time datetime="${at.toISOString()}">${sayMoment(at, school.timezone, lang)}</time> ${said}</li>`)}</ol>`;
}
