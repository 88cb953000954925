/** Reverses a payment that was mistaken or bounced, within the act that knows what else this frees. */
import type { Actor } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { GIVEN_BACK } from "../rules/given-back.ts";
import { chargeDebtor } from "./charging.ts";
import { takeCharges } from "./hands.ts";
import { findPayment, type FoundPayment, givenBackOf, insertReversal } from "./movements/store.ts";
import { allows, debtorsOwing, keepChargeStates } from "./states/store.ts";

export { findPayment as paymentToTakeBack };

type Why = {
  readonly actor: Actor;
  readonly on: Day;
  /** The day on which the bank took it back, where that is known; it counts if nothing that came since depends on the payment. */
  readonly since?: Day;
  readonly reason: string;
  readonly bounced: boolean;
  readonly bankFee?: number | undefined;
};

/** The act names `"payment_reversal"` among its `writes`; locks taken before charges are taken before this call. */
export async function takeBack(
  tx: Tx,
  { id, ...seen }: FoundPayment,
  { actor, on, since = on, reason, bounced, bankFee }: Why,
): Promise<"done" | "before" | "not theirs" | "given back"> {
  const charges = seen.charge === null ? [] : [seen.charge];
  const alone = seen.debtor === null ? [] : [seen.debtor];
  if (!(await takeCharges(tx, actor, charges, alone))) return "not theirs";
  const { charge, debtor, reversed } = (await findPayment(tx, id))!;
  if (reversed) return "before";
  // What was given back or kept of it was another debtor's money: it is to be had back first.
  if (!bounced && (await givenBackOf(tx, id, { kept: true })) > 0) return "given back";
  const [owing] = debtor === null ? await debtorsOwing(tx, charges) : [debtor];
  const fits = await allows(tx, owing!, ({ returned }) => ({ returned: [...returned, { payment: id, on: since }] }));
  const reversal = { id, charge, on: fits ? since : on, reason, bounced, by: actorName(actor) };
  await insertReversal(tx, { ...reversal, bankFee: bankFee ?? null });
  await keepChargeStates(tx, charges, debtor === null ? [] : [debtor]);
  if (bounced) await askBack(tx, { id, debtor: owing!, number: seen.number, on });
  return "done";
}

type Bounced = { readonly id: string; readonly debtor: string; readonly number: string; readonly on: Day };

/** What was given back of a payment that never came is owed, at once. */
async function askBack(tx: Tx, { id, debtor, number, on }: Bounced): Promise<void> {
  const amount = await givenBackOf(tx, id, { kept: false });
  if (amount === 0) return;
  const label = {
    fr: `rendu sur un paiement revenu impayé (${number})`,
    en: `given back of a payment that bounced (${number})`,
  };
  await chargeDebtor(tx, debtor, { lines: [{ key: GIVEN_BACK, label, amount }], on });
}
