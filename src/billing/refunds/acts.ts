/**
 * Refunds of online payments, through the provider. The refund is written first and counts at once; the provider is asked after, with the
 * refund's id as idempotency key, so that a killed job never refunds twice. Each announcement is recorded once, in any order; a failed
 * refund no longer counts.
 */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { SHOWN_NOTHING } from "../../act/shows.ts";
import type { Tx } from "../../db/school.ts";
import { barred, leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { actorName } from "../../act/permissions.ts";
import { BY_TWO, Cents, InsteadOf, ProviderId, Reason, tooMuch } from "../charges/forms.ts";
import { failedRefundMail } from "../charges/mails.ts";
import { takeCharges } from "../charges/hands.ts";
import { chargeChain, mailTo, pathFor, tellRefund, whoOwes } from "../charges/paying.ts";
import { findPayment } from "../charges/movements/store.ts";
import { findState, keepChargeStates, lockCharges } from "../charges/states/store.ts";
import type { RefundHeard } from "../online/provider.ts";
import { insertEvent, toldWish } from "../online/store.ts";
import { CHARGE } from "../rules/charge-state.ts";
import { isStuck, ONLINE_REFUND } from "../rules/online-refund.ts";
import { endRefund } from "./ending.ts";
import { findOnlineRefund, insertFailure, insertTold, type OnlineRefund } from "./store.ts";
import { isInvoiced } from "../charges/store.ts";
import { mostOnline, startOnlineRefund } from "./starting.ts";
import * as output from "./output.ts";

export const refundOnline = defineAct({
  name: "refundOnline",
  from: leaves(CHARGE, "refunded"),
  label: { fr: "Rembourser en ligne", en: "Refund online" },
  who: "keep the accounts",
  form: Type.Object({ payment: Id, amount: Cents, reason: Reason, insteadOf: InsteadOf }, closed),
  output: output.refundOnline,
  shows: { nothing: SHOWN_NOTHING.typed },
  writes: ["refund", "online_refund", "refund_again"],
  async perform(context) {
    const { tx, actor } = context;
    const { payment: id, amount, reason, insteadOf } = context.input;
    const seen = await findPayment(tx, id);
    // Who pays online pays a charge.
    if (!seen || seen.charge === null) return FORBIDDEN;
    const { charge } = seen;
    const state = (await takeCharges(tx, actor, [charge]))?.get(charge);
    const payment = (await findPayment(tx, id))!;
    if (!state || payment.online === null) return FORBIDDEN;
    if (await isInvoiced(tx, charge)) return invalid([BY_TWO]);
    const most = await mostOnline(tx, { payment, charge, state });
    if (most === 0) return invalid([NOTHING_LEFT]);
    if (amount > most) return invalid([tooMuch("amount", most)]);
    const refund = newId();
    const of = { id: refund, charge, payment: id, session: payment.online };
    await startOnlineRefund(context, { ...of, amount, reason, by: actorName(actor), insteadOf });
    return done({ refund }, chargeChain(charge));
  },
});

/** An announcement about a refund, once its signature was verified, or the answer to our request. */
export const noteOnlineRefund = defineAct({
  name: "noteOnlineRefund",
  label: { fr: "Noter ce que dit le prestataire d’un remboursement", en: "Note what the provider says of a refund" },
  who: "tell of an online payment",
  form: Type.Object(
    {
      id: ProviderId,
      refund: Id,
      given: ProviderId,
      amount: Type.Union([Type.Integer(), Type.Null()]),
      currency: Type.Union([Type.String({ maxLength: 10 }), Type.Null()]),
      state: oneOf("accepted", "given", "failed"),
      intent: Type.Optional(ProviderId),
    },
    closed,
  ),
  writes: ["online_refund_told", "online_event", "refund_failure", "mail"],
  async perform(context) {
    const { tx, input, at } = context;
    const unlocked = await findOnlineRefund(tx, input.refund);
    if (!unlocked) return noteOther(tx, input, at);
    const chain = chargeChain(unlocked.charge);
    await lockCharges(tx, [unlocked.charge]);
    const refund = (await findOnlineRefund(tx, input.refund))!;
    if (input.amount !== refund.amount || input.currency !== "eur") return noteOther(tx, input, at, refund);
    if (!(await insertTold(tx, { ...input, at }))) return done({ outcome: "known" }, chain);
    const updated = (await findOnlineRefund(tx, input.refund))!;
    await follow(context, refund, updated);
    return done({ outcome: updated.state }, chain);
  },
});

/** The provider refused the request: nothing was refunded. */
export const refuseOnlineRefund = defineAct({
  name: "refuseOnlineRefund",
  from: leaves(ONLINE_REFUND, "refused"),
  label: { fr: "Noter un remboursement refusé par le prestataire", en: "Note a refund that the provider refuses" },
  who: "tell of an online payment",
  form: Type.Object({ refund: Id }, closed),
  writes: ["refund_failure"],
  async perform({ tx, input: { refund }, today }) {
    const seen = await findOnlineRefund(tx, refund);
    if (!seen) return FORBIDDEN;
    // An announcement may have come meanwhile, and prevails.
    await endRefund(tx, { refund, on: today, why: "refused" });
    return done({}, chargeChain(seen.charge));
  },
});

/**
 * Drops a refund that is no longer polled: the provider's key was removed, or it is pending for too long. The person who checked with the
 * provider confirms: the refund no longer counts, and what was refunded, there or by hand, is recorded as such.
 */
export const dropOnlineRefund = defineAct({
  name: "dropOnlineRefund",
  from: leaves(ONLINE_REFUND, "dropped"),
  label: {
    fr: "Renoncer à un remboursement en ligne dont on n’aura plus de nouvelles",
    en: "Give up a refund online that nothing more will be heard of",
  },
  who: "keep the accounts",
  form: Type.Object({ refund: Id }, closed),
  output: output.dropOnlineRefund,
  shows: { nothing: SHOWN_NOTHING.unchanging },
  writes: ["refund_failure"],
  async perform({ tx, input: { refund }, actor, at, today, establishment, opened }) {
    const unlocked = await findOnlineRefund(tx, refund);
    if (!unlocked || !(await takeCharges(tx, actor, [unlocked.charge]))) return FORBIDDEN;
    const { id, charge, state, askedAt } = (await findOnlineRefund(tx, refund))!;
    const ended = barred(ONLINE_REFUND, "dropped", state);
    if (ended.length > 0) return invalid(ended);
    // While it is polled it may be on its way: dropped and made by hand, it could be refunded twice.
    if (!isStuck({ state, askedAt }, { paysOnline: opened(establishment).paysOnline, at }))
      return invalid([STILL_ASKED]);
    await insertFailure(tx, { id, charge, on: today, why: "dropped" });
    await keepChargeStates(tx, [charge]);
    return done({}, chargeChain(charge));
  },
});

/** The debtor is mailed once the refund is on its way, and again if it failed. */
async function follow(context: Performing<unknown>, before: OnlineRefund, { state }: OnlineRefund): Promise<void> {
  const { tx, at, today } = context;
  const { id, charge, amount, reason } = before;
  const chain = chargeChain(charge);
  if (state === "failed" && before.state !== "failed") {
    await insertFailure(tx, { id, charge, on: today, why: "failed" });
    await keepChargeStates(tx, [charge]);
    const debtor = before.state === "asked" ? undefined : (await whoOwes(context, [charge])).get(charge);
    if (!debtor) return;
    const words = failedRefundMail(debtor.language, { amount });
    await mailTo(tx, debtor, { ...words, path: pathFor(debtor, "/compte/paiements"), at, chain });
  }
  if (before.state !== "asked" || state === "failed") return;
  await tellRefund(context, { charge, amount, means: "online", reason }, (await findState(tx, charge))!, chain);
}

type Heard = Pick<RefundHeard, "id" | "given" | "amount" | "currency" | "state"> & { readonly intent?: string };

/** Not ours, or not as requested: a person must ask the provider. */
async function noteOther(tx: Tx, heard: Heard, at: Date, ours?: OnlineRefund) {
  const { id, given: refundId, amount, currency, state, intent } = heard;
  const named = ours ? { session: ours.session } : intent === undefined ? {} : { intent };
  const wish = await toldWish(tx, named);
  const elsewhere = state === "failed" ? ("unreturned" as const) : ("returned" as const);
  const event = { id, kind: "refund", session: refundId, amount, currency, paid: false, intent };
  await insertEvent(tx, {
    ...event,
    ...(ours && { refund: ours.id }),
    wish: wish?.id ?? null,
    outcome: ours ? "differs" : elsewhere,
    at,
  });
  return done<{ outcome: string }>({ outcome: "unknown" }, wish ? chargeChain(wish.charge) : `online:${refundId}`);
}

const STILL_ASKED = issue(
  "refund",
  "Le prestataire est encore interrogé : ce remboursement peut partir à tout moment.",
  "The provider is still asked: this refund may leave at any moment.",
);
const NOTHING_LEFT = issue(
  "amount",
  "De ce paiement, il ne reste rien qui puisse être rendu en ligne.",
  "Nothing is left of this payment that could be given back online.",
);
