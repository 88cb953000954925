/** Ends a refund that failed: it no longer counts, and what was refunded is recorded as such. */
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { allows } from "../../kit/machine.ts";
import { keepChargeStates, lockCharges } from "../charges/states/store.ts";
import { ONLINE_REFUND } from "../rules/online-refund.ts";
import { findOnlineRefund, insertFailure } from "./store.ts";

type Ending = { readonly refund: string; readonly on: Day; readonly why: "refused" | "differs" };

/** Does nothing if it was given, or failed, meanwhile. */
export async function endRefund(tx: Tx, { refund, on, why }: Ending): Promise<void> {
  const onlineRefund = await findOnlineRefund(tx, refund);
  if (!onlineRefund) return;
  await lockCharges(tx, [onlineRefund.charge]);
  const { id, charge, state } = (await findOnlineRefund(tx, refund))!;
  if (!allows(ONLINE_REFUND, why === "refused" ? "refused" : "dropped", state)) return;
  await insertFailure(tx, { id, charge, on, why });
  await keepChargeStates(tx, [charge]);
}
