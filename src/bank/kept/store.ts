/** The SQL of bank data past the accounting period, once no payment refers to it: lines, cheque slips, files. */
import { type RawBuilder, sql } from "kysely";
import { dropping } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import type { Asked, Old } from "../../billing/rules/past.ts";

/** Lines with nothing left to match that paid no remaining charge. */
export async function oldLines(tx: Tx, { before, only }: Asked, limit: number): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select l.id, l.booked_on::text as last from bank_line l join bank_line_state s on s.id = l.id
    where l.booked_on < ${before}::date and s.remaining = 0 and (${only ?? null}::text is null or l.id = ${only ?? null})
      and not exists (select from payment p where p.bank_line = l.id)
      and not exists (select from bank_line_tie t where t.line = l.id)
      and coalesce((select max(greatest(a.set_on, b.back_on)) from bank_line_aside a left join bank_line_back b on b.id = a.id
        where coalesce(a.line, a.id) = l.id), l.booked_on) < ${before}::date
    order by l.booked_on, l.id limit ${limit}`.execute(tx);
  return rows;
}

/** Slips without a remaining cheque: their charges were erased first. */
export async function oldSlips(tx: Tx, { before, only }: Asked, limit: number): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select s.id, s.deposited_on::text as last from cheque_slip s
    where s.deposited_on < ${before}::date and (${only ?? null}::uuid is null or s.id = ${only ?? null}::uuid)
      and not exists (select from cheque c where c.slip = s.id)
      and not exists (select from bank_line_tie t join bank_line l on l.id = t.line where t.slip = s.id and l.booked_on >= ${before}::date)
    order by s.deposited_on, s.id limit ${limit}`.execute(tx);
  return rows;
}

/** Files without a remaining line. */
export async function oldFiles(tx: Tx, { before, only }: Asked, limit: number): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select f.id, f.imported_at::date::text as last from bank_file f
    where f.imported_at < ${before}::date and (${only ?? null}::text is null or f.id = ${only ?? null})
      and not exists (select from bank_line l where l.file = f.id)
    order by f.imported_at, f.id limit ${limit}`.execute(tx);
  return rows;
}

/** Those of a charge; with the last charge of a debtor, also those that named the debtor alone. */
const goneWith = (charge: string) => sql`(payment.charge = ${charge} or payment.debtor = (
  select case when c.debtor is null then c.about else c.debtor end from charge c where c.id = ${charge}
    and not exists (select from charge o where case when o.debtor is null then o.about else o.debtor end = case when c.debtor is null then c.about else c.debtor end and o.id <> c.id)))`;

/** When a charge is erased with its payments, its lines keep the amount that it had from them, or that they told of. */
export async function rememberPaid(tx: Tx, charge: string): Promise<void> {
  await forgetTies(
    tx,
    sql<string>`(select id from bank_line_tie where payment in (select payment.id from payment where ${goneWith(charge)})
      or refund in (select f.id from refund f where f.charge = ${charge} or f.taken_from in (select payment.id from payment where ${goneWith(charge)})))`,
  );
  await sql`
    update bank_line_state s set erased = s.erased + p.amount
    from (
      select bank_line, sum(amount)::integer as amount from payment
      where ${goneWith(charge)}
        and not exists (select from payment_reversal r where r.id = payment.id and r.bounced is not true) group by bank_line
    ) p where p.bank_line = s.id`.execute(tx);
}

async function forgetTies(tx: Tx, ties: RawBuilder<string>): Promise<void> {
  await sql`
    update bank_line_state s set erased = s.erased + t.amount
    from (
      select line, sum(amount)::integer as amount from bank_line_tie
      where id in ${ties} and not exists (select from bank_line_untie u where u.id = bank_line_tie.id)
        and not exists (select from payment_reversal r where r.id = bank_line_tie.payment and r.bounced is not true) group by line
    ) t where t.line = s.id`.execute(tx);
  await dropping(tx, "bank_line_untie", tx.deleteFrom("bank_line_untie").where("id", "in", ties));
  await dropping(tx, "bank_line_tie", tx.deleteFrom("bank_line_tie").where("id", "in", ties));
}

export async function deleteLine(tx: Tx, line: string): Promise<void> {
  const asides = sql<string>`(select id from bank_line_aside where coalesce(line, id) = ${line})`;
  await dropping(tx, "bank_line_back", tx.deleteFrom("bank_line_back").where("id", "in", asides));
  await dropping(tx, "bank_line_aside", tx.deleteFrom("bank_line_aside").where("id", "in", asides));
  await tx.deleteFrom("bank_line_state").where("id", "=", line).execute();
  await dropping(tx, "bank_line", tx.deleteFrom("bank_line").where("id", "=", line));
}

export async function deleteSlip(tx: Tx, slip: string): Promise<void> {
  await forgetTies(tx, sql<string>`(select id from bank_line_tie where slip = ${slip}::uuid)`);
  await dropping(tx, "cheque_slip", tx.deleteFrom("cheque_slip").where("id", "=", slip));
}

export async function deleteFile(tx: Tx, file: string): Promise<void> {
  await dropping(tx, "bank_file", tx.deleteFrom("bank_file").where("id", "=", file));
}
