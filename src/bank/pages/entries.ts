/** The entry of the office’s pages of money, with the number of open bank lines. */
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import type { WorkEntries } from "../../page/page.ts";
import { moneyWords } from "../../billing/charges/pages/words.ts";
import { seeToReconcile } from "../views.ts";

export const officeEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, "see the accounts")) return [];
  const words = moneyWords(visit.lang).entries;
  const { count } = (await see(visit, seeToReconcile, {})) ?? { count: 0 };
  const waiting = count > 0 ? words.officeWaiting(count) : undefined;
  return [{ to: "/finances", label: words.office, why: words.officeWhy, waiting }];
};
