/** The SQL of charge states: `charge_state` is derived from the facts. */
import { sql } from "kysely";
import { touch } from "../../../act/waiting.ts";
import type { Tx } from "../../../db/school.ts";
import { batches } from "../../../kit/batches.ts";
import { json } from "../../../kit/sql.ts";
import { type ChargeFacts, type ChargeState, chargeState } from "../../rules/charge-state.ts";

/** Locks charges until the transaction ends, with their states: concurrent acts on one charge run one after the other. */
export async function lockCharges(tx: Tx, ids: readonly string[]): Promise<Map<string, ChargeState>> {
  if (ids.length === 0) return new Map();
  const locked = await tx
    .selectFrom("charge_state")
    .select(STATE)
    .where("id", "in", [...new Set(ids)])
    // In a fixed order, to avoid deadlocks.
    .orderBy("id")
    .forUpdate()
    .execute();
  return new Map(locked.map(({ id, ...state }) => [id, state as ChargeState]));
}

export async function findState(tx: Tx, id: string): Promise<ChargeState | undefined> {
  const state = await tx.selectFrom("charge_state").select(STATE).where("id", "=", id).executeTakeFirst();
  return state as ChargeState | undefined;
}

/** Recomputes the states from the facts and stores them: an act's last step on charges. */
export async function keepChargeStates(tx: Tx, ids: Iterable<string>): Promise<Map<string, ChargeState>> {
  const states = new Map<string, ChargeState>();
  for await (const some of batches([...new Set(ids)])) {
    const computed = await computeStates(tx, some);
    const rows = [...computed].map(([id, state]) => ({ id, ...stateRow(state) }));
    await sql`update charge_state set state = now.state, total = now.total, paid = now.paid, waived = now.waived,
        refunded = now.refunded, balance = now.balance, due_on = now.due_on, suspended = now.suspended
      from jsonb_to_recordset(${json(rows)}) as now (id uuid, state text, total integer, paid integer, waived integer,
        refunded integer, balance integer, due_on date, suspended boolean)
      where charge_state.id = now.id`.execute(tx);
    for (const [id, state] of computed) states.set(id, state);
    touch(tx, "charge", some);
  }
  return states;
}

/** The states computed from the facts alone, which the stored ones must equal. */
export async function computeStates(tx: Tx, ids: readonly string[]): Promise<Map<string, ChargeState>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<ChargeFacts & { id: string }>`
    select c.id, c.total,
      greatest(c.due_on, (select max(d.due_on) from charge_due d where d.charge = c.id)) as "dueOn",
      coalesce((select jsonb_agg(jsonb_build_object('amount', p.amount, 'reversed', r.id is not null))
        from payment p left join payment_reversal r on r.id = p.id where p.charge = c.id), '[]') as payments,
      coalesce((select jsonb_agg(jsonb_build_object('amount', w.amount)) from waiver w
        where w.charge = c.id and not exists (select from waiver_reversal v where v.id = w.id)), '[]') as waivers,
      coalesce((select jsonb_agg(jsonb_build_object('amount', f.amount, 'failed', x.id is not null))
        from refund f left join refund_failure x on x.id = f.id where f.charge = c.id), '[]') as refunds,
      exists (select from charge_suspension y where y.charge = c.id
        and not exists (select from charge_suspension_end z where z.id = y.id)) as suspended
    from charge c where c.id in (${sql.join(ids)})`.execute(tx);
  return new Map(rows.map(({ id, ...facts }) => [id, chargeState(facts)]));
}

const STATE = [
  "id",
  "state",
  "total",
  "paid",
  "waived",
  "refunded",
  "balance",
  "due_on as dueOn",
  "suspended",
] as const;

/** Stored states by id, after a cursor. */
export async function pageOfStates(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<(ChargeState & { id: string })[]> {
  const kept = tx
    .selectFrom("charge_state")
    .select(STATE)
    .$if(after !== undefined, (q) => q.where("id", ">", after!));
  return (await kept.orderBy("id").limit(limit).execute()) as (ChargeState & { id: string })[];
}

export function stateRow({ dueOn, ...state }: ChargeState) {
  return { ...state, due_on: dueOn };
}
