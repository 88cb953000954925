/** The pages of admission. */
import type { Page } from "../../page/page.ts";
import { admissionsPage } from "./admissions.ts";
import { candidacyPage } from "./candidacy.ts";
import {
  closingPage,
  commissionPage,
  commissionsPage,
  convenePage,
  membersPage,
  minutesPdf,
  proposalPage,
} from "./commission.ts";
import { authorityPage } from "./authority.ts";
import { eligibilityPage, reliefPage } from "./decide.ts";
import { answerPage, appealPage, reofferPage } from "./follow.ts";
import { letInPage } from "./let-in.ts";
import { listPage, listPdf, listsPage } from "./lists.ts";
import { protocolPages } from "./protocol.ts";
import { signedMinutesPage, signedProtocolPage } from "./signed.ts";
import { ownAnswerPage, ownAppealPage, ownPage } from "./own.ts";

export const admissionPages: readonly Page[] = [
  admissionsPage,
  candidacyPage,
  eligibilityPage,
  reliefPage,
  authorityPage,
  appealPage,
  answerPage,
  reofferPage,
  convenePage,
  letInPage,
  commissionsPage,
  commissionPage,
  membersPage,
  proposalPage,
  closingPage,
  minutesPdf,
  signedMinutesPage,
  signedProtocolPage,
  listsPage,
  listPage,
  listPdf,
  ownPage,
  ownAnswerPage,
  ownAppealPage,
  ...protocolPages,
];
