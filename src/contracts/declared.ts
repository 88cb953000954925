/** What the yearly declaration asks of contracts: each person's situation on entry, and the sources that pay. */
import type { Tx } from "../db/school.ts";
import type { PayerEntry } from "../law/money.ts";
import { readContract } from "./rules/contract.ts";
import { factsOf } from "./store.ts";

export type Situation = {
  /** Null as long as nobody said it. */
  readonly status: string | null;
  readonly sources: readonly string[];
};

/** By dossier; of one without a contract there is none. */
export async function situationsOf(
  tx: Tx,
  dossiers: readonly string[],
  payers: readonly PayerEntry[],
): Promise<ReadonlyMap<string, Situation>> {
  const facts = Map.groupBy(await factsOf(tx, dossiers), ({ dossier }) => dossier);
  return new Map(
    [...facts].map(([dossier, all]) => {
      const { status, contract } = readContract(all, payers);
      return [dossier, { status, sources: (contract?.shares ?? []).map(({ source }) => source) }];
    }),
  );
}
