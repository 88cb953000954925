/** When the office finds no dossier: it does not exist, or it is the officer's own, which a colleague handles. */
import { html } from "../../kit/html.ts";
import { see } from "../../page/acting.ts";
import { linkButton } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { PageResult, Visit } from "../../page/page.ts";
import { isDossierId } from "../../dossier/pages/holding.ts";
import { openDossier } from "../../dossier/views.ts";
import { officeWords } from "../words.ts";

export async function notHere(visit: Visit): Promise<PageResult> {
  const { params, person, link, lang } = visit;
  const { dossier = "" } = params;
  const opened = isDossierId(dossier) ? await see(visit, openDossier, { dossier }) : undefined;
  if (!opened || opened.dossier.account !== person?.account) return { notFound: true };
  const words = officeWords(lang).own;
  const main = html`<p>${words.why}</p>
<div class="actions">${linkButton(link(`/${opened.intake.diploma}/dossier/${dossier}`), words.open)}</div>`;
  return { html: layout(visit, { title: words.title, main, back: "/dossiers" }), status: 403 };
}
