/** Every act, in the order of the year. */
import type { Act } from "./act.ts";
import { tellOfAdvisor } from "./admission/confided/acts.ts";
import {
  eraseAnswer,
  eraseInquiry,
  expireAnswer,
  expireInquiry,
  keepAnswer,
  saveInquiry,
  startInquiry,
} from "./admission/acts.ts";
import { decideArrangements } from "./admission/dossier/arrange-acts.ts";
import { acceptLate, assignDossier, declineLate, judgePart, judgeRest, noteDossier } from "./admission/office/acts.ts";
import {
  changeIntake,
  closeIntake,
  dropIntake,
  openIntake,
  prepareIntake,
  saveIntake,
} from "./admission/intakes/acts.ts";
import { addFile, explainPages, removeFile, saveSection, startDossier } from "./admission/dossier/acts.ts";
import { resumeDossier, submitDossier, takeBackDossier, withdrawDossier } from "./admission/dossier/submit-acts.ts";
import { askComplement, giveComplement } from "./admission/dossier/complement-acts.ts";
import {
  askConfirmation,
  confirmEntered,
  confirmOwn,
  disputeEntered,
  enterDossier,
  openEntered,
  takeOverDossier,
} from "./admission/entering/acts.ts";
import { sendMessage } from "./admission/messages/acts.ts";
import { settleAccount } from "./people/acts.ts";
import { askCode, readOutCode, expireCode, tryCode, tryLastCode } from "./people/codes/acts.ts";
import {
  endOtherSessions,
  endSession,
  expireSession,
  forgetFailure,
  signIn,
  startSession,
} from "./people/sessions/acts.ts";
import { confirmRole, giveRole, takeRole } from "./people/staff/acts.ts";
import {
  dropBankDraft,
  importBankFile,
  matchLine,
  readBankFile,
  recordCheques,
  setLineAside,
  takeLineBack,
} from "./billing/bank/acts.ts";
import {
  askCharge,
  recordPayment,
  refundCharge,
  remindDebtor,
  reversePayment,
  reverseWaiver,
  waiveCharge,
} from "./billing/charges/acts.ts";
import {
  addGenerator,
  beginGenerator,
  confirmIdentity,
  proveSecond,
  removeFactor,
  renewRecoveryCodes,
} from "./people/proofs/acts.ts";
import { noteSent } from "./people/proofs/sent-acts.ts";
import { dropOnlineRefund, noteOnlineRefund, refundOnline, refuseOnlineRefund } from "./billing/refunds/acts.ts";
import { keepOnlineSession, noteOnlineEvent, settleOnlineEvent, wishOnlinePayment } from "./billing/online/acts.ts";
import { makeDemoAccount } from "./people/demo/acts.ts";
import { bearDemo, showDemoPeople } from "./record/birth/acts.ts";
import { changeAddress, changeName, endSessionsOf, giveAddress, removeProofs } from "./people/address/acts.ts";
import { comeBack, enterByProvider, leaveForProvider, linkProvider, unlinkProvider } from "./people/provider/acts.ts";
import {
  endInvitation,
  enterAsGuest,
  inviteGuest,
  leaveAsGuest,
  renewGuest,
  revokeGuest,
} from "./people/guests/acts.ts";
import { acceptRole, declineRole } from "./people/offers/acts.ts";
import { expireToken, makeToken, revokeToken } from "./people/tokens/acts.ts";
import { addPasskey, askNewPasskey, askPasskey, showPasskey } from "./people/proofs/passkey-acts.ts";
import { expireUpload, setFileAside } from "./record/files/acts.ts";
import { warnIdleAccount } from "./people/idle/acts.ts";
import { dropOrphan } from "./record/files/orphans.ts";
import { keepLawFile } from "./record/acts.ts";
import { makeCheckpoint } from "./record/checkpoint-acts.ts";
import { acceptClock } from "./record/clock/acts.ts";
import { keepTimestamp } from "./record/timestamp-acts.ts";
import { RETENTION_ACTS, placeHold } from "./holdings.ts";
import { liftHold } from "./record/retention/holds.ts";
import { askForData, copyReady, erasureDone, expireCopy } from "./record/retention/requests.ts";
import { chooseReminders, recordBounce, resendMail } from "./record/mail/acts.ts";
import {
  chooseRemindersAbout,
  putOffFee,
  remindOfDeadline,
  takeInTime,
  tellProlonged,
} from "./admission/reminders/acts.ts";

/* Each act has its own form and outcome; whoever goes through the list treats them alike. */
export const ACTS = [
  keepLawFile,
  bearDemo,
  makeDemoAccount,
  showDemoPeople,
  askCode,
  readOutCode,
  tryCode,
  tryLastCode,
  settleAccount,
  signIn,
  startSession,
  endSession,
  endOtherSessions,
  confirmIdentity,
  noteSent,
  proveSecond,
  beginGenerator,
  addGenerator,
  removeFactor,
  renewRecoveryCodes,
  askNewPasskey,
  addPasskey,
  askPasskey,
  showPasskey,
  leaveForProvider,
  comeBack,
  enterByProvider,
  linkProvider,
  unlinkProvider,
  changeName,
  changeAddress,
  giveAddress,
  removeProofs,
  endSessionsOf,
  makeToken,
  revokeToken,
  expireToken,
  expireSession,
  expireCode,
  forgetFailure,
  giveRole,
  takeRole,
  confirmRole,
  acceptRole,
  declineRole,
  inviteGuest,
  renewGuest,
  revokeGuest,
  enterAsGuest,
  leaveAsGuest,
  endInvitation,
  prepareIntake,
  saveIntake,
  openIntake,
  changeIntake,
  closeIntake,
  dropIntake,
  startInquiry,
  saveInquiry,
  eraseInquiry,
  keepAnswer,
  eraseAnswer,
  expireInquiry,
  expireAnswer,
  wishOnlinePayment,
  keepOnlineSession,
  noteOnlineEvent,
  settleOnlineEvent,
  refundOnline,
  noteOnlineRefund,
  refuseOnlineRefund,
  dropOnlineRefund,
  recordPayment,
  readBankFile,
  importBankFile,
  matchLine,
  setLineAside,
  takeLineBack,
  recordCheques,
  reversePayment,
  refundCharge,
  waiveCharge,
  reverseWaiver,
  askCharge,
  remindDebtor,
  dropBankDraft,
  startDossier,
  saveSection,
  addFile,
  removeFile,
  explainPages,
  submitDossier,
  takeBackDossier,
  withdrawDossier,
  resumeDossier,
  tellOfAdvisor,
  remindOfDeadline,
  tellProlonged,
  takeInTime,
  putOffFee,
  chooseRemindersAbout,
  askComplement,
  giveComplement,
  sendMessage,
  enterDossier,
  askConfirmation,
  openEntered,
  confirmEntered,
  confirmOwn,
  disputeEntered,
  takeOverDossier,
  decideArrangements,
  acceptLate,
  declineLate,
  assignDossier,
  judgePart,
  judgeRest,
  noteDossier,
  makeCheckpoint,
  acceptClock,
  keepTimestamp,
  expireUpload,
  dropOrphan,
  warnIdleAccount,
  setFileAside,
  recordBounce,
  resendMail,
  chooseReminders,
  placeHold,
  liftHold,
  askForData,
  copyReady,
  erasureDone,
  expireCopy,
  ...RETENTION_ACTS,
] as unknown as readonly Act[];

/** The tables whose every row an act recorded. */
export const PROVEN_TABLES: readonly string[] = [...new Set(ACTS.flatMap((act) => act.writes))];
