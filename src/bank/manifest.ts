/** Money at the bank: files and their lines, cheques deposited, and what a reversed payment frees. */
import {
  dropBankDraft,
  importBankFile,
  matchLine,
  readBankFile,
  recordCheques,
  reversePayment,
  setLineAside,
  takeLineBack,
} from "./acts.ts";
import { linesCheckOf } from "./check.ts";
import { dropBankDrafts } from "./duties.ts";
import { bankRetained, linesDependents } from "./retention.ts";
import { officeEntries } from "./pages/entries.ts";
import { bankPages } from "./pages/pages.ts";
import {
  listAsideLines,
  listBankLines,
  seeBank,
  seeBankDraft,
  seeBankFile,
  seeBankLine,
  seeSlip,
  seeToReconcile,
} from "./views.ts";

export const manifest = {
  name: "bank",
  acts: [
    readBankFile,
    importBankFile,
    matchLine,
    setLineAside,
    takeLineBack,
    recordCheques,
    reversePayment,
    dropBankDraft,
  ],
  views: [seeBank, seeToReconcile, seeBankDraft, listBankLines, listAsideLines, seeBankLine, seeBankFile, seeSlip],
  pages: bankPages,
  duties: [dropBankDrafts],
  entries: [officeEntries],
  retained: bankRetained,
  dependents: { charges: linesDependents },
  retainedOtherwise: {
    "a file of the bank that was read and not imported, which goes within a day": "bank_draft",
  },
  checks: [linesCheckOf],
};
