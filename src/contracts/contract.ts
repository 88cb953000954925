/** A person's contract, for the rooms after this one and for what bills it: they read no rows of it. */
import type { Tx } from "../db/school.ts";
import type { Money } from "../law/money.ts";
import { type Read, readContract } from "./rules/contract.ts";
import { factsOf } from "./store.ts";

/** Its facts read into one value, by the payers of the school's file; `contract` is null as long as nobody said who pays. */
export async function contractOf(tx: Tx, dossier: string, { payers }: Pick<Money, "payers">): Promise<Read> {
  return readContract(await factsOf(tx, [dossier]), payers);
}
