/** A receipt: the amount received, from whom, when, how and for what. Pure; printed as a PDF and as a page alike. */
import { inBoth } from "../../../kit/in-both.ts";
import { type Lang, sayDay, sayMoney } from "../../../kit/lang.ts";
import { capital, typographicAll } from "../../../kit/typography.ts";
import type { Establishment } from "../../../law/establishment.ts";
import type { Block, HouseDocument } from "../../../documents/blocks.ts";
import type { Receipt } from "../views.ts";
import { sayMeans } from "../words.ts";

export function receiptDocument(school: Establishment, receipt: Receipt, lang: Lang): HouseDocument {
  const { payment } = receipt;
  const words = WORDS[lang];
  const document: HouseDocument = {
    lang,
    title: words.title(sayMoney(payment.amount, lang)),
    subtitle: receipt.name ?? words.unnamed,
    number: payment.number,
    date: payment.paidOn,
    school: { name: school.name, address: school.address },
    words: { number: words.number, date: words.paidOn(sayDay(payment.paidOn, lang)), page: "Page", of: words.of },
    ...(words.courtesy && { courtesy: words.courtesy }),
    blocks: receiptBlocks(receipt, lang),
  };
  return typographicAll(document, lang);
}

function receiptBlocks(receipt: Receipt, lang: Lang): Block[] {
  const { payment, charge, state, reversal, served, left } = receipt;
  const words = WORDS[lang];
  const money = (cents: number) => sayMoney(cents, lang);
  const since = receipt.since.map(({ kind, amount, on, means, reason, toSend }) =>
    kind === "waiver"
      ? words.waived(money(amount), sayDay(on, lang))
      : words[toSend ? "toRefund" : "refund"](money(amount), sayDay(on, lang), sayMeans(means!, lang), reason),
  );
  // One that paid its own charge and nothing else says it already.
  const elsewhere = reversal === null && (charge === null || served.some((one) => one.charge !== charge.id));
  return [
    ...(reversal
      ? [
          {
            kind: "note" as const,
            label: words.reversed,
            text: words.reversedWhy(sayDay(reversal.on, lang), reversal.reason),
          },
        ]
      : []),
    {
      kind: "facts",
      items: [
        { label: words.amount, value: money(payment.amount) },
        { label: words.day, value: sayDay(payment.paidOn, lang) },
        { label: words.means, value: capital(sayMeans(payment.means, lang)) },
        ...(charge === null ? [] : [{ label: words.reference, value: charge.reference, exact: true }]),
      ],
    },
    ...(charge === null
      ? []
      : [
          {
            kind: "table" as const,
            caption: words.lines,
            columns: [
              { label: words.what, width: 1 },
              { label: words.due, align: "end" as const },
            ],
            rows: charge.lines.map(({ label, amount }) => [capital(label[lang]), money(amount)]),
            totals: [[words.total, money(charge.total)]],
          },
        ]),
    ...(elsewhere && served.length > 0
      ? [
          {
            kind: "table" as const,
            caption: words.served,
            columns: [
              { label: words.reference, width: 1 },
              { label: words.dossier },
              { label: words.due, align: "end" as const },
            ],
            rows: served.map((one) => [one.reference, one.called ?? "", money(one.amount)]),
            totals: [[words.total, "", money(payment.amount - left)]],
          },
        ]
      : []),
    ...(elsewhere && left > 0 ? [{ kind: "text" as const, text: words.left(money(left)) }] : []),
    ...(since.length > 0 ? [{ kind: "list" as const, items: since }] : []),
    {
      kind: "text",
      text:
        state === null
          ? words.standsInAll(money(receipt.open), receipt.open > 0)
          : state.writtenOff > 0 && state.balance === 0
            ? words.lost(money(state.writtenOff))
            : words.stands(money(Math.abs(state.balance)), Math.sign(state.balance)),
    },
    { kind: "text", text: words.tax },
  ];
}

const WORDS = inBoth({
  courtesy: [undefined, "Courtesy translation. The French version of this document is the one that counts."],
  title: (amount: string) => [`Reçu de ${amount}`, `Receipt for ${amount}`],
  unnamed: ["Frais de sélection", "Selection fee"],
  number: ["Reçu n°", "Receipt no."],
  of: ["sur", "of"],
  paidOn: (day: string) => [`Payé le ${day}`, `Paid on ${day}`],
  reversed: ["Paiement annulé", "Payment reversed"],
  reversedWhy: (day: string, reason: string) => [
    `Ce paiement a été annulé le ${day} ; ce reçu ne vaut plus. Motif : ${reason}`,
    `This payment was reversed on ${day}; this receipt no longer holds. Reason: ${reason}`,
  ],
  amount: ["Somme reçue", "Amount received"],
  day: ["Reçue le", "Received on"],
  means: ["Par", "By"],
  reference: ["Référence", "Reference"],
  lines: ["Ce qui était demandé sous cette référence", "What was asked under this reference"],
  what: ["Objet", "For"],
  due: ["Montant", "Amount"],
  total: ["Total", "Total"],
  served: ["Ce que cette somme a payé", "What this amount paid"],
  dossier: ["Dossier", "Application"],
  left: (amount: string) => [
    `${amount} ne paient rien encore : ils restent à votre compte.`,
    `${amount} pays nothing yet: it stays on your account.`,
  ],
  standsInAll: (amount: string, owes: boolean) => [
    owes ? `À ce jour, il reste ${amount} à payer en tout.` : "À ce jour, rien d’autre n’est demandé.",
    owes ? `As of now, ${amount} is left to pay in all.` : "As of now, nothing more is asked.",
  ],
  waived: (amount: string, day: string) => [`${amount} exonérés le ${day}.`, `${amount} waived on ${day}.`],
  refund: (amount: string, day: string, means: string, reason: string) => [
    `${amount} rendus le ${day} par ${means}. Motif : ${reason}`,
    `${amount} given back on ${day} by ${means}. Reason: ${reason}`,
  ],
  toRefund: (amount: string, day: string, means: string, reason: string) => [
    `${amount} à rendre par ${means}, décidé le ${day}. Motif : ${reason}`,
    `${amount} to be given back by ${means}, decided on ${day}. Reason: ${reason}`,
  ],
  lost: (amount: string) => [
    `À ce jour, l’établissement ne demande plus les ${amount} restants ; la dette n’est pas remise.`,
    `As of now, the school no longer asks for the remaining ${amount}; the debt is not forgiven.`,
  ],
  stands: (amount: string, sign: number) => [
    sign > 0
      ? `À ce jour, il reste ${amount} à payer sous cette référence.`
      : sign < 0
        ? `À ce jour, ${amount} ont été payés de trop : ils paient la suite, ou sont rendus.`
        : "À ce jour, il ne reste rien à payer sous cette référence.",
    sign > 0
      ? `As of now, ${amount} is left to pay under this reference.`
      : sign < 0
        ? `As of now, ${amount} was paid too much: it pays what follows, or is given back.`
        : "As of now, nothing is left to pay under this reference.",
  ],
  tax: [
    "Ce reçu atteste un paiement. Ce n’est ni une facture, ni une décision d’admission, ni un reçu fiscal.",
    "This receipt attests a payment. It is neither an invoice, nor an admission decision, nor a tax receipt.",
  ],
});
