/** An invoice or a credit as a page and as a PDF, with what became of it: the office's, or one's own. */
import { join } from "node:path";
import { may } from "../../../act/permissions.ts";
import { documentHtml } from "../../../documents/pages/document.ts";
import { claiming } from "../../../documents/xmp.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import type { Lang } from "../../../kit/lang.ts";
import { capital } from "../../../kit/typography.ts";
import { printFor, see } from "../../../page/acting.ts";
import { linkButton, table } from "../../../page/form.ts";
import { layout } from "../../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { isOwn } from "../../charges/hands.ts";
import { charge, day, mine, money, office } from "../../charges/pages/parts.ts";
import { sayMeans } from "../../charges/words.ts";
import { FACTUR_X, facturX } from "../documents/factur-x.ts";
import { invoiceDocument } from "../documents/invoice.ts";
import { schemaFault } from "../documents/valid.ts";
import { myInvoice, type SeenInvoice, seeInvoice } from "../views.ts";
import { credit, invoice, invoicePdf, invoices, myInvoicePdf, myInvoiceRoute } from "./routes.ts";
import { portalHtml } from "./portal.ts";
import { invoiceWords } from "./words.ts";

const TEMPLATE = join(import.meta.dirname, "..", "documents", "invoice.typ");

export const invoicePage: Page = {
  name: "finances-facture",
  path: invoice.path,
  who: "see the accounts",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, seeInvoice, { number: visit.params.number! });
    if (!seen) return { notFound: true };
    const { lang, query } = visit;
    const words = invoiceWords(lang);
    const { document, left } = seen;
    const { number } = document;
    const corrects = left > 0 && may(visit.actor, "keep the accounts") && !isOwn(seen, visit.actor);
    const main = html`${query.fait === "avoir" && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${words.done.avoir}</p>`}
${invoiceStanding(visit, seen)}
<p class="actions">${linkButton(visit.link(invoicePdf.to({ number })), words.pdf)}
${document.attached.length > 0 && may(visit.actor, "keep the accounts") && linkButton(visit.link(`/finances/factures/${number}/dossier.zip`), words.folder, "secondary")}
${corrects && linkButton(visit.link(credit.to({ number })), words.correct, "secondary")}</p>
${seen.kind === "invoice" && html`<p><a class="ds-link" href="${href(visit.link(charge.to({ charge: seen.charge })))}">${words.charge}</a></p>`}
${portalHtml(visit, seen)}
${invoiceMoved(visit, seen, (of) => invoice.to({ number: of }))}
<h2>${words.whole}</h2>
${documentHtml(invoiceDocument(document, lang))}
<p class="small">${words.frozen} <code class="hash">${seen.fingerprint}</code></p>`;
    return office(visit, { title: invoiceDocument(document, lang).title, main, back: invoices.to() });
  },
};

export const myInvoicePage: Page = {
  name: "compte-facture",
  path: myInvoiceRoute.path,
  who: "pay what one owes",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, myInvoice, { number: visit.params.number! });
    if (!seen) return { notFound: true };
    const { lang } = visit;
    const words = invoiceWords(lang);
    const document = invoiceDocument(seen.document, lang);
    const main = html`${invoiceStanding(visit, seen)}
<p class="actions">${linkButton(visit.link(myInvoicePdf.to({ number: seen.document.number })), words.pdf)}</p>
${invoiceMoved(visit, seen, (of) => myInvoiceRoute.to({ number: of }))}
<h2>${words.whole}</h2>
${documentHtml(document)}`;
    return { html: layout(visit, { title: document.title, main, back: mine.to() }) };
  },
};

export const invoicePdfs: readonly Page[] = [
  {
    name: "finances-facture-pdf",
    path: invoicePdf.path,
    who: "see the accounts",
    view: (visit) => pdfOfInvoice(visit, () => see(visit, seeInvoice, { number: visit.params.number! }), invoice.to),
  },
  {
    name: "compte-facture-pdf",
    path: myInvoicePdf.path,
    who: "pay what one owes",
    view: (visit) =>
      pdfOfInvoice(visit, () => see(visit, myInvoice, { number: visit.params.number! }), myInvoiceRoute.to),
  },
];

/** In French, with its data for machines: the document that counts. */
export async function pdfOfInvoice(
  visit: Visit,
  read: () => Promise<SeenInvoice | undefined>,
  page: (at: { number: string }) => string,
): Promise<PageResult> {
  const seen = await read();
  if (!seen) return { notFound: true };
  const { number } = seen.document;
  const file = await printedInvoice(visit, seen);
  // Without a printer, falls back to the page, which says the same.
  if (!file) return { redirect: visit.link(page({ number })) };
  return { file, type: "application/pdf", name: `${number}.pdf` };
}

/** Undefined without a printer. */
export async function printedInvoice(
  visit: Visit,
  { document }: Pick<SeenInvoice, "document">,
): Promise<Buffer | undefined> {
  const { documents } = visit.world;
  if (!documents) return undefined;
  const attached = facturX(document);
  // It is never handed out as what it is not. The fault may quote a value: only the number is told.
  if ((await schemaFault(attached)) !== undefined)
    throw new Error(`The data of ${document.number} does not fit the schema of Factur-X`);
  const data = { ...invoiceDocument(document, "fr"), attached };
  return claiming(await printFor(visit, documents, TEMPLATE, data), FACTUR_X);
}

/** What is left to pay of it, in one line. */
export function invoiceStanding({ lang }: Visit, { balance, dueOn, document: { of } }: SeenInvoice): Html {
  const words = invoiceWords(lang);
  if (balance === null || dueOn === null) return html`<p class="lead">${of && words.ofInvoice(of.number)}</p>`;
  const said =
    balance > 0
      ? words.toPay(money(balance, lang), day(dueOn, lang))
      : balance < 0
        ? words.back(money(-balance, lang))
        : words.settled;
  return html`<p class="lead"><strong>${said}</strong></p>`;
}

/** Its payments and credits, or the invoice that it corrects. */
export function invoiceMoved(
  visit: Visit,
  { payments, served, returned, credits, kind, document }: SeenInvoice,
  to: (number: string) => string,
): Html {
  const { lang } = visit;
  const words = invoiceWords(lang);
  const link = (number: string, said = number) =>
    html`<a class="ds-link exact" href="${href(visit.link(to(number)))}">${said}</a>`;
  if (kind === "credit")
    return html`<p>${document.of && link(document.of.number, words.ofInvoice(document.of.number))}</p>`;
  const came = payments.length + served.length;
  return html`${returned.map((one) => returnedHtml(one, lang))}${came === 0 && returned.length === 0 && html`<p>${words.noPayments}</p>`}${
    came > 0 &&
    table({
      id: "payments",
      caption: words.payments,
      head: [words.receipt, words.paidOn, words.means, words.amount],
      rows: [
        ...payments.map((one) => [
          html`<span class="exact">${one.number}</span>`,
          day(one.paidOn, lang),
          capital(sayMeans(one.means, lang)),
          money(one.amount, lang),
        ]),
        ...served.map((one) => [
          one.number === null
            ? ""
            : one.kind === "credit"
              ? link(one.number)
              : html`<span class="exact">${one.number}</span>`,
          day(one.on, lang),
          one.means === null ? words.freed : capital(sayMeans(one.means, lang)),
          money(one.amount, lang),
        ]),
      ],
      numeric: [3],
      stacks: true,
    })
  }${
    credits.length > 0 &&
    table({
      id: "credits",
      caption: words.credits,
      head: [words.number, words.issued, words.reason, words.amount],
      rows: credits.map((one) => [
        link(one.number),
        day(one.issuedOn, lang),
        html`<span lang="fr">${one.reason ?? ""}</span>`,
        `−${money(one.gross, lang)}`,
      ]),
      numeric: [3],
      stacks: true,
    })
  }`;
}

/** A payment that came and was not honoured: its debtor reads what their bank said. */
function returnedHtml({ means, amount, paidOn, on, reason }: SeenInvoice["returned"][number], lang: Lang): Html {
  const said = invoiceWords(lang).returned(capital(sayMeans(means, lang)), money(amount, lang), day(paidOn, lang));
  return html`<p class="ds-alert" data-color="warning">${said} ${invoiceWords(lang).returnedOn(day(on, lang))} <span lang="fr">${reason}</span></p>`;
}
