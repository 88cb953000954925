/** What later rooms ask of payers of the register: their names, and the days to pay that they have of their own. */
import type { Tx } from "../../db/school.ts";
import { daysToPayOf, findPayer } from "./store.ts";

export function payerTerms(tx: Tx, payers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  return daysToPayOf(tx, payers);
}

/** A payer of the register by name, in use or not. */
export async function payerNamed(tx: Tx, payer: string): Promise<string | undefined> {
  return (await findPayer(tx, payer))?.name;
}

/** Its mail address in the register; empty where it has none. */
export async function registersAddress(tx: Tx, payer: string): Promise<string> {
  return (await findPayer(tx, payer))?.email ?? "";
}
