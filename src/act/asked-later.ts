/**
 * Acts whose tables bind and that ask no recent proof yet: their pages and tests are to follow. The list only shrinks: a new act binds or
 * says why it is free. A token may do these until then.
 */
export const ASKED_LATER: ReadonlySet<string> = new Set([
  "endTraining",
  "interruptTraining",
  "resumeTraining",
  "answerClaim",
  "correctAttendance",
  "attestEntry",
  "issueCertificate",
  "judgeSubject",
  "acceptStudy",
  "declineStudy",
  "recordSignedAgreement",
  "issueLivret",
  "withdrawLivret",
  "noteGrant",
  "noteSigned",
  "answerLateWithdrawal",
  "noteRenounced",
  "renounce",
  "enrol",
  "enrolAnyway",
  "issueProposed",
  "issueTogether",
  "certifyTrainees",
  "issueContractPaper",
  "issueQuote",
  "declineConvention",
  "depositBpf",
]);
