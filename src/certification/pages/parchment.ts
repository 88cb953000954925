/** The parchment that waits at the school: where, when, what to bring; what the school's file does not say is asked of the school. */
import { href, type Html, html } from "../../kit/html.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { sayDay } from "../../kit/lang.ts";
import { collectLines } from "../collecting.ts";
import { certificationWords } from "../words.ts";
import { ANCHORS } from "./places.ts";

type Of = { readonly diploma: string; readonly dossier: string | null };

export function collectSection(visit: Visit, received: string, { diploma, dossier }: Of): Html {
  const { lang, school } = visit;
  const words = certificationWords(lang).results.collect;
  return html`<section class="step" id="${ANCHORS.parchment}" aria-labelledby="collect"><h2 id="collect">${words.title}</h2>
<p>${words.since(sayDay(received, lang))}</p>
${summaryList(collectLines(school, lang), lang)}
${dossier !== null && html`<p class="actions">${linkButton(visit.link(messagesAt(diploma, dossier)), words.ask)}</p>`}</section>`;
}

/** The person's own thread with the school. */
export const messagesAt = (diploma: string, dossier: string) => `/${diploma}/dossier/${dossier}/messages`;

export function messageLink(visit: Visit, { diploma, dossier }: Of, label: string): Html | false {
  return (
    dossier !== null && html`<a class="ds-link" href="${href(visit.link(messagesAt(diploma, dossier)))}">${label}</a>`
  );
}
