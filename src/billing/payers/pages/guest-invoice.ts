/** An invoice or a credit, for the payer that it is addressed to: read, paid by what it says, taken as a PDF with its data for machines. */
import { documentHtml } from "../../../documents/pages/document.ts";
import { html } from "../../../kit/html.ts";
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import { linkButton } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { route } from "../../../page/route.ts";
import { invoiceDocument } from "../../invoices/documents/invoice.ts";
import { invoiceMoved, invoiceStanding, pdfOfInvoice } from "../../invoices/pages/invoice.ts";
import { invoiceWords } from "../../invoices/pages/words.ts";
import { payerInvoice } from "../guest-views.ts";

/** Of the room of contracts, which shows the payer all that is its own. */
export const payerHome = route("/payeur/:payer");
export const payerInvoiceRoute = route("/payeur/:payer/factures/:number");
export const payerInvoicePdf = route("/payeur/:payer/factures/:number/facture.pdf");

async function read(visit: Visit) {
  const { payer = "", number = "" } = visit.params;
  return isId(payer) ? see(visit, payerInvoice, { payer, number }) : undefined;
}

export const payerInvoicePage: Page = {
  name: "payeur-facture",
  path: payerInvoiceRoute.path,
  who: "pay for others",
  view: async (visit): Promise<PageResult> => {
    const seen = await read(visit);
    if (!seen) return { notFound: true };
    const { lang } = visit;
    const words = invoiceWords(lang);
    const payer = visit.params.payer!;
    const document = invoiceDocument(seen.document, lang);
    const main = html`${invoiceStanding(visit, seen)}
<p class="actions">${linkButton(visit.link(payerInvoicePdf.to({ payer, number: seen.document.number })), words.pdf)}</p>
${invoiceMoved(visit, seen, (number) => payerInvoiceRoute.to({ payer, number }))}
<h2>${words.whole}</h2>
${documentHtml(document)}`;
    return { html: layout(visit, { title: document.title, main, back: payerHome.to({ payer }) }) };
  },
};

export const payerInvoicePdfPage: Page = {
  name: "payeur-facture-pdf",
  path: payerInvoicePdf.path,
  who: "pay for others",
  view: (visit) =>
    pdfOfInvoice(
      visit,
      () => read(visit),
      ({ number }) => payerInvoiceRoute.to({ payer: visit.params.payer!, number }),
    ),
};
