/** Begins a refund through the provider: for the act of one person, or for that of the second of two. */
import type { Performing } from "../../act/act.ts";
import type { Tx } from "../../db/school.ts";
import { enqueue } from "../../jobs/queue.ts";
import { type FoundPayment, insertRefund, type NewRefund } from "../charges/movements/store.ts";
import { keepChargeStates } from "../charges/states/store.ts";
import { type ChargeState, refundable } from "../rules/charge-state.ts";
import { leftOf } from "../rules/online-refund.ts";
import { standFor } from "./again.ts";
import { giveBack } from "./errand.ts";
import { insertOnlineRefund, onlineRefundsOf } from "./store.ts";

/** How much of a payment the provider may still give back. */
export async function mostOnline(
  tx: Tx,
  { payment, charge, state }: { readonly payment: FoundPayment; readonly charge: string; readonly state: ChargeState },
): Promise<number> {
  return Math.min(refundable(state), leftOf(payment, await onlineRefundsOf(tx, charge)));
}

type Online = Pick<NewRefund, "id" | "charge" | "amount" | "reason" | "by"> & {
  readonly payment: string;
  /** The provider's page that it was paid on. */
  readonly session: string;
  readonly insteadOf?: readonly string[] | undefined;
};

/** The act names `"refund"`, `"online_refund"` and `"refund_again"` among its `writes`, and has locked the charge. */
export async function startOnlineRefund(
  { tx, at, today }: Pick<Performing<unknown>, "tx" | "at" | "today">,
  { payment, session, insteadOf, ...given }: Online,
): Promise<void> {
  const { id, charge } = given;
  const refund = { ...given, on: today, means: "online" as const };
  await insertRefund(tx, refund);
  await insertOnlineRefund(tx, { id, charge, payment, session, at });
  await standFor(tx, { ...refund, insteadOf });
  await keepChargeStates(tx, [charge]);
  await enqueue(tx, giveBack, { refund: id }, at);
}
