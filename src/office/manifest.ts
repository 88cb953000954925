/** The office: examining dossiers, and explaining how they were decided. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as absencesActs from "./absences/acts.ts";
import { forgetAbsences } from "./absences/duties.ts";
import { absenceRetained } from "./absences/retention.ts";
import { absenceEntries, absencesPage } from "./absences/pages/absences.ts";
import * as absencesViews from "./absences/views.ts";
import * as activity from "./activity.ts";
import * as acts from "./acts.ts";
import * as chosen from "./chosen.ts";
import { decidedPages } from "./decided/pages/decided.ts";
import * as decidedViews from "./decided/views.ts";
import { officeEntries, officePages } from "./pages/pages.ts";
import { applicationsPart } from "./persons/pages/applications.ts";
import { peoplePage } from "./persons/pages/people.ts";
import { personPage } from "./persons/pages/person.ts";
import { countFigures } from "./pages/figures.ts";
import * as figureViews from "./figures/views.ts";
import * as views from "./views.ts";
import { officeWaits } from "./waits.ts";
import { menuOf } from "../page/menu.ts";

export const manifest = {
  name: "office",
  acts: actsIn(acts, absencesActs),
  views: viewsIn(views, decidedViews, activity, chosen, absencesViews, figureViews),
  pages: [...officePages, ...decidedPages, absencesPage, peoplePage, personPage],
  person: [applicationsPart],
  figures: [countFigures],
  retainedOtherwise: { "how many people by week and step, of nobody": "weekly_count" },
  duties: [forgetAbsences],
  workEntries: [officeEntries, absenceEntries],
  retained: [absenceRetained],
  places: { dossier: (id: string) => `/dossiers/${id}`, absence: () => "/equipe/absences" },
  waits: officeWaits,
  menu: menuOf([
    {
      to: "/dossiers",
      label: { fr: "Dossiers", en: "Applications" },
      may: "see the dossiers",
      group: "applications",
      rank: 1,
    },
    { to: "/personnes", label: { fr: "Personnes", en: "People" }, may: "find people", group: "applications" },
    { to: "/equipe/absences", label: { fr: "Absences", en: "Absences" }, may: "see the dossiers", group: "house" },
  ]),
};
