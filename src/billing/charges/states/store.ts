/** The SQL of charge states: `charge_state` is derived from the facts. */
import { sql } from "kysely";
import { touch } from "../../../act/waiting.ts";
import type { Tx } from "../../../db/school.ts";
import type { Day } from "../../../kit/day.ts";
import { batches } from "../../../kit/batches.ts";
import { json } from "../../../kit/sql.ts";
import type { ChargeState } from "../../rules/charge-state.ts";
import { type Impossible, ledger, type Ledger, type LedgerFacts } from "../../rules/ledger.ts";

/**
 * Locks the debtors of charges and these others, with all their charges, until the transaction ends; gives the states of these charges.
 * Concurrent acts on one debtor run one after the other.
 */
export async function lockCharges(
  tx: Tx,
  ids: readonly string[],
  also: readonly string[] = [],
): Promise<Map<string, ChargeState>> {
  const wanted = [...new Set(ids)];
  if (wanted.length + also.length === 0) return new Map();
  for (;;) {
    const debtors = [...new Set([...(await debtorsOwing(tx, wanted)), ...also])];
    await lockDebtors(tx, debtors);
    const { rows } = await sql<ChargeState & { id: string }>`
      select s.id, s.state, s.total, s.paid, s.waived, s.refunded, s.written_off as "writtenOff", s.balance, s.due_on as "dueOn", s.suspended
      from charge_state s join charge c on c.id = s.id
      where case when c.debtor is null then c.about else c.debtor end = any(${debtors}::text[])
      order by s.id for update of s`.execute(tx);
    const states = new Map(rows.map(({ id, ...state }) => [id, state]));
    // An account may have taken a charge over meanwhile.
    const left = (await debtorsOwing(tx, wanted)).filter((debtor) => !debtors.includes(debtor));
    if (left.length === 0) return new Map(wanted.flatMap((id) => (states.has(id) ? [[id, states.get(id)!]] : [])));
  }
}

/** Locks debtors in a fixed order, to avoid deadlocks, and says what each has to spare. */
export async function lockDebtors(tx: Tx, debtors: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (debtors.length === 0) return new Map();
  const { rows } = await sql<{ debtor: string; available: number }>`
    insert into debtor_state (debtor, open) select d, 0 from unnest(${[...debtors].sort()}::text[]) d
    on conflict (establishment_id, debtor) do update set debtor = excluded.debtor
    returning debtor, available`.execute(tx);
  return new Map(rows.map(({ debtor, available }) => [debtor, available]));
}

/** A charge of each debtor whose states were counted otherwise than today, and the day of it. */
export async function toRecount(tx: Tx, limit: number): Promise<{ debtor: string; charge: string; day: string }[]> {
  const { rows } = await sql<{ debtor: string; charge: string; day: string }>`
    select s.debtor, c.id as charge, c.charged_on as day from debtor_state s
    cross join lateral (select id, charged_on from charge where case when charge.debtor is null then charge.about else charge.debtor end = s.debtor
      order by charged_on, id limit 1) c
    where s.recount or s.open is null order by s.debtor limit ${limit}`.execute(tx);
  return rows;
}

export async function hasPaid(tx: Tx, debtor: string): Promise<boolean> {
  const { rows } = await sql<{ paid: boolean }>`
    select exists (select from payment p where p.debtor = ${debtor})
      or exists (select from charge c join payment p on p.charge = c.id where case when c.debtor is null then c.about else c.debtor end = ${debtor}) as paid`.execute(
    tx,
  );
  return rows[0]!.paid;
}

/** Whether money came or was moved on the account of a debtor that day or later: a charge of that day then stands before it. */
export async function movedSince(tx: Tx, debtor: string, day: Day): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    with came as (
      select p.id, p.paid_on from payment p where p.debtor = ${debtor}
      union all
      select p.id, p.paid_on from charge c join payment p on p.charge = c.id where case when c.debtor is null then c.about else c.debtor end = ${debtor})
    select exists (select from came left join payment_reversal r on r.id = came.id
        where greatest(came.paid_on, r.reversed_on) >= ${day}::date)
      or exists (select from charge c join waiver w on w.charge = c.id
        where case when c.debtor is null then c.about else c.debtor end = ${debtor} and w.waived_on >= ${day}::date) as moved`.execute(
    tx,
  );
  return rows[0]!.moved;
}

/** A charge that took nothing of what its debtor had to spare adds to what they have left to pay. */
export async function addToOpen(tx: Tx, debtor: string, amount: number): Promise<void> {
  await sql`update debtor_state set open = open + ${amount} where debtor = ${debtor}`.execute(tx);
}

/** Of whose charges none is left. */
export async function forgetDebtor(tx: Tx, debtor: string): Promise<void> {
  await tx.deleteFrom("debtor_state").where("debtor", "=", debtor).execute();
}

/** An account, or the subject of a charge that no account has taken over. */
export async function debtorsOwing(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ debtor: string }>`
    select distinct coalesce(debtor, about) as debtor from charge where id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows.map(({ debtor }) => debtor);
}

export async function findState(tx: Tx, id: string): Promise<ChargeState | undefined> {
  const state = await tx.selectFrom("charge_state").select(STATE).where("id", "=", id).executeTakeFirst();
  return state as ChargeState | undefined;
}

/**
 * Recomputes the states of the debtors of these charges and of these others from the facts, and stores them: an act's last step on charges.
 */
export async function keepChargeStates(
  tx: Tx,
  ids: Iterable<string>,
  also: readonly string[] = [],
): Promise<Map<string, ChargeState>> {
  const states = new Map<string, ChargeState>();
  const owing = new Set(also);
  for await (const some of batches([...new Set(ids)])) for (const one of await debtorsOwing(tx, some)) owing.add(one);
  for await (const some of batches([...owing])) {
    const debtors = await computeLedgers(tx, some);
    const computed = chargesIn(debtors);
    const rows = [...computed].map(([id, state]) => ({ id, ...stateRow(state) }));
    await sql`update charge_state set state = now.state, total = now.total, paid = now.paid, waived = now.waived,
        refunded = now.refunded, written_off = now.written_off, balance = now.balance, due_on = now.due_on, suspended = now.suspended
      from jsonb_to_recordset(${json(rows)}) as now (id uuid, state text, total integer, paid integer, waived integer,
        refunded integer, written_off integer, balance integer, due_on date, suspended boolean)
      where charge_state.id = now.id and (charge_state.state, charge_state.total, charge_state.paid, charge_state.waived,
          charge_state.refunded, charge_state.written_off, charge_state.balance, charge_state.due_on, charge_state.suspended)
        is distinct from (now.state, now.total, now.paid, now.waived, now.refunded, now.written_off, now.balance, now.due_on,
          now.suspended)`.execute(tx);
    const kept = [...debtors].map(([debtor, { available, unnamed, open }]) => ({ debtor, available, unnamed, open }));
    await sql`insert into debtor_state (debtor, available, unnamed, open)
      select debtor, available, unnamed, open
      from jsonb_to_recordset(${json(kept)}) as now (debtor text, available integer, unnamed integer, open integer)
      on conflict (establishment_id, debtor) do update
      set available = excluded.available, unnamed = excluded.unnamed, open = excluded.open, recount = false`.execute(
      tx,
    );
    touch(tx, "debtor", [...debtors.keys()]);
    for (const [id, state] of computed) states.set(id, state);
    touch(tx, "charge", [...computed.keys()]);
  }
  return states;
}

/** What each of these debtors has open and to spare, as stored. */
export async function accountsOf(
  tx: Tx,
  debtors: readonly string[],
): Promise<Map<string, { readonly open: number; readonly available: number; readonly unnamed: number }>> {
  if (debtors.length === 0) return new Map();
  const { rows } = await sql<{ debtor: string; open: number; available: number; unnamed: number }>`
    select d.debtor, coalesce(s.available, 0) as available, coalesce(s.unnamed, 0) as unnamed,
      coalesce((select sum(t.balance) from charge c join charge_state t on t.id = c.id
        where case when c.debtor is null then c.about else c.debtor end = d.debtor and t.balance > 0), 0)::integer as open
    from unnest(${[...debtors]}::text[]) d(debtor) left join debtor_state s on s.debtor = d.debtor`.execute(tx);
  return new Map(rows.map(({ debtor, ...account }) => [debtor, account]));
}

/** The states computed from the facts alone, which the stored ones must equal: of these charges and of all others of their debtors. */
export async function computeStates(tx: Tx, ids: readonly string[]): Promise<Map<string, ChargeState>> {
  return chargesIn(await computeLedgers(tx, await debtorsOwing(tx, ids)));
}

function chargesIn(debtors: ReadonlyMap<string, Ledger>): Map<string, ChargeState> {
  return new Map([...debtors.values()].flatMap(({ charges }) => [...charges]));
}

/** The ledger of each of these debtors, computed from the facts alone. */
export async function computeLedgers(tx: Tx, debtors: readonly string[]): Promise<Map<string, Ledger>> {
  const facts = await ledgerFacts(tx, debtors);
  return new Map([...facts].map(([debtor, one]) => [debtor, possible(debtor, ledger(one))]));
}

/** What the ledger of each of these debtors follows from. */
export async function ledgerFacts(tx: Tx, debtors: readonly string[]): Promise<Map<string, LedgerFacts>> {
  if (debtors.length === 0) return new Map();
  const { rows } = await sql<LedgerFacts & { debtor: string }>`
    with owing as (select debtor from unnest(${[...debtors]}::text[]) debtor),
      theirs as (
        select o.debtor, c.id, c.total, c.charged_on, c.due_on from owing o join charge c on case when c.debtor is null then c.about else c.debtor end = o.debtor),
      came as (
        select t.debtor, p.id, p.charge, p.amount, p.paid_on, p.number from theirs t join payment p on p.charge = t.id
        union all
        select o.debtor, p.id, null, p.amount, p.paid_on, p.number from owing o join payment p on p.debtor = o.debtor)
    select o.debtor,
      exists (select from payer y where o.debtor = 'payer:' || y.id and y.by_dossier) as "byReference",
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'total', t.total, 'on', t.charged_on,
          'dueOn', greatest(t.due_on, (select max(d.due_on) from charge_due d where d.charge = t.id)),
          'suspended', exists (select from charge_suspension y where y.charge = t.id
            and not exists (select from charge_suspension_end z where z.id = y.id))) order by t.charged_on, t.id)
        from theirs t where t.debtor = o.debtor), '[]') as charges,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'charge', p.charge, 'amount', p.amount, 'on', p.paid_on)
          order by p.paid_on, p.number)
        from came p left join payment_reversal r on r.id = p.id
        where p.debtor = o.debtor and (r.id is null or r.bounced)), '[]') as payments,
      coalesce((select jsonb_agg(jsonb_build_object('payment', p.id, 'on', greatest(r.reversed_on, p.paid_on)) order by p.number)
        from came p join payment_reversal r on r.id = p.id where p.debtor = o.debtor and r.bounced), '[]') as returned,
      coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'charge', w.charge, 'amount', w.amount, 'on', w.waived_on) order by w.waived_on, w.id)
        from theirs t join waiver w on w.charge = t.id
        where t.debtor = o.debtor and not exists (select from waiver_reversal v where v.id = w.id and v.charged is null)), '[]') as waivers,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'charge', a.charge, 'amount', a.amount, 'on', a.adjusted_on,
          'reason', a.kind) order by a.adjusted_on, a.id)
        from theirs t join adjustment a on a.charge = t.id where t.debtor = o.debtor), '[]') as adjustments,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'charge', f.charge, 'from', f.taken_from, 'amount', f.amount, 'on', f.refunded_on))
        from refund f where (f.charge in (select t.id from theirs t where t.debtor = o.debtor)
            or f.taken_from in (select p.id from came p where p.debtor = o.debtor))
          and not exists (select from refund_failure x where x.id = f.id)), '[]') as refunds
    from owing o`.execute(tx);
  return new Map(rows.map(({ debtor, ...facts }) => [debtor, facts]));
}

/** Whether the account of a debtor would allow one fact more: an act asks before it writes it. */
export async function allows(
  tx: Tx,
  debtor: string,
  more: (facts: LedgerFacts) => Partial<LedgerFacts>,
): Promise<boolean> {
  const facts = (await ledgerFacts(tx, [debtor])).get(debtor)!;
  return !("impossible" in ledger({ ...facts, ...more(facts) }));
}

/** Acts refuse what the account does not allow before they write it. */
function possible(debtor: string, found: Ledger | Impossible): Ledger {
  if ("impossible" in found) throw new Error(`The account of ${debtor} does not allow ${found.impossible}`);
  return found;
}

const STATE = [
  "id",
  "state",
  "total",
  "paid",
  "waived",
  "refunded",
  "written_off as writtenOff",
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

/** What each debtor has to spare, as stored, after a cursor. */
export async function pageOfDebtors(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<{ debtor: string; available: number; unnamed: number; open: number | null }[]> {
  const kept = tx
    .selectFrom("debtor_state")
    .select(["debtor", "available", "unnamed", "open"])
    .$if(after !== undefined, (q) => q.where("debtor", ">", after!));
  return kept.orderBy("debtor").limit(limit).execute();
}

function stateRow({ dueOn, writtenOff, ...state }: ChargeState) {
  return { ...state, due_on: dueOn, written_off: writtenOff };
}
