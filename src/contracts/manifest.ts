/** What is agreed on with each person admitted, from the accepted place to the enrolment: who pays, contract, conventions, accords. */
import { actsIn, viewsIn } from "../act/gather.ts";
import { findReached } from "../dossier/reached.ts";
import { menuOf } from "../page/menu.ts";
import type { SignedVisit } from "../page/page.ts";
import * as acts from "./acts.ts";
import { contractsCalendar } from "./calendar.ts";
import * as enrollingActs from "./enrolling-acts.ts";
import { contractsCheck } from "./check.ts";
import {
  cohortMeantPage,
  countersignPage,
  grantPage,
  handPage,
  lateAnswerPage,
  letterPage,
  payerToldPage,
  signedPage,
  whoPaysPage,
} from "./pages/actions.ts";
import { contractPage, contractPart } from "./pages/contract.ts";
import { enrolAnywayPage, enrolOnePage, enrolPage, toEnrolPage } from "./pages/enrol.ts";
import { beforeChange } from "./pages/foreseen.ts";
import { ownContractPage } from "./pages/own.ts";
import { ownWhoPaysPage } from "./pages/own-payers.ts";
import { ownRenouncePage, ownSignPage } from "./pages/own-signing.ts";
import { contractPapers, contractToComplete, mayWithdrawPart } from "./pages/own-papers.ts";
import { contractMinePart, contractOwedPart } from "./pages/own-payments.ts";
import * as ownViews from "./own-views.ts";
import { contractPaperEnded } from "./papers/ended.ts";
import * as paperActs from "./papers/paper-acts.ts";
import * as paperViews from "./papers/paper-views.ts";
import {
  ownConventionPdfPage,
  ownPaperPage,
  ownPaperPdfPage,
  paperPage,
  paperPdfPage,
  quotePdfPage,
} from "./papers/pages/papers.ts";
import { performedByContracts } from "./performed.ts";
import * as byLinkActs from "./by-link/acts.ts";
import { payerCertificatePage } from "./by-link/pages/certificate.ts";
import {
  payerConventionPage,
  payerConventionPdfPage,
  payerDeclinePage,
  payerQuotePdfPage,
} from "./by-link/pages/convention.ts";
import { payerHomePage, payingAwaits } from "./by-link/pages/home.ts";
import { sendConventionPage } from "./by-link/pages/send.ts";
import { keepPayerIn, keepsPayersIn } from "./by-link/keeping-in.ts";
import * as byLinkViews from "./by-link/views.ts";
import { readsContractFile } from "./reading.ts";
import * as foreseenViews from "./foreseen-views.ts";
import * as invoicingActs from "./invoicing/acts.ts";
import { lookToInvoice, looksToInvoice } from "./invoicing/looks.ts";
import { proposedPage } from "./invoicing/pages/proposed.ts";
import * as payersActs from "./payers/acts.ts";
import { traineeFiles } from "./payers/pages/files.ts";
import { traineesPage } from "./payers/pages/trainees.ts";
import * as payersViews from "./payers/views.ts";
import * as invoicingViews from "./invoicing/views.ts";
import * as renouncingActs from "./renouncing-acts.ts";
import { contractsRetained } from "./retention.ts";
import * as signingActs from "./signing-acts.ts";
import * as views from "./views.ts";
import { contractWaits } from "./waits.ts";
import { toInvoiceEntries } from "./invoicing/pages/entries.ts";
import { contractsWay } from "./way.ts";

export const manifest = {
  name: "contracts",
  acts: [
    ...actsIn(acts, signingActs, renouncingActs, enrollingActs, invoicingActs, payersActs, paperActs, byLinkActs),
    lookToInvoice,
    keepPayerIn,
  ],
  views: viewsIn(views, ownViews, foreseenViews, invoicingViews, payersViews, paperViews, byLinkViews),
  pages: [
    toEnrolPage,
    contractPage,
    whoPaysPage,
    cohortMeantPage,
    handPage,
    grantPage,
    signedPage,
    letterPage,
    lateAnswerPage,
    payerToldPage,
    countersignPage,
    enrolPage,
    enrolOnePage,
    enrolAnywayPage,
    ownContractPage,
    ownWhoPaysPage,
    ownSignPage,
    ownRenouncePage,
    proposedPage,
    traineesPage,
    ...traineeFiles,
    paperPage,
    paperPdfPage,
    quotePdfPage,
    ownPaperPage,
    ownPaperPdfPage,
    ownConventionPdfPage,
    sendConventionPage,
    payerHomePage,
    payerConventionPage,
    payerConventionPdfPage,
    payerDeclinePage,
    payerQuotePdfPage,
    payerCertificatePage,
  ],
  workEntries: [toInvoiceEntries],
  awaits: [payingAwaits],
  fileReaders: { contract: readsContractFile },
  retained: contractsRetained,
  waits: contractWaits,
  person: [contractPart],
  way: contractsWay,
  duties: [looksToInvoice, keepsPayersIn],
  calendar: [contractsCalendar],
  beforeChanges: [beforeChange],
  mine: async (visit: SignedVisit) => [
    ...(await mayWithdrawPart(visit)),
    ...(await contractToComplete(visit)),
    ...(await contractMinePart(visit)),
  ],
  papers: contractPapers,
  owed: contractOwedPart,
  checks: [contractsCheck],
  performed: performedByContracts,
  paperEnded: { contract: contractPaperEnded },
  // Who pays for oneself without an account is told of an invoice as of anything else.
  reached: { contract: findReached },
  menu: menuOf([
    {
      to: "/contrats",
      label: { fr: "À inscrire", en: "To enrol" },
      may: "see the contracts",
      group: "training",
    },
  ]),
  places: { contract: (id: string) => `/contrats/${id}` },
};
