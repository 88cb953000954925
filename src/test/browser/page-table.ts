/** The table itself. Each part of the web adds its rows here, in the order in which a person meets them. */
import { absenceRows } from "./absence-rows.ts";
import { agendaRows } from "./agenda-rows.ts";
import { invoiceRows } from "./invoice-rows.ts";
import { booksRows } from "./books-rows.ts";
import { debtorRows } from "./debtor-rows.ts";
import { invoicingNotPages, invoicingRows } from "./invoicing-rows.ts";
import { payerRows } from "./payer-rows.ts";
import { certificationNotPages, certificationRows } from "./certification-rows.ts";
import { contractNotPages, contractRows } from "./contract-rows.ts";
import { payingNotPages, payingRows } from "./paying-rows.ts";
import { ownContractRows } from "./own-contract-rows.ts";
import { admissionNotPages, admissionRows } from "./admission-rows.ts";
import { billingNotPages, billingRows } from "./billing-rows.ts";
import { fileRows } from "./file-rows.ts";
import { dossierNotPages, dossierRows } from "./dossier-rows.ts";
import { followRows } from "./follow-rows.ts";
import { inquiryNotPages, inquiryRows } from "./inquiry-rows.ts";
import { interviewNotPages, interviewRows } from "./interview-rows.ts";
import { intakeRows } from "./intake-rows.ts";
import type { PageRow, PageTable } from "./pages.ts";
import { officeNotPages, officeRows } from "./office-rows.ts";
import { passageNotPages, passageRows } from "./passage-rows.ts";
import { guestNotPages, guestRows } from "./guest-rows.ts";
import { mineRows } from "./mine-rows.ts";
import { peopleRows } from "./people-rows.ts";
import { recordNotPages, recordRows } from "./record-rows.ts";
import { publicRows } from "./public-rows.ts";
import { studyNotPages, studyRows } from "./study-rows.ts";
import { carryNotPages, carryRows } from "./carry-rows.ts";
import { yearNotPages, yearRows } from "./year-rows.ts";
import { trainingNotPages, trainingRows } from "./training-rows.ts";

/** One part a line: two that are added at once do not collide. */
const ROWS: readonly (readonly PageRow[])[] = [
  publicRows,
  inquiryRows,
  intakeRows,
  officeRows,
  absenceRows,
  certificationRows,
  agendaRows,
  debtorRows,
  payerRows,
  invoiceRows,
  booksRows,
  invoicingRows,
  interviewRows,
  admissionRows,
  peopleRows,
  mineRows,
  guestRows,
  dossierRows,
  followRows,
  billingRows,
  trainingRows,
  carryRows,
  yearRows,
  passageRows,
  contractRows,
  ownContractRows,
  payingRows,
  studyRows,
  fileRows,
  recordRows,
];

export const pageTable: PageTable = {
  rows: ROWS.flat(),
  notPages: [
    ...inquiryNotPages,
    ...dossierNotPages,
    ...officeNotPages,
    ...billingNotPages,
    ...recordNotPages,
    ...guestNotPages,
    ...trainingNotPages,
    ...carryNotPages,
    ...contractNotPages,
    ...invoicingNotPages,
    ...payingNotPages,
    ...studyNotPages,
    ...certificationNotPages,
    ...admissionNotPages,
    ...interviewNotPages,
    ...yearNotPages,
    ...passageNotPages,
    { path: "/:school/deconnexion", why: "leads to the page to sign in" },
    { path: "/:school/en/deconnexion", why: "leads to the page to sign in" },
    { path: "/:school/connexion/ecole", why: "leads to the page to sign in; its form goes off to the provider" },
    { path: "/:school/en/connexion/ecole", why: "leads to the page to sign in; its form goes off to the provider" },
    { path: "/:school/demonstration", why: "there only in a demonstration, whose own test opens it" },
    { path: "/:school/en/demonstration", why: "the same in English" },
    { path: "/assets/*", why: "stylesheets, the font and the icons" },
    { path: "/favicon.ico", why: "leads to an icon" },
    { path: "/robots.txt", why: "for search engines" },
    { path: "/api/*", why: "for programs: what an address of theirs does not take is said to them" },
    { path: "/openapi.json", why: "the API's description, for programs" },
    { path: "/healthz", why: "for operators' programs" },
    { path: "/readyz", why: "for operators' programs" },
    { path: "/version", why: "for operators' programs" },
    { path: "/metrics", why: "for operators' programs" },
  ],
};
