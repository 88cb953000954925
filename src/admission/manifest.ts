/** Admission, from a conforming dossier: eligibility, relief, commission, places, appeals. */
import { answerAppeal, recordAppeal } from "./appeal-acts.ts";
import { admissionsCheck } from "./check.ts";
import { closeCommission, openCommission, proposeDecision, saveCommission } from "./commission-acts.ts";
import { listAdmitted, listCommissions, seeAdmitted, seeCommission, seeSeats } from "./commission-views.ts";
import { decideEligibility, decideRelief, recordAuthorityAnswer } from "./decide-acts.ts";
import { attachCommissionMinutes, attachProtocol } from "./paper-acts.ts";
import { callThoseWhoComeNext, leaveWithDossiers } from "./duties.ts";
import { admissionRetained, groundsDependents } from "./retention.ts";
import { letIntoIntake, seeIntakeGuests } from "./let-in.ts";
import { admissionAwaits, admissionEntries } from "./pages/admissions.ts";
import { ownEntries } from "./pages/own.ts";
import { admissionPages } from "./pages/pages.ts";
import { readsCandidacyFile, readsCommissionFile } from "./reading.ts";
import {
  acceptPlace,
  callNext,
  declinePlace,
  deferPlace,
  leaveWithDossier,
  recordAnswer,
  reofferPlace,
  withdrawCandidacy,
} from "./place-acts.ts";
import { admissionStanding } from "./standing.ts";
import { countCandidacies, myCandidacy, seeAdmissions, seeCandidacy, seeDispute, seeProtocol } from "./views.ts";

export const manifest = {
  name: "admission",
  acts: [
    decideEligibility,
    decideRelief,
    recordAuthorityAnswer,
    letIntoIntake,
    openCommission,
    saveCommission,
    proposeDecision,
    closeCommission,
    acceptPlace,
    declinePlace,
    deferPlace,
    withdrawCandidacy,
    recordAnswer,
    reofferPlace,
    callNext,
    leaveWithDossier,
    recordAppeal,
    answerAppeal,
    attachCommissionMinutes,
    attachProtocol,
  ],
  views: [
    seeCandidacy,
    myCandidacy,
    seeAdmissions,
    countCandidacies,
    seeCommission,
    listCommissions,
    listAdmitted,
    seeAdmitted,
    seeSeats,
    seeDispute,
    seeIntakeGuests,
    seeProtocol,
  ],
  pages: admissionPages,
  duties: [callThoseWhoComeNext, leaveWithDossiers],
  entries: [ownEntries, admissionEntries],
  awaits: [admissionAwaits],
  retained: admissionRetained,
  dependents: { applications: groundsDependents },
  retainedOtherwise: { "what a list keeps of whoever was erased, of nobody": "admission_trace" },
  places: {
    candidacy: (id: string) => `/admissions/candidatures/${id}`,
    admission: (id: string) => `/admissions/commissions/${id}`,
  },
  fileReaders: { candidacy: readsCandidacyFile, admission: readsCommissionFile },
  standing: admissionStanding,
  checks: [admissionsCheck],
};
