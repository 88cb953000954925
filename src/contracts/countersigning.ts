/** What the page to sign for the school shows of what is signed: what everybody pays, and who signed what. The act compares it. */
import type { Shown } from "../act/shows.ts";
import type { Day } from "../kit/day.ts";
import { type Label, sayDay, sayMoney } from "../kit/lang.ts";

type Share = {
  readonly source: string;
  readonly label: Label;
  readonly amount: number;
  readonly signed: { readonly on: Day; readonly by: string } | null;
};

export function countersignedLines(source: string, price: number, shares: readonly Share[]): Shown {
  const signed = shares.find((one) => one.source === source)?.signed;
  return [
    { what: { fr: "Prix", en: "Price" }, is: amount(price) },
    ...shares.map(({ label, amount: cents }) => ({ what: label, is: amount(cents) })),
    { what: { fr: "Signé par", en: "Signed by" }, is: same(signed?.by ?? "–") },
    { what: { fr: "Signé le", en: "Signed on" }, is: signed ? day(signed.on) : same("–") },
  ];
}

const amount = (cents: number): Label => ({ fr: sayMoney(cents, "fr"), en: sayMoney(cents, "en") });
const day = (on: Day): Label => ({ fr: sayDay(on, "fr"), en: sayDay(on, "en") });
const same = (name: string): Label => ({ fr: name, en: name });
