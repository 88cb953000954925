/** Writes the refund of a charge, of the payments that it gives back: for the act of one person, or for that of the second of two. */
import { newId } from "../../kit/id.ts";
import { issue, type Issue } from "../../kit/schema.ts";
import { barred } from "../../kit/machine.ts";
import type { Performing } from "../../act/act.ts";
import { standFor } from "../refunds/again.ts";
import { CHARGE, type ChargeState, refundable } from "../rules/charge-state.ts";
import { tooMuch } from "./forms.ts";
import { insertRefund, insertRefundOf, type NewRefund } from "./movements/store.ts";
import { chargeChain, tellRefund } from "./paying.ts";
import { type RefundSources, refundSources } from "./refund-sources.ts";
import { allows, debtorsOwing, keepChargeStates } from "./states/store.ts";

type Context = Pick<Performing<unknown>, "tx" | "at" | "today" | "reached">;

/** How much may be given back of a charge, and of which payments; or why nothing may. */
export async function mayGiveBack(
  { tx }: Pick<Context, "tx">,
  charge: string,
  state: ChargeState,
): Promise<{ readonly most: number; readonly debtor: string; readonly sources: RefundSources } | { issues: Issue[] }> {
  const refusal = barred(CHARGE, "refunded", state.state);
  if (refusal.length > 0) return { issues: [...refusal] };
  const [debtor] = await debtorsOwing(tx, [charge]);
  const sources = await refundSources(tx, { charge, debtor: debtor!, state });
  return { most: Math.min(refundable(state), sources.most), debtor: debtor!, sources };
}

/** The act names `"refund"`, `"refund_again"` and `"mail"` among its `writes`, and has locked the charge. */
export async function giveBackOf(
  context: Context,
  state: ChargeState,
  { insteadOf, ...refund }: NewRefund & { readonly insteadOf?: readonly string[] | undefined },
): Promise<{ readonly balance: number } | { readonly issues: Issue[] }> {
  const { tx } = context;
  const { charge, amount, on } = refund;
  const may = await mayGiveBack(context, charge, state);
  if ("issues" in may) return may;
  if (amount > may.most) return { issues: [tooMuch("amount", may.most)] };
  const elsewhere = may.sources
    .elsewhere(amount)
    .map((one, at) => ({ ...refund, ...one, id: at === 0 ? refund.id : newId() }));
  const rest = elsewhere.reduce((left, one) => left - one.amount, amount);
  const own = { ...refund, id: elsewhere.length === 0 ? refund.id : newId(), amount: rest };
  const given = [
    ...elsewhere.map(({ id, amount: part, payment }) => ({ id, amount: part, on, charge: null, from: payment })),
    ...(rest > 0 ? [{ id: own.id, amount: rest, on, charge, from: null }] : []),
  ];
  if (!(await allows(tx, may.debtor, ({ refunds }) => ({ refunds: [...refunds, ...given] }))))
    return { issues: [NOT_ALLOWED] };
  for (const one of elsewhere) await insertRefundOf(tx, one);
  if (rest > 0) await insertRefund(tx, own);
  await standFor(tx, { ...refund, insteadOf });
  const newState = (await keepChargeStates(tx, [charge])).get(charge)!;
  await tellRefund(context, refund, newState, chargeChain(charge));
  return { balance: newState.balance };
}

export const NOT_ALLOWED = issue(
  "amount",
  "Le compte ne le permet pas : voyez ce qui est déjà exonéré, rendu ou passé en perte.",
  "The account does not allow it: see what is waived, given back or written off already.",
);
