/** What serves a charge without naming it: payments of its debtor, and what a credit of another charge set free; and what served it and bounced. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { isId } from "../../kit/shapes.ts";
import { ledger, type LedgerFacts } from "../rules/ledger.ts";
import type { Means } from "./movements/store.ts";
import { computeLedgers, debtorsOwing, ledgerFacts } from "./states/store.ts";

export type ServedBy = {
  readonly kind: "payment" | "credit";
  /** Of the receipt or the credit; null of a waiver, which has none. */
  readonly number: string | null;
  readonly on: Day;
  readonly means: Means | null;
  readonly amount: number;
};

export async function servedBy(tx: Tx, charge: string): Promise<ServedBy[]> {
  const [debtor] = await debtorsOwing(tx, [charge]);
  if (debtor === undefined) return [];
  const { payments, waivers } = (await computeLedgers(tx, [debtor])).get(debtor)!;
  const parts = new Map<string, number>();
  for (const [id, { allocated }] of [...payments, ...waivers])
    for (const one of allocated)
      if (one.charge === charge && isId(id)) parts.set(id, (parts.get(id) ?? 0) + one.amount);
  if (parts.size === 0) return [];
  const ids = [...parts.keys()];
  const { rows } = await sql<Omit<ServedBy, "amount"> & { id: string }>`
    select p.id, 'payment' as kind, p.number, p.paid_on as "on", p.means from payment p
    where p.id = any(${ids}::uuid[]) and p.charge is distinct from ${charge}::uuid
    union all
    select w.id, 'credit', i.number, w.waived_on, null from waiver w left join invoice i on i.charge = w.charge and i.waiver = w.id
    where w.id = any(${ids}::uuid[]) and w.charge <> ${charge}::uuid
    order by "on", id`.execute(tx);
  return rows.map(({ id, ...one }) => ({ ...one, amount: parts.get(id)! }));
}

export type Returned = {
  readonly number: string;
  readonly paidOn: Day;
  readonly means: Means;
  /** What it had paid of the charge. */
  readonly amount: number;
  readonly on: Day;
  readonly reason: string;
};

/** What had paid a charge until it bounced, whether it named the charge or its debtor alone. */
export async function returnedFrom(tx: Tx, charge: string): Promise<Returned[]> {
  const [debtor] = await debtorsOwing(tx, [charge]);
  const facts = debtor === undefined ? undefined : (await ledgerFacts(tx, [debtor])).get(debtor);
  if (!facts || facts.returned.length === 0) return [];
  const parts = new Map(facts.returned.map((one) => [one.payment, servedBefore(facts, one, charge)]));
  const { rows } = await sql<Returned & { id: string }>`
    select p.id, p.number, p.paid_on as "paidOn", p.means, p.amount, greatest(r.reversed_on, p.paid_on) as "on", r.reason
    from payment_reversal r join payment p on p.id = r.id where r.id = any(${[...parts.keys()]}::uuid[])
    order by r.reversed_on, p.number`.execute(tx);
  return rows.flatMap(({ id, ...one }) => (parts.get(id)! > 0 ? [{ ...one, amount: parts.get(id)! }] : []));
}

/** What a payment had paid of a charge on the eve of its return: the ledger of that day, without it. */
function servedBefore(facts: LedgerFacts, { payment, on }: LedgerFacts["returned"][number], charge: string): number {
  const until = <T extends { readonly on: Day }>(all: readonly T[]) => all.filter((one) => one.on <= on);
  const charges = until(facts.charges);
  const known = new Set(charges.map(({ id }) => id));
  const payments = until(facts.payments).map((one) =>
    one.charge !== null && !known.has(one.charge) ? { ...one, charge: null } : one,
  );
  const before = ledger({
    ...facts,
    charges,
    payments,
    returned: until(facts.returned).filter((one) => one.payment !== payment),
    waivers: until(facts.waivers),
    adjustments: until(facts.adjustments),
    refunds: [],
  });
  if ("impossible" in before) return 0;
  const served = before.payments.get(payment)?.allocated ?? [];
  return served.reduce((sum, one) => (one.charge === charge ? sum + one.amount : sum), 0);
}
