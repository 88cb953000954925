/**
 * What a charge has come to, from its dated facts. A refund first gives back what was paid too much; beyond that, it also
 * gives up the debt: who is paid back does not owe again.
 */
import type { Day } from "../../kit/day.ts";
import type { Machine } from "../../kit/machine.ts";

/** Amounts are cents, above zero. */
export type ChargeFacts = {
  readonly total: number;
  readonly dueOn: Day;
  readonly payments: readonly { readonly amount: number; readonly reversed: boolean }[];
  readonly waivers: readonly { readonly amount: number }[];
  readonly refunds: readonly { readonly amount: number; readonly failed?: boolean }[];
  /** What it was charged for came to nothing, and nobody has said yet what becomes of it. */
  readonly suspended?: boolean;
};

export const CHARGE_STATES = ["owed", "part-paid", "paid", "over-paid", "waived", "refunded"] as const;
export type ChargeStateName = (typeof CHARGE_STATES)[number];

const RECEIVED = ["part-paid", "paid", "over-paid"] as const;

/** What may be done to a charge, by where it stands; how much of it, its amounts say. */
export const CHARGE: Machine<ChargeStateName, "paid" | "reversed" | "refunded" | "waived" | "unwaived"> = {
  name: "charge",
  thing: { fr: "Ce montant", en: "This charge" },
  again: { fr: "il", en: "it" },
  states: {
    owed: { fr: "dû", en: "owed" },
    "part-paid": { fr: "payé en partie", en: "paid in part" },
    paid: { fr: "payé", en: "paid" },
    "over-paid": { fr: "payé en trop", en: "paid too much of" },
    waived: { fr: "exonéré", en: "waived" },
    refunded: { fr: "remboursé", en: "refunded" },
  },
  moves: {
    paid: { from: CHARGE_STATES, to: RECEIVED },
    // Also of what was given back since: a cheque bounces when it likes.
    reversed: { from: ["owed", ...RECEIVED, "refunded"], to: CHARGE_STATES },
    refunded: { from: RECEIVED, to: ["owed", ...RECEIVED, "refunded"] },
    waived: { from: ["owed", ...RECEIVED, "refunded"], to: CHARGE_STATES },
    unwaived: { from: CHARGE_STATES, to: CHARGE_STATES.filter((one) => one !== "waived") },
  },
};

export type ChargeState = {
  readonly state: ChargeStateName;
  readonly total: number;
  /** Received, and not taken back; what was refunded is counted in it. */
  readonly paid: number;
  readonly waived: number;
  readonly refunded: number;
  /** What remains to be paid; below zero, what remains to be given back. */
  readonly balance: number;
  readonly dueOn: Day;
  /** Nobody asks for what remains until it is said what becomes of it. */
  readonly suspended: boolean;
};

/**
 * - 160 € charged, 50 € paid: part-paid, 110 € remain.
 * - 160 € charged, 160 € paid twice: over-paid by 160 €; 160 € refunded: paid.
 * - 160 € charged, paid and refunded: refunded, nothing remains.
 * - 160 € suspended: 160 € remain, and wait; paid or waived all the same, they wait no more.
 */
export function chargeState(facts: ChargeFacts): ChargeState {
  const { total, dueOn, payments, waivers, refunds } = facts;
  const paid = sum(payments.filter(({ reversed }) => !reversed));
  const waived = sum(waivers);
  const refunded = sum(refunds.filter(({ failed }) => !failed));
  const owed = total - waived;
  const tooMuch = Math.max(0, paid - owed);
  const givenUp = Math.max(0, refunded - tooMuch);
  const balance = owed - givenUp - (paid - refunded);
  const suspended = facts.suspended === true && balance > 0;
  return {
    state: nameOf({ balance, paid, waived, refunded }),
    total,
    paid,
    waived,
    refunded,
    balance,
    dueOn,
    suspended,
  };
}

function nameOf(one: Pick<ChargeState, "balance" | "paid" | "waived" | "refunded">): ChargeStateName {
  const kept = one.paid - one.refunded;
  if (one.balance < 0) return "over-paid";
  if (one.balance > 0) return kept > 0 ? "part-paid" : "owed";
  if (kept > 0) return "paid";
  return one.refunded > 0 ? "refunded" : "waived";
}

/** What may still be refunded: never more than was received. */
export function refundable({ paid, refunded }: ChargeState): number {
  return Math.max(0, paid - refunded);
}

function sum(items: readonly { readonly amount: number }[]): number {
  return items.reduce((total, { amount }) => total + amount, 0);
}
