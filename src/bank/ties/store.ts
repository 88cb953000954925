/** The SQL of entries that tell of money recorded before: payments that a person typed, slips of cheques, and refunds. */
import { sql } from "kysely";
import { keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { debtorsName } from "../../billing/charges/hands.ts";
import { touch } from "../../act/waiting.ts";
import { TO_GIVE } from "../../billing/debtors/made.ts";
import type { Slip } from "../slips/store.ts";

/** One of the three is not null. */
export type Told = { readonly payment: string | null; readonly slip: string | null; readonly refund: string | null };

export async function insertTie(
  tx: Tx,
  tie: Told & {
    readonly id: string;
    readonly line: string;
    readonly amount: number;
    readonly on: Day;
    readonly by: string;
  },
): Promise<void> {
  const { on, by, ...row } = tie;
  await keep(tx, "bank_line_tie", { ...row, tied_on: on, made_by: by });
  if (tie.refund !== null) touch(tx, TO_GIVE, [tie.refund]);
}

export async function insertUntie(
  tx: Tx,
  { id, refund, on, by }: Pick<Tie, "id" | "refund"> & { readonly on: Day; readonly by: string },
): Promise<void> {
  await keep(tx, "bank_line_untie", { id, untied_on: on, made_by: by });
  if (refund !== null) touch(tx, TO_GIVE, [refund]);
}

export type Tie = {
  readonly id: string;
  readonly line: string;
  readonly amount: number;
  readonly payment: string | null;
  readonly slip: string | null;
  readonly refund: string | null;
  /** The receipt, or the slip; empty of a refund. */
  readonly number: string;
  readonly name: string | null;
  readonly on: Day;
};

function tiesWhere(tx: Tx, where: ReturnType<typeof sql>) {
  return sql<Tie>`
    select t.id, t.line, t.amount, t.payment, t.slip, t.refund, coalesce(case when t.refund is null then p.number end, x.number, '') as number,
      coalesce(c.debtor_name, ${debtorsName(sql`p.debtor`)}) as name, t.tied_on as "on"
    from bank_line_tie t left join refund f on f.id = t.refund
      left join payment p on p.id = case when t.refund is null then t.payment else f.taken_from end
      left join charge c on c.id = case when f.charge is null then p.charge else f.charge end left join cheque_slip x on x.id = t.slip
    where not exists (select from bank_line_untie u where u.id = t.id)
      and not exists (select from payment_reversal y where y.id = t.payment and y.bounced is not true) and ${where}
    order by t.tied_on, t.id`.execute(tx);
}

export async function findTie(tx: Tx, id: string): Promise<Tie | undefined> {
  return (await tiesWhere(tx, sql`t.id = ${id}::uuid`)).rows[0];
}

export async function tiesOf(tx: Tx, line: string): Promise<Tie[]> {
  return (await tiesWhere(tx, sql`t.line = ${line}`)).rows;
}

/** The entry that tells of this payment, slip or refund. */
export async function tieTo(tx: Tx, { payment, slip, refund }: Told): Promise<Tie | undefined> {
  const of =
    payment !== null
      ? sql`t.payment = ${payment}::uuid`
      : refund === null
        ? sql`t.slip = ${slip}::uuid`
        : sql`t.refund = ${refund}::uuid`;
  return (await tiesWhere(tx, of)).rows[0];
}

export type GivenBack = {
  readonly id: string;
  readonly amount: number;
  readonly refundedOn: Day;
  readonly means: string;
  readonly charge: string | null;
  readonly debtor: string | null;
  readonly name: string | null;
};

/** Through the bank, and not failed. */
const BY_BANK = sql`f.means in ('transfer', 'cheque') and not exists (select from refund_failure x where x.id = f.id)`;

function refundsWhere(tx: Tx, where: ReturnType<typeof sql>) {
  return sql<GivenBack>`
    select f.id, f.amount, f.refunded_on as "refundedOn", f.means, f.charge,
      case when f.charge is null then case when p.debtor is null then coalesce(e.debtor, e.about) else p.debtor end end as debtor,
      coalesce(c.debtor_name, e.debtor_name, ${debtorsName(sql`p.debtor`)}) as name
    from refund f left join charge c on c.id = f.charge
      left join payment p on p.id = f.taken_from left join charge e on e.id = p.charge
    where ${BY_BANK} and ${where}`.execute(tx);
}

export async function findRefund(tx: Tx, id: string): Promise<GivenBack | undefined> {
  return (await refundsWhere(tx, sql`f.id = ${id}::uuid`)).rows[0];
}

const UNSEEN = sql`not exists (select from bank_line_tie t where t.refund = f.id
  and not exists (select from bank_line_untie u where u.id = t.id))`;

export type RefundsToSee = { readonly count: number; readonly amount: number };

/** Recorded until a day that a statement covers, and that no entry of it is known to be. */
export async function countRefundsToSee(tx: Tx, until: Day): Promise<RefundsToSee> {
  const { rows } = await sql<RefundsToSee>`
    select count(*)::integer as count, coalesce(sum(f.amount), 0)::bigint as amount from refund f
    where ${BY_BANK} and ${UNSEEN} and f.refunded_on <= least(${until}::date, (select max(last_on) from bank_file))`.execute(
    tx,
  );
  return rows[0]!;
}

/** Refunds of these amounts that were recorded until a day, and that no entry of the bank tells of yet; the latest first. */
export async function refundsToSee(
  tx: Tx,
  amounts: readonly number[],
  until: Day,
  limit: number,
): Promise<GivenBack[]> {
  if (amounts.length === 0) return [];
  const asked = sql`f.amount = any(${sql.val(`{${[...new Set(amounts)].join(",")}}`)}::integer[]) and f.refunded_on <= ${until}::date and ${UNSEEN}
    order by f.refunded_on desc, f.id desc limit ${limit}`;
  return (await refundsWhere(tx, asked)).rows;
}

/** Slips of these totals that were taken to the bank until a day, and that no entry tells of yet; the latest first. */
export async function slipsToTell(tx: Tx, totals: readonly number[], until: Day, limit: number): Promise<Slip[]> {
  if (totals.length === 0) return [];
  const { rows } = await sql<Slip>`
    select s.id, s.number, s.deposited_on as "depositedOn", s.count, s.total from cheque_slip s
    where s.total = any(${sql.val(`{${[...new Set(totals)].join(",")}}`)}::integer[]) and s.deposited_on <= ${until}::date
      and not exists (select from bank_line_tie t where t.slip = s.id and not exists (select from bank_line_untie u where u.id = t.id))
    order by s.deposited_on desc, s.id desc limit ${limit}`.execute(tx);
  return rows;
}
