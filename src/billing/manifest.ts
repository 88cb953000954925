/** Money: charges, payments, refunds, online payment. */
import { actsIn, viewsIn } from "../act/gather.ts";
import * as chargesActs from "./charges/acts.ts";
import { legalCheckOf, moneyCheckOf, waysCheckOf } from "./charges/check.ts";
import { moneyEntries } from "./charges/pages/entries.ts";
import { owedFigure } from "./charges/pages/figure.ts";
import { moneyPart } from "./charges/pages/person.ts";
import { chargePages } from "./charges/pages/pages.ts";
import { recountAccount, recountAccounts } from "./charges/recounting.ts";
import * as chargesViews from "./charges/views.ts";
import { billingRetained } from "./retention.ts";
import { creditPage } from "./invoices/pages/credit.ts";
import { invoicePage, invoicePdfs, myInvoicePage } from "./invoices/pages/invoice.ts";
import { invoicesPage } from "./invoices/pages/list.ts";
import * as invoiceViews from "./invoices/views.ts";
import { invoicesCheckOf, schemaCheckOf } from "./invoices/check.ts";
import { facturX } from "./invoices/documents/factur-x.ts";
import { schemaFault } from "./invoices/documents/valid.ts";
import * as invoiceActs from "./invoices/acts.ts";
import * as onlineActs from "./online/acts.ts";
import { paymentAsker } from "./online/ask.ts";
import { providerCheckOf } from "./online/check.ts";
import { onlinePages } from "./online/pages/pages.ts";
import * as agesViews from "./ages/views.ts";
import { agesPage } from "./ages/pages/ages.ts";
import * as dunningActs from "./dunning/acts.ts";
import * as dunningViews from "./dunning/views.ts";
import { dunningPages } from "./dunning/pages/dunning.ts";
import * as debtorsActs from "./debtors/acts.ts";
import * as debtorsViews from "./debtors/views.ts";
import * as payersActs from "./payers/acts.ts";
import * as payerGuestActs from "./payers/guest-acts.ts";
import * as payerGuestViews from "./payers/guest-views.ts";
import { payerAccessPage } from "./payers/pages/access.ts";
import { payerInvoicePage, payerInvoicePdfPage } from "./payers/pages/guest-invoice.ts";
import { payerSignersPage } from "./payers/pages/guest-mailboxes.ts";
import { payerPage, payersPage } from "./payers/pages/payers.ts";
import * as payersViews from "./payers/views.ts";
import { debtorPages } from "./debtors/pages/pages.ts";
import { menuOf } from "../page/menu.ts";
import * as onlineViews from "./online/views.ts";
import * as refundsActs from "./refunds/acts.ts";
import { moneyGiver } from "./refunds/give.ts";
import { billingWaits, chargesCalled, debtorsCalled, debtorWaits, onlineCalled, proposalsCalled } from "./waits.ts";
import { moneyPapers } from "./charges/pages/papers.ts";
import { invoicePapers } from "./invoices/pages/mine.ts";
import type { SignedVisit } from "../page/page.ts";

export const manifest = {
  name: "billing",
  acts: [
    ...actsIn(onlineActs, refundsActs, chargesActs, debtorsActs, dunningActs, payersActs, payerGuestActs, invoiceActs),
    recountAccount,
  ],
  views: viewsIn(
    agesViews,
    chargesViews,
    debtorsViews,
    dunningViews,
    onlineViews,
    payersViews,
    payerGuestViews,
    invoiceViews,
  ),
  pages: [
    ...chargePages,
    ...debtorPages,
    agesPage,
    ...dunningPages,
    ...onlinePages,
    payersPage,
    payerPage,
    invoicesPage,
    invoicePage,
    creditPage,
    myInvoicePage,
    ...invoicePdfs,
    payerAccessPage,
    payerSignersPage,
    payerInvoicePage,
    payerInvoicePdfPage,
  ],
  person: [moneyPart],
  papers: async (visit: SignedVisit) => [...(await moneyPapers(visit)), ...(await invoicePapers(visit))],
  figures: [owedFigure],
  jobs: [paymentAsker, moneyGiver],
  entries: [moneyEntries],
  retained: billingRetained,
  duties: [recountAccounts],
  checks: [
    moneyCheckOf,
    waysCheckOf,
    legalCheckOf,
    invoicesCheckOf,
    () => schemaCheckOf((document) => schemaFault(facturX(document))),
  ],
  outside: [providerCheckOf],
  waits: [...billingWaits, ...debtorWaits],
  called: { charge: chargesCalled, debtor: debtorsCalled, proposal: proposalsCalled, "online-event": onlineCalled },
  places: { payer: (id: string) => `/finances/payeurs/${id}` },
  retainedOtherwise: {
    "employers and funds, which contracts and invoices name": "payer",
    "the addresses from which employers and funds sign, which conventions name": "payer_mailbox",
    "the latest number of each series of invoices": "invoice_counter",
  },
  menu: menuOf([
    {
      to: "/finances/factures",
      label: { fr: "Factures", en: "Invoices" },
      behind: ["/finances/a-facturer"],
      may: "see the accounts",
      group: "money",
      rank: 2,
    },
  ]),
};
