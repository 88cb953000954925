/** The names of states and of ways of paying, the same everywhere. */
import type { Label, Lang } from "../../kit/lang.ts";
import type { ChargeStateName } from "../rules/charge-state.ts";
import type { OnlineRefundState } from "../rules/online-refund.ts";
import type { GivenBackBy } from "./movements/store.ts";

const MEANS: Readonly<Record<GivenBackBy, Label>> = {
  transfer: { fr: "virement", en: "bank transfer" },
  cheque: { fr: "chèque", en: "cheque" },
  online: { fr: "paiement en ligne", en: "online payment" },
  cash: { fr: "espèces", en: "cash" },
  kept: { fr: "gardé par l’école, avec l’accord du débiteur", en: "kept by the school, with the debtor’s word for it" },
};

const STATES: Readonly<Record<ChargeStateName, Label>> = {
  owed: { fr: "à payer", en: "to be paid" },
  "part-paid": { fr: "payé en partie", en: "partly paid" },
  paid: { fr: "payé", en: "paid" },
  "over-paid": { fr: "trop payé", en: "paid too much" },
  waived: { fr: "exonéré", en: "waived" },
  refunded: { fr: "remboursé", en: "refunded" },
  "written-off": { fr: "passé en perte", en: "written off" },
};

/** The state of an online refund. */
const ONLINE_REFUNDS: Readonly<Record<OnlineRefundState, Label>> = {
  asked: { fr: "demandé au prestataire", en: "asked of the provider" },
  accepted: { fr: "accepté par le prestataire, en chemin", en: "accepted by the provider, on its way" },
  given: { fr: "rendu sur le moyen de paiement", en: "given back to what it was paid with" },
  failed: { fr: "échoué : rien n’a été rendu", en: "failed: nothing was given back" },
};

export function sayOnlineRefund(state: OnlineRefundState, lang: Lang): string {
  return ONLINE_REFUNDS[state][lang];
}

export function sayMeans(means: GivenBackBy, lang: Lang): string {
  return MEANS[means][lang];
}

export function sayState(state: ChargeStateName, lang: Lang): string {
  return STATES[state][lang];
}
