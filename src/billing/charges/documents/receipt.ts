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
    subtitle: receipt.charge.debtorName ?? words.unnamed,
    number: payment.number,
    date: payment.paidOn,
    school: { name: school.name, address: school.address },
    words: { number: words.number, date: words.paidOn(sayDay(payment.paidOn, lang)), page: "Page", of: words.of },
    ...(words.courtesy && { courtesy: words.courtesy }),
    blocks: receiptBlocks(receipt, lang),
  };
  return typographicAll(document, lang);
}

function receiptBlocks({ payment, charge, state, history }: Receipt, lang: Lang): Block[] {
  const words = WORDS[lang];
  const money = (cents: number) => sayMoney(cents, lang);
  const reversal = history.reversals.find(({ id }) => id === payment.id);
  const refunds = history.refunds.map(({ amount, on, means, reason }) =>
    words.refund(money(amount), sayDay(on, lang), sayMeans(means, lang), reason),
  );
  const waivers = history.waivers
    .filter(({ reversed }) => !reversed)
    .map(({ amount, on }) => words.waived(money(amount), sayDay(on, lang)));
  const since = [...waivers, ...refunds];
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
        { label: words.reference, value: charge.reference, exact: true },
      ],
    },
    {
      kind: "table",
      caption: words.lines,
      columns: [
        { label: words.what, width: 1 },
        { label: words.due, align: "end" },
      ],
      rows: charge.lines.map(({ label, amount }) => [capital(label[lang]), money(amount)]),
      totals: [[words.total, money(charge.total)]],
    },
    ...(since.length > 0 ? [{ kind: "list" as const, items: since }] : []),
    { kind: "text", text: words.stands(money(Math.abs(state.balance)), Math.sign(state.balance)) },
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
  waived: (amount: string, day: string) => [`${amount} exonérés le ${day}.`, `${amount} waived on ${day}.`],
  refund: (amount: string, day: string, means: string, reason: string) => [
    `${amount} rendus le ${day} par ${means}. Motif : ${reason}`,
    `${amount} given back on ${day} by ${means}. Reason: ${reason}`,
  ],
  stands: (amount: string, sign: number) => [
    sign > 0
      ? `À ce jour, il reste ${amount} à payer sous cette référence.`
      : sign < 0
        ? `À ce jour, ${amount} ont été payés de trop et seront rendus.`
        : "À ce jour, il ne reste rien à payer sous cette référence.",
    sign > 0
      ? `As of now, ${amount} is left to pay under this reference.`
      : sign < 0
        ? `As of now, ${amount} was paid too much and will be given back.`
        : "As of now, nothing is left to pay under this reference.",
  ],
  tax: [
    "Ce reçu atteste un paiement. Ce n’est ni une facture, ni une décision d’admission, ni un reçu fiscal.",
    "This receipt attests a payment. It is neither an invoice, nor an admission decision, nor a tax receipt.",
  ],
});
