/**
 * Acts that sign, number, publish, move money or accept, and do not compare yet what their page showed with what stands. The list only
 * shrinks: a new act says what was shown.
 */
export const SHOWN_LATER: ReadonlySet<string> = new Set([
  "resumeDossier",
  "takeOverDossier",
  "acceptLate",
  "signHalfDay",
  "attestEntry",
  "issueCertificate",
  "issueLivret",
  "renounce",
  "enrol",
  "enrolAnyway",
  "certifyTrainees",
  "issueContractPaper",
  "issueQuote",
  "sendConvention",
  "carryOver",
  "decideLapse",
  "closeBooks",
]);
