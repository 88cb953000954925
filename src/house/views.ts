/** Every view, in the order of the year. */
import type { View } from "../act/act.ts";
import { openFilesOf } from "../dossier/bundle-view.ts";
import { followDossier } from "../dossier/follow-views.ts";
import { seeChosen } from "../office/chosen.ts";
import { seeActivity } from "../office/activity.ts";
import { remindersAbout } from "../dossier/reminders/views.ts";
import { knowsLink, readEntered } from "../dossier/entering/acts.ts";
import { readMessages } from "../dossier/messages/acts.ts";
import { howDecided, howWasDecided } from "../office/decided/views.ts";
import { confidedDossiers, myDossiers, openDossier, openSection, readConfided } from "../dossier/views.ts";
import { openFile } from "./file-readers.ts";
import { openAnswer, openInquiry } from "../inquiry/views.ts";
import { myData, seeHolds } from "./holdings.ts";
import { seeAccountPurge, seeAccountPurges, seePurge, seePurges } from "../record/retention/purge.ts";
import { openCopy } from "../record/retention/requests.ts";
import { listMails, myMails, myReminders, openMail, seeUnreached } from "../record/mail/views.ts";
import { listIntakes, seeIntake, seeOpenIntakes, seePublicIntake } from "../intake/views.ts";
import { listWaitingEvents } from "../billing/online/views.ts";
import {
  listAsideLines,
  listBankLines,
  seeBank,
  seeBankDraft,
  seeBankFile,
  seeBankLine,
  seeSlip,
  seeToReconcile,
} from "../billing/bank/views.ts";
import {
  exportMovements,
  exportOwed,
  findCharges,
  listOwed,
  myCharges,
  myReceipt,
  seeCharge,
  seeReceipt,
} from "../billing/charges/views.ts";
import { exportQueue, seeDossier, seeQueue, seeToLookAt } from "../office/views.ts";
import { myOpenings } from "../people/openings/views.ts";
import { myGuestData, myInvitation, seeGuests, seeInvitation } from "../people/guests/views.ts";
import { seeTies } from "../people/provider/views.ts";
import { myOffers, seeOffers } from "../people/offers/views.ts";
import { seeTokens } from "../people/tokens/views.ts";
import { seeDemoCode } from "../people/demo/views.ts";
import { whenSent } from "../people/proofs/sent-acts.ts";
import { seeNewGenerator, seeProofs } from "../people/proofs/views.ts";
import { myAccountMails, openProof, seeAccount, seeStaff, whoIs } from "../people/views.ts";

/* Each view has its own form and value; whoever goes through the list treats them alike. */
export const VIEWS = [
  openProof,
  seeDemoCode,
  seeAccount,
  seeStaff,
  myOffers,
  seeTies,
  seeOffers,
  seeGuests,
  seeInvitation,
  myInvitation,
  myGuestData,
  whoIs,
  myOpenings,
  listIntakes,
  seeIntake,
  seePublicIntake,
  seeQueue,
  seeToLookAt,
  exportQueue,
  seeDossier,
  seeOpenIntakes,
  myAccountMails,
  openFile,
  openFilesOf,
  seeProofs,
  whenSent,
  seeTokens,
  seeNewGenerator,
  openInquiry,
  openAnswer,
  myDossiers,
  howDecided,
  howWasDecided,
  openDossier,
  openSection,
  confidedDossiers,
  readConfided,
  myCharges,
  myReceipt,
  listOwed,
  findCharges,
  seeCharge,
  seeReceipt,
  seeBank,
  seeToReconcile,
  seeBankDraft,
  listBankLines,
  listAsideLines,
  seeBankLine,
  seeBankFile,
  seeSlip,
  listWaitingEvents,
  exportMovements,
  exportOwed,
  followDossier,
  readMessages,
  readEntered,
  knowsLink,
  remindersAbout,
  seeActivity,
  seeChosen,
  myMails,
  myReminders,
  listMails,
  seeUnreached,
  openMail,
  seeHolds,
  seePurges,
  seePurge,
  seeAccountPurges,
  seeAccountPurge,
  myData,
  openCopy,
] as unknown as readonly View[];
