/** What the person pays themselves once the others pay their parts: the decision on the quote, asked anew with other payers. */
import type { Performing } from "../act/act.ts";
import type { DecidedPrice } from "../admission/accepted.ts";
import { split } from "../kit/parts.ts";
import type { Issue } from "../kit/schema.ts";
import type { Law } from "../law/law.ts";
import type { ThirdFee } from "./rules/facts.ts";

type Quote = {
  readonly lines: readonly { readonly key: string; readonly amount: number }[];
  readonly tuition: number;
  readonly discount: number;
  readonly total: number;
  readonly payers: readonly { readonly source: string; readonly amount: number }[];
};
export type Priced = {
  /** Before the discount on what the person pays themselves. */
  readonly tuition: number;
  readonly discount: number;
  readonly total: number;
  readonly own: number;
};

/**
 * `others`: what all others pay together, in cents. The quote knows fewer kinds of payers than contracts do, and its price depends on their
 * sum alone: it is asked with one of them.
 */
export function pricedWith(
  { decide }: Pick<Performing<unknown>, "decide">,
  { price, law }: { readonly price: DecidedPrice; readonly law: Law },
  others: number,
): Priced | { readonly issues: readonly Issue[] } {
  const other = law.school.funders.find((one) => !one.personal);
  const funding = others > 0 && other ? [{ source: other.funder, amount: others }] : [];
  const decided = decide("quote", { ...price.input, funding });
  if (!decided || "fault" in decided) return { issues: decided?.fault.issues ?? [] };
  return pricedAs(decided.answer("fr"), law);
}

/** As the decision on hours priced it, with the payers that the person named then; without the selection fee, which is asked on applying. */
export function pricedAs(answer: Readonly<Record<string, unknown>>, law: Law): Priced {
  const { tuition, discount, total } = answer as unknown as Quote;
  const personal = ownSource(law);
  const own = sharedIn(answer, law).find(({ source }) => source === personal)?.amount ?? 0;
  return { tuition, discount, total: total - selectionFee(answer, law), own };
}

/** What of it is collected for another body, unit by unit, as the school's file has it. */
export function thirdsIn(answer: Readonly<Record<string, unknown>>, { school }: Law): ThirdFee[] {
  const { lines } = answer as unknown as Quote;
  return school.price.lines.flatMap(({ line, quantity = 1, third }) => {
    const asked = lines.find(({ key, amount }) => key === line && amount > 0);
    if (!third || !asked) return [];
    const amounts = split(
      asked.amount,
      Array.from({ length: quantity }, () => 1),
    );
    return amounts.map((amount, nth) => ({ line, amount, after: nth * third.every }));
  });
}

/** Who pays what of it; the selection fee is always the person’s, and no part of this price. */
export function sharedIn(answer: Readonly<Record<string, unknown>>, law: Law): Quote["payers"] {
  const [personal, fee] = [ownSource(law), selectionFee(answer, law)];
  return (answer as unknown as Quote).payers
    .map(({ source, amount }) => ({ source, amount: source === personal ? amount - fee : amount }))
    .filter(({ amount }) => amount > 0);
}

/** What the quote counts of it: it is charged with the application, before any contract. */
function selectionFee(answer: Readonly<Record<string, unknown>>, { school }: Law): number {
  const asked = new Set(school.price.lines.filter(({ selection }) => selection).map(({ line }) => line));
  const { lines } = answer as unknown as Quote;
  return lines.reduce((sum, { key, amount }) => sum + (asked.has(key) ? amount : 0), 0);
}

/** The funder of the school's file that is the person. */
export function ownSource({ school }: Law): string {
  return school.funders.find(({ personal }) => personal)!.funder;
}
