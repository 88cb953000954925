/** The words of the price, on a page as on paper, in both languages. */
import { inBoth } from "../../kit/in-both.ts";
import { type Lang, sayList, sayMoney } from "../../kit/lang.ts";

/** `sure`: how certain the limits are; `beside`: what the funder leaves, where it may come on top of what exceeds its ceiling. */
type Limit = {
  readonly limits: readonly string[];
  readonly sure: string;
  readonly least: number;
  readonly beside: number | undefined;
};

const WORDS = inBoth({
  price: ["Le prix, selon qui paie", "The price, depending on who pays"],
  lead: ["Les mêmes heures, payées de plusieurs façons.", "The same hours, paid in several ways."],
  withinLimits: (funders: string) => [
    `Dans les limites dites plus haut : ${funders}.`,
    `Within the limits told above: ${funders}.`,
  ],
  most: (amount: number) => [`paie ${sayMoney(amount, "fr")} au plus`, `pays ${sayMoney(amount, "en")} at most`],
  stays: (amount: number) => [
    `laisse ${sayMoney(amount, "fr")} à votre charge`,
    `leaves ${sayMoney(amount, "en")} for you to pay`,
  ],
  limit: (funder: string, { limits, sure, least, beside }: Limit) => [
    `${funder} : ${sayList(limits, "fr")} (${sure}). Avec ce seul financeur, au moins ${sayMoney(least, "fr")} sont à votre charge${beside === undefined ? "" : ` ; demandez-lui si les ${sayMoney(beside, "fr")} s’y ajoutent`}.`,
    `${funder}: ${sayList(limits, "en")} (${sure}). With this funder alone, at least ${sayMoney(least, "en")} is for you to pay${beside === undefined ? "" : `; ask it whether the ${sayMoney(beside, "en")} comes on top`}.`,
  ],
  waysCaption: [
    "Ce que coûterait ce parcours, pour chaque façon de le financer",
    "What this path would cost, for each way of funding it",
  ],
  way: ["Financement", "Funding"],
  tuition: ["Coût pédagogique", "Tuition"],
  fees: ["Frais et inscription", "Fees and registration"],
  discount: ["Remise", "Discount"],
  total: ["Total", "Total"],
  yours: ["Dont payé par vous", "Paid by you"],
  alone: (funder: string) => [`${funder} : tout le coût pédagogique`, `${funder}: all the tuition`],
  personalAlone: ["Vous seul", "You alone"],
  mine: ["Votre répartition", "Your own mix"],
  refused: ["Votre répartition n’a pas pu être retenue.", "Your own mix could not be used."],
  linesCaption: ["Comment le total se compte, avant remise", "How the total is counted, before the discount"],
  line: ["Ligne", "Line"],
  quantity: ["Quantité", "Quantity"],
  unitAmount: ["Prix unitaire", "Unit price"],
  amount: ["Montant", "Amount"],
  sum: ["Ensemble", "All"],
  payersCaption: ["Votre répartition : qui paie quoi", "Your own mix: who pays what"],
  payer: ["Qui", "Who"],
  base: ["Sur quoi le prix est compté", "What the price is counted on"],
  said: (funder: string, amount: number) => [
    `${funder} : ${sayMoney(amount, "fr")}`,
    `${funder}: ${sayMoney(amount, "en")}`,
  ],
  saidRest: (funder: string) => [`le reste : ${funder}`, `the rest: ${funder}`],
  onlyPrice: ["Le prix", "The price"],
  yoursToPay: ["à votre charge", "for you to pay"],
  anyway: ["à votre charge, quelle que soit la façon de payer", "for you to pay, whichever way it is paid"],
  withMine: (total: number) => [
    `à votre charge avec votre répartition, sur ${sayMoney(total, "fr")} en tout`,
    `for you to pay with your own mix, out of ${sayMoney(total, "en")} in all`,
  ],
  payingAlone: ["à votre charge si vous payez seul", "for you to pay if you pay alone"],
  payingFor: (funders: string, total: number) => [
    `à votre charge, sur ${sayMoney(total, "fr")} en tout, si tout le coût pédagogique est pris en charge : ${funders}`,
    `for you to pay, out of ${sayMoney(total, "en")} in all, if all the tuition is paid for you: ${funders}`,
  ],
  lessDiscount: (discount: number) => [
    `, remise de ${sayMoney(discount, "fr")} déduite`,
    `, a discount of ${sayMoney(discount, "en")} taken off`,
  ],
});

type PriceWords = typeof WORDS.fr;

export function priceWords(lang: Lang): PriceWords {
  return WORDS[lang];
}
