/** The mails about an invoice and a credit, when they are issued. */
import { type Lang, sayDay, sayMoney } from "../../kit/lang.ts";
import type { MailText } from "../../mail/post.ts";
import type { InvoiceDocument } from "./rules/document.ts";

type Mail = MailText & { readonly label: string };

/** What stands in a mailbox is read by others, and never corrected: mails have a link, and no file. */
export const NO_FILE: Readonly<Record<Lang, string>> = {
  fr: "Aucun fichier n’est joint : la pièce se lit et se télécharge en PDF sur la page que ce lien ouvre.",
  en: "No file is attached: the document is read and downloaded as PDF on the page that this link opens.",
};

/** `ways`: how to pay, a paragraph each; `left`: what is left to pay, once what the debtor had to spare served it. */
export function invoiceMail(
  lang: Lang,
  { number, gross, dueOn, lines, reference }: InvoiceDocument,
  { ways, left }: { readonly ways: readonly string[]; readonly left: number },
): Mail {
  const amount = sayMoney(gross, lang);
  const due = sayDay(dueOn!, lang);
  const what = lines.map(({ label }) => label[lang]).join(", ");
  if (left < gross) return servedMail(lang, { number, amount, due, what, reference, held: gross - left, left, ways });
  if (lang === "fr")
    return {
      subject: `Facture ${number} : ${amount} à payer au plus tard le ${due}`,
      paragraphs: [
        `L’établissement vous demande ${amount}, au plus tard le ${due}. Pour : ${what}.`,
        `La référence à recopier est ${reference}.`,
        ...ways,
      ],
      label: "Ouvrir la facture",
    };
  return {
    subject: `Invoice ${number}: ${amount} to be paid by ${due}`,
    paragraphs: [
      `The school asks you for ${amount}, by ${due}. For: ${what}.`,
      `The reference to copy is ${reference}.`,
      ...ways,
    ],
    label: "Open the invoice",
  };
}

type Served = {
  readonly number: string;
  readonly amount: string;
  readonly due: string;
  readonly what: string;
  readonly reference: string;
  readonly held: number;
  readonly left: number;
  readonly ways: readonly string[];
};

/** What the school holds already is not asked for again. */
function servedMail(lang: Lang, { number, amount, due, what, reference, held, left, ways }: Served): Mail {
  const [sum, rest] = [sayMoney(held, lang), sayMoney(left, lang)];
  if (lang === "fr")
    return {
      subject:
        left > 0
          ? `Facture ${number} : ${rest} à payer au plus tard le ${due}`
          : `Facture ${number} : ${amount}, déjà payés`,
      paragraphs: [
        `L’établissement vous facture ${amount}. Pour : ${what}.`,
        left > 0
          ? `${sum} déjà reçus de vous y servent : il vous reste ${rest} à payer, au plus tard le ${due}.`
          : `${sum} déjà reçus de vous y servent : vous n’avez rien à payer.`,
        ...(left > 0 ? [`La référence à recopier est ${reference}.`, ...ways] : []),
      ],
      label: "Ouvrir la facture",
    };
  return {
    subject:
      left > 0 ? `Invoice ${number}: ${rest} to be paid by ${due}` : `Invoice ${number}: ${amount}, paid already`,
    paragraphs: [
      `The school invoices you ${amount}. For: ${what}.`,
      left > 0
        ? `${sum} received from you before serves it: ${rest} is left for you to pay, by ${due}.`
        : `${sum} received from you before serves it: there is nothing for you to pay.`,
      ...(left > 0 ? [`The reference to copy is ${reference}.`, ...ways] : []),
    ],
    label: "Open the invoice",
  };
}

/** A remitted amount is asked no more; any other may be, by another invoice. */
export function creditMail(lang: Lang, { number, gross, of, reason, remitted }: InvoiceDocument): Mail {
  const amount = sayMoney(gross, lang);
  if (lang === "fr")
    return {
      subject: `Avoir ${number} : ${amount} de moins sur la facture ${of!.number}`,
      paragraphs: [
        `L’établissement corrige la facture ${of!.number} : ${amount} n’y sont plus demandés. Motif : ${reason}`,
        ...(remitted ? ["Cette somme ne vous sera pas demandée de nouveau."] : []),
        "Si vous les aviez payés, ils servent à la facture suivante ou vous sont rendus.",
      ],
      label: "Ouvrir l’avoir",
    };
  return {
    subject: `Credit ${number}: ${amount} less on invoice ${of!.number}`,
    paragraphs: [
      `The school corrects invoice ${of!.number}: it no longer asks for ${amount}. Reason: ${reason}`,
      ...(remitted ? ["This amount is not asked of you again."] : []),
      "If you had paid it, it serves the next invoice or is given back to you.",
    ],
    label: "Open the credit",
  };
}
