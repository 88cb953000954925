/** What the page to close a period shows of what is frozen: how many entries, and their sum. The act compares it. */
import type { Shown } from "../act/shows.ts";
import { labelled, sayMoney, sayNumber } from "../kit/lang.ts";

export function closingLines({ entries, total }: { readonly entries: number; readonly total: number }): Shown {
  return [
    { what: { fr: "Écritures", en: "Entries" }, is: labelled((lang) => sayNumber(entries, lang)) },
    { what: { fr: "Montant", en: "Amount" }, is: labelled((lang) => sayMoney(total, lang)) },
  ];
}
