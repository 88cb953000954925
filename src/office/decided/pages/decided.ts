/** The complete file of a decision, as a page and a PDF, for the person and for staff who handle dossiers. */
import { html } from "../../../kit/html.ts";
import { lawOf } from "../../../law/load.ts";
import { printFor, see } from "../../../page/acting.ts";
import { documentHtml } from "../../../documents/pages/document.ts";
import { decisionsIn } from "../../../documents/pages/decisions.ts";
import { refusalsIn } from "../../../documents/pages/refusals.ts";
import { linkButton } from "../../../page/form.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { isDossierId } from "../../../dossier/pages/holding.ts";
import { reachedIn } from "../../../dossier/pages/reached.ts";
import { page } from "../../../inquiry/pages/frame.ts";
import { resultWords } from "../../../inquiry/pages/result-words.ts";
import { DECIDED_TEMPLATE, decidedDocument } from "../documents/decided.ts";
import { notHere } from "../../pages/own.ts";
import { howDecided, howWasDecided } from "../views.ts";
import { decidedWords } from "../words.ts";

type Which = typeof howDecided;

async function documentOf(visit: Visit, which: Which) {
  const { params, lang, world, school, today, law: present } = visit;
  const { dossier = "" } = params;
  const how = isDossierId(dossier) ? await see(visit, which, { dossier, language: lang }) : undefined;
  if (!how || (params.diploma !== undefined && params.diploma !== how.diploma)) return undefined;
  const law = lawOf(world.laws, how.diploma, how.lawVersion, school.establishment) ?? present;
  const refused = (await refusalsIn(visit, dossier)).flatMap(({ blocks }) => blocks);
  const elsewhere = await decisionsIn({ ...visit, law }, dossier);
  const reached = which === howDecided && how.state === "submitted" ? await reachedIn(visit, dossier) : undefined;
  return {
    how,
    document: decidedDocument({
      law,
      refused,
      reached,
      elsewhere,
      lang,
      how,
      today,
      acts: new Map(world.house.acts.map(({ name, label }) => [name, label])),
    }),
  };
}

async function decidedPage(visit: Visit, which: Which, back: string): Promise<PageResult> {
  const explained = await documentOf(visit, which);
  if (!explained) return which === howDecided ? { notFound: true } : notHere(visit);
  const words = decidedWords(visit.lang);
  const main = html`${documentHtml(explained.document)}
<div class="actions">${linkButton(`${visit.link(visit.path)}.pdf`, words.pdf, "secondary")}</div>`;
  return page(visit, { title: which === howDecided ? words.title : words.officeTitle, main, back });
}

async function printed(visit: Visit, which: Which): Promise<PageResult> {
  const explained = await documentOf(visit, which);
  if (!explained) return which === howDecided ? { notFound: true } : notHere(visit);
  const words = resultWords(visit.lang).pdf;
  const { documents } = visit.world;
  if (!documents) {
    const main = html`<h1>${words.unavailable}</h1><p>${words.unavailableWhy}</p>`;
    return page(visit, { title: words.unavailable, main }, 503);
  }
  const file = await printFor(visit, documents, DECIDED_TEMPLATE, explained.document);
  return { file, type: "application/pdf", name: `${explained.how.dossier.number}-decision.pdf` };
}

const OWN = "/:diploma/dossier/:dossier/decision";
const OFFICE = "/dossiers/:dossier/decision";

export const decidedPages: readonly Page[] = [
  {
    name: "dossier-decision",
    path: OWN,
    who: "apply",
    view: (visit) => decidedPage(visit, howDecided, `/${visit.params.diploma}/dossier/${visit.params.dossier}`),
  },
  { name: "dossier-decision-pdf", path: `${OWN}.pdf`, who: "apply", view: (visit) => printed(visit, howDecided) },
  {
    name: "dossiers-decision",
    path: OFFICE,
    who: "see the dossiers",
    view: (visit) => decidedPage(visit, howWasDecided, `/dossiers/${visit.params.dossier}`),
  },
  {
    name: "dossiers-decision-pdf",
    path: `${OFFICE}.pdf`,
    who: "see the dossiers",
    view: (visit) => printed(visit, howWasDecided),
  },
];
