/** The words of the pages of invoices. */
import { inBoth } from "../../../kit/in-both.ts";
import { type Lang, plural } from "../../../kit/lang.ts";

const WORDS = inBoth({
  title: ["Factures et avoirs", "Invoices and credits"],
  mine: ["Mes factures", "My invoices"],
  ownInvoice: (number: string, sum: string) => [`Facture ${number}, ${sum}`, `Invoice ${number}, ${sum}`],
  ownCredit: (number: string, sum: string) => [`Avoir ${number}, ${sum}`, `Credit ${number}, ${sum}`],
  find: ["Numéro ou nom", "Number or name"],
  findGo: ["Chercher", "Search"],
  filters: ["Ce qui est montré", "What is shown"],
  which: {
    all: ["Toutes", "All"],
    open: ["À payer", "To be paid"],
    late: ["En retard", "Late"],
    credits: ["Avoirs", "Credits"],
  },
  none: ["Aucune facture.", "No invoice."],
  noneFound: (sought: string) => [`Rien ne répond à « ${sought} ».`, `Nothing answers to “${sought}”.`],
  more: ["D’autres suivent : cherchez plus précisément.", "Others follow: search more exactly."],
  next: ["Suite", "Next"],
  caption: ["Factures et avoirs", "Invoices and credits"],
  number: ["Numéro", "Number"],
  who: ["À qui", "To whom"],
  unnamed: ["sans nom", "unnamed"],
  issued: ["Émise le", "Issued on"],
  due: ["À payer le", "Due on"],
  amount: ["Montant", "Amount"],
  left: ["Reste", "Left"],
  credit: ["avoir", "credit"],
  late: (days: number) => [
    `en retard de ${days} ${plural(days, "jour", "jours", "fr")}`,
    `${days} ${plural(days, "day", "days", "en")} late`,
  ],
  suspended: ["suspendue", "suspended"],
  settled: ["Rien à payer", "Nothing to pay"],
  toPay: (amount: string, due: string) => [
    `${amount} à payer au plus tard le ${due}`,
    `${amount} to be paid by ${due}`,
  ],
  back: (amount: string) => [`${amount} payés de trop`, `${amount} paid too much`],
  pdf: ["Télécharger le PDF", "Download the PDF"],
  folder: ["La facture et ses certificats (ZIP)", "The invoice and its certificates (ZIP)"],
  charge: ["Paiements, rappels et reports de cette facture", "Payments, reminders and delays of this invoice"],
  payments: ["Paiements", "Payments"],
  noPayments: ["Aucun paiement n’est encore arrivé.", "No payment has come yet."],
  returned: (means: string, amount: string, paidOn: string) => [
    `${means} de ${amount}, du ${paidOn} :`,
    `${means} of ${amount}, of ${paidOn}:`,
  ],
  returnedOn: (on: string) => [`revenu impayé le ${on}. Motif :`, `came back unpaid on ${on}. Reason:`],
  receipt: ["Reçu", "Receipt"],
  freed: ["Déjà payé, libéré par cet avoir", "Paid before, set free by this credit"],
  paidOn: ["Reçu le", "Received on"],
  means: ["Par", "By"],
  credits: ["Avoirs de cette facture", "Credits of this invoice"],
  reason: ["Motif", "Reason"],
  correct: ["Corriger par un avoir", "Correct by a credit"],
  ofInvoice: (number: string) => [`Facture ${number}`, `Invoice ${number}`],
  frozen: [
    "Cette pièce est figée : rien ne la change. Son empreinte :",
    "This document is frozen: nothing changes it. Its fingerprint:",
  ],
  whole: ["La pièce", "The document"],
  creditOf: {
    title: (number: string) => [`Corriger la facture ${number}`, `Correct invoice ${number}`],
    lead: [
      "Un avoir retire un montant de la facture, et porte un numéro à son tour. Ni l’un ni l’autre ne s’effacent. Si le prix ou qui paie a changé, changez le contrat : l’avoir sera alors proposé dans « À facturer ».",
      "A credit takes an amount off the invoice, and bears a number in turn. Neither is ever erased. If the price or who pays has changed, change the contract: the credit is then proposed under “To be invoiced”.",
    ],
    most: (amount: string) => [`Il reste ${amount} à corriger au plus.`, `At most ${amount} is left to correct.`],
    part: ["De qui les lignes sont corrigées", "Whose lines are corrected"],
    partMissing: ["Choisissez un stagiaire, ou toutes les lignes.", "Choose a trainee, or all lines."],
    all: ["Toutes, pour tout ce qui reste", "All of them, for all that is left"],
    amount: ["Montant à retirer", "Amount to take off"],
    reason: ["Motif", "Reason"],
    reasonHint: ["Il est imprimé sur l’avoir.", "It is printed on the credit."],
    reasonMissing: ["Dites pourquoi la facture est corrigée.", "Say why the invoice is corrected."],
    then: ["Ce que devient cette somme", "What becomes of this amount"],
    thenMissing: ["Dites si cette somme sera demandée de nouveau.", "Say whether this amount is asked again."],
    thens: {
      remitted: [
        "Elle n’est plus due, ou ne l’a jamais été : elle ne sera pas demandée de nouveau",
        "It is owed no more, or never was: it is not asked again",
      ],
      "asked-again": [
        "Elle reste due, mais la facture est fausse : une facture juste sera proposée dans « À facturer »",
        "It is still owed, but the invoice is wrong: a right one is proposed under “To be invoiced”",
      ],
    },
    go: ["Émettre l’avoir", "Issue the credit"],
    check: ["Émettre cet avoir ?", "Issue this credit?"],
    after: ["La facture demandera alors", "The invoice then asks"],
  },
  done: { avoir: ["L’avoir est émis.", "The credit is issued."] },
  paper: ["Document", "Document"],
});

export function invoiceWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
