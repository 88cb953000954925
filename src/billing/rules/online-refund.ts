/** Refunds through the provider: their states, and what may still be asked. */

import { allows, type Machine } from "../../kit/machine.ts";

/** The provider's reports: on its way, given, or failed, perhaps late. */
export type RefundTold = "accepted" | "given" | "failed";
export type OnlineRefundState = "asked" | RefundTold;

/** A finished refund cannot be changed. */
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
    // Once the provider accepted it, only announcements change it.
    refused: { from: ["asked"], to: ["failed"] },
    dropped: { from: ["asked", "accepted"], to: ["failed"] },
  },
};

/** From all reports in any order. A failed refund never succeeds; a given one may fail, if a bank returns it: the worst report prevails. */
export function onlineRefundState(reports: readonly RefundTold[], refused: boolean): OnlineRefundState {
  if (refused || reports.includes("failed")) return "failed";
  if (reports.includes("given")) return "given";
  return reports.length > 0 ? "accepted" : "asked";
}

/** A refund pending for longer is no longer polled; only announcements change it. */
export const HANGS_DAYS = 30;

type Dependent = { readonly state: OnlineRefundState; readonly askedAt: Date };

/** Whether it is no longer polled, for lack of a key or after too long: a person must check with the provider. */
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

/** What the provider may still refund of an online payment. */
export function leftOf(payment: Payment, refunds: readonly Refund[]): number {
  if (payment.online === null || payment.reversed) return 0;
  const asked = refunds.filter((one) => one.payment === payment.id && one.state !== "failed");
  return asked.reduce((left, { amount }) => left - amount, payment.amount);
}
