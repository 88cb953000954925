/** The SQL of what came to the bank, by line: what it paid, and what it is known to tell of that is booked elsewhere. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { LineFact } from "../rules/facts.ts";

/**
 * What changes how much of a line waits, beside its payments: it is tied to money recorded before, or untied, or what was typed is taken back;
 * it is set aside as told twice, or taken up again. Money set aside for something else goes on waiting.
 */
const TOLD = sql`
  select 'tie:' || t.id as key, t.line, t.tied_on as on_day, t.amount from bank_line_tie t
  union all
  select 'untie:' || u.id, t.line, u.untied_on, -t.amount from bank_line_untie u join bank_line_tie t on t.id = u.id
  union all
  select 'tie-lost:' || r.id, t.line, r.reversed_on, -t.amount from payment_reversal r join bank_line_tie t on t.payment = r.id
  where r.bounced is not true and not exists (select from bank_line_untie u where u.id = t.id)
  union all
  select 'aside:' || a.id, a.line, a.set_on, a.amount from bank_line_aside a where a.elsewhere is not true and a.amount > 0
  union all
  select 'aside-back:' || b.id, a.line, b.back_on, -a.amount from bank_line_back b join bank_line_aside a on a.id = b.id
  where a.elsewhere is not true and a.amount > 0`;

/**
 * Those of which something is not booked, unless all are asked for. What was set aside before one said why is in no account; nor is what paid
 * charges that are erased.
 */
export async function lineFacts(tx: Tx, all: boolean): Promise<LineFact[]> {
  const { rows } = await sql<LineFact>`
    with done as materialized (select fact from books_entry union all
        select s ->> 'fact' from books_closing, jsonb_array_elements(silent) s),
      told as materialized (${TOLD}),
      wanted as (
        select l.id from bank_line l left join done on done.fact = 'bank-line:' || l.id where ${all} or done.fact is null
        union
        select t.line from told t left join done on done.fact = t.key where done.fact is null)
    select 'bank-line:' || l.id as key, l.booked_on as "on", coalesce(l.movement, l.id) as movement,
      coalesce(l.movement_reference, nullif(l.servicer_reference, ''), 'BQ-' || upper(left(coalesce(l.movement, l.id), 10))) as piece, l.amount,
      coalesce((select jsonb_agg(jsonb_build_object('key', 'payment:' || p.id, 'amount', p.amount) order by p.number)
        from payment p where p.bank_line = l.id), '[]') as payments,
      coalesce((select jsonb_agg(jsonb_build_object('key', 'reversal:' || r.id, 'on', greatest(r.reversed_on, p.paid_on), 'amount', p.amount) order by p.number)
        from payment p join payment_reversal r on r.id = p.id where p.bank_line = l.id and r.bounced is not true), '[]') as "takenBack",
      coalesce((select jsonb_agg(jsonb_build_object('key', t.key, 'pieceOn', t.on_day, 'amount', t.amount) order by t.on_day, t.key)
        from told t where t.line = l.id), '[]') as told
    from wanted o join bank_line l on l.id = o.id join bank_line_state s on s.id = l.id
    where l.amount > 0 and s.erased = 0
      and not exists (select from bank_line_aside a where coalesce(a.line, a.id) = l.id and a.amount is null
        and not exists (select from bank_line_back b where b.id = a.id))
    order by l.booked_on, l.id`.execute(tx);
  return rows;
}

export type LinesCounted = {
  /** Since the last closing. */
  readonly lines: number;
  /** Of all until the day, those that wait. */
  readonly waiting: number;
  readonly amount: number;
};

export async function countLines(
  tx: Tx,
  { after, until }: { readonly after: Day; readonly until: Day },
): Promise<LinesCounted> {
  const { rows } = await sql<LinesCounted>`
    select (select count(*)::integer from bank_line where amount > 0 and booked_on > ${after}::date and booked_on <= ${until}::date) as lines,
      count(*)::integer as waiting, coalesce(sum(remaining), 0)::bigint as amount
    from bank_line_state where remaining > 0 and booked_on <= ${until}::date`.execute(tx);
  return rows[0]!;
}
