/** The receipts of what was paid. */
import { see } from "../../../page/acting.ts";
import type { MinePapers } from "../../../page/mine.ts";
import { myCharges } from "../views.ts";
import { money } from "./parts.ts";
import { moneyWords } from "./words.ts";

export const moneyPapers: MinePapers = async (visit) => {
  const words = moneyWords(visit.lang).mine;
  const charges = (await see(visit, myCharges, {}))?.charges ?? [];
  const paid = charges.flatMap(({ payments }) => payments.filter(({ reversed }) => !reversed));
  return paid.map(({ number, amount, paidOn }) => ({
    label: words.paper(money(amount, visit.lang)),
    on: paidOn,
    to: `/compte/paiements/recu/${number}/recu.pdf`,
  }));
};
