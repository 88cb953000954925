/** Trainees, what they follow and followed; collective studies: proposed and examined, carried out by groups, reported. */
import {
  enrol,
  endTraining,
  interruptTraining,
  openCohort,
  recordPartnerTrack,
  resumeTraining,
} from "./cohorts/acts.ts";
import {
  answerClaim,
  claimAttendance,
  correctAttendance,
  countersign,
  markAttendance,
  showCode,
  signHalfDay,
} from "./attendance/acts.ts";
import { claimEntries, claimsPage, correctPage, countersignPage } from "./attendance/pages/actions.ts";
import { listPage } from "./attendance/pages/list.ts";
import { seeClaims, seeList } from "./attendance/views.ts";
import { linkEnrolment, linkEnrolments } from "./cohorts/linking.ts";
import { cohortPage } from "./cohorts/pages/cohort.ts";
import { cohortEntries, cohortsPage } from "./cohorts/pages/cohorts.ts";
import { personPage } from "./cohorts/pages/person.ts";
import { seeCohort, seeCohorts, seeEnrolment } from "./cohorts/views.ts";
import { trainingsCheck } from "./check.ts";
import { trainingRetained } from "./retention.ts";
import { myHours, seeHours } from "./hours/views.ts";
import { cancelLesson, handLesson, moveLesson, planLessons } from "./lessons/acts.ts";
import { importLessons } from "./lessons/import.ts";
import { changeLessonPage } from "./lessons/pages/change.ts";
import { cohortLessonsPage } from "./lessons/pages/cohort.ts";
import { importLessonsPage } from "./lessons/pages/import.ts";
import { teachingAwaits, teachingEntries, teachingPage } from "./lessons/pages/teaching.ts";
import { checkLessons, myWeek, seeLessons, seeTeaching } from "./lessons/views.ts";
import { claimPage } from "./mine/pages/claim.ts";
import { mineEntries, minePage } from "./mine/pages/home.ts";
import { myLesson, myTrainings } from "./mine/views.ts";
import { signProgramme } from "./programmes/acts.ts";
import { myProgrammePage, programmePage } from "./programmes/pages/programme.ts";
import { myProgramme, seeProgramme } from "./programmes/views.ts";
import { depositWork, judgeSubject, nameWorkDirector, proposeSubject } from "./works/acts.ts";
import { directedPage, myWorksPage, workAwaits, workEntries, worksPage } from "./works/pages/works.ts";
import { myWorks, seeDirected, seeWorks } from "./works/views.ts";
import { readsTrainingFile } from "./reading.ts";

import { trainingStanding } from "./standing.ts";
import {
  drawUpAgreement,
  drawUpPartnership,
  recordSignedAgreement,
  signAgreement,
  signMyAgreement,
} from "./study/agreement-acts.ts";
import { planStudyDays } from "./study/day-acts.ts";
import { formStudyGroup, joinStudyGroup, leaveStudyGroup } from "./study/group-acts.ts";
import { agreementPdfPage, groupAgreementPage, partnershipPage, signAgreementPage } from "./study/pages/agreements.ts";
import { studyRetained } from "./study/retention.ts";
import { groupPage } from "./study/pages/group.ts";
import { myStudyPage, signMyAgreementPage } from "./study/pages/mine.ts";
import { studiesPage, studyEntries, studyPage } from "./study/pages/studies.ts";
import { acceptStudy, declineStudy, enterStudy } from "./study/proposal-acts.ts";
import { readsGroupFile, readsStudyFile } from "./study/reading.ts";
import { depositReport, withdrawReport } from "./study/report-acts.ts";
import { agreementPaper, myStudy, seeStudies, seeStudy, seeStudyGroup } from "./study/views.ts";

import { studyStanding } from "./study/standing.ts";

export const manifest = {
  name: "training",
  acts: [
    openCohort,
    recordPartnerTrack,
    enrol,
    interruptTraining,
    resumeTraining,
    endTraining,
    linkEnrolment,
    signProgramme,
    planLessons,
    importLessons,
    moveLesson,
    cancelLesson,
    handLesson,
    showCode,
    signHalfDay,
    markAttendance,
    countersign,
    correctAttendance,
    claimAttendance,
    answerClaim,
    proposeSubject,
    judgeSubject,
    nameWorkDirector,
    depositWork,
    enterStudy,
    acceptStudy,
    declineStudy,
    formStudyGroup,
    joinStudyGroup,
    leaveStudyGroup,
    drawUpPartnership,
    drawUpAgreement,
    signAgreement,
    signMyAgreement,
    recordSignedAgreement,
    planStudyDays,
    depositReport,
    withdrawReport,
  ],
  views: [
    seeCohorts,
    seeCohort,
    seeEnrolment,
    seeProgramme,
    myProgramme,
    seeLessons,
    checkLessons,
    seeTeaching,
    myWeek,
    seeList,
    seeClaims,
    myHours,
    seeHours,
    myTrainings,
    myLesson,
    seeWorks,
    myWorks,
    seeDirected,
    seeStudies,
    seeStudy,
    seeStudyGroup,
    myStudy,
    agreementPaper,
  ],
  pages: [
    cohortsPage,
    cohortPage,
    cohortLessonsPage,
    importLessonsPage,
    personPage,
    programmePage,
    changeLessonPage,
    countersignPage,
    correctPage,
    listPage,
    claimsPage,
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
  entries: [mineEntries, teachingEntries, cohortEntries, claimEntries, workEntries, studyEntries],
  awaits: [teachingAwaits, workAwaits],
  fileReaders: { enrolment: readsTrainingFile, study: readsStudyFile, "study-group": readsGroupFile },
  duties: [linkEnrolments],
  standing: [...trainingStanding, ...studyStanding],
  retained: [...trainingRetained, ...studyRetained],
  checks: [trainingsCheck],
  retainedOtherwise: {
    "cohorts, of nobody": "cohort partner_track",
    "lessons and their lists, which name a trainer by the number of an account or an invitation":
      "lesson attendance_list attendance_code",
  },
  places: {
    enrolment: (id: string) => `/inscriptions/${id}`,
    cohort: (id: string) => `/promotions/${id}`,
    lesson: (id: string) => `/seances/${id}`,
    study: (id: string) => `/etudes-de-terrain/${id}`,
    "study-group": (id: string) => `/groupes-d-etude/${id}`,
  },
};
