/** The days to pay of payers of the register, where they have their own. */
import type { Tx } from "../../db/school.ts";
import { daysToPayOf } from "./store.ts";

export function payerTerms(tx: Tx, payers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return daysToPayOf(tx, payers);
}
