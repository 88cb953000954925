/** The account entries of debtors and payers. */
import { see } from "../../../page/acting.ts";
import type { AccountEntries } from "../../../page/page.ts";
import { haveCharges } from "../views.ts";
import { moneyWords } from "./words.ts";

export const moneyEntries: AccountEntries = async (visit) => {
  const words = moneyWords(visit.lang).entries;
  const seen = await see(visit, haveCharges, {});
  return seen?.any === true
    ? [{ part: "mine" as const, to: "/compte/paiements", label: words.mine, why: words.mineWhy }]
    : [];
};
