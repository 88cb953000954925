/** The words of the price, on a page as on paper, in both languages. */
import { type Lang, sayList, sayMoney } from "../../kit/lang.ts";

const fr = {
  price: "Le prix, selon qui paie",
  lead: "Les mêmes heures, payées de plusieurs façons.",
  withinLimits: (funders: string) => `Dans les limites dites plus haut : ${funders}.`,
  most: (amount: number) => `paie ${sayMoney(amount, "fr")} au plus`,
  stays: (amount: number) => `laisse ${sayMoney(amount, "fr")} à votre charge`,
  limit: (funder: string, limits: readonly string[], least: number) =>
    `${funder} : ${sayList(limits, "fr")}. Avec ce seul financeur, au moins ${sayMoney(least, "fr")} sont à votre charge ; vérifiez-le auprès de lui.`,
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
  refused: "Votre répartition n’a pas pu être retenue.",
  linesCaption: "Comment le total se compte, avant remise",
  line: "Ligne",
  quantity: "Quantité",
  unitAmount: "Prix unitaire",
  amount: "Montant",
  sum: "Ensemble",
  payersCaption: "Votre répartition : qui paie quoi",
  payer: "Qui",
  base: "Sur quoi le prix est compté",
  said: (funder: string, amount: number) => `${funder} : ${sayMoney(amount, "fr")}`,
  saidRest: (funder: string) => `le reste : ${funder}`,
  onlyPrice: "Le prix",
  yoursToPay: "à votre charge",
  anyway: "à votre charge, quelle que soit la façon de payer",
  withMine: (total: number) => `à votre charge avec votre répartition, sur ${sayMoney(total, "fr")} en tout`,
  payingAlone: "à votre charge si vous payez seul",
  payingFor: (funders: string, total: number) =>
    `à votre charge, sur ${sayMoney(total, "fr")} en tout, si tout le coût pédagogique est pris en charge : ${funders}`,
  lessDiscount: (discount: number) => `, remise de ${sayMoney(discount, "fr")} déduite`,
};

type PriceWords = typeof fr;

const en: PriceWords = {
  price: "The price, depending on who pays",
  lead: "The same hours, paid in several ways.",
  withinLimits: (funders) => `Within the limits told above: ${funders}.`,
  most: (amount) => `pays ${sayMoney(amount, "en")} at most`,
  stays: (amount) => `leaves ${sayMoney(amount, "en")} for you to pay`,
  limit: (funder, limits, least) =>
    `${funder}: ${sayList(limits, "en")}. With this funder alone, at least ${sayMoney(least, "en")} is for you to pay; check it with the funder.`,
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
  refused: "Your own mix could not be used.",
  linesCaption: "How the total is counted, before the discount",
  line: "Line",
  quantity: "Quantity",
  unitAmount: "Unit price",
  amount: "Amount",
  sum: "All",
  payersCaption: "Your own mix: who pays what",
  payer: "Who",
  base: "What the price is counted on",
  said: (funder, amount) => `${funder}: ${sayMoney(amount, "en")}`,
  saidRest: (funder) => `the rest: ${funder}`,
  onlyPrice: "The price",
  yoursToPay: "for you to pay",
  anyway: "for you to pay, whichever way it is paid",
  withMine: (total) => `for you to pay with your own mix, out of ${sayMoney(total, "en")} in all`,
  payingAlone: "for you to pay if you pay alone",
  payingFor: (funders, total) =>
    `for you to pay, out of ${sayMoney(total, "en")} in all, if all the tuition is paid for you: ${funders}`,
  lessDiscount: (discount) => `, a discount of ${sayMoney(discount, "en")} taken off`,
};

const WORDS: Readonly<Record<Lang, PriceWords>> = { fr, en };

export function priceWords(lang: Lang): PriceWords {
  return WORDS[lang];
}
