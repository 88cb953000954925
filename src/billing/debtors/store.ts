/** The SQL of debtors: who they are, what they were asked for, what they paid. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { ChargeState } from "../rules/charge-state.ts";
import { debtorsName, type Means } from "../charges/movements/store.ts";

export type KnownDebtor = {
  /** Such as `payer:<id>` or `account:<id>`; the subject of charges that no account has taken over. */
  readonly debtor: string;
  readonly name: string | null;
  readonly open: number;
  /** Paid, and serving nothing. */
  readonly available: number;
};

const KNOWN = sql`d.debtor, ${debtorsName(sql`d.debtor`)} as name, coalesce(s.available, 0) as available,
  coalesce((select sum(t.balance) from charge c join charge_state t on t.id = c.id
    where case when c.debtor is null then c.about else c.debtor end = d.debtor and t.balance > 0), 0)::integer as open`;

/** Of these, those that exist: a payer of the register, or who was ever asked for something. */
export async function knownDebtors(tx: Tx, debtors: readonly string[]): Promise<KnownDebtor[]> {
  if (debtors.length === 0) return [];
  const { rows } = await sql<KnownDebtor>`
    select ${KNOWN} from unnest(${[...debtors]}::text[]) d(debtor) left join debtor_state s on s.debtor = d.debtor
    where exists (select from payer y where d.debtor = 'payer:' || y.id)
      or exists (select from charge c where case when c.debtor is null then c.about else c.debtor end = d.debtor)
    order by d.debtor`.execute(tx);
  return rows;
}

export type DebtorCharge = Pick<ChargeState, "state" | "paid" | "waived" | "balance" | "suspended"> & {
  readonly id: string;
  readonly reference: string;
  /** Of the invoice that asks for it. */
  readonly invoice: string | null;
  readonly called: string | null;
  readonly about: string;
  readonly lines: readonly { readonly label: { readonly fr: string; readonly en: string }; readonly amount: number }[];
  readonly total: number;
  readonly chargedOn: Day;
  readonly dueOn: Day;
};

/** What is open first, by its day; then the latest. */
export async function chargesOfDebtor(tx: Tx, debtor: string, limit: number): Promise<DebtorCharge[]> {
  const { rows } = await sql<DebtorCharge>`
    select c.id, c.reference, i.number as invoice, c.called, c.about, c.lines, c.total, c.charged_on as "chargedOn", s.due_on as "dueOn", s.state, s.paid, s.waived,
      s.balance, s.suspended
    from charge c join charge_state s on s.id = c.id left join invoice i on i.charge = c.id and i.kind = 'invoice'
    where case when c.debtor is null then c.about else c.debtor end = ${debtor}
    order by s.balance > 0 desc, case when s.balance > 0 then s.due_on end, c.charged_on desc, c.id desc
    limit ${limit}`.execute(tx);
  return rows;
}

export type DebtorSums = {
  readonly asked: number;
  readonly waived: number;
  readonly writtenOff: number;
  /** Received, less what was given back; not less what a charge asks for since its payment bounced. */
  readonly paid: number;
  readonly open: number;
  readonly late: number;
  readonly count: number;
};

export async function sumsOf(tx: Tx, debtor: string, today: Day): Promise<DebtorSums> {
  const { rows } = await sql<DebtorSums>`
    select coalesce(sum(s.total), 0)::integer as asked, coalesce(sum(s.waived), 0)::integer as waived,
      coalesce(sum(s.written_off), 0)::integer as "writtenOff",
      (coalesce(sum(s.paid - s.refunded), 0) + coalesce((select unnamed from debtor_state where debtor = ${debtor}), 0))::integer as paid,
      coalesce(sum(s.balance) filter (where s.balance > 0), 0)::integer as open,
      coalesce(sum(s.balance) filter (where s.balance > 0 and s.due_on < ${today}::date and not s.suspended), 0)::integer as late,
      count(*)::integer as count
    from charge c join charge_state s on s.id = c.id where case when c.debtor is null then c.about else c.debtor end = ${debtor}`.execute(
    tx,
  );
  return rows[0]!;
}

export type DebtorPayment = {
  readonly id: string;
  readonly number: string;
  /** Null: it names the debtor alone. */
  readonly charge: string | null;
  readonly amount: number;
  readonly paidOn: Day;
  readonly means: Means;
  readonly reversed: boolean;
  readonly givenBack: number;
};

/** Latest first. */
export async function paymentsOfDebtor(tx: Tx, debtor: string, limit: number): Promise<DebtorPayment[]> {
  const { rows } = await sql<DebtorPayment>`
    select p.id, p.number, p.charge, p.amount, p.paid_on as "paidOn", p.means,
      exists (select from payment_reversal r where r.id = p.id) as reversed,
      coalesce((select sum(f.amount) from refund f where f.taken_from = p.id
        and not exists (select from refund_failure x where x.id = f.id)), 0)::integer as "givenBack"
    from payment p
    where p.id in (
      select o.id from payment o where o.debtor = ${debtor}
      union all
      select o.id from charge c join payment o on o.charge = c.id where case when c.debtor is null then c.about else c.debtor end = ${debtor})
    order by p.paid_on desc, p.number desc limit ${limit}`.execute(tx);
  return rows;
}

export type SentTo = {
  readonly id: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly lang: "fr" | "en";
  readonly queuedAt: Date;
  readonly to: string;
  readonly letter: boolean;
};

/** What was written to a debtor about what they owe or paid, the latest first. */
export async function sentTo(tx: Tx, debtor: string, limit: number): Promise<SentTo[]> {
  const { rows } = await sql<SentTo>`
    select m.id, m.subject, m.paragraphs, m.lang, m.queued_at as "queuedAt", coalesce(m.to_address, m.postal ->> 'name', '') as "to",
      m.postal is not null as letter
    from mail m where m.about = any(array(select 'charge:' || c.id from charge c
      where case when c.debtor is null then c.about else c.debtor end = ${debtor} union select ${debtor}))
    order by m.queued_at desc, m.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** Of these charges, what they are called on pages and papers. */
export async function charged(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { readonly reference: string; readonly called: string | null }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; reference: string; called: string | null }>`
    select id, reference, called from charge where id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}

export type Spare = { readonly debtor: string; readonly name: string | null; readonly amount: number };

/** Whoever paid what serves no charge. */
export async function spareOf(tx: Tx, limit: number): Promise<Spare[]> {
  const { rows } = await sql<Spare>`
    select s.debtor, ${debtorsName(sql`s.debtor`)} as name, s.unnamed as amount
    from debtor_state s where s.unnamed > 0 order by debtor limit ${limit}`.execute(tx);
  return rows;
}
