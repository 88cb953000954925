/** The SQL of what is collected for others, and of what of it was handed on. */
import { sql } from "kysely";
import { dropping, keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";

/** One at a time in a school, so that no more is handed on than was collected. */
export async function lockHandedOn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.handed ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

export type Collected = {
  /** Asked by invoices, less their credits. */
  readonly asked: number;
  readonly paid: number;
  readonly handed: number;
};

export async function collectedForOthers(tx: Tx): Promise<Collected> {
  const { rows } = await sql<Collected>`
    select coalesce((select sum(case when i.kind = 'credit' then 0 - i.gross else i.gross end) from invoice i where i.nature = 'third'), 0)::integer as asked,
      coalesce((select sum(s.paid - s.refunded) from invoice i join charge_state s on s.id = i.charge
        where i.nature = 'third' and i.kind = 'invoice'), 0)::integer as paid,
      coalesce((select sum(case when h.of is null then h.amount else 0 - h.amount end) from handed_on h), 0)::integer as handed`.execute(
    tx,
  );
  return rows[0]!;
}

export type CollectedOf = {
  readonly number: string;
  readonly on: Day;
  readonly name: string;
  readonly called: string;
  readonly amount: number;
  readonly paid: number;
};

/** Of whom, the latest first. */
export async function collectedOf(tx: Tx, limit: number): Promise<CollectedOf[]> {
  const { rows } = await sql<CollectedOf>`
    select i.number, i.issued_on as "on", coalesce(c.debtor_name, '') as name, coalesce(c.called, '') as called,
      i.gross - coalesce((select sum(k.gross) from invoice k where k.of = i.id), 0)::integer as amount, s.paid - s.refunded as paid
    from invoice i join charge c on c.id = i.charge join charge_state s on s.id = i.charge
    where i.nature = 'third' and i.kind = 'invoice' order by i.issued_on desc, i.id desc limit ${limit}`.execute(tx);
  return rows;
}

export type HandedOn = {
  readonly id: string;
  readonly on: Day;
  readonly amount: number;
  readonly payee: string;
  readonly piece: string;
  readonly by: string;
  readonly takenBackOn: Day | null;
  readonly takenBackWhy: string | null;
};

const HANDED = sql`h.id, h.on_day as "on", h.amount, h.payee, h.piece, h.recorded_by as "by", b.on_day as "takenBackOn", b.reason as "takenBackWhy"
    from handed_on h left join handed_on b on b.of = h.id where h.of is null`;

/** The latest first. */
export async function handedOn(tx: Tx, limit: number): Promise<HandedOn[]> {
  return (await sql<HandedOn>`select ${HANDED} order by h.on_day desc, h.id desc limit ${limit}`.execute(tx)).rows;
}

export async function findHandedOn(tx: Tx, id: string): Promise<HandedOn | undefined> {
  return (await sql<HandedOn>`select ${HANDED} and h.id = ${id}::uuid`.execute(tx)).rows[0];
}

type NewHandedOn = {
  readonly id: string;
  readonly of: string | null;
  readonly on: Day;
  readonly amount: number;
  readonly payee: string;
  readonly piece: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
};

export async function insertHandedOn(tx: Tx, { on, by, at, ...row }: NewHandedOn): Promise<void> {
  await keep(tx, "handed_on", { ...row, on_day: on, recorded_by: by, recorded_at: at });
}

type Old = { readonly id: string; readonly last: string };

/** With what takes it back: the last day of both. */
export async function oldHandedOn(
  tx: Tx,
  { before, only }: { readonly before: Day; readonly only?: string | undefined },
  limit: number,
): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select h.id, greatest(h.on_day, b.on_day)::text as last from handed_on h left join handed_on b on b.of = h.id
    where h.of is null and greatest(h.on_day, b.on_day) < ${before}::date and (${only ?? null}::uuid is null or h.id = ${only ?? null}::uuid)
    order by greatest(h.on_day, b.on_day), h.id limit ${limit}`.execute(tx);
  return rows;
}

export async function deleteHandedOn(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "handed_on", tx.deleteFrom("handed_on").where("of", "=", id));
  await dropping(tx, "handed_on", tx.deleteFrom("handed_on").where("id", "=", id));
}
