/** The words of the office's pages on payments made online. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  title: "Paiements et remboursements en ligne",
  lead: "Le prestataire annonce de l’argent que rien ne rattache à un montant dû. Voyez avec lui, puis dites ici ce qui a été fait.",
  none: "Rien à classer : chaque paiement annoncé a trouvé son montant.",
  notice: (count: number) => (count === 1 ? "1 paiement en ligne à classer" : `${count} paiements en ligne à classer`),
  noticeRefunds: (count: number) =>
    count === 1 ? "1 remboursement en ligne à suivre" : `${count} remboursements en ligne à suivre`,
  caption: "Argent annoncé et non rattaché, le plus ancien d’abord",
  head: ["Page du prestataire", "Annoncé le", "Montant", "Pourquoi"],
  unknown: "page inconnue",
  currency: "autre monnaie",
  unknownLong: "Cette page de paiement n’a pas été ouverte depuis Livret.",
  currencyLong: "Le montant n’est pas en euros, ou n’est pas donné.",
  settle: "Classer un paiement en ligne",
  page: "Page du prestataire",
  day: "Annoncé le",
  amount: "Montant",
  why: "Pourquoi",
  reason: "Ce qui a été fait",
  reasonHint: "Par exemple : rendu chez le prestataire le 27 novembre, ou enregistré à la main sous LV-7K3M-9Q2X.",
  reasonFault: "Dites ce qui a été fait.",
  go: "Classer",
  refunds: "Remboursements en ligne",
  refundsLead: "Ce que le prestataire n’a pas fini de rendre, et ce qui n’a pas abouti et reste à rendre.",
  refundsCaption: "Les derniers demandés d’abord",
  refundsNone: "Aucun n’est en cours.",
  refundsStuck:
    "La clé du prestataire n’est plus dans les réglages du service : il n’est plus interrogé, et ce qui lui est demandé ne part pas. Faites remettre la clé ; ou ouvrez chaque montant, renoncez au remboursement en ligne et rendez l’argent à la main.",
  refundsHead: ["Référence", "Demandé le", "Montant", "Où il en est"],
};

type Words = typeof fr;

const en: Words = {
  title: "Payments and refunds online",
  lead: "The provider announces money that nothing ties to a charge. See to it with them, then say here what was done.",
  none: "Nothing to settle: each payment announced has found its charge.",
  notice: (count) => (count === 1 ? "1 online payment to settle" : `${count} online payments to settle`),
  noticeRefunds: (count) => (count === 1 ? "1 refund online to follow" : `${count} refunds online to follow`),
  caption: "Money announced and tied to nothing, the oldest first",
  head: ["Page of the provider", "Announced on", "Amount", "Why"],
  unknown: "unknown page",
  currency: "another currency",
  unknownLong: "This payment page was not opened from Livret.",
  currencyLong: "The amount is not in euros, or is not given.",
  settle: "Settle an online payment",
  page: "Page of the provider",
  day: "Announced on",
  amount: "Amount",
  why: "Why",
  reason: "What was done",
  reasonHint: "For instance: given back at the provider on 27 November, or recorded by hand under LV-7K3M-9Q2X.",
  reasonFault: "Say what was done.",
  go: "Settle",
  refunds: "Refunds online",
  refundsLead: "What the provider has not finished giving back, and what failed and is still to be given back.",
  refundsCaption: "The last asked for first",
  refundsNone: "None is under way.",
  refundsStuck:
    "The provider’s key is no longer in the settings of the service: it is not asked any more, and what is asked of it does not leave. Have the key put back; or open each charge, give the refund online up and give the money back by hand.",
  refundsHead: ["Reference", "Asked on", "Amount", "How far it is"],
};

const WORDS: Readonly<Record<Lang, Words>> = { fr, en };

export function onlineWords(lang: Lang): Words {
  return WORDS[lang];
}
