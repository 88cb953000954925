/** Trainees, what they follow and followed; collective studies: proposed and examined, carried out by groups, reported. */
import { enrolmentsCalled, lessonsCalled, studiesCalled, studyGroupsCalled, trainingWaits } from "./waits.ts";
import { traineePart } from "./mine/pages/part.ts";
import { trainingWay } from "./way.ts";
import { actsIn, viewsIn } from "../act/gather.ts";
import * as cohortsActs from "./cohorts/acts.ts";
import * as attendanceActs from "./attendance/acts.ts";
import { claimEntries, claimsPage, correctPage, countersignPage } from "./attendance/pages/actions.ts";
import { listPage } from "./attendance/pages/list.ts";
import * as attendanceViews from "./attendance/views.ts";
import * as certificatesActs from "./certificates/acts.ts";
import { certificatePapers, certificatePdfPage, certificatesPage } from "./certificates/pages/certificates.ts";
import * as certificatesViews from "./certificates/views.ts";
import * as cohortsLinking from "./cohorts/linking.ts";
import { linkEnrolments } from "./cohorts/linking.ts";
import * as cohortsRenaming from "./cohorts/renaming.ts";
import { renameEnrolments } from "./cohorts/renaming.ts";
import { cohortPage } from "./cohorts/pages/cohort.ts";
import { cohortEntries, cohortsPage } from "./cohorts/pages/cohorts.ts";
import { cohortPlanPage } from "./cohorts/pages/plan.ts";
import { personPage } from "./cohorts/pages/person.ts";
import * as deathActs from "./death/acts.ts";
import { deathPage, deathPart } from "./death/pages/death.ts";
import * as deathViews from "./death/views.ts";
import { interruptionsEngaged, lessonsEngaged } from "./engaged.ts";
import { trainingsPart } from "./cohorts/pages/whole.ts";
import * as cohortsPlanning from "./cohorts/plan-acts.ts";
import { cohortsCalled } from "./cohorts/waits.ts";
import * as cohortsViews from "./cohorts/views.ts";
import { trainingsCheck } from "./check.ts";
import { trainingRetained } from "./retention.ts";
import * as cohortHours from "./hours/cohorts.ts";
import { hoursFigure } from "./hours/pages/figure.ts";
import * as hoursViews from "./hours/views.ts";
import * as lessonsActs from "./lessons/acts.ts";
import * as lessonsImport from "./lessons/import.ts";
import { changeLessonPage } from "./lessons/pages/change.ts";
import { cohortLessonsPage } from "./lessons/pages/cohort.ts";
import { importLessonsPage } from "./lessons/pages/import.ts";
import { teachingAwaits, teachingEntries, teachingPage } from "./lessons/pages/teaching.ts";
import { lessonsCalendar } from "./lessons/calendar.ts";
import { lessonsUnderWay } from "./lessons/under-way.ts";
import * as lessonsViews from "./lessons/views.ts";
import { claimPage } from "./mine/pages/claim.ts";
import { mineEntries, minePage } from "./mine/pages/home.ts";
import * as mineViews from "./mine/views.ts";
import * as programmesActs from "./programmes/acts.ts";
import { myProgrammePage, programmePage } from "./programmes/pages/programme.ts";
import * as programmesViews from "./programmes/views.ts";
import * as trainersActs from "./trainers/acts.ts";
import { trainersPage } from "./trainers/pages/trainers.ts";
import * as trainersViews from "./trainers/views.ts";
import * as worksActs from "./works/acts.ts";
import { directedPage, myWorksPage, workAwaits, workEntries, worksPage } from "./works/pages/works.ts";
import * as worksViews from "./works/views.ts";
import { readsTrainingFile } from "./reading.ts";

import { trainingStanding } from "./standing.ts";
import { trainingsStand } from "./stands.ts";
import * as studyAgreementActs from "./study/agreement-acts.ts";
import * as studyDayActs from "./study/day-acts.ts";
import * as studyGroupActs from "./study/group-acts.ts";
import { agreementPdfPage, groupAgreementPage, partnershipPage, signAgreementPage } from "./study/pages/agreements.ts";
import { studyRetained } from "./study/retention.ts";
import { groupPage } from "./study/pages/group.ts";
import { studyPapers } from "./study/pages/papers.ts";
import { myStudyPage, signMyAgreementPage } from "./study/pages/mine.ts";
import { studiesPage, studyEntries, studyPage } from "./study/pages/studies.ts";
import * as studyProposalActs from "./study/proposal-acts.ts";
import { readsGroupFile, readsStudyFile } from "./study/reading.ts";
import * as studyReportActs from "./study/report-acts.ts";
import * as studyWithdrawingActs from "./study/withdrawing-acts.ts";
import * as studyViews from "./study/views.ts";

import { studyStanding } from "./study/standing.ts";
import type { Diploma } from "../law/diploma.ts";
import { askedWorks } from "./rules/work.ts";
import { studyUnit } from "./rules/study.ts";
import { lessonsFollowed, lessonsSeated } from "./timetable.ts";
import { menuOf } from "../page/menu.ts";
import type { MinePapers } from "../page/mine.ts";

const hasDirectedWork = (diploma: Diploma) => askedWorks(diploma).some(({ directed }) => directed);
const hasStudy = (diploma: Diploma) => studyUnit(diploma) !== undefined;

const papers: MinePapers = async (visit) => [...(await studyPapers(visit)), ...(await certificatePapers(visit))];

export const manifest = {
  name: "training",
  acts: actsIn(
    cohortsActs,
    cohortsLinking,
    cohortsRenaming,
    cohortsPlanning,
    deathActs,
    trainersActs,
    programmesActs,
    lessonsActs,
    lessonsImport,
    attendanceActs,
    certificatesActs,
    worksActs,
    studyProposalActs,
    studyGroupActs,
    studyAgreementActs,
    studyDayActs,
    studyReportActs,
    studyWithdrawingActs,
  ),
  views: viewsIn(
    cohortsViews,
    deathViews,
    trainersViews,
    programmesViews,
    lessonsViews,
    attendanceViews,
    certificatesViews,
    hoursViews,
    cohortHours,
    mineViews,
    worksViews,
    studyViews,
  ),
  pages: [
    cohortsPage,
    cohortPage,
    cohortPlanPage,
    trainersPage,
    cohortLessonsPage,
    importLessonsPage,
    personPage,
    deathPage,
    programmePage,
    changeLessonPage,
    countersignPage,
    correctPage,
    listPage,
    claimsPage,
    certificatesPage,
    certificatePdfPage,
    teachingPage,
    minePage,
    claimPage,
    myProgrammePage,
    myWorksPage,
    worksPage,
    directedPage,
    studiesPage,
    studyPage,
    partnershipPage,
    groupPage,
    groupAgreementPage,
    signAgreementPage,
    agreementPdfPage,
    myStudyPage,
    signMyAgreementPage,
  ],
  entries: [mineEntries],
  workEntries: [teachingEntries, cohortEntries, claimEntries, workEntries, studyEntries],
  awaits: [teachingAwaits, workAwaits],
  fileReaders: { enrolment: readsTrainingFile, study: readsStudyFile, "study-group": readsGroupFile },
  duties: [linkEnrolments, renameEnrolments],
  standing: [...trainingStanding, ...studyStanding],
  retained: [...trainingRetained, ...studyRetained],
  stands: [trainingsStand],
  waits: trainingWaits,
  person: [deathPart, trainingsPart],
  figures: [hoursFigure],
  papers,
  called: {
    cohort: cohortsCalled,
    enrolment: enrolmentsCalled,
    lesson: lessonsCalled,
    study: studiesCalled,
    "study-group": studyGroupsCalled,
  },
  way: trainingWay,
  underWay: lessonsUnderWay,
  calendar: [lessonsCalendar],
  mine: traineePart,
  checks: [trainingsCheck],
  retainedOtherwise: {
    "cohorts, of nobody": "cohort cohort_plan partner_track",
    "lessons and their lists, which name a trainer by the number of an account or an invitation":
      "lesson attendance_list attendance_code",
    "what contracts say of trainers, by the number of an account or an invitation": "trainer_reference",
  },
  timetable: { followed: lessonsFollowed, seated: lessonsSeated },
  engaged: [{ read: interruptionsEngaged }, { beside: true, read: lessonsEngaged }],
  places: {
    enrolment: (id: string) => `/inscriptions/${id}`,
    cohort: (id: string) => `/promotions/${id}`,
    lesson: (id: string) => `/seances/${id}`,
    study: (id: string) => `/etudes-de-terrain/${id}`,
    "study-group": (id: string) => `/groupes-d-etude/${id}`,
  },
  menu: menuOf([
    {
      to: "/promotions",
      label: { fr: "Promotions", en: "Cohorts" },
      may: "see the training",
      group: "training",
      rank: 4,
    },
    {
      to: "/presences",
      label: { fr: "Présences", en: "Attendance" },
      may: "run the training",
      group: "training",
      rank: 6,
    },
    { to: "/mes-seances", label: { fr: "Mes séances", en: "My lessons" }, may: "teach", group: "training", rank: 1 },
    {
      to: "/memoires",
      label: { fr: "Mémoires", en: "Mémoires" },
      may: "direct a work",
      group: "training",
      rank: 2,
      taught: hasDirectedWork,
    },
    {
      to: "/etudes-de-terrain",
      label: { fr: "Études", en: "Studies" },
      may: "see the training",
      group: "training",
      taught: hasStudy,
    },
  ]),
};
