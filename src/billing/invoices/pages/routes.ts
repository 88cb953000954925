/** The addresses of invoices. */
import { route } from "../../../page/route.ts";

export const invoices = route("/finances/factures");
export const invoice = route("/finances/factures/:number");
export const invoicePdf = route("/finances/factures/:number/facture.pdf");
export const credit = route("/finances/factures/:number/avoir");
export const myInvoiceRoute = route("/compte/paiements/factures/:number");
export const myInvoicePdf = route("/compte/paiements/factures/:number/facture.pdf");
