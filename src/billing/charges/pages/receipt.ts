/** A receipt as a page and as a PDF: one's own, or for the office. */
import { join } from "node:path";
import { html } from "../../../kit/html.ts";
import { printFor, see } from "../../../page/acting.ts";
import { documentHtml } from "../../../documents/pages/document.ts";
import { linkButton } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { receiptDocument } from "../documents/receipt.ts";
import { myReceipt, type Receipt, seeReceipt } from "../views.ts";
import { charge, toDebtor } from "./parts.ts";
import { moneyWords } from "./words.ts";

export const MONEY_TEMPLATE = join(import.meta.dirname, "..", "..", "documents", "money.typ");

type Whose = { readonly name: string; readonly base: string; readonly back: string; readonly own: boolean };
const MINE: Whose = { name: "compte-recu", base: "/compte/paiements/recu", back: "/compte/paiements", own: true };
const OFFICE: Whose = { name: "finances-recu", base: "/finances/recu", back: "/finances", own: false };

const receiptOf = (visit: Visit, { own }: Whose): Promise<Receipt | undefined> =>
  see(visit, own ? myReceipt : seeReceipt, { number: visit.params.number! });

function receiptPage(whose: Whose): Page {
  return {
    name: whose.name,
    path: `${whose.base}/:number`,
    who: whose.own ? "pay what one owes" : "see the accounts",
    view: async (visit): Promise<PageResult> => {
      const receipt = await receiptOf(visit, whose);
      if (!receipt) return { notFound: true };
      const words = moneyWords(visit.lang).receipt;
      const { number } = receipt.payment;
      const pdf = linkButton(visit.link(`${whose.base}/${number}/recu.pdf`), words.pdf, "secondary");
      const main = html`${documentHtml(receiptDocument(visit.school, receipt, visit.lang))}<p>${pdf}</p>`;
      const back = whose.own
        ? whose.back
        : receipt.charge
          ? charge.to({ charge: receipt.charge.id })
          : toDebtor(receipt.payment.debtor!);
      return { html: layout(visit, { title: words.title(number), main, back }) };
    },
  };
}

function receiptPdf(whose: Whose): Page {
  return {
    name: `${whose.name}-pdf`,
    path: `${whose.base}/:number/recu.pdf`,
    who: whose.own ? "pay what one owes" : "see the accounts",
    view: async (visit): Promise<PageResult> => {
      const receipt = await receiptOf(visit, whose);
      const { documents } = visit.world;
      if (!receipt) return { notFound: true };
      // Without a printer, falls back to the page, which says the same.
      if (!documents) return { redirect: visit.link(`${whose.base}/${receipt.payment.number}`) };
      const file = await printFor(visit, documents, MONEY_TEMPLATE, receiptDocument(visit.school, receipt, visit.lang));
      return { file, type: "application/pdf", name: `${receipt.payment.number}.pdf` };
    },
  };
}

export const receiptPages: readonly Page[] = [
  receiptPage(MINE),
  receiptPdf(MINE),
  receiptPage(OFFICE),
  receiptPdf(OFFICE),
];
