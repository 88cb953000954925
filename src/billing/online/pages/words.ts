/** The words of the office's pages on payments made online. */
import type { Lang } from "../../../kit/lang.ts";

const fr = {
  title: "Paiements en ligne à classer",
  lead: "Le prestataire annonce de l’argent que rien ne rattache à un montant dû. Voyez avec lui, puis dites ici ce qui a été fait.",
  none: "Rien à classer : chaque paiement annoncé a trouvé son montant.",
  notice: (count: number) => (count === 1 ? "1 paiement en ligne à classer" : `${count} paiements en ligne à classer`),
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
};

type Words = typeof fr;

const en: Words = {
  title: "Online payments to settle",
  lead: "The provider announces money that nothing ties to a charge. See to it with them, then say here what was done.",
  none: "Nothing to settle: each payment announced has found its charge.",
  notice: (count) => (count === 1 ? "1 online payment to settle" : `${count} online payments to settle`),
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
};

const WORDS: Readonly<Record<Lang, Words>> = { fr, en };

export function onlineWords(lang: Lang): Words {
  return WORDS[lang];
}
