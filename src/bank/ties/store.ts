/** The SQL of entries that tell of money recorded before: payments that a person typed, and slips of cheques. */
import { sql } from "kysely";
import { keep } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { debtorsName } from "../../billing/charges/hands.ts";
import type { Slip } from "../slips/store.ts";

type Told = { readonly payment: string; readonly slip: null } | { readonly payment: null; readonly slip: string };

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
}

export async function insertUntie(tx: Tx, { id, on, by }: { id: string; on: Day; by: string }): Promise<void> {
  await keep(tx, "bank_line_untie", { id, untied_on: on, made_by: by });
}

export type Tie = {
  readonly id: string;
  readonly line: string;
  readonly amount: number;
  readonly payment: string | null;
  readonly slip: string | null;
  /** The receipt, or the slip. */
  readonly number: string;
  readonly name: string | null;
  readonly on: Day;
};

function tiesWhere(tx: Tx, where: ReturnType<typeof sql>) {
  return sql<Tie>`
    select t.id, t.line, t.amount, t.payment, t.slip, coalesce(p.number, x.number, '') as number,
      coalesce(c.debtor_name, ${debtorsName(sql`p.debtor`)}) as name, t.tied_on as "on"
    from bank_line_tie t left join payment p on p.id = t.payment left join charge c on c.id = p.charge left join cheque_slip x on x.id = t.slip
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

/** The entry that tells of this payment, or of this slip. */
export async function tieTo(tx: Tx, { payment, slip }: Told): Promise<Tie | undefined> {
  const of = payment === null ? sql`t.slip = ${slip}::uuid` : sql`t.payment = ${payment}::uuid`;
  return (await tiesWhere(tx, of)).rows[0];
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
