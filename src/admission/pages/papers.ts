/** What a candidate has of the admission to print: the protocol of hours granted. */
import { dayIn } from "../../kit/zone.ts";
import { myDossiers } from "../../dossier/views.ts";
import { see } from "../../page/acting.ts";
import type { MinePapers, OwnPaper } from "../../page/mine.ts";
import { myCandidacy } from "../views.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

export const admissionPapers: MinePapers = async (visit) => {
  const papers: OwnPaper[] = [];
  for (const { id: dossier, intakeFacts } of (await see(visit, myDossiers, {}))?.dossiers ?? []) {
    const relief = (await see(visit, myCandidacy, { dossier }))?.decided.relief;
    if (!relief?.details.facts.grants?.length) continue;
    papers.push({
      label: admissionWords(visit.lang).candidacy.protocol,
      on: dayIn(new Date(relief.at), visit.school.timezone),
      to: `${places.own.to({ diploma: intakeFacts.diploma, dossier })}/protocole.pdf`,
    });
  }
  return papers;
};
