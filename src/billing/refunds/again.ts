/** A refund that failed is followed until another gives its money back: which one does, as it is made. */
import type { Tx } from "../../db/school.ts";
import { insertAgain, onlineRefundsOf } from "./store.ts";

type Made = {
  /** The refund that is made now. */
  readonly id: string;
  readonly charge: string;
  readonly amount: number;
  /** Those that it is said to stand for; where nothing is said, the one of its very amount. */
  readonly insteadOf?: readonly string[] | undefined;
};

export async function standFor(tx: Tx, { id, charge, amount, insteadOf }: Made): Promise<void> {
  const failed = (await onlineRefundsOf(tx, charge)).filter(({ state, again }) => state === "failed" && !again);
  const chosen = insteadOf
    ? failed.filter((one) => insteadOf.includes(one.id))
    : failed.filter((one) => one.amount === amount).slice(0, 1);
  for (const one of chosen) await insertAgain(tx, { id: one.id, charge, refund: id });
}
