/** An invoice or a credit, printed from what was frozen. Pure; a PDF and a page alike. Its French version is the one that counts. */
import type { Block, HouseDocument } from "../../../documents/blocks.ts";
import { inBoth } from "../../../kit/in-both.ts";
import { type Lang, sayDay, sayMinutes, sayMoney } from "../../../kit/lang.ts";
import { typographicAll } from "../../../kit/typography.ts";
import type { InvoiceDocument } from "../rules/document.ts";

export function invoiceDocument(frozen: InvoiceDocument, lang: Lang): HouseDocument {
  const words = WORDS[lang];
  const { number, issuedOn, seller, buyer, type, kind, of } = frozen;
  const title =
    kind === "credit" ? words.credit(number) : type === 386 ? words.prepayment(number) : words.invoice(number);
  const document: HouseDocument = {
    lang,
    title,
    subtitle: of ? words.corrects(of.number, sayDay(of.on, lang)) : buyer.name,
    number,
    date: issuedOn,
    school: { name: seller.name, address: seller.address },
    words: { number: words.number, date: words.issuedOn(sayDay(issuedOn, lang)), page: "Page", of: words.of },
    ...(words.courtesy && { courtesy: words.courtesy }),
    blocks: blocksOf(frozen, lang),
  };
  return typographicAll(document, lang);
}

function blocksOf(frozen: InvoiceDocument, lang: Lang): Block[] {
  const words = WORDS[lang];
  const { dueOn, gross, vat, kind, reason, remitted, askedAgain, replaces = [], held = 0, attached } = frozen;
  const money = (cents: number) => sayMoney(cents, lang);
  return [
    ...(kind === "credit"
      ? [
          { kind: "text", text: words.less(money(gross)), lead: true } as const,
          // As it was written.
          { kind: "text", text: reason ?? "", lang: "fr" } as const,
          ...(remitted ? [{ kind: "text", text: words.remitted } as const] : []),
          ...(askedAgain ? [{ kind: "text", text: words.askedAgain } as const] : []),
        ]
      : [
          {
            kind: "text",
            text: gross > held ? words.asked(money(gross - held), sayDay(dueOn!, lang)) : words.nothing,
          } as const,
          ...(held > 0 ? [{ kind: "text", text: words.held(money(held), money(gross)) } as const] : []),
          ...replaces.map(({ number, on, credit }) => {
            const [day, creditDay] = [sayDay(on, lang), sayDay(credit.on, lang)];
            const text = words.replaces({
              number,
              day,
              credit: credit.number,
              creditDay,
              amount: money(credit.amount),
            });
            return { kind: "text", text } as const;
          }),
        ]),
    { kind: "heading", level: 1, text: words.what },
    ...serviceOf(frozen, lang),
    linesOf(frozen, lang),
    ...(vat.words ? [{ kind: "text", text: vat.words[lang] } as const] : []),
    ...(attached.length > 0
      ? [{ kind: "text", text: words.attached, lead: true } as const, { kind: "list", items: attached } as const]
      : []),
    ...(kind === "invoice" ? paymentOf(frozen, lang) : []),
    { kind: "heading", level: 1, text: words.seller, folds: true },
    { kind: "facts", items: sellerOf(frozen, lang) },
    { kind: "text", text: words.activity(frozen.seller.activity.number, frozen.seller.activity.registeredWith[lang]) },
    { kind: "heading", level: 1, text: words.buyer, folds: true },
    { kind: "facts", items: buyerOf(frozen, lang) },
  ];
}

/** Of when, under which agreement and which number of the fund's. */
function serviceOf({ period, agreement, dossierNumber }: InvoiceDocument, lang: Lang): Block[] {
  const words = WORDS[lang];
  return [
    {
      kind: "facts",
      items: [
        { label: words.performed, value: words.fromTo(sayDay(period.from, lang), sayDay(period.to, lang)) },
        ...(agreement === null ? [] : [{ label: words.agreement, value: agreement }]),
        ...(dossierNumber === null ? [] : [{ label: words.dossierNumber, value: dossierNumber, exact: true }]),
      ],
    },
  ];
}

function linesOf({ kind, lines, net, tax, gross, vat, held = 0 }: InvoiceDocument, lang: Lang): Block {
  const words = WORDS[lang];
  const money = (cents: number) => sayMoney(cents, lang);
  const hourly = lines.some(({ minutes }) => minutes !== undefined);
  const blank = hourly ? [""] : [];
  return {
    kind: "table",
    caption: words.lines,
    columns: [
      { label: words.service, width: 1 },
      ...(hourly ? [{ label: words.hours, align: "end" } as const] : []),
      { label: words.net, align: "end" },
    ],
    rows: lines.map(({ label, detail, minutes, rate, net: share }) => [
      [label[lang], ...(detail ? [detail[lang]] : [])].join(" – "),
      ...(hourly
        ? [minutes === undefined ? "" : words.at(sayMinutes(minutes, lang), rate === undefined ? null : money(rate))]
        : []),
      money(share),
    ]),
    totals: [
      [words.totalNet, ...blank, money(net)],
      ...(vat.category === "S" ? [[words.tax(vat.rate), ...blank, money(tax)]] : []),
      [kind === "credit" ? words.credited : held > 0 ? words.gross : words.total, ...blank, money(gross)],
      ...(held > 0
        ? [
            [words.already, ...blank, `−${money(held)}`],
            [words.total, ...blank, money(gross - held)],
          ]
        : []),
    ],
  };
}

function paymentOf({ dueOn, reference, seller, terms }: InvoiceDocument, lang: Lang): Block[] {
  const words = WORDS[lang];
  const { iban, bic, holder } = seller.transfer;
  const fact = (label: string, value: string | null, exact = false) =>
    value === null ? [] : [{ label, value, ...(exact && { exact }) }];
  return [
    { kind: "heading", level: 1, text: words.payment },
    {
      kind: "facts",
      items: [
        { label: words.due, value: sayDay(dueOn!, lang) },
        { label: words.reference, value: reference, exact: true },
        ...fact(words.holder, iban === null ? null : holder),
        ...fact("IBAN", iban === null ? null : iban.replaceAll(/(.{4})(?=.)/g, "$1 "), true),
        ...fact("BIC", iban === null ? null : bic, true),
        ...fact(words.cheque, seller.cheque),
      ],
    },
    ...(terms
      ? [
          { kind: "text", text: terms.earlyPayment[lang] } as const,
          { kind: "text", text: `${terms.penalties[lang]} ${words.recovery(sayMoney(terms.recovery, lang))}` } as const,
        ]
      : []),
  ];
}

function sellerOf({ seller }: InvoiceDocument, lang: Lang) {
  const words = WORDS[lang];
  const { name, form, siren, siret, vatNumber, address } = seller;
  return [
    { label: words.name, value: `${name}, ${form[lang]}` },
    { label: words.address, value: address.join(", ") },
    { label: "SIREN", value: siren, exact: true },
    { label: "SIRET", value: siret, exact: true },
    ...(vatNumber === null ? [] : [{ label: words.vatNumber, value: vatNumber, exact: true }]),
  ];
}

function buyerOf({ buyer, source }: InvoiceDocument, lang: Lang) {
  const words = WORDS[lang];
  const { name, form, siren, address, service } = buyer;
  return [
    { label: words.name, value: form === "" ? name : `${name}, ${form}` },
    { label: words.address, value: address.join(", ") },
    ...(siren === null ? [] : [{ label: "SIREN", value: siren, exact: true }]),
    ...(service === "" ? [] : [{ label: words.portal, value: service, exact: true }]),
    { label: words.source, value: source.label[lang] },
  ];
}

const WORDS = inBoth({
  courtesy: [undefined, "Courtesy translation. The French version of this document is the one that counts."],
  invoice: (number: string) => [`Facture ${number}`, `Invoice ${number}`],
  prepayment: (number: string) => [`Facture d’acompte ${number}`, `Prepayment invoice ${number}`],
  credit: (number: string) => [`Avoir ${number}`, `Credit note ${number}`],
  corrects: (number: string, day: string) => [
    `Corrige la facture ${number} du ${day}`,
    `Corrects invoice ${number} of ${day}`,
  ],
  number: ["Pièce n°", "Document no."],
  issuedOn: (day: string) => [`Émise le ${day}`, `Issued on ${day}`],
  of: ["sur", "of"],
  asked: (amount: string, due: string) => [
    `${amount} à payer au plus tard le ${due}.`,
    `${amount} to be paid by ${due}.`,
  ],
  less: (amount: string) => [
    `${amount} de moins sur la facture corrigée. Motif :`,
    `${amount} less on the invoice corrected. Reason, in French:`,
  ],
  remitted: ["Cette somme n’est pas demandée de nouveau.", "This amount is not asked again."],
  askedAgain: [
    "Cette somme est demandée de nouveau par une autre facture.",
    "This amount is asked again by another invoice.",
  ],
  nothing: ["Rien à payer.", "Nothing to pay."],
  held: (held: string, gross: string) => [
    `L’école avait déjà reçu ${held} de vous sur les ${gross} de cette facture.`,
    `The school had already received ${held} from you of the ${gross} of this invoice.`,
  ],
  replaces: (one: Record<"number" | "day" | "credit" | "creditDay" | "amount", string>) => [
    `Remplace la facture ${one.number} du ${one.day}, après l’avoir ${one.credit} du ${one.creditDay} (${one.amount}).`,
    `Replaces invoice ${one.number} of ${one.day}, after credit note ${one.credit} of ${one.creditDay} (${one.amount}).`,
  ],
  what: ["Prestation", "Service"],
  performed: ["Période", "Period"],
  fromTo: (from: string, to: string) => [
    from === to ? `le ${from}` : `du ${from} au ${to}`,
    from === to ? from : `${from} to ${to}`,
  ],
  agreement: ["Contrat ou convention", "Contract or agreement"],
  dossierNumber: ["Dossier du financeur", "Dossier of the fund"],
  lines: ["Détail", "Detail"],
  service: ["Prestation, stagiaire, dates", "Service, trainee, dates"],
  hours: ["Heures", "Hours"],
  at: (hours: string, rate: string | null) => [
    rate === null ? hours : `${hours} à ${rate} l’heure`,
    rate === null ? hours : `${hours} at ${rate} an hour`,
  ],
  net: ["Hors taxe", "Without tax"],
  totalNet: ["Total hors taxe", "Total without tax"],
  tax: (rate: number) => [`TVA ${rate} %`, `VAT ${rate}%`],
  gross: ["Total", "Total"],
  already: ["Déjà reçu", "Received already"],
  total: ["Total à payer", "Total to pay"],
  credited: ["Total de l’avoir", "Total of the credit"],
  attached: ["Pièces à l’appui, vérifiables par leur code :", "Proofs, each verified by its code:"],
  payment: ["Règlement", "Payment"],
  due: ["Échéance", "Due"],
  reference: ["Référence à recopier", "Reference to copy"],
  holder: ["Titulaire du compte", "Account holder"],
  cheque: ["Chèque à l’ordre de", "Cheque made out to"],
  recovery: (amount: string) => [
    `Indemnité forfaitaire pour frais de recouvrement : ${amount}.`,
    `Fixed compensation for recovery: ${amount}.`,
  ],
  seller: ["Vendeur", "Seller"],
  buyer: ["Client", "Buyer"],
  name: ["Nom", "Name"],
  address: ["Adresse", "Address"],
  vatNumber: ["N° de TVA", "VAT number"],
  portal: ["Service dans Chorus Pro", "Service in Chorus Pro"],
  source: ["Financement", "Funding"],
  activity: (number: string, prefect: string) => [
    `Déclaration d’activité enregistrée sous le numéro ${number} auprès ${prefect}. Cet enregistrement ne vaut pas agrément de l’État.`,
    `Declaration of activity registered under number ${number} with ${prefect}. This registration is no approval by the State.`,
  ],
});
