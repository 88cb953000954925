/** How the office and trainees meet field studies: their pages and their papers. Training, which they are part of, has the rest. */
import { agreementPdfPage, groupAgreementPage, partnershipPage, signAgreementPage } from "./pages/agreements.ts";
import { groupPage } from "./pages/group.ts";
import { myStudyPage, signMyAgreementPage } from "./pages/mine.ts";
import { studiesPage, studyEntries, studyPage } from "./pages/studies.ts";

export const manifest = {
  name: "study",
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
};
