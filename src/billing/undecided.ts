/** Money that waits for a person to decide, before a period is closed. */
import type { Tx } from "../db/school.ts";
import { countOpenProposals } from "./debtors/proposals.ts";
import { waitingEvents } from "./online/store.ts";

const MOST = 1_000;

export type Undecided = {
  /** Payments on the provider’s page that the program cannot account for. */
  readonly online: number;
  /** Refunds and debts given up that a second person has to agree to. */
  readonly proposals: number;
};

export async function undecided(tx: Tx): Promise<Undecided> {
  return { online: (await waitingEvents(tx, MOST)).length, proposals: await countOpenProposals(tx) };
}
