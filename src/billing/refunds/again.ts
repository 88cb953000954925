/** Links failed refunds to the refund that replaces them, as it is made. */
import type { Tx } from "../../db/school.ts";
import { insertAgain, onlineRefundsOf } from "./store.ts";

type Made = {
  /** The new refund. */
  readonly id: string;
  readonly charge: string;
  readonly amount: number;
  /** The refunds that it replaces; by default, the one of the same amount. */
  readonly insteadOf?: readonly string[] | undefined;
};

export async function standFor(tx: Tx, { id, charge, amount, insteadOf }: Made): Promise<void> {
  const failed = (await onlineRefundsOf(tx, charge)).filter(({ state, again }) => state === "failed" && !again);
  const chosen = insteadOf
    ? failed.filter((one) => insteadOf.includes(one.id))
    : failed.filter((one) => one.amount === amount).slice(0, 1);
  for (const failed of chosen) await insertAgain(tx, { id: failed.id, charge, refund: id });
}
