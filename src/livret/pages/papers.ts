/** A trainee's livret, as it was issued. */
import { dayIn } from "../../kit/zone.ts";
import { see } from "../../page/acting.ts";
import type { MinePapers, OwnPaper } from "../../page/mine.ts";
import { places } from "../../training/cohorts/pages/places.ts";
import { myTrainings } from "../../training/mine/views.ts";
import { myIssuedLivret } from "../views.ts";
import { livretWords } from "../words.ts";

export const livretPapers: MinePapers = async (visit) => {
  const papers: OwnPaper[] = [];
  for (const { enrolment } of (await see(visit, myTrainings, {}))?.trainings ?? []) {
    const issued = (await see(visit, myIssuedLivret, { enrolment }))?.issued;
    if (!issued) continue;
    const on = dayIn(new Date(issued.at), visit.school.timezone);
    papers.push({ label: livretWords(visit.lang).title, on, to: places.myLivretPdf.to({ enrolment }) });
  }
  return papers;
};
