/** The relief protocol as a PDF, for the person and for staff who see the admissions. */
import { isId } from "../../kit/shapes.ts";
import { html } from "../../kit/html.ts";
import { printFor, see } from "../../page/acting.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { resultWords } from "../../inquiry/pages/result-words.ts";
import { PROTOCOL_TEMPLATE, protocolDocument } from "../documents/protocol.ts";
import { seeProtocol } from "../views.ts";
import { places } from "./routes.ts";

async function printed(visit: Visit): Promise<PageResult> {
  const { dossier = "", diploma } = visit.params;
  const seen = isId(dossier) ? await see(visit, seeProtocol, { dossier }) : undefined;
  if (!seen || (diploma !== undefined && seen.intake.diploma !== diploma)) return { notFound: true };
  const { law } = underItsLaw(visit, seen.intake);
  const { number, name, intake, relief } = seen;
  const document = protocolDocument({ law, number, person: name ?? number, intake: intake.label.fr, relief });
  if (!document) return { notFound: true };
  const { documents } = visit.world;
  if (!documents) {
    const words = resultWords(visit.lang).pdf;
    const main = html`<h1>${words.unavailable}</h1><p>${words.unavailableWhy}</p>`;
    return { html: layout(visit, { title: words.unavailable, main }), status: 503 };
  }
  const file = await printFor(visit, documents, PROTOCOL_TEMPLATE, document);
  return { file, type: "application/pdf", name: `protocole-${number}.pdf` };
}

export const protocolPages: readonly Page[] = [
  {
    name: "admissions-protocole",
    path: `${places.candidacy.path}/protocole.pdf`,
    who: "read a protocol",
    view: printed,
  },
  { name: "dossier-protocole", path: `${places.own.path}/protocole.pdf`, who: "read a protocol", view: printed },
];
