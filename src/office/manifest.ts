/** The office: examining dossiers, and explaining how they were decided. */
import { endAbsence, enterAbsence, forgetAbsence } from "./absences/acts.ts";
import { forgetAbsences } from "./absences/duties.ts";
import { absenceRetained } from "./absences/retention.ts";
import { absenceEntries, absencesPage } from "./absences/pages/absences.ts";
import { seeAbsences } from "./absences/views.ts";
import { seeActivity } from "./activity.ts";
import { acceptLate, assignDossier, declineLate, judgePart, judgeRest, noteDossier } from "./acts.ts";
import { seeChosen } from "./chosen.ts";
import { decidedPages } from "./decided/pages/decided.ts";
import { howDecided, howWasDecided } from "./decided/views.ts";
import { officeEntries, officePages } from "./pages/pages.ts";
import { exportQueue, seeDossier, seeQueue, seeToLookAt } from "./views.ts";

export const manifest = {
  name: "office",
  acts: [
    acceptLate,
    declineLate,
    assignDossier,
    judgePart,
    judgeRest,
    noteDossier,
    enterAbsence,
    endAbsence,
    forgetAbsence,
  ],
  views: [
    seeQueue,
    seeToLookAt,
    exportQueue,
    seeDossier,
    howDecided,
    howWasDecided,
    seeActivity,
    seeChosen,
    seeAbsences,
  ],
  pages: [...officePages, ...decidedPages, absencesPage],
  duties: [forgetAbsences],
  entries: [officeEntries, absenceEntries],
  retained: [absenceRetained],
  places: { dossier: (id: string) => `/dossiers/${id}`, absence: () => "/equipe/absences" },
};
