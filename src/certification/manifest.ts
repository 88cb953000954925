/** Certification: exams, the juries that rule on them, and the notification of results. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as acts from "./acts.ts";
import * as afterAppealActs from "./after/appeal-acts.ts";
import * as afterActs from "./after/acts.ts";
import { certificationRetained } from "./retention.ts";
import * as examsActs from "./exams/acts.ts";
import * as examsMarksActs from "./exams/marks-acts.ts";
import * as letIn from "./let-in.ts";
import * as examsViews from "./exams/views.ts";
import * as juriesActs from "./juries/acts.ts";
import * as juriesViews from "./juries/views.ts";
import * as registerActs from "./register/acts.ts";
import { examsPart } from "./pages/whole.ts";
import { graduatesStand } from "./stands.ts";
import * as views from "./views.ts";

import { afterPage } from "./pages/after.ts";
import { arrangingPage } from "./pages/arranging.ts";
import { annulPage } from "./annulment/pages/annul.ts";
import { attestationEnded } from "./annulment/ended.ts";
import * as annulmentActs from "./annulment/acts.ts";
import * as annulmentViews from "./annulment/views.ts";
import { attestationPdf } from "./pages/attestation.ts";
import { convocationPdf } from "./pages/convocation.ts";
import { candidatePage } from "./pages/candidate.ts";
import { groupPage } from "./pages/group.ts";
import { juryPage } from "./pages/jury.ts";
import { certificationAwaits, certificationEntries, minePage, resultsEntries } from "./pages/mine.ts";
import { minutesPdf } from "./pages/minutes.ts";
import { namingPage } from "./pages/naming.ts";
import { registerPage } from "./pages/register.ts";
import { registeredPage } from "./pages/registered.ts";
import { resultAppealPage, resultsPage } from "./pages/results.ts";
import { rulingPage } from "./pages/ruling.ts";
import { sessionPage } from "./pages/session.ts";
import { sessionsPage } from "./pages/sessions.ts";
import * as afterAttestationViews from "./after/attestation-views.ts";
import * as examsStudied from "./exams/studied.ts";
import * as afterViews from "./after/views.ts";
import { warnClocks } from "./after/duties.ts";
import * as renaming from "./renaming.ts";
import { renameEntries } from "./renaming.ts";

import {
  readsCertifiedFile,
  readsJuryFile,
  readsSessionFile,
  readsReportBeforehand,
  readsWorkBeforehand,
} from "./reading.ts";

import { certificationStanding } from "./standing.ts";
import { certificationWaits, juriesCalled, sessionsCalled } from "./waits.ts";
import { examsCalendar } from "./calendar.ts";
import { examsPrecede, examsSeated } from "./exams/placed.ts";
import { examsEngaged } from "./exams/engaged.ts";
import { certificationUnderWay } from "./under-way.ts";
import { certificationWay } from "./way.ts";
import { menuOf } from "../page/menu.ts";
import { certificationPapers } from "./pages/papers.ts";
import { examsMinePart } from "./pages/mine-part.ts";

export const manifest = {
  name: "certification",
  acts: actsIn(
    acts,
    letIn,
    registerActs,
    examsActs,
    examsMarksActs,
    juriesActs,
    afterActs,
    afterAppealActs,
    annulmentActs,
    renaming,
  ),
  standing: certificationStanding,
  retained: certificationRetained,
  views: viewsIn(views, examsStudied, examsViews, juriesViews, afterAttestationViews, afterViews, annulmentViews),
  pages: [
    sessionsPage,
    sessionPage,
    candidatePage,
    namingPage,
    arrangingPage,
    registerPage,
    registeredPage,
    minePage,
    groupPage,
    juryPage,
    rulingPage,
    minutesPdf,
    annulPage,
    resultsPage,
    resultAppealPage,
    convocationPdf,
    attestationPdf,
    afterPage,
  ],
  paperEnded: { certified: attestationEnded },
  fileReaders: {
    "exam-session": readsSessionFile,
    jury: readsJuryFile,
    certified: readsCertifiedFile,
    enrolment: readsWorkBeforehand,
    "study-group": readsReportBeforehand,
  },
  stands: [graduatesStand],
  person: [examsPart],
  mine: examsMinePart,
  papers: certificationPapers,
  duties: [warnClocks, renameEntries],
  entries: [resultsEntries],
  workEntries: [certificationEntries],
  awaits: [certificationAwaits],
  waits: certificationWaits,
  called: { "exam-session": sessionsCalled, jury: juriesCalled },
  way: certificationWay,
  underWay: certificationUnderWay,
  timetable: { precedes: examsPrecede, seated: examsSeated },
  engaged: [{ read: examsEngaged }],
  calendar: [examsCalendar],
  places: { "exam-session": (id: string) => `/certifications/${id}`, jury: (id: string) => `/jurys/${id}` },
  menu: menuOf([
    {
      to: "/certifications",
      label: { fr: "Certification", en: "Certification" },
      may: "see the certification",
      group: "exams",
      rank: 5,
    },
    {
      to: "/apres-les-jurys",
      label: { fr: "Après les jurys", en: "After juries" },
      may: "see the certification",
      group: "exams",
    },
    {
      to: "/registre-des-jurys",
      label: { fr: "Registre", en: "Register" },
      may: "see the certification",
      group: "exams",
    },
    { to: "/examens", label: { fr: "Mes examens", en: "My exams" }, may: "examine", group: "exams", rank: 2 },
  ]),
};
