/**
 * Acts whose tables bind and that ask no recent proof yet: their pages and tests are to follow. The list only shrinks: a new act binds or
 * says why it is free. A token may do these until then.
 */
export const ASKED_LATER: ReadonlySet<string> = new Set([
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
