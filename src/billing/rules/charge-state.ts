/**
 * The state of a charge, from its dated facts. A refund first returns what was overpaid; beyond that it also waives the debt: a refunded
 * person does not owe again.
 */
import type { Day } from "../../kit/day.ts";
import type { Machine } from "../../kit/machine.ts";

/** Amounts are positive cents. */
export type ChargeFacts = {
  readonly total: number;
  readonly dueOn: Day;
  readonly payments: readonly { readonly amount: number; readonly reversed: boolean }[];
  readonly waivers: readonly { readonly amount: number }[];
  readonly refunds: readonly { readonly amount: number; readonly failed?: boolean }[];
  /** The subject was cancelled, and it is not decided yet what becomes of the charge. */
  readonly suspended?: boolean;
};

export const CHARGE_STATES = ["owed", "part-paid", "paid", "over-paid", "waived", "refunded", "written-off"] as const;
export type ChargeStateName = (typeof CHARGE_STATES)[number];

const RECEIVED = ["part-paid", "paid", "over-paid"] as const;

/** What may be done to a charge in each state; its amounts limit how much. */
export const CHARGE: Machine<
  ChargeStateName,
  "paid" | "reversed" | "refunded" | "waived" | "unwaived" | "written-off"
> = {
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
    "written-off": { fr: "passé en perte", en: "written off" },
  },
  moves: {
    paid: { from: CHARGE_STATES, to: RECEIVED },
    // Also after a refund: a cheque may bounce at any time.
    reversed: { from: ["owed", ...RECEIVED, "refunded", "written-off"], to: CHARGE_STATES },
    refunded: { from: [...RECEIVED, "written-off"], to: ["owed", ...RECEIVED, "refunded", "written-off"] },
    waived: { from: ["owed", ...RECEIVED, "refunded", "written-off"], to: CHARGE_STATES },
    // A waiver stands, and what it gave up is asked for by another charge.
    unwaived: { from: CHARGE_STATES, to: CHARGE_STATES },
    "written-off": { from: ["owed", "part-paid"], to: [...RECEIVED, "owed", "waived", "written-off"] },
  },
};

export type ChargeState = {
  readonly state: ChargeStateName;
  readonly total: number;
  /** Received and not reversed; includes what was refunded. */
  readonly paid: number;
  readonly waived: number;
  readonly refunded: number;
  /** Written off, in cents: a rounding difference or a bad debt. */
  readonly writtenOff: number;
  /** What is left to pay; if negative, to refund. */
  readonly balance: number;
  readonly dueOn: Day;
  /** Not asked for until it is decided what becomes of it. */
  readonly suspended: boolean;
};

/**
 * - 160 € charged, 50 € paid: part-paid, 110 € remain.
 * - 160 € charged, 160 € paid twice: over-paid by 160 €; 160 € refunded: paid.
 * - 160 € charged, paid and refunded: refunded, nothing remains.
 * - 160 € suspended: 160 € remain, on hold; once paid or waived all the same, no longer on hold.
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
    state: chargeStateName({ balance, paid, waived, refunded }),
    total,
    paid,
    waived,
    refunded,
    writtenOff: 0,
    balance,
    dueOn,
    suspended,
  };
}

type Sums = Pick<ChargeState, "balance" | "paid" | "waived" | "refunded"> & {
  /** A part of it is a lost debt. */
  readonly lost?: boolean;
};

export function chargeStateName(state: Sums): ChargeStateName {
  const kept = state.paid - state.refunded;
  if (state.balance < 0) return "over-paid";
  if (state.balance > 0) return kept > 0 ? "part-paid" : "owed";
  if (state.lost) return "written-off";
  if (kept > 0) return "paid";
  return state.refunded > 0 ? "refunded" : "waived";
}

/** What may still be refunded: never more than was received. */
export function refundable({ paid, refunded }: ChargeState): number {
  return Math.max(0, paid - refunded);
}

function sum(items: readonly { readonly amount: number }[]): number {
  return items.reduce((total, { amount }) => total + amount, 0);
}
