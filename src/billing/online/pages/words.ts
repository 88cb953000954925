/** The words of the office's pages on online payments. */
import { inBoth } from "../../../kit/in-both.ts";
import type { Lang } from "../../../kit/lang.ts";

const WORDS = inBoth({
  title: ["Paiements et remboursements en ligne", "Payments and refunds online"],
  lead: [
    "Le prestataire annonce de l’argent que Livret ne peut pas compter seul. Voyez avec lui, puis dites ici ce qui a été fait.",
    "The provider announces money that Livret cannot account for alone. See to it with them, then say here what was done.",
  ],
  none: [
    "Rien à classer : chaque paiement annoncé a trouvé son montant.",
    "Nothing to settle: each payment announced has found its charge.",
  ],
  notice: (count: number) => [
    count === 1 ? "1 paiement en ligne à classer" : `${count} paiements en ligne à classer`,
    count === 1 ? "1 online payment to settle" : `${count} online payments to settle`,
  ],
  noticeRefunds: (count: number) => [
    count === 1 ? "1 remboursement en ligne à suivre" : `${count} remboursements en ligne à suivre`,
    count === 1 ? "1 refund online to follow" : `${count} refunds online to follow`,
  ],
  caption: [
    "Argent annoncé et à voir avec le prestataire, le plus ancien d’abord",
    "Money announced and to be seen to with the provider, the oldest first",
  ],
  head: [
    ["Chez le prestataire", "Annoncé le", "Montant", "Pourquoi"],
    ["At the provider", "Announced on", "Amount", "Why"],
  ],
  why: {
    unknown: {
      short: ["page inconnue", "unknown page"],
      long: [
        "Cette page de paiement n’a pas été ouverte depuis Livret.",
        "This payment page was not opened from Livret.",
      ],
    },
    currency: {
      short: ["monnaie ou montant", "currency or amount"],
      long: [
        "Le montant n’est pas en euros, n’est pas donné, ou n’est pas un montant qui puisse être dû.",
        "The amount is not in euros, is not given, or is none that could be owed.",
      ],
    },
    returned: {
      short: ["rendu chez le prestataire", "given back at the provider"],
      long: [
        "Cet argent a été rendu chez le prestataire, et non depuis Livret, qui compte encore le paiement en entier. Notez-le par « Noter un remboursement » sur le montant dû, puis classez.",
        "This money was given back at the provider, and not from Livret, which still counts the whole payment. Note it with “Record a refund” on the charge, then settle.",
      ],
    },
    unreturned: {
      short: ["remboursement échoué", "refund failed"],
      long: [
        "Un remboursement fait chez le prestataire n’est pas arrivé. S’il avait été noté dans Livret, voyez comment rendre cet argent autrement.",
        "A refund made at the provider did not arrive. If it was noted in Livret, see how to give this money back another way.",
      ],
    },
    disputed: {
      short: ["contesté", "disputed"],
      long: [
        "Le paiement est contesté auprès de la banque de la personne, et le prestataire a repris l’argent en attendant. Répondez-lui avant le jour qu’il indique.",
        "The payment is disputed at the person’s bank, and the provider has taken the money back meanwhile. Answer it before the day that it says.",
      ],
    },
    "dispute-won": {
      short: ["contestation close", "dispute closed"],
      long: [
        "La contestation est close en faveur de l’école : le paiement reste compté.",
        "The dispute is closed in the school’s favour: the payment stays counted.",
      ],
    },
    "dispute-lost": {
      short: ["contestation perdue", "dispute lost"],
      long: [
        "La contestation est perdue : l’argent est reparti. Annulez le paiement sur le montant dû, puis classez.",
        "The dispute is lost: the money is gone. Reverse the payment on the charge, then settle.",
      ],
    },
    differs: {
      short: ["remboursement différent", "another refund"],
      long: [
        "Le prestataire a rendu autre chose que ce qui lui avait été demandé. Une fois classé ici, le remboursement demandé ne compte plus : notez alors ce qui a été rendu par « Noter un remboursement ».",
        "The provider gave back something else than was asked. Once settled here, the refund that was asked counts no more: then note what was given back with “Record a refund”.",
      ],
    },
  },
  settle: ["Classer un paiement en ligne", "Settle an online payment"],
  page: ["Chez le prestataire", "At the provider"],
  charge: ["Montant dû", "Charge"],
  day: ["Annoncé le", "Announced on"],
  amount: ["Montant", "Amount"],
  whyKey: ["Pourquoi", "Why"],
  go: ["Classer", "Settle"],
  refunds: ["Remboursements en ligne", "Refunds online"],
  refundsLead: [
    "Ce que le prestataire n’a pas fini de rendre, et ce qui n’a pas abouti et reste à rendre.",
    "What the provider has not finished giving back, and what failed and is still to be given back.",
  ],
  refundsCaption: ["Les derniers demandés d’abord", "The last asked for first"],
  already: ["Entre-temps, quelqu’un d’autre l’a classée.", "Somebody else has settled it in the meantime."],
  refundsNone: ["Aucun n’est en cours.", "None is under way."],
  refundsStuck: [
    "La clé du prestataire n’est plus dans les réglages du service : il n’est plus interrogé, et ce qui lui est demandé ne part pas. Faites remettre la clé ; ou ouvrez chaque montant, renoncez au remboursement en ligne et rendez l’argent à la main.",
    "The provider’s key is no longer in the settings of the service: it is not asked any more, and what is asked of it does not leave. Have the key put back; or open each charge, give the refund online up and give the money back by hand.",
  ],
  lapsed: ["sans nouvelles : ouvrez le montant", "no news: open the charge"],
  refundsHead: [
    ["Référence", "Demandé le", "Montant", "Où il en est"],
    ["Reference", "Asked on", "Amount", "How far it is"],
  ],
  fields: {
    reason: {
      label: ["Ce qui a été fait", "What was done"],
      hint: [
        "Par exemple : rendu chez le prestataire le 27 novembre, ou enregistré à la main sous LV-7K3M-9Q2X.",
        "For instance: given back at the provider on 27 November, or recorded by hand under LV-7K3M-9Q2X.",
      ],
      missing: ["Dites ce qui a été fait.", "Say what was done."],
    },
  },
});

type Words = typeof WORDS.fr;

/** Why an event waits. */
export type Why = keyof Words["why"];

export function onlineWords(lang: Lang): Words {
  return WORDS[lang];
}
