/** Certification: exams, the juries that rule on them, and the notification of results. */
import { enterHeld, noteSentToAuthority, openExamSession, presentCandidate, withdrawCandidate } from "./acts.ts";
import { attachMinutes, decideLapse, noteParchment, publishResults, warnClock } from "./after/acts.ts";
import { certificationRetained } from "./retention.ts";
import { arrangeGroup, cancelGroup, replaceExaminer } from "./exams/acts.ts";
import { agreeMark, finishMarking, giveMarks, noteDirector } from "./exams/marks-acts.ts";
import { letIntoSession } from "./let-in.ts";
import { myExams, seeGroup } from "./exams/views.ts";
import {
  adoptProposals,
  closeJury,
  declareFraud,
  leaveCandidate,
  noteDirectorThere,
  notePresence,
  notePresiding,
  noteVotes,
  openJury,
  passOverRule,
  putOffJury,
  reopenDecision,
  resumeCandidate,
  setMarkAnew,
} from "./juries/acts.ts";
import { seeJury } from "./juries/views.ts";
import { changeExamPerson, declareAcquaintance, designate, enterExamPerson, enterOrder } from "./register/acts.ts";
import { myResults, seeCandidate, seeRegister, seeSession, seeSessions } from "./views.ts";

import { afterPage } from "./pages/after.ts";
import { arrangingPage } from "./pages/arranging.ts";
import { attestationPdf } from "./pages/attestation.ts";
import { candidatePage } from "./pages/candidate.ts";
import { groupPage } from "./pages/group.ts";
import { juryPage } from "./pages/jury.ts";
import { certificationAwaits, certificationEntries, minePage } from "./pages/mine.ts";
import { minutesPdf } from "./pages/minutes.ts";
import { namingPage } from "./pages/naming.ts";
import { registerPage } from "./pages/register.ts";
import { registeredPage } from "./pages/registered.ts";
import { resultsPage } from "./pages/results.ts";
import { rulingPage } from "./pages/ruling.ts";
import { sessionPage } from "./pages/session.ts";
import { sessionsPage } from "./pages/sessions.ts";
import { myAttestation } from "./after/attestation-views.ts";
import { seeGroupsToHear } from "./exams/studied.ts";
import { seeAfter } from "./after/views.ts";
import { warnClocks } from "./after/duties.ts";

import {
  readsCertifiedFile,
  readsJuryFile,
  readsSessionFile,
  readsReportBeforehand,
  readsWorkBeforehand,
} from "./reading.ts";

import { certificationStanding } from "./standing.ts";

export const manifest = {
  name: "certification",
  acts: [
    openExamSession,
    noteSentToAuthority,
    letIntoSession,
    enterHeld,
    presentCandidate,
    withdrawCandidate,
    enterExamPerson,
    changeExamPerson,
    declareAcquaintance,
    enterOrder,
    designate,
    arrangeGroup,
    cancelGroup,
    replaceExaminer,
    giveMarks,
    agreeMark,
    finishMarking,
    noteDirector,
    openJury,
    reopenDecision,
    notePresence,
    notePresiding,
    noteDirectorThere,
    noteVotes,
    setMarkAnew,
    leaveCandidate,
    resumeCandidate,
    adoptProposals,
    passOverRule,
    declareFraud,
    putOffJury,
    closeJury,
    attachMinutes,
    publishResults,
    warnClock,
    decideLapse,
    noteParchment,
  ],
  standing: certificationStanding,
  retained: certificationRetained,
  views: [
    seeSessions,
    seeSession,
    seeGroupsToHear,
    seeRegister,
    myExams,
    seeGroup,
    seeJury,
    myResults,
    myAttestation,
    seeAfter,
    seeCandidate,
  ],
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
    resultsPage,
    attestationPdf,
    afterPage,
  ],
  fileReaders: {
    "exam-session": readsSessionFile,
    jury: readsJuryFile,
    certified: readsCertifiedFile,
    enrolment: readsWorkBeforehand,
    "study-group": readsReportBeforehand,
  },
  duties: [warnClocks],
  entries: [certificationEntries],
  awaits: [certificationAwaits],
  places: { "exam-session": (id: string) => `/certifications/${id}`, jury: (id: string) => `/jurys/${id}` },
};
