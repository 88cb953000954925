/** What the page of a contract or convention shows of what is issued or sent: amounts, the cohort, and the whole text. The act compares it. */
import { type Shown, textLine } from "../../act/shows.ts";
import { type Label, labelled, sayDay, sayMoney } from "../../kit/lang.ts";
import { grantsWithin } from "../rules/contract.ts";
import type { Agreed } from "../settling.ts";

export function paperLines({ read, money, cohort, startsOn, papers }: Agreed, source: string): Shown {
  const shares = read.contract?.shares ?? [];
  const share = shares.find((one) => one.source === source)?.amount ?? 0;
  const grants = grantsWithin(source, { shares, payers: money.payers });
  const draft = papers.find((one) => one.source === source);
  return [
    { what: { fr: "Montant", en: "Amount" }, is: amount(share) },
    ...(grants > 0 ? [{ what: { fr: "Dont aides", en: "Of which grants" }, is: amount(grants) }] : []),
    { what: { fr: "Promotion", en: "Cohort" }, is: labelled(() => cohort?.name ?? "–") },
    { what: { fr: "Début", en: "Start" }, is: labelled((lang) => sayDay(startsOn, lang)) },
    textLine([draft?.document ?? null, draft?.quote?.document ?? null]),
  ];
}

const amount = (cents: number): Label => labelled((lang) => sayMoney(cents, lang));
