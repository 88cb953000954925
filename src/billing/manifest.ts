/** Money: what is asked, paid, refunded, brought by the bank or paid online. */
import {
  dropBankDraft,
  importBankFile,
  matchLine,
  readBankFile,
  recordCheques,
  setLineAside,
  takeLineBack,
} from "./bank/acts.ts";
import { bankPages } from "./bank/pages/pages.ts";
import {
  listAsideLines,
  listBankLines,
  seeBank,
  seeBankDraft,
  seeBankFile,
  seeBankLine,
  seeSlip,
  seeToReconcile,
} from "./bank/views.ts";
import {
  askCharge,
  recordPayment,
  refundCharge,
  remindDebtor,
  reversePayment,
  reverseWaiver,
  waiveCharge,
} from "./charges/acts.ts";
import { moneyCheckOf, waysCheckOf } from "./charges/check.ts";
import { moneyEntries } from "./charges/pages/entries.ts";
import { chargePages } from "./charges/pages/pages.ts";
import {
  exportMovements,
  exportOwed,
  findCharges,
  listOwed,
  myCharges,
  myReceipt,
  seeCharge,
  seeReceipt,
} from "./charges/views.ts";
import { dropBankDrafts, recallCharges } from "./duties.ts";
import { billingHoldings } from "./holdings.ts";
import { keepOnlineSession, noteOnlineEvent, settleOnlineEvent, wishOnlinePayment } from "./online/acts.ts";
import { paymentAsker } from "./online/ask.ts";
import { providerCheckOf } from "./online/check.ts";
import { onlinePages } from "./online/pages/pages.ts";
import { listWaitingEvents } from "./online/views.ts";
import { dropOnlineRefund, noteOnlineRefund, refundOnline, refuseOnlineRefund } from "./refunds/acts.ts";
import { moneyGiver } from "./refunds/give.ts";

export const manifest = {
  name: "billing",
  acts: [
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
  ],
  views: [
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
  ],
  pages: [...chargePages, ...bankPages, ...onlinePages],
  duties: [dropBankDrafts, recallCharges],
  jobs: [paymentAsker, moneyGiver],
  entries: [moneyEntries],
  holdings: billingHoldings,
  /** Tables that are about nobody who could be found by their account, and what sees to each. */
  heldOtherwise: {
    "a file of the bank that was read and not imported, which goes within a day": "bank_draft",
  },
  checks: [moneyCheckOf, waysCheckOf],
  outside: [providerCheckOf],
};
