/** The contract of a person who came in by a table, already in training: as it was concluded, and what is still owed of it. */
import type { Performing } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { chargeFee } from "../billing/charges/charging.ts";
import { addDays, type Day } from "../kit/day.ts";
import { sayDay } from "../kit/lang.ts";
import { contractOf } from "./contract.ts";
import { type CarriedBill, carriedLine, contractChain, type SharedAs } from "./rules/facts.ts";
import { keptOf } from "./rules/contract.ts";
import { insertFact, putState } from "./store.ts";
import type { Money } from "../law/money.ts";

type Carried = {
  readonly dossier: string;
  /** Of the dossier. */
  readonly number: string;
  /** The person's name, to look for on a transfer. */
  readonly name: string;
  /** The day of the contract. */
  readonly on: Day;
  /** The decision on hours that the price rests on. */
  readonly relief: string;
  readonly shares: readonly SharedAs[];
  readonly billed: readonly CarriedBill[];
  /** Names of the register, by id. */
  readonly payers: ReadonlyMap<string, string>;
};

/**
 * In the contract's own chain, which the act has taken. Of what was invoiced elsewhere, the ledger takes what is not paid, as one charge of
 * each payer that says both: it is no invoice of ours, and stands in no series.
 */
export async function agreeCarried(
  { tx, actor, at, today }: Pick<Performing<unknown>, "tx" | "actor" | "at" | "today">,
  money: Money,
  { dossier, number, name, on, relief, shares, billed, payers }: Carried,
): Promise<void> {
  const price = shares.reduce((sum, { amount }) => sum + amount, 0);
  const details = { price, relief, shares, billed };
  await insertFact(tx, { dossier, kind: "carried", on, details, by: actorName(actor), at });
  await putState(tx, dossier, keptOf(await contractOf(tx, dossier, money), undefined, money), at);
  for (const one of billed) {
    if (one.invoiced <= one.paid) continue;
    const payer = shares.find(({ source }) => source === one.source)?.payer ?? null;
    // The elder due day is not known: nobody is late on the day that they come in.
    const { daysToPay } = money.payers.find((entry) => entry.payer === one.source)!;
    await chargeFee(tx, {
      about: contractChain(dossier),
      called: number,
      account: null,
      ...(payer !== null && { payer }),
      debtorName: (payer === null ? undefined : payers.get(payer)) ?? name,
      lines: linesOf(one),
      chargedOn: one.until,
      dueOn: addDays(today, daysToPay),
    });
  }
}

/** Both, so that the rest explains itself. */
function linesOf({ source, invoiced, paid, until, number }: CarriedBill) {
  const named = {
    fr: number === null ? "" : `, dernière facture ${number}`,
    en: number === null ? "" : `, last invoice ${number}`,
  };
  const asked = {
    key: carriedLine(source),
    label: {
      fr: `Facturé avant Livret, jusqu’au ${sayDay(until, "fr")}${named.fr}`,
      en: `Invoiced before Livret, until ${sayDay(until, "en")}${named.en}`,
    },
    amount: invoiced,
  };
  const done = {
    key: "carried-paid",
    label: { fr: "Payé avant Livret", en: "Paid before Livret" },
    amount: -paid,
  };
  return paid > 0 ? [asked, done] : [asked];
}
