/** On the first page of those who keep the accounts: how much is to be invoiced, and for how many. */
import { may } from "../../../act/permissions.ts";
import { sayMoney } from "../../../kit/lang.ts";
import { see } from "../../../page/acting.ts";
import type { WorkEntries } from "../../../page/page.ts";
import { places } from "../../pages/places.ts";
import { seeToInvoice } from "../views.ts";
import { invoicingWords } from "./words.ts";

export const toInvoiceEntries: WorkEntries = async (visit) => {
  if (!may(visit.actor, seeToInvoice.who)) return [];
  const { lang } = visit;
  const words = invoicingWords(lang);
  const { people = 0, asks = 0, credits = 0, blocked } = (await see(visit, seeToInvoice, {})) ?? {};
  const sums = [
    ...(asks > 0 ? [sayMoney(asks, lang)] : []),
    ...(credits > 0 ? [words.inCredits(sayMoney(credits, lang))] : []),
  ];
  const parts = [
    ...(people > 0 ? [words.waiting(people, sums.join(" ; "))] : []),
    ...(blocked && blocked.people > 0 ? [words.blocked(blocked.people, sayMoney(blocked.amount, lang))] : []),
  ];
  const waiting = parts.length > 0 ? parts.join(" ; ") : undefined;
  return [{ to: places.proposed.to(), label: words.title, why: words.entryWhy, waiting }];
};
