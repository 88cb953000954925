/** The words of the price, in both languages. */
import { type Lang, sayMoney } from "../../kit/lang.ts";

const fr = {
  price: "Le prix, selon qui paie",
  lead: "Les mêmes heures, payées de plusieurs façons. Les frais et l’inscription sont toujours à votre charge ; un financeur ne prend que le coût pédagogique.",
  waysCaption: "Ce que coûterait ce parcours, pour chaque façon de le financer",
  way: "Financement",
  tuition: "Coût pédagogique",
  fees: "Frais et inscription",
  discount: "Remise",
  total: "Total",
  yours: "Dont payé par vous",
  alone: (funder: string) => `${funder} : tout le coût pédagogique`,
  personalAlone: "Vous seul",
  mine: "Votre répartition",
  was: (former: string) => ` (autrefois : ${former})`,
  linesCaption: "Comment le total se compte, avant remise",
  line: "Ligne",
  quantity: "Quantité",
  unitAmount: "Prix unitaire",
  amount: "Montant",
  sum: "Ensemble",
  payersCaption: "Votre répartition : qui paie quoi",
  payer: "Qui",
  base: "Sur quoi le prix est compté",
  track: {
    heading: "Quel cursus envisagez-vous ?",
    choose: "Choisissez un cursus.",
  },
  funding: {
    heading: "Qui paierait la formation ?",
    lead: "Si vous ne le savez pas encore, gardez « financement personnel » : le résultat montre de toute façon chaque financeur seul.",
    amounts: "Montants accordés ou espérés",
    amountOf: (funder: string) => `${funder} : montant`,
    amountHint: "En euros, pour le coût pédagogique seulement.",
    rest: "Qui paierait ce qui reste du coût pédagogique ?",
    restChoose: "Dites qui paierait ce qui reste.",
    fault: "Indiquez un montant en euros, avec deux décimales au plus.",
    both: "Ce financeur prend déjà ce qui reste : retirez son montant, ou choisissez quelqu’un d’autre pour le reste.",
    said: (funder: string, amount: number) => `${funder} : ${sayMoney(amount, "fr")}`,
    saidRest: (funder: string) => `le reste : ${funder}`,
  },
};

export type PriceWords = typeof fr;

const en: PriceWords = {
  price: "The price, depending on who pays",
  lead: "The same hours, paid in several ways. Fees and registration are always yours to pay; a funder only takes tuition.",
  waysCaption: "What this path would cost, for each way of funding it",
  way: "Funding",
  tuition: "Tuition",
  fees: "Fees and registration",
  discount: "Discount",
  total: "Total",
  yours: "Paid by you",
  alone: (funder) => `${funder}: all the tuition`,
  personalAlone: "You alone",
  mine: "Your own mix",
  was: (former) => ` (formerly: ${former})`,
  linesCaption: "How the total is counted, before the discount",
  line: "Line",
  quantity: "Quantity",
  unitAmount: "Unit price",
  amount: "Amount",
  sum: "All",
  payersCaption: "Your own mix: who pays what",
  payer: "Who",
  base: "What the price is counted on",
  track: {
    heading: "Which track do you have in mind?",
    choose: "Choose a track.",
  },
  funding: {
    heading: "Who would pay for the course?",
    lead: "If you do not know yet, leave “personal funding”: the result shows each funder alone in any case.",
    amounts: "Amounts granted or hoped for",
    amountOf: (funder) => `${funder}: amount`,
    amountHint: "In euros, for tuition only.",
    rest: "Who would pay what is left of the tuition?",
    restChoose: "Say who would pay what is left.",
    fault: "Give an amount in euros, with at most two decimals.",
    both: "This funder already takes what is left: remove its amount, or choose somebody else for the rest.",
    said: (funder, amount) => `${funder}: ${sayMoney(amount, "en")}`,
    saidRest: (funder) => `the rest: ${funder}`,
  },
};

const WORDS: Readonly<Record<Lang, PriceWords>> = { fr, en };

export function priceWords(lang: Lang): PriceWords {
  return WORDS[lang];
}
