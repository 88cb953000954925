/** The SQL of what is booked: the facts of charges, invoices, payments and cheques, with what identifies each for ever. */
import { sql } from "kysely";
import { GIVEN_BACK } from "../../billing/rules/given-back.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { BankFact, Debtor, DebtorFact } from "../rules/facts.ts";

/** Of a commercial invoice that asks for a down payment (UNTDID 1001). */
export const DOWN_PAYMENT = "386";

/** What a charge sells. One that asks again for what was given back sells nothing, unless it was closed as fees before that was known. */
export const NATURE = sql`coalesce(i.nature, case when c.lines -> 0 ->> 'key' like 'carried-%' then 'opening'
  when c.lines -> 0 ->> 'key' = ${GIVEN_BACK} and not exists (select from books_entry e, jsonb_array_elements(e.lines) l
    where e.fact = 'charge:' || c.id and l ->> 'use' like 'income:%') then 'given-back'
  else 'fees' end)`;

/** Who owes a charge: as the index by it says it. */
const OWES = sql`case when c.debtor is null then c.about else c.debtor end`;
/** A debtor's number at the accountant's: of a payer as the register has it, of a person that of their first dossier. */
const AUXILIARY = sql`case when d.debtor like 'payer:%' then coalesce(nullif(p.auxiliary, ''), 'P' || upper(right(d.debtor, 8)))
  else coalesce(o.called, 'C' || upper(right(d.debtor, 8))) end`;

/** What was closed: by its own key, once for a fact that moved nothing. */
const DONE = sql`select fact from books_entry union all select s ->> 'fact' from books_closing, jsonb_array_elements(silent) s`;

/** Charges and payments of some debtors, from which all other facts of theirs are found by an index. */
const OF = (debtors: readonly string[]) => sql`
  mine as materialized (select c.id, c.about, c.debtor, c.debtor_name, c.lines, c.total, c.reference, c.charged_on, c.due_on, c.called, ${OWES} as who
    from charge c where ${OWES} = any(${[...debtors]}::text[])),
  pays as materialized (
    select p.id, p.number, p.charge, p.amount, p.paid_on, p.means, p.bank_line, c.who from payment p join mine c on c.id = p.charge
    union all
    select p.id, p.number, p.charge, p.amount, p.paid_on, p.means, p.bank_line, p.debtor from payment p
    where p.charge is null and p.debtor = any(${[...debtors]}::text[])),
  refunds as materialized (
    select f.id, f.charge, f.taken_from, f.amount, f.refunded_on, f.means, c.reference as piece, c.who from refund f join mine c on c.id = f.charge
    union all
    select f.id, f.charge, f.taken_from, f.amount, f.refunded_on, f.means, p.number, p.who from refund f join pays p on p.id = f.taken_from
    where f.charge is null)`;

/** Each fact with its debtor, in the order in which the ledger reads those of a kind. */
const FACTS = sql`
  select c.who as debtor, 'charge' as kind, 'charge:' || c.id as key, c.charged_on as "on", '' as nth,
    coalesce(i.number, c.reference) as piece, c.charged_on as piece_on,
    jsonb_build_object('charge', c.id, 'dueOn', greatest(c.due_on, (select max(u.due_on) from charge_due u where u.charge = c.id)), 'gross', c.total, 'tax', coalesce(i.tax, 0), 'called', c.called,
      'sale', jsonb_build_object('nature', ${NATURE}, 'source', i.source,
        'ahead', coalesce(i.nature = 'training' and i.document ->> 'type' = ${DOWN_PAYMENT}, false),
        'period', case when i.id is not null then jsonb_build_object('from', i.period_from, 'to', i.period_to) end)) as facts
  from mine c left join invoice i on i.charge = c.id and i.kind = 'invoice'
  union all
  select c.who, 'credit', 'waiver:' || w.id, w.waived_on, '', coalesce(i.number, c.reference), w.waived_on,
    jsonb_build_object('id', w.id, 'charge', w.charge, 'gross', w.amount, 'tax', coalesce(i.tax, 0))
  from waiver w join mine c on c.id = w.charge left join invoice i on i.waiver = w.id
  union all
  select c.who, 'credit-reversed', 'waiver-reversal:' || v.id, greatest(v.reversed_on, w.waived_on), '',
    c.reference, v.reversed_on, jsonb_build_object('credit', v.id)
  -- One that is asked for again by another charge stands.
  from waiver_reversal v join waiver w on w.id = v.id join mine c on c.id = w.charge where v.charged is null
  union all
  select p.who, 'payment', 'payment:' || p.id, p.paid_on, p.number,
    coalesce(l.movement_reference, l.servicer_reference, p.number), p.paid_on,
    jsonb_build_object('id', p.id, 'charge', p.charge, 'amount', p.amount, 'means', p.means, 'line', p.bank_line,
      'movement', coalesce(l.movement, l.id))
  from pays p left join bank_line l on l.id = p.bank_line
  union all
  select p.who, case when r.bounced then 'bounced' else 'taken-back' end, 'reversal:' || r.id,
    greatest(r.reversed_on, p.paid_on), p.number, p.number, r.reversed_on, jsonb_build_object('payment', p.id)
  from payment_reversal r join pays p on p.id = r.id
  union all
  select f.who, 'refund', 'refund:' || f.id, f.refunded_on, '', f.piece, f.refunded_on,
    jsonb_build_object('id', f.id, 'charge', f.charge, 'from', f.taken_from, 'amount', f.amount, 'means', f.means)
  from refunds f
  union all
  select f.who, 'refund-failed', 'refund-failure:' || x.id, greatest(x.failed_on, f.refunded_on), '',
    f.piece, x.failed_on, jsonb_build_object('refund', x.id)
  from refund_failure x join refunds f on f.id = x.id where f.charge is not null
  union all
  select c.who, 'adjustment', 'adjustment:' || a.id, a.adjusted_on, '', coalesce(i.number, c.reference), a.adjusted_on,
    jsonb_build_object('id', a.id, 'charge', a.charge, 'amount', a.amount, 'reason', a.kind)
  from adjustment a join mine c on c.id = a.charge left join invoice i on i.charge = c.id and i.kind = 'invoice'`;

type Row = {
  readonly debtor: string;
  readonly auxiliary: string;
  readonly name: string;
  readonly byReference: boolean;
  readonly booked: number;
  readonly owed: readonly { readonly of: string | null; readonly amount: number }[] | null;
  readonly facts: readonly DebtorFact[];
};

/** Those who were given something back: only of them may a debt be given up by it. */
export async function refundedDebtors(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ debtor: string }>`
    select distinct of.debtor from (
      select coalesce(${OWES}, p.debtor, case when o.debtor is null then o.about else o.debtor end) as debtor
      from refund f left join charge c on c.id = f.charge left join payment p on p.id = f.taken_from left join charge o on o.id = p.charge) of
    where of.debtor is not null order by of.debtor`.execute(tx);
  return rows.map(({ debtor }) => debtor);
}

/**
 * Those of whom something is not booked, or comes after a day that is closed. Only keys are compared: a school has a hundred thousand facts,
 * of which a month that is open has few.
 */
async function debtorsUnbooked(tx: Tx, closed: Day | null): Promise<string[]> {
  const { rows } = await sql<{ charge: string | null; payment: string | null }>`
    with done as materialized (${DONE}),
      open as (
        select 'charge:' || c.id as fact, c.id as charge, null::uuid as payment from charge c
        union all select 'payment:' || p.id, null, p.id from payment p
        union all select 'waiver:' || w.id, w.charge, null from waiver w
        union all select 'waiver-reversal:' || v.id, w.charge, null from waiver_reversal v join waiver w on w.id = v.id where v.charged is null
        union all select 'reversal:' || r.id, null, r.id from payment_reversal r
        union all select 'refund:' || f.id, f.charge, f.taken_from from refund f
        union all select 'refund-failure:' || x.id, f.charge, f.taken_from from refund_failure x join refund f on f.id = x.id where f.charge is not null
        union all select 'adjustment:' || a.id, a.charge, null from adjustment a)
    select o.charge, o.payment from open o left join done on done.fact = o.fact where done.fact is null
    union all
    select i.charge, null from invoice i where i.kind = 'invoice' and i.nature = 'training' and i.period_to > ${closed ?? "0001-01-01"}::date
      and i.document ->> 'type' = ${DOWN_PAYMENT}
    order by charge, payment`.execute(tx);
  return debtorsOf(tx, {
    charges: rows.flatMap(({ charge }) => charge ?? []),
    payments: rows.flatMap(({ payment }) => payment ?? []),
  });
}

/** Looked up by their keys: in the statement above, all charges were read once more to find those of a month. */
async function debtorsOf(
  tx: Tx,
  { charges, payments }: { readonly charges: readonly string[]; readonly payments: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ debtor: string }>`
    select distinct of.debtor from (
      select ${OWES} as debtor from charge c where c.id = any(${[...charges]}::uuid[])
      union all
      select coalesce(p.debtor, ${OWES}) from payment p left join charge c on c.id = p.charge where p.id = any(${[...payments]}::uuid[])) of
    where of.debtor is not null order by of.debtor`.execute(tx);
  return rows.map(({ debtor }) => debtor);
}

/** What is booked and what is not of these debtors; else of those of whom something is not booked, or comes after a day that is closed. */
export async function debtorsToBook(
  tx: Tx,
  which: readonly string[] | { readonly closed: Day | null },
): Promise<Debtor[]> {
  const names = "closed" in which ? await debtorsUnbooked(tx, which.closed) : which;
  if (names.length === 0) return [];
  const { rows } = await sql<Row>`
    with ${OF(names)}, f as materialized (${FACTS}),
      d as (select debtor, jsonb_agg(jsonb_build_object('kind', kind, 'key', key, 'on', "on", 'piece', piece, 'pieceOn', piece_on) || facts
        order by "on", nth, key) as facts from f group by debtor),
      called as (select c.who as debtor,
        (array_agg(c.called order by c.charged_on, c.id) filter (where c.called is not null))[1] as called,
        (array_agg(c.debtor_name order by c.charged_on desc, c.id desc) filter (where c.debtor_name is not null))[1] as name
        from mine c group by 1),
      booked as (select f.debtor, sum((l ->> 'credit')::integer - (l ->> 'debit')::integer)::integer as advances
        from f join books_entry e on e.fact = f.key, jsonb_array_elements(e.lines) l
        where l ->> 'use' = 'advances' group by f.debtor),
      settles as (select f.debtor, l ->> 'settles' as charge, bool_and(l ? 'settles') as told,
        sum((l ->> 'debit')::integer - (l ->> 'credit')::integer)::integer as amount
        from f join books_entry e on e.fact = f.key, jsonb_array_elements(e.lines) l
        where l ->> 'use' = 'customers' group by f.debtor, l ->> 'settles'),
      owed as (select debtor, jsonb_agg(jsonb_build_object('of', charge, 'amount', amount) order by charge) as owed
        from settles group by debtor having bool_and(told))
    select coalesce(d.debtor, '') as debtor, ${AUXILIARY} as auxiliary, coalesce(p.name, o.name, '') as name, coalesce(p.by_dossier, false) as "byReference",
      coalesce(d.facts, '[]') as facts, coalesce(b.advances, 0) as booked, w.owed
    from d left join payer p on d.debtor = 'payer:' || p.id left join booked b on b.debtor = d.debtor
      left join owed w on w.debtor = d.debtor left join called o on o.debtor = d.debtor
    order by d.debtor`.execute(tx);
  return rows.map(({ debtor, auxiliary, name, byReference, booked, owed, facts }) => ({
    debtor,
    auxiliary,
    name: name === "" ? auxiliary : name,
    byReference,
    advancesBooked: booked,
    owedBooked: owed === null ? undefined : new Map(owed.map(({ of, amount }) => [of, amount])),
    facts,
  }));
}

/** Other names under which these debtors were booked: an account took over what a dossier owed. */
export async function bookedAs(tx: Tx, debtors: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ debtor: string }>`
    select distinct u.debtor from (
      select c.about, c.debtor from charge c where ${OWES} = any(${[...debtors]}::text[])
      union all
      select c.about, c.debtor from charge c where c.about = any(${[...debtors]}::text[])) c,
      unnest(array[c.about, c.debtor]) as u(debtor) where u.debtor is not null order by u.debtor`.execute(tx);
  return [...new Set([...debtors, ...rows.map(({ debtor }) => debtor)])];
}

/** Slips of cheques, fees of the bank, and what was handed on to another body; without those that are booked, unless all are asked for. */
export async function bankFacts(tx: Tx, all: boolean): Promise<BankFact[]> {
  const { rows } = await sql<BankFact>`
    select kind, key, "on", piece, "pieceOn", amount from (
    select 'banked' as kind, 'slip:' || s.id as key, s.deposited_on as "on", s.number as piece, s.deposited_on as "pieceOn", s.total as amount
    from cheque_slip s
    union all
    select 'bank-charge', 'bank-fee:' || r.id, greatest(r.reversed_on, p.paid_on), p.number, r.reversed_on, r.bank_fee
    from payment_reversal r join payment p on p.id = r.id where r.bank_fee is not null
    union all
    select case when h.of is null then 'handed-on' else 'handed-back' end, 'handed-on:' || h.id, h.on_day, h.piece, h.on_day, h.amount
    from handed_on h) f
    where ${all} or not exists (select from books_entry e where e.fact = f.key)
    order by "on", key`.execute(tx);
  return rows;
}
