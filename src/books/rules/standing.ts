/** How a debtor stands after some of its facts, as the ledger has it: what the accounts of what it owes and what it paid early come to. */
import { ledger, type LedgerFacts } from "../../billing/rules/ledger.ts";
import type { Debtor, DebtorFact, FactOf, Owed } from "./facts.ts";

export type Standing = {
  /** What its payments have left, and of each. */
  readonly advances: number;
  readonly left: ReadonlyMap<string, number>;
  /** Open, less what its credits have too much: in all, and by invoice. */
  readonly owed: number;
  readonly owedBy: Owed;
  /** What each payment serves, the first first. */
  readonly serves: ReadonlyMap<string, readonly string[]>;
  /** By charge: refunded beyond what was paid too much, which gives the debt up. */
  readonly givenUp: ReadonlyMap<string, number>;
  /** By adjustment, as far as the ledger allows it. */
  readonly adjusted: ReadonlyMap<string, number>;
};

export const NOTHING: Standing = {
  advances: 0,
  left: new Map(),
  owed: 0,
  owedBy: new Map(),
  serves: new Map(),
  givenUp: new Map(),
  adjusted: new Map(),
};

export function standing({ debtor, byReference, facts }: Debtor, known: ReadonlySet<DebtorFact>): Standing {
  const found = ledger({ ...ledgerFacts(facts.filter((fact) => known.has(fact))), byReference });
  if ("impossible" in found) throw new Error(`The account of ${debtor} does not allow ${found.impossible}`);
  const left = new Map([...found.payments].map(([id, one]) => [id, one.left]));
  const credits = sum([...found.waivers.values()].map((one) => one.left));
  return {
    advances: sum([...left.values()]),
    left,
    owed: found.open - credits,
    owedBy: byInvoice(found.owed, facts),
    serves: new Map([...found.payments].map(([id, { allocated }]) => [id, allocated.map(({ charge }) => charge)])),
    givenUp: new Map(
      [...found.charges].map(([id, { total, waived, paid, refunded, balance, writtenOff }]) => [
        id,
        total - waived - writtenOff - paid - balance + refunded,
      ]),
    ),
    adjusted: found.adjustments,
  };
}

/** What a payment that bounced had given back is owed since then, before a charge asks for it: it is of no invoice. */
function byInvoice(owed: ReadonlyMap<string, number>, facts: readonly DebtorFact[]): Owed {
  const back = new Set(
    facts.flatMap((fact) => (fact.kind === "charge" && fact.sale.nature === "given-back" ? [fact.charge] : [])),
  );
  const by = new Map<string | null, number>();
  for (const [charge, amount] of owed) {
    const of = back.has(charge) ? null : charge;
    by.set(of, (by.get(of) ?? 0) + amount);
  }
  return by;
}

function ledgerFacts(facts: readonly DebtorFact[]): Omit<LedgerFacts, "byReference"> {
  const of = <K extends DebtorFact["kind"]>(kind: K) => facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
  const reversed = new Set(of("credit-reversed").map(({ credit }) => credit));
  const takenBack = new Set(of("taken-back").map(({ payment }) => payment));
  const failed = new Set(of("refund-failed").map(({ refund }) => refund));
  const payments = of("payment").filter(({ id }) => !takenBack.has(id));
  const came = new Map(payments.map(({ id, on }) => [id, on]));
  return {
    charges: of("charge").map(({ charge, gross, on, dueOn }) => ({
      id: charge,
      total: gross,
      on,
      dueOn,
      suspended: false,
    })),
    payments: payments.map(({ id, charge, amount, on }) => ({ id, charge, amount, on })),
    returned: of("bounced").map(({ payment, on }) => ({ payment, on: later(on, came.get(payment)!) })),
    waivers: of("credit")
      .filter(({ id }) => !reversed.has(id))
      .map(({ id, charge, gross, on }) => ({ id, charge, amount: gross, on })),
    adjustments: of("adjustment").map(({ id, charge, amount, on, reason }) => ({ id, charge, amount, on, reason })),
    refunds: of("refund")
      .filter(({ id }) => !failed.has(id))
      .map(({ id, charge, from, amount, on }) => ({ id, charge, from, amount, on })),
  };
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
