/** The SQL of refunds through the provider. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { keep, keeping } from "../../act/keep.ts";
import { type OnlineRefundState, onlineRefundState, type RefundTold } from "../rules/online-refund.ts";

export type NewOnlineRefund = {
  readonly id: string;
  readonly charge: string;
  readonly payment: string;
  readonly session: string;
  readonly at: Date;
};

export async function insertOnlineRefund(tx: Tx, { at, ...row }: NewOnlineRefund): Promise<void> {
  await keep(tx, "online_refund", { ...row, asked_at: at });
}

export type OnlineRefund = {
  readonly id: string;
  readonly charge: string;
  readonly reference: string;
  readonly payment: string;
  readonly session: string;
  readonly amount: number;
  readonly reason: string;
  readonly askedAt: Date;
  readonly state: OnlineRefundState;
  /** It failed and was replaced. */
  readonly again: boolean;
};

type Row = Omit<OnlineRefund, "state"> & { readonly told: readonly RefundTold[]; readonly refused: boolean };

function refundsFrom(tx: Tx, where: ReturnType<typeof sql>) {
  return sql<Row>`
    select o.id, o.charge, c.reference, o.payment, o.session, r.amount, r.reason, o.asked_at as "askedAt",
      coalesce((select jsonb_agg(t.state) from online_refund_told t where t.online_refund = o.id), '[]') as told,
      exists (select from refund_failure f where f.id = o.id) as refused,
      exists (select from refund_again a where a.id = o.id) as again
    from online_refund o join refund r on r.id = o.id join charge c on c.id = o.charge
    where ${where}`.execute(tx);
}

const stateOf = ({ told, refused, ...row }: Row): OnlineRefund => ({ ...row, state: onlineRefundState(told, refused) });

export async function findOnlineRefund(tx: Tx, id: string): Promise<OnlineRefund | undefined> {
  const { rows } = await refundsFrom(tx, sql`o.id = ${id}`);
  return rows[0] && stateOf(rows[0]);
}

export async function onlineRefundsOf(tx: Tx, charge: string): Promise<OnlineRefund[]> {
  return (await refundsFrom(tx, sql`o.charge = ${charge} order by o.asked_at, o.id`)).rows.map(stateOf);
}

/** Pending refunds, and failed ones not replaced; latest first. */
export async function openRefunds(tx: Tx, limit: number): Promise<OnlineRefund[]> {
  const open = sql`not exists (select from online_refund_told t where t.online_refund = o.id and t.state = 'given'
      and not exists (select from refund_failure f where f.id = o.id))
    and not (exists (select from refund_failure f where f.id = o.id) and (
      exists (select from refund_again a where a.id = o.id)
      or exists (select from charge_state s where s.id = o.charge and s.refunded >= s.paid)))
    order by o.asked_at desc, o.id desc limit ${limit}`;
  return (await refundsFrom(tx, open)).rows.map(stateOf);
}

export async function insertAgain(tx: Tx, again: { id: string; charge: string; refund: string }): Promise<void> {
  await keep(tx, "refund_again", again);
}

export type Told = {
  readonly id: string;
  readonly refund: string;
  readonly given: string;
  readonly state: RefundTold;
  readonly at: Date;
};

/** False for a duplicate. */
export async function insertTold(tx: Tx, { id, refund, given, state, at }: Told): Promise<boolean> {
  const row = { id, online_refund: refund, given, state, received_at: at };
  const insert = tx.insertInto("online_refund_told").values(row);
  const onlyFirst = insert.onConflict((on) => on.doNothing());
  return (await keeping(tx, "online_refund_told", onlyFirst)).length > 0;
}

export async function insertFailure(
  tx: Tx,
  failure: { id: string; charge: string; on: Day; why: "refused" | "failed" | "dropped" | "differs" },
): Promise<void> {
  const { id, charge, on, why } = failure;
  await keep(tx, "refund_failure", { id, charge, failed_on: on, why });
}
