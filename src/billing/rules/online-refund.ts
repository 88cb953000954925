/** Refunds that the provider of a payment is asked for: how far each has come, and what may still be asked. */

import { allows, type Machine } from "../../kit/machine.ts";

/** What a provider tells: it is on its way, it was given, or nothing was given after all, which may come late. */
export type RefundTold = "accepted" | "given" | "failed";
export type OnlineRefundState = "asked" | RefundTold;

/** A refund whose end is known is left as it is. */
export const ONLINE_REFUND: Machine<OnlineRefundState, "refused" | "dropped"> = {
  name: "refund",
  thing: { fr: "Ce remboursement", en: "This refund" },
  again: { fr: "il", en: "it" },
  states: {
    asked: { fr: "demandé", en: "asked for" },
    accepted: { fr: "accepté", en: "accepted" },
    given: { fr: "versé", en: "given" },
    failed: { fr: "échoué", en: "failed" },
  },
  moves: {
    // What the provider took is told of by an announcement, which is better known.
    refused: { from: ["asked"], to: ["failed"] },
    dropped: { from: ["asked", "accepted"], to: ["failed"] },
  },
};

/**
 * From all that was told of it, in whatever order. What failed never succeeds; what succeeded may fail, when a bank sends it back: the worst that was
 * told is what holds.
 */
export function onlineRefundState(told: readonly RefundTold[], refused: boolean): OnlineRefundState {
  if (refused || told.includes("failed")) return "failed";
  if (told.includes("given")) return "given";
  return told.length > 0 ? "accepted" : "asked";
}

/** A refund that hangs longer than this is asked about no more, and only told of by an announcement. */
export const HANGS_DAYS = 30;

type Dependent = { readonly state: OnlineRefundState; readonly askedAt: Date };

/** Nobody asks about it any more, for want of a key or after so long: whether it arrived, a person finds out at the provider's. */
export function isStuck(
  { state, askedAt }: Dependent,
  { paysOnline, at }: { readonly paysOnline: boolean; readonly at: Date },
): boolean {
  if (!allows(ONLINE_REFUND, "dropped", state)) return false;
  return !paysOnline || (state === "accepted" && isOver(askedAt, at));
}

export function isOver(askedAt: Date, at: Date): boolean {
  return at.getTime() > askedAt.getTime() + HANGS_DAYS * 86_400_000;
}

type Payment = {
  readonly id: string;
  readonly amount: number;
  readonly online: string | null;
  readonly reversed: boolean;
};
type Refund = { readonly payment: string; readonly amount: number; readonly state: OnlineRefundState };

/** What a payment online still holds that its provider may give back. */
export function leftOf(payment: Payment, refunds: readonly Refund[]): number {
  if (payment.online === null || payment.reversed) return 0;
  const asked = refunds.filter((one) => one.payment === payment.id && one.state !== "failed");
  return asked.reduce((left, { amount }) => left - amount, payment.amount);
}
