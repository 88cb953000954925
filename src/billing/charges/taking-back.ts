/** Reverses a payment that was mistaken or bounced, within the act that knows what else this frees. */
import type { Actor } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { takeCharges } from "./hands.ts";
import { findPayment, type FoundPayment, insertReversal } from "./movements/store.ts";
import { keepChargeStates } from "./states/store.ts";

export { findPayment as paymentToTakeBack };

type Why = { readonly actor: Actor; readonly on: Day; readonly reason: string; readonly bounced: boolean };

/** The act names `"payment_reversal"` among its `writes`; locks taken before charges are taken before this call. */
export async function takeBack(
  tx: Tx,
  { id, charge }: FoundPayment,
  { actor, on, reason, bounced }: Why,
): Promise<"done" | "before" | "not theirs"> {
  if (!(await takeCharges(tx, actor, [charge]))) return "not theirs";
  if ((await findPayment(tx, id))!.reversed) return "before";
  await insertReversal(tx, { id, charge, on, reason, bounced, by: actorName(actor) });
  await keepChargeStates(tx, [charge]);
  return "done";
}
