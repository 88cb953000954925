/** The contract whose day the school noted, and the agreement of a trainee's collective study. */
import { dayIn } from "../../../kit/zone.ts";
import { see } from "../../../page/acting.ts";
import type { MinePapers, OwnPaper } from "../../../page/mine.ts";
import { places } from "../../cohorts/pages/places.ts";
import { myTrainings } from "../../mine/views.ts";
import { myStudy } from "../views.ts";
import { studyWords } from "./words.ts";

export const studyPapers: MinePapers = async (visit) => {
  const papers: OwnPaper[] = [];
  for (const { enrolment, dossier, study, contractOn } of (await see(visit, myTrainings, {}))?.trainings ?? []) {
    if (contractOn !== null)
      papers.push({ label: studyWords(visit.lang).contract, on: contractOn, to: null, of: dossier });
    const agreement = study ? (await see(visit, myStudy, { enrolment }))?.mine?.agreement : undefined;
    if (!agreement) continue;
    const on = dayIn(new Date(agreement.at), visit.school.timezone);
    papers.push({
      label: studyWords(visit.lang).agreement,
      on,
      to: places.agreementPdf.to({ agreement: agreement.id }),
    });
  }
  return papers;
};
