/** The words of the yearly declaration, in both languages. */
import { inBoth } from "../../kit/in-both.ts";
import { sayMoney } from "../../kit/lang.ts";
import { french } from "../../kit/typography.ts";

type OfLine = { line: string };

export const sentences = inBoth({
  negative: ({ line, amount }: OfLine & { amount: number }) => [
    french`La ligne ${line} est négative (${sayMoney(amount, "fr")}) : des avoirs dépassent ce qui a été facturé.`,
    `Line ${line} is negative (${sayMoney(amount, "en")}): credits exceed what was invoiced.`,
  ],
  rounding: ({ total, exact }: { total: number; exact: number }) => [
    french`Le total est la somme des lignes arrondies (${sayMoney(total * 100, "fr")}) ; au centime, il ferait ${sayMoney(exact * 100, "fr")}.`,
    `The total is the sum of rounded lines (${sayMoney(total * 100, "en")}); to the cent it would be ${sayMoney(exact * 100, "en")}.`,
  ],
  "no-charges": () => [
    french`Des produits, et aucune charge : le comptable doit les saisir.`,
    "Income, and no charges: the accountant must enter them.",
  ],
  "nobody-entrusted": ({ line }: OfLine) => [
    french`La ligne ${line} porte une somme, et personne n’a été confié par un autre organisme.`,
    `Line ${line} bears a sum, and nobody was entrusted by another body.`,
  ],
  "entrusted-unpaid": ({ line }: OfLine) => [
    french`Des personnes ont été confiées par un autre organisme, et la ligne ${line} est vide.`,
    `People were entrusted by another body, and line ${line} is empty.`,
  ],
  "nobody-at-own-cost": ({ line }: OfLine) => [
    french`La ligne ${line} porte une somme, et personne n’est compté parmi ceux qui paient pour eux-mêmes.`,
    `Line ${line} bears a sum, and nobody is counted among those who pay for themselves.`,
  ],
  "own-cost-unpaid": ({ line }: OfLine) => [
    french`Des personnes paient pour elles-mêmes, et la ligne ${line} est vide.`,
    `Some people pay for themselves, and line ${line} is empty.`,
  ],
});
