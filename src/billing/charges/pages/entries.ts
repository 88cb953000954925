/** What money puts in the account: what one owes, where one owes or paid something, and the office's pages. */
import { may } from "../../../act/permissions.ts";
import { see } from "../../../page/acting.ts";
import type { AccountEntries } from "../../../page/page.ts";
import { seeToReconcile } from "../../bank/views.ts";
import { myCharges } from "../views.ts";
import { moneyWords } from "./words.ts";

export const moneyEntries: AccountEntries = async (visit) => {
  const words = moneyWords(visit.lang).entries;
  const { charges } = (await see(visit, myCharges, {})) ?? { charges: [] };
  const owes = charges.length > 0;
  const sees = may(visit.actor, "see the accounts");
  const { count } = (sees && (await see(visit, seeToReconcile, {}))) || { count: 0 };
  const waiting = count > 0 ? words.officeWaiting(count) : undefined;
  return [
    ...(owes ? [{ part: "mine" as const, to: "/compte/paiements", label: words.mine, why: words.mineWhy }] : []),
    ...(sees ? [{ part: "work" as const, to: "/finances", label: words.office, why: words.officeWhy, waiting }] : []),
  ];
};
