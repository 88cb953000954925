/** What the page shows of what carrying a table over writes: how many people, their hours and money, and each of them. The act compares it. */
import { type Shown, textLine } from "../act/shows.ts";
import { labelled, sayMinutes, sayMoney, sayNumber } from "../kit/lang.ts";
import type { CarriedPerson } from "./rules/person.ts";

export function carryLines(people: readonly CarriedPerson[]): Shown {
  const minutes = people.flatMap(({ followed }) => followed?.units ?? []).reduce((all, one) => all + one.minutes, 0);
  const price = people.flatMap(({ money }) => money.shares).reduce((all, { amount }) => all + amount, 0);
  return [
    { what: { fr: "Personnes", en: "People" }, is: labelled((lang) => sayNumber(people.length, lang)) },
    { what: { fr: "Heures suivies", en: "Hours followed" }, is: labelled((lang) => sayMinutes(minutes, lang)) },
    { what: { fr: "Prix", en: "Price" }, is: labelled((lang) => sayMoney(price, lang)) },
    textLine(people),
  ];
}
