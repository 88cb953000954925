/** How a dossier is examined, and how it was decided. */
import { seeActivity } from "./activity.ts";
import { acceptLate, assignDossier, declineLate, judgePart, judgeRest, noteDossier } from "./acts.ts";
import { seeChosen } from "./chosen.ts";
import { decidedPages } from "./decided/pages/decided.ts";
import { howDecided, howWasDecided } from "./decided/views.ts";
import { officeEntries, officePages } from "./pages/pages.ts";
import { exportQueue, seeDossier, seeQueue, seeToLookAt } from "./views.ts";

export const manifest = {
  name: "office",
  acts: [acceptLate, declineLate, assignDossier, judgePart, judgeRest, noteDossier],
  views: [seeQueue, seeToLookAt, exportQueue, seeDossier, howDecided, howWasDecided, seeActivity, seeChosen],
  pages: [...officePages, ...decidedPages],
  entries: [officeEntries],
  places: { dossier: (id: string) => `/dossiers/${id}` },
};
