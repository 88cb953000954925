/** Money: charges, payments, refunds, online payment. */
import { askCharge, recordPayment, refundCharge, remindDebtor, reverseWaiver, waiveCharge } from "./charges/acts.ts";
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
import { recallCharges } from "./duties.ts";
import { billingRetained } from "./retention.ts";
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
    refundCharge,
    waiveCharge,
    reverseWaiver,
    askCharge,
    remindDebtor,
  ],
  views: [
    myCharges,
    myReceipt,
    listOwed,
    findCharges,
    seeCharge,
    seeReceipt,
    listWaitingEvents,
    exportMovements,
    exportOwed,
  ],
  pages: [...chargePages, ...onlinePages],
  duties: [recallCharges],
  jobs: [paymentAsker, moneyGiver],
  entries: [moneyEntries],
  retained: billingRetained,
  checks: [moneyCheckOf, waysCheckOf],
  outside: [providerCheckOf],
};
