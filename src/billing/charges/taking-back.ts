/** Taking back a payment that was none, within the act of whoever knows what else that frees. */
import type { Actor } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { takeCharges } from "./hands.ts";
import { findPayment, type FoundPayment, insertReversal } from "./movements/store.ts";
import { keepChargeStates } from "./states/store.ts";

export { findPayment as paymentToTakeBack };

type Why = { readonly actor: Actor; readonly on: Day; readonly reason: string };

/** With `"payment_reversal"` in what the act `writes`; what is locked before charges is locked before this. */
export async function takeBack(
  tx: Tx,
  { id, charge }: FoundPayment,
  { actor, on, reason }: Why,
): Promise<"done" | "before" | "not theirs"> {
  if (!(await takeCharges(tx, actor, [charge]))) return "not theirs";
  if ((await findPayment(tx, id))!.reversed) return "before";
  await insertReversal(tx, { id, charge, on, reason, by: actorName(actor) });
  await keepChargeStates(tx, [charge]);
  return "done";
}
