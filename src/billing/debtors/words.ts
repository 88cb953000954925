/** The words of a debtor's account. */
import { inBoth } from "../../kit/in-both.ts";
import type { Lang } from "../../kit/lang.ts";

const WORDS = inBoth({
  title: (name: string) => [`Compte : ${name}`, `Account: ${name}`],
  unnamed: ["une personne sans nom", "a person without a name"],
  owes: (open: string, late: string | undefined) => [
    late === undefined ? `${open} à payer.` : `${open} à payer, dont ${late} en retard.`,
    late === undefined ? `${open} to pay.` : `${open} to pay, of which ${late} late.`,
  ],
  owesNothing: ["Rien à payer.", "Nothing to pay."],
  byDossier: [
    "Ce payeur paie dossier par dossier : ce qu’il paie ne sert que ce qu’il nomme.",
    "This payer pays by dossier: what it pays serves only what it names.",
  ],
  recovery: (amount: string) => [
    `Pour ses retards, l’école pourrait demander ${amount} de frais de recouvrement. Rien n’est facturé de soi-même.`,
    `For what was late, the school could ask ${amount} for recovery. Nothing is billed by itself.`,
  ],
  penalties: {
    computed: (amount: string, rate: string, sure: boolean) => [
      `Pénalités de retard à ce jour : ${amount}, à ${rate} % l’an${sure ? "" : " (taux à confirmer)"}.`,
      `Late penalties so far: ${amount}, at ${rate}% a year${sure ? "" : " (rate to be confirmed)"}.`,
    ],
    unknown: [
      "Le taux des pénalités de ces jours n’est pas renseigné dans le fichier de l’école : elles ne sont pas calculées.",
      "The rate of penalties on these days is not known in the school’s file: they are not computed.",
    ],
    changed: [
      "Le taux des pénalités a changé pendant le retard : elles ne sont pas calculées.",
      "The rate of penalties changed while it was late: they are not computed.",
    ],
  },
  facts: {
    asked: ["Demandé", "Asked for"],
    waived: ["Exonéré, ou retiré par avoir", "Waived, or taken off by a credit"],
    writtenOff: ["Passé en perte ou en arrondi", "Written off"],
    paid: ["Payé", "Paid"],
    open: ["Reste à payer", "Left to pay"],
    available: ["Disponible", "To spare"],
    next: ["Prochaine échéance", "Due next"],
  },
  nextDue: (amount: string, day: string) => [`${amount} le ${day}`, `${amount} on ${day}`],
  chargesCaption: ["Ce qui est demandé : d’abord ce qui reste à payer", "What is asked for: first what is left to pay"],
  chargesHead: [
    ["Pour", "Référence", "Échéance", "État", "Montant", "Reste"],
    ["For", "Reference", "Due", "State", "Amount", "Left"],
  ],
  credited: ["retiré par avoir", "taken off by a credit"],
  late: ["en retard", "late"],
  suspended: ["suspendu", "suspended"],
  paymentsCaption: ["Les paiements, et ce que chacun a servi", "The payments, and what each served"],
  paymentsHead: [
    ["Reçu", "Le", "Par", "Montant", "A servi"],
    ["Receipt", "On", "By", "Amount", "Served"],
  ],
  noPayments: ["Rien n’est encore payé.", "Nothing is paid yet."],
  reversed: ["annulé : n’a rien payé", "reversed: paid nothing"],
  left: (amount: string) => [`disponible : ${amount}`, `to spare: ${amount}`],
  givenBack: (amount: string) => [`rendu : ${amount}`, `given back: ${amount}`],
  giveBack: ["Rendre", "Give back"],
  giveBackOf: (number: string) => [`ce qui reste du paiement ${number}`, `what is left of payment ${number}`],
  takeBack: ["Annuler", "Reverse"],
  takeBackOf: (number: string) => [`le paiement ${number}`, `payment ${number}`],
  spare: ["Ce qui est disponible", "What is to spare"],
  spareWhy: (amount: string, byDossier: boolean) => [
    byDossier
      ? `${amount} sont payés et ne règlent aucune somme demandée : le payeur n’a pas dit laquelle. Annulez le paiement rattaché par erreur et rapprochez-le de ce qu’il nomme ; ou rendez-le, à deux.`
      : `${amount} sont payés et ne règlent aucune somme demandée. Gardés, ils paieront la prochaine somme demandée. Pour les rendre, une personne le demande et une autre l’accepte.`,
    byDossier
      ? `${amount} serves nothing: the payer did not say what. Reverse the payment that was matched by mistake and match it with what it names; or give it back, by two people.`
      : `${amount} serves nothing. Kept, it pays what is asked for next. To give it back, one person asks and another agrees.`,
  ],
  more: (count: number) => [
    `Seuls les ${count} premiers sont ici : le relevé a tout.`,
    `Only the first ${count} are here: the statement has all.`,
  ],
  proposalsCaption: ["À rendre ou à passer en perte, à deux", "To give back or to write off, by two people"],
  proposalsHead: [
    ["Quoi", "Demandé le", "Montant", "Réponse"],
    ["What", "Asked on", "Amount", "Answer"],
  ],
  kinds: {
    refund: ["Rendre de l’argent reçu", "Give back money received"],
    rounding: ["Passer en arrondi", "Write off as rounding"],
    "bad-debt": ["Passer en perte", "Write off as lost"],
  },
  answers: {
    waits: ["attend une autre personne", "waits for another person"],
    agreed: ["accepté", "agreed"],
    toSend: ["accepté, l’argent n’est pas encore parti", "agreed, the money has not left yet"],
    gone: (day: string) => [`l’argent est parti le ${day}`, `the money left on ${day}`],
    refused: ["refusé", "refused"],
  },
  sent: {
    title: (name: string) => [`Courriers à ${name}`, `Letters to ${name}`],
    go: ["Courriers envoyés", "Letters sent"],
    caption: [
      "Le dernier d’abord ; ouvrez un objet pour lire le texte",
      "The latest first; open a subject to read its text",
    ],
    head: [
      ["Le", "Objet", "À", "Par"],
      ["On", "Subject", "To", "By"],
    ],
    mail: ["courriel", "mail"],
    letter: ["lettre", "letter"],
    none: ["Rien n’a été écrit au sujet de ce compte.", "Nothing was written about this account."],
  },
  statement: ["Relevé de compte (PDF)", "Statement of account (PDF)"],
  register: ["Sa fiche dans le registre des payeurs", "Its page in the register of payers"],
  record: {
    heading: ["Enregistrer un paiement qui ne nomme rien", "Record a payment that names nothing"],
    lead: [
      "Des espèces, ou un virement qu’aucun fichier de la banque n’apporte. Il sert la plus ancienne dette.",
      "Cash, or a transfer that no file of the bank brings. It serves the oldest debt.",
    ],
    leadByDossier: [
      "Il restera disponible jusqu’à ce que quelqu’un dise ce qu’il paie.",
      "It stays to spare until somebody says what it pays.",
    ],
    go: ["Enregistrer et envoyer le reçu", "Record and send the receipt"],
  },
  refund: {
    title: (number: string) => [
      `Rendre ce qui reste du paiement ${number}`,
      `Give back what is left of payment ${number}`,
    ],
    lead: (amount: string) => [
      `${amount} au plus. Une autre personne de la comptabilité doit l’accepter : rendez l’argent après sa réponse.`,
      `${amount} at most. Another person of the accounts has to agree: give the money back after the answer.`,
    ],
    go: ["Demander de rendre", "Ask to give back"],
  },
  decide: {
    title: (what: string, amount: string) => [`${what} : ${amount}`, `${what}: ${amount}`],
    whose: ["De", "Of"],
    amount: ["Montant", "Amount"],
    means: ["Par", "By"],
    reason: ["Motif", "Reason"],
    payment: ["Du paiement", "Of the payment"],
    charge: ["Référence", "Reference"],
    askedOn: ["Demandé le", "Asked on"],
    askedBy: ["Demandé par", "Asked by"],
    own: [
      "Vous l’avez demandé : une autre personne de la comptabilité répond. Vous pouvez encore y renoncer.",
      "You asked for it: another person of the accounts answers. You may still give it up.",
    ],
    agreeWhy: {
      online: [
        "Le prestataire rend l’argent aussitôt à ce qui a servi à payer. La personne est avertie.",
        "The provider gives the money back at once to what it was paid with. The person is told.",
      ],
      kept: ["L’école garde l’argent. La personne est avertie.", "The school keeps the money. The person is told."],
      refund: ["Rendez ensuite l’argent. La personne est avertie.", "Give the money back next. The person is told."],
      "write-off": [
        "Ce n’est plus demandé. La dette n’est pas remise : ce qui en serait payé plus tard resterait disponible.",
        "It is no longer asked for. The debt is not forgiven: what would be paid of it later stays to spare.",
      ],
    },
    go: ["Accepter", "Agree"],
    refuse: { go: ["Refuser", "Refuse"], fields: { reason: ["Pourquoi", "Why"] } },
    answered: {
      agreed: ["C’est accepté.", "It is agreed."],
      refused: ["C’est refusé.", "It is refused."],
    },
    give: ["Rendre l’argent, et le noter", "Give the money back, and note it"],
    gone: (day: string, by: string | null) => [
      by === null ? `L’argent est parti le ${day}.` : `L’argent est parti le ${day}, selon ${by}.`,
      by === null ? `The money left on ${day}.` : `The money left on ${day}, says ${by}.`,
    ],
    goneSeen: ["La banque montre que l’argent est parti.", "The bank shows that the money left."],
    seeGone: ["Voir le versement", "See how it was given back"],
    toAccount: ["Voir le compte", "See the account"],
  },
  done: {
    paiement: ["Le paiement est enregistré, et le reçu part.", "The payment is recorded, and the receipt goes."],
    annule: ["Le paiement est annulé.", "The payment is cancelled."],
    demande: [
      "C’est demandé : une autre personne de la comptabilité doit l’accepter.",
      "It is asked for: another person of the accounts has to agree.",
    ],
    accepte: ["C’est accepté.", "It is agreed."],
    refuse: ["C’est refusé.", "It is refused."],
  },
  paper: {
    title: (name: string) => [`Relevé de compte : ${name}`, `Statement of account: ${name}`],
    on: (day: string) => [`Arrêté au ${day}`, `As of ${day}`],
    number: ["Compte", "Account"],
    page: ["Page", "Page"],
    of: ["sur", "of"],
    courtesy: [undefined, "Courtesy translation. The French version of this document is the one that counts."],
    dossier: (called: string) => [`Dossier ${called}`, `Dossier ${called}`],
    other: ["Sans dossier", "Without a dossier"],
    hours: [
      "Les heures suivies et les certificats de réalisation de chaque stagiaire sont dans un relevé à part.",
      "Each trainee’s hours and certificates of attendance are in a statement of their own.",
    ],
    total: ["Total", "Total"],
    none: ["Rien n’a été demandé.", "Nothing was asked for."],
    balance: (open: string, spare: string | undefined) => [
      `À ce jour, il reste ${open} à payer${spare === undefined ? "" : `, et ${spare} sont disponibles`}.`,
      `As of now, ${open} is left to pay${spare === undefined ? "" : `, and ${spare} is to spare`}.`,
    ],
  },
});

export function debtorWords(lang: Lang): typeof WORDS.fr {
  return WORDS[lang];
}
