/** What serves a charge without naming it: payments of its debtor, and what a credit of another charge set free. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { isId } from "../../kit/shapes.ts";
import type { Means } from "./movements/store.ts";
import { computeLedgers, debtorsOwing } from "./states/store.ts";

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
