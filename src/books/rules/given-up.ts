/** Debts that a refund gave up, as what they lower: more was given back than was paid too much. */
import type { Day } from "../../kit/day.ts";
import type { Sold } from "./cutoff.ts";
import { taxIn } from "./debtor.ts";
import { firstOpenDay } from "./entries.ts";
import { type Closed, dated, type Debtor, type FactOf } from "./facts.ts";
import { standing } from "./standing.ts";

/** By what is booked of a debtor until a day. */
export function givenUpUntil(debtor: Debtor, closed: Closed, on: Day): Sold[] {
  const booked = dated(debtor.facts, closed, firstOpenDay(closed)).filter(({ bookedOn }) => bookedOn <= on);
  const known = booked.map(({ fact }) => fact);
  const { givenUp } = standing(debtor, new Set(known));
  return known
    .filter((fact): fact is FactOf<"charge"> => fact.kind === "charge")
    .flatMap((charge) => {
      const amount = givenUp.get(charge.charge) ?? 0;
      return amount === 0 ? [] : [{ sale: charge.sale, on, net: taxIn(amount, charge) - amount }];
    });
}
