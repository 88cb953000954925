/** What is typed where so that a public body receives an invoice or a credit: its portal is fed by hand, and nothing here says it was sent. */
import type { Html } from "../../../kit/html.ts";
import { html } from "../../../kit/html.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { capital } from "../../../kit/typography.ts";
import { summaryList } from "../../../page/form.ts";
import type { Visit } from "../../../page/page.ts";
import { day, money } from "../../charges/pages/parts.ts";
import type { SeenInvoice } from "../views.ts";

const WORDS = inBoth({
  copy: ["À recopier", "To copy"],
  seller: ["Fournisseur (SIRET)", "Supplier (SIRET)"],
  buyer: ["Destinataire", "Recipient"],
  siren: (siren: string) => [`SIREN ${siren}`, `SIREN ${siren}`],
  noSiren: ["SIREN inconnu : ajoutez-le dans le registre", "SIREN unknown: add it in the register"],
  service: ["Code service", "Service code"],
  noService: [
    "inconnu : demandez à l’organisme s’il en veut un, puis notez-le dans le registre",
    "unknown: ask the body whether it wants one, then note it in the register",
  ],
  order: ["Numéro d’engagement", "Commitment number"],
  orderWhere: [
    "celui de son bon de commande, s’il en a fait un ; il n’est pas gardé ici",
    "that of its purchase order, if it made one; it is not kept here",
  ],
  number: ["Numéro", "Number"],
  corrects: ["Facture que l’avoir corrige", "Invoice that the credit corrects"],
  on: ["Date", "Date"],
  net: ["Hors taxes", "Without tax"],
  tax: ["TVA", "VAT"],
  gross: ["Toutes taxes comprises", "With tax"],
  file: ["Fichier à déposer", "File to hand in"],
  fileSaid: [
    "le PDF de cette page, qui porte ses données (Factur-X)",
    "the PDF of this page, which bears its data (Factur-X)",
  ],
});

/** Null of a body that is not public, or where the school's file says nothing of its portal. */
export function portalHtml(
  { lang, school }: Pick<Visit, "lang" | "school">,
  { document }: Pick<SeenInvoice, "document">,
): Html | null {
  const { payers = [], invoices } = school.money ?? {};
  const portal = invoices?.portal;
  const isPublic = payers.some(({ payer, public: body }) => payer === document.source.key && body === true);
  if (!portal || !(isPublic || document.buyer.service !== "")) return null;
  const words = WORDS[lang];
  const { seller, buyer, number, of, issuedOn, net, tax, gross } = document;
  const exact = (said: string) => html`<span class="exact">${said}</span>`;
  const to = buyer.siren === null ? words.noSiren : words.siren(buyer.siren);
  const rows = [
    { key: words.seller, value: exact(seller.siret) },
    { key: words.buyer, value: html`${buyer.name}, ${to}` },
    { key: words.service, value: buyer.service === "" ? words.noService : exact(buyer.service) },
    { key: words.order, value: words.orderWhere },
    { key: words.number, value: exact(number) },
    ...(of ? [{ key: words.corrects, value: exact(of.number) }] : []),
    { key: words.on, value: day(issuedOn, lang) },
    { key: words.net, value: money(net, lang) },
    { key: words.tax, value: money(tax, lang) },
    { key: words.gross, value: money(gross, lang) },
    { key: words.file, value: words.fileSaid },
  ];
  return html`<details class="ds-details"><summary>${capital(portal.label[lang])}</summary><div><ol class="numbered">${portal.does.map((step) => html`<li>${step[lang]}</li>`)}</ol>
<h3>${words.copy}</h3>${summaryList(rows, lang)}</div></details>`;
}
