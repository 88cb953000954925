/** One's own invoices and credits, on the page of what one owes. */
import { href, type Html, html } from "../../../kit/html.ts";
import { see } from "../../../page/acting.ts";
import { table } from "../../../page/form.ts";
import type { MinePapers } from "../../../page/mine.ts";
import type { Visit } from "../../../page/page.ts";
import { day, money } from "../../charges/pages/parts.ts";
import { myInvoices } from "../views.ts";
import { myInvoicePdf, myInvoiceRoute } from "./routes.ts";
import { invoiceWords } from "./words.ts";

/** Nothing where none was issued. */
export async function ownInvoices(visit: Visit): Promise<Html | false> {
  const { lang } = visit;
  const words = invoiceWords(lang);
  const { invoices } = (await see(visit, myInvoices, {})) ?? { invoices: [] };
  if (invoices.length === 0) return false;
  const link = (to: string, said: string) => html`<a class="ds-link" href="${href(visit.link(to))}">${said}</a>`;
  return html`<h2>${words.mine}</h2>${table({
    id: "invoices",
    caption: words.caption,
    head: [words.number, words.issued, words.amount, words.paper],
    rows: invoices.map(({ number, issuedOn, gross, kind }) => [
      link(myInvoiceRoute.to({ number }), number),
      day(issuedOn, lang),
      kind === "credit" ? `−${money(gross, lang)}` : money(gross, lang),
      html`<a class="ds-link" href="${href(visit.link(myInvoicePdf.to({ number })))}">PDF<span class="ds-sr-only"> ${number}</span></a>`,
    ]),
    numeric: [2],
    stacks: true,
  })}`;
}

/** The same among one's documents. */
export const invoicePapers: MinePapers = async (visit) => {
  const { invoices } = (await see(visit, myInvoices, {})) ?? { invoices: [] };
  return invoices.map(({ number, issuedOn, gross, kind }) => ({
    label: invoiceWords(visit.lang)[kind === "credit" ? "ownCredit" : "ownInvoice"](number, money(gross, visit.lang)),
    on: issuedOn,
    to: myInvoicePdf.to({ number }),
  }));
};
