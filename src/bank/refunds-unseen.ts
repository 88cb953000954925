/** Refunds that were recorded as made through the bank, and that its statements do not show. */
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { countRefundsToSee, type RefundsToSee } from "./ties/store.ts";

export function refundsUnseen(tx: Tx, until: Day): Promise<RefundsToSee> {
  return countRefundsToSee(tx, until);
}
