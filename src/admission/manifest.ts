/** Admission, from a conforming dossier: eligibility, relief, commission, places, appeals. */
import { admissionWaits, commissionsCalled, intakesCalled } from "./waits.ts";
import { commissionsUnderWay } from "./under-way.ts";
import { admissionWay } from "./way.ts";
import { actsIn, viewsIn } from "../act/gather.ts";
import * as appealActs from "./appeal-acts.ts";
import { admissionsCheck } from "./check.ts";
import * as commissionActs from "./commission-acts.ts";
import * as commissionViews from "./commission-views.ts";
import * as decideActs from "./decide-acts.ts";
import * as paperActs from "./paper-acts.ts";
import { callThoseWhoComeNext, leaveWithDossiers } from "./duties.ts";
import { admissionRetained, groundsDependents } from "./retention.ts";
import * as letIn from "./let-in.ts";
import { admissionAwaits, admissionEntries } from "./pages/admissions.ts";
import { ownEntries } from "./pages/own.ts";
import { admissionPart } from "./pages/person.ts";
import { admissionPages } from "./pages/pages.ts";
import { readsCandidacyFile, readsCommissionFile } from "./reading.ts";
import * as placeActs from "./place-acts.ts";
import { admissionStanding } from "./standing.ts";
import { candidaciesStand } from "./stands.ts";
import * as told from "./told.ts";
import * as views from "./views.ts";
import { menuOf } from "../page/menu.ts";
import { admissionDecisions } from "./pages/decisions.ts";
import { admissionRefusals } from "./pages/refusals.ts";
import { admissionPapers } from "./pages/papers.ts";

export const manifest = {
  name: "admission",
  acts: actsIn(decideActs, letIn, commissionActs, placeActs, appealActs, paperActs),
  views: viewsIn(views, told, commissionViews, letIn),
  pages: admissionPages,
  duties: [callThoseWhoComeNext, leaveWithDossiers],
  entries: [ownEntries],
  workEntries: [admissionEntries],
  awaits: [admissionAwaits],
  retained: admissionRetained,
  waits: admissionWaits,
  called: { admission: commissionsCalled, intake: intakesCalled },
  way: admissionWay,
  underWay: commissionsUnderWay,
  dependents: { applications: groundsDependents },
  retainedOtherwise: { "what a list keeps of whoever was erased, of nobody": "admission_trace" },
  places: {
    candidacy: (id: string) => `/admissions/candidatures/${id}`,
    admission: (id: string) => `/admissions/commissions/${id}`,
  },
  fileReaders: { candidacy: readsCandidacyFile, admission: readsCommissionFile },
  standing: admissionStanding,
  person: [admissionPart],
  papers: admissionPapers,
  refusals: [admissionRefusals],
  decisions: [admissionDecisions],
  stands: [candidaciesStand],
  checks: [admissionsCheck],
  menu: menuOf([
    {
      to: "/admissions",
      label: { fr: "Admission", en: "Admission" },
      may: "see the admissions",
      group: "applications",
      rank: 3,
    },
  ]),
};
