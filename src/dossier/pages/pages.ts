/** The pages of a dossier, in the order a person meets them. */
import type { Page } from "../../page/page.ts";
import { corpsStep, waiverStep } from "../../inquiry/pages/other-steps.ts";
import { periods } from "../../inquiry/pages/period-steps.ts";
import { stepPage } from "../../inquiry/pages/step.ts";
import { titles } from "../../inquiry/pages/title-steps.ts";
import { declinedStep, grantsStep, heldStep } from "../../inquiry/path-pages/plan-steps.ts";
import { fundingStep, trackStep } from "../../inquiry/price-pages/funding-steps.ts";
import { requestsStep } from "../../inquiry/price-pages/request-steps.ts";
import { contactOfPage, myContactPage } from "../contact/pages/contact.ts";
import { identityOfPage, myIdentityPage } from "../identity/pages/identity.ts";
import { dossierComplement } from "./complement.ts";
import { confirmPage, dossierConfirm } from "../entering/pages/confirm.ts";
import { askConfirmationPage, enterPage } from "../entering/pages/enter.ts";
import { dossierMessages } from "../messages/pages/messages.ts";
import { advisorDossier, advisorList } from "./advisor.ts";
import { dossierCommune } from "./commune.ts";
import { inDossier } from "./in-dossier.ts";
import { dossierGoesOn } from "./going-on.ts";
import { dossierPath } from "./path.ts";
import { dossierPiece } from "./piece.ts";
import { dossierPieces } from "./pieces.ts";
import { dossierAgree, dossierSection } from "./section.ts";
import { dossierStart } from "./start.ts";
import { dossierFromAnswer } from "./from-answer.ts";
import { dossierReceiptPdf } from "./receipt-pdf.ts";
import { dossierReceipt, dossierSubmit } from "./submit.ts";
import { dossierTakeBack } from "./take-back.ts";
import { dossierTasks } from "./tasks.ts";
import { dossierResume, dossierWithdraw } from "./withdraw.ts";

export const dossierPages: readonly Page[] = [
  dossierStart,
  dossierFromAnswer,
  dossierTasks,
  dossierGoesOn,
  dossierSection,
  dossierAgree,
  dossierCommune,
  ...titles.pages(inDossier),
  stepPage(inDossier, corpsStep),
  stepPage(inDossier, waiverStep),
  ...periods.pages(inDossier),
  dossierPath,
  stepPage(inDossier, trackStep),
  stepPage(inDossier, heldStep),
  stepPage(inDossier, grantsStep),
  stepPage(inDossier, declinedStep),
  stepPage(inDossier, fundingStep),
  stepPage(inDossier, requestsStep),
  dossierPieces,
  dossierPiece,
  dossierSubmit,
  dossierReceipt,
  dossierReceiptPdf,
  dossierTakeBack,
  dossierComplement,
  dossierMessages,
  dossierConfirm,
  dossierWithdraw,
  dossierResume,
  confirmPage,
  enterPage,
  askConfirmationPage,
  myContactPage,
  contactOfPage,
  myIdentityPage,
  identityOfPage,
  advisorList,
  advisorDossier,
];
