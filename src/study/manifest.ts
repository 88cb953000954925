/**
 * Collective studies: proposed and examined, carried out by groups under agreements, reported. Who is in a group says who must follow a
 * lesson, so that their tables stand in training, which keeps what is done here (`training/study/kept.ts`).
 */
import {
  drawUpAgreement,
  drawUpPartnership,
  recordSignedAgreement,
  signAgreement,
  signMyAgreement,
} from "./agreement-acts.ts";
import { planStudyDays } from "./day-acts.ts";
import { formStudyGroup, joinStudyGroup, leaveStudyGroup } from "./group-acts.ts";
import { agreementPdfPage, groupAgreementPage, partnershipPage, signAgreementPage } from "./pages/agreements.ts";
import { studyRetained } from "./retention.ts";
import { groupPage } from "./pages/group.ts";
import { myStudyPage, signMyAgreementPage } from "./pages/mine.ts";
import { studiesPage, studyEntries, studyPage } from "./pages/studies.ts";
import { acceptStudy, declineStudy, enterStudy } from "./proposal-acts.ts";
import { readsGroupFile, readsStudyFile } from "./reading.ts";
import { depositReport, withdrawReport } from "./report-acts.ts";
import { agreementPaper, myStudy, seeStudies, seeStudy, seeStudyGroup } from "./views.ts";

import { studyStanding } from "./standing.ts";

export const manifest = {
  name: "study",
  acts: [
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
  views: [seeStudies, seeStudy, seeStudyGroup, myStudy, agreementPaper],
  pages: [
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
  entries: [studyEntries],
  fileReaders: { study: readsStudyFile, "study-group": readsGroupFile },
  standing: studyStanding,
  retained: studyRetained,
  places: {
    study: (id: string) => `/etudes-de-terrain/${id}`,
    "study-group": (id: string) => `/groupes-d-etude/${id}`,
  },
};
