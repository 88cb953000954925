/**
 * Which payments a refund of a charge gives back: those that name it; and, of what was paid too much, others that came to serve it, such as
 * one transfer for two invoices of which a credit then lowers one.
 */
import type { Tx } from "../../db/school.ts";
import type { ChargeState } from "../rules/charge-state.ts";
import type { LedgerFacts } from "../rules/ledger.ts";
import { computeLedgers, ledgerFacts } from "./states/store.ts";

type Source = { readonly payment: string; readonly amount: number };

export type RefundSources = {
  readonly most: number;
  /** The part of an amount that is given back of payments that do not name the charge; the rest is of those that do. */
  readonly elsewhere: (amount: number) => readonly Source[];
};

export async function refundSources(
  tx: Tx,
  { charge, debtor, state }: { readonly charge: string; readonly debtor: string; readonly state: ChargeState },
): Promise<RefundSources> {
  const facts = (await ledgerFacts(tx, [debtor])).get(debtor)!;
  const { payments: served } = (await computeLedgers(tx, [debtor])).get(debtor)!;
  const stayed = facts.payments.filter(({ id }) => !facts.returned.some(({ payment }) => payment === id)).toReversed();
  const named = stayed.filter((one) => one.charge === charge).reduce((sum, one) => sum + netOf(one, facts), 0);
  const kept = Math.max(0, named - refundedOf(charge, facts));
  const owed = Math.max(0, state.total - state.waived - state.writtenOff);
  // What those that name it paid too much is given back of them.
  const needed = Math.max(0, -state.balance - Math.max(0, kept - owed));
  const servesIt = ({ id }: { readonly id: string }) => served.get(id)?.allocated.some((one) => one.charge === charge);
  const others = stayed.filter((one) => one.charge !== charge);
  const sources = [...others.filter(servesIt), ...others.filter((one) => !servesIt(one))].map((one) => ({
    payment: one.id,
    amount: Math.max(0, netOf(one, facts) - (one.charge === null ? 0 : refundedOf(one.charge, facts))),
  }));
  const there = sources.reduce((sum, { amount }) => sum + amount, 0);
  return {
    most: kept + Math.min(needed, there),
    elsewhere(amount) {
      let left = Math.min(amount, needed);
      return sources.flatMap((one) => {
        const taken = Math.min(left, one.amount);
        left -= taken;
        return taken > 0 ? [{ payment: one.payment, amount: taken }] : [];
      });
    },
  };
}

function netOf({ id, amount }: LedgerFacts["payments"][number], { refunds }: LedgerFacts): number {
  return refunds.reduce((net, one) => (one.from === id ? net - one.amount : net), amount);
}

function refundedOf(charge: string, { refunds }: LedgerFacts): number {
  return refunds.reduce((sum, one) => (one.charge === charge ? sum + one.amount : sum), 0);
}
