/** Declared titles, experience and plan, with links to change them while the dossier is open. */
import { type Html, html } from "../../kit/html.ts";
import { requestRows } from "../../inquiry/price-pages/request-steps.ts";
import { plannedRows } from "../../inquiry/path-pages/path-parts.ts";
import { summaryList } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { answersOf } from "../../inquiry/pages/check.ts";
import { whereabouts } from "../../inquiry/pages/step.ts";
import type { OpenedDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { underItsLaw } from "./holding.ts";
import { inDossier } from "./in-dossier.ts";

export function declaredParts(asked: Visit, opened: OpenedDossier): Html {
  const visit = underItsLaw(asked, opened.intake);
  const here = whereabouts(visit, inDossier, opened.draft);
  const { law, lang } = visit;
  const rows = plannedRows(law, here.draft, { on: visit.today, lang, unsaid: dossierWords(lang).save.nothing });
  const requests = requestRows(law, here.draft.plan, lang);
  return html`${answersOf(here)}
<h2>${dossierWords(lang).taskNames.plan}</h2>
${summaryList([...rows, ...requests], lang)}
<p><a class="ds-link" href="${here.to("resultat")}">${dossierWords(lang).submit.change}<span class="ds-sr-only"> ${dossierWords(lang).taskNames.plan}</span></a></p>`;
}
