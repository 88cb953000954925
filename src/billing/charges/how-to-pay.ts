/** How to pay a charge, by the school's settings: the same in mails, on pages and on paper. */
import { inBoth } from "../../kit/in-both.ts";
import { encode } from "uqr";
import type { Lang } from "../../kit/lang.ts";
import { sayMoney } from "../../kit/lang.ts";
import type { Payee } from "../../law/establishment.ts";
import type { Block } from "../../documents/blocks.ts";
import { transferCode } from "../rules/transfer-code.ts";

/** The amount in cents, and the reference that the payer copies. */
export type Asked = { readonly amount: number; readonly reference: string };

/** By transfer or cheque; online payment is the caller's to add. */
export function hasWay({ payment: { transfer, cheque } }: Pick<Payee, "payment">): boolean {
  return transfer.iban !== undefined || cheque.payableTo !== undefined;
}

/** The paragraphs of a mail that asks for money: all that is needed to pay. */
export function howToPay(
  payee: Payee | undefined,
  { reference }: Pick<Asked, "reference">,
  { lang, online }: { readonly lang: Lang; readonly online: boolean },
): string[] {
  if (!payee) return [];
  const { transfer, cheque } = payee.payment;
  const words = WORDS[lang];
  const ways = [
    ...(online ? [words.online] : []),
    ...(transfer.iban === undefined
      ? []
      : [words.transfer(transfer.holder, inFours(transfer.iban), transfer.bic, reference)]),
    ...(cheque.payableTo === undefined ? [] : [words.cheque(cheque.payableTo, reference, payee.address.join(", "))]),
  ];
  return ways.length > 0 ? ways : [`${transfer.label[lang]} ${cheque.label[lang]}`];
}

/** The same on paper, with the QR code that banking applications read. */
export function howToPayBlocks(payee: Payee, asked: Asked, lang: Lang): Block[] {
  const { transfer, cheque } = payee.payment;
  const words = WORDS[lang];
  const amount = sayMoney(asked.amount, lang);
  const code = payCode(payee, asked);
  const exact = (label: string, value: string) => ({ label, value, exact: true });
  return [
    { kind: "heading", level: 1, text: words.heading },
    { kind: "text", text: words.once(amount), lead: true },
    ...(transfer.iban === undefined
      ? []
      : [
          { kind: "heading", level: 2, text: words.byTransfer } as const,
          {
            kind: "facts",
            items: [
              ...(transfer.holder === undefined ? [] : [{ label: words.holder, value: transfer.holder }]),
              exact(words.iban, inFours(transfer.iban)),
              ...(transfer.bic === undefined ? [] : [exact(words.bic, transfer.bic)]),
              exact(words.reference, asked.reference),
            ],
          } as const,
          ...(code ? [{ kind: "code", svg: code, alt: words.picture(amount), text: words.scan } as const] : []),
        ]),
    ...(cheque.payableTo === undefined
      ? []
      : [
          { kind: "heading", level: 2, text: words.byCheque } as const,
          {
            kind: "facts",
            items: [
              { label: words.payableTo, value: cheque.payableTo },
              exact(words.onTheBack, asked.reference),
              { label: words.sendTo, value: payee.address.join(", ") },
            ],
          } as const,
        ]),
    ...(hasWay(payee) ? [] : [{ kind: "text", text: `${transfer.label[lang]} ${cheque.label[lang]}` } as const]),
  ];
}

/** The QR code as SVG; none without an account and its holder's name, which banks verify. */
export function payCode(
  { payment: { transfer } }: Pick<Payee, "payment">,
  { amount, reference }: Asked,
): string | undefined {
  const { holder, iban, bic } = transfer;
  const payload = holder !== undefined && iban !== undefined && transferCode({ holder, iban, bic, amount, reference });
  return payload ? picture(payload) : undefined;
}

/** The standard requires level M and version 13 at most; readers need a quiet zone of four modules. */
function picture(payload: string): string {
  const { data, size } = encode(payload, { ecc: "M", boostEcc: false, maxVersion: 13, border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
}

/** « FR14 2004 1010 … », as printed on paper; with ordinary spaces, which bank forms accept when pasted. */
export function inFours(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, "$1 ");
}

const WORDS = inBoth({
  online: ["En ligne : depuis votre compte.", "Online: from your account."],
  transfer: (holder: string | undefined, iban: string, bic: string | undefined, reference: string) => [
    `Par virement : ${holder === undefined ? "" : `titulaire ${holder}, `}IBAN ${iban}${bic === undefined ? "" : `, BIC ${bic}`}, motif ${reference}.`,
    `By transfer: ${holder === undefined ? "" : `account of ${holder}, `}IBAN ${iban}${bic === undefined ? "" : `, BIC ${bic}`}, reference ${reference}.`,
  ],
  cheque: (payableTo: string, reference: string, address: string) => [
    `Par chèque : à l’ordre de ${payableTo}, avec ${reference} au dos, à envoyer à : ${address}.`,
    `By cheque: made out to ${payableTo}, with ${reference} on the back, sent to: ${address}.`,
  ],
  heading: ["Payer les frais de sélection", "Paying the selection fee"],
  once: (amount: string) => [
    `${amount} sont demandés pour ce dossier, à payer une seule fois : « Ce que je dois », dans votre compte, dit avant quel jour, et ce qu’il en reste à payer.`,
    `${amount} is asked for this application, to be paid once: “What I owe”, in your account, says by which day, and what is left of it to pay.`,
  ],
  byTransfer: ["Par virement", "By transfer"],
  byCheque: ["Par chèque", "By cheque"],
  holder: ["Titulaire", "Account holder"],
  iban: ["IBAN", "IBAN"],
  bic: ["BIC", "BIC"],
  reference: ["Motif à recopier", "Reference to copy"],
  picture: (amount: string) => [
    `Code QR du virement de ${amount}, qui dit ce qui est écrit à côté`,
    `QR code of the transfer of ${amount}, which says what is written beside it`,
  ],
  scan: [
    "L’application de votre banque lit ce code et remplit le virement ; vérifiez-le avant de valider.",
    "Your bank’s application reads this code and fills in the transfer; check it before you confirm.",
  ],
  payableTo: ["À l’ordre de", "Made out to"],
  onTheBack: ["À écrire au dos", "To write on the back"],
  sendTo: ["À envoyer à", "To be sent to"],
});

/** The words beside the QR code. */
export function codeWords(amount: number, lang: Lang): { readonly picture: string; readonly scan: string } {
  const { picture: alt, scan } = WORDS[lang];
  return { picture: alt(sayMoney(amount, lang)), scan };
}
