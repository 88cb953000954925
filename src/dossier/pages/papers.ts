/** What a candidate has of each dossier to print: its receipts. */
import { dayIn } from "../../kit/zone.ts";
import { see } from "../../page/acting.ts";
import type { MinePapers, OwnPaper } from "../../page/mine.ts";
import { myDossiers, openDossier } from "../views.ts";
import { dossierWords } from "../words.ts";
import { receiptPdfAt } from "./receipt-pdf.ts";

export const dossierPapers: MinePapers = async (visit) => {
  const words = dossierWords(visit.lang).timeline;
  const papers: OwnPaper[] = [];
  for (const { id: dossier, intakeFacts } of (await see(visit, myDossiers, {}))?.dossiers ?? []) {
    const opened = await see(visit, openDossier, { dossier });
    for (const { number, submittedAt } of opened?.submissions ?? []) {
      const to = receiptPdfAt.to({ diploma: intakeFacts.diploma, dossier, number });
      papers.push({ label: words.receipt(number), on: dayIn(submittedAt, visit.school.timezone), to });
    }
  }
  return papers;
};
