/** The SQL of invoices: they are only inserted. The counter of a series is what its latest number says. */
import { sql } from "kysely";
import { keep, keepAll } from "../../act/keep.ts";
import { alongside } from "../../db/joined.ts";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { json } from "../../kit/sql.ts";
import type { InvoiceDocument, Replaced } from "./rules/document.ts";
import type { Nature } from "../../decisions/schedule/facts.ts";

type Counter = { readonly number: number; readonly issuedOn: Day };

/** The latest number of each of these series, locked until the transaction ends, in a fixed order to avoid deadlocks. */
export async function lockCounters(
  tx: Tx,
  series: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Counter>> {
  const wanted = [...new Set(series)].sort();
  const { rows } = await sql<Counter & { series: string }>`
    insert into invoice_counter (series, number, issued_on)
    select s, 0, ${today}::date from unnest(${wanted}::text[]) with ordinality w (s, place) order by place
    on conflict (establishment_id, series) do update set series = excluded.series
    returning series, number, issued_on as "issuedOn"`.execute(tx);
  return new Map(rows.map(({ series: name, ...counter }) => [name, counter]));
}

export async function updateCounter(tx: Tx, series: string, { number, issuedOn }: Counter): Promise<void> {
  const now = { number, issued_on: issuedOn };
  await tx.executeQuery(alongside(tx.updateTable("invoice_counter").set(now).where("series", "=", series).compile()));
}

export type NewInvoice = {
  readonly id: string;
  readonly charge: string;
  readonly of: string | null;
  readonly waiver: string | null;
  readonly document: InvoiceDocument;
  readonly fingerprint: string;
  readonly by: string;
  readonly at: Date;
};
export type NewPart = {
  readonly id: string;
  readonly about: string;
  readonly amount: number;
  readonly minutes: number | null;
};

/** `chain`: of the charge, with which it is erased. */
export async function insertInvoice(
  tx: Tx,
  { id, charge, of, waiver, document, fingerprint, by, at }: NewInvoice,
  parts: readonly NewPart[],
  chain: string,
): Promise<void> {
  const { number, kind, nature, source, issuedOn, dueOn, period, net, tax, gross } = document;
  await keep(
    tx,
    "invoice",
    {
      id,
      number,
      kind,
      nature,
      source: source.key,
      charge,
      of,
      waiver,
      issued_on: issuedOn,
      due_on: dueOn,
      period_from: period.from,
      period_to: period.to,
      net,
      tax,
      gross,
      document: json(document),
      fingerprint,
      issued_by: by,
      issued_at: at,
    },
    { of: chain },
  );
  await keepAll(
    tx,
    "invoice_part",
    parts.map((part) => ({ ...part, invoice: id, charge })),
    { of: chain },
  );
}

type Part = { readonly about: string; readonly amount: number; readonly credited: number };
export type FoundInvoice = {
  readonly id: string;
  readonly number: string;
  readonly kind: "invoice" | "credit";
  readonly nature: Nature;
  readonly source: string;
  readonly charge: string;
  readonly of: string | null;
  readonly issuedOn: Day;
  readonly gross: number;
  readonly document: InvoiceDocument;
  readonly fingerprint: string;
  readonly credited: number;
  /** In the order of the lines. */
  readonly parts: readonly Part[];
};

/** With what was credited of it, and of each of its parts. */
export async function findInvoice(tx: Tx, id: string): Promise<FoundInvoice | undefined> {
  const { rows } = await sql<FoundInvoice>`
    select i.id, i.number, i.kind, i.nature, i.source, i.charge, i.of, i.issued_on as "issuedOn", i.gross, i.document,
      i.fingerprint, (select coalesce(sum(c.gross), 0)::integer from invoice c where c.of = i.id) as credited,
      (select coalesce(jsonb_agg(jsonb_build_object('about', p.about, 'amount', p.amount, 'credited', (
          select coalesce(sum(q.amount), 0) from invoice_part q join invoice c on c.id = q.invoice
          where c.of = i.id and q.about = p.about)) order by p.id), '[]')
        from (select about, min(id::text) as id, sum(amount) as amount from invoice_part where invoice = i.id group by about) p) as parts
    from invoice i where i.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** Numbers that miss in their series since a day, up to what its counter says. */
export async function gapsSince(tx: Tx, day: Day): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    with numbered as (
      select number, split_part(number, '-', 1) as series, split_part(number, '-', 2) as year,
        split_part(number, '-', 3)::integer as place from invoice),
      years as (select series, year, max(place) as last from numbered group by series, year),
      wanted as (
        select y.series, y.year, greatest(y.last, coalesce(
          (select c.number from invoice_counter c where c.series = y.series and to_char(c.issued_on, 'YYYY') = y.year), 0)) as last
        from years y where make_date(y.year::integer, 1, 1) >= ${day}::date)
    select number from (select w.series || '-' || w.year || '-' || lpad(n::text, 5, '0') as number
    from wanted w cross join lateral generate_series(1, w.last) n
    where not exists (select from numbered x where x.series = w.series and x.year = w.year and x.place = n)) gap
    order by number limit 100`.execute(tx);
  return rows.map(({ number }) => number);
}

/** Invoices whose credits, or those of a part of them, exceed them. */
export async function overCredited(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select i.number from invoice i
    where i.kind = 'invoice' and (i.gross < (select coalesce(sum(c.gross), 0) from invoice c where c.of = i.id)
      or i.gross <> (select coalesce(sum(p.amount), 0) from invoice_part p where p.invoice = i.id))
    order by i.number limit 100`.execute(tx);
  return rows.map(({ number }) => number);
}

export async function pageOfFrozen(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<readonly Pick<FoundInvoice, "id" | "number" | "document" | "fingerprint">[]> {
  const { rows } = await sql<Pick<FoundInvoice, "id" | "number" | "document" | "fingerprint">>`
    select id, number, document, fingerprint from invoice
    where ${after ?? null}::uuid is null or id > ${after ?? null}::uuid order by id limit ${limit}`.execute(tx);
  return rows;
}

/** The latest, as they were frozen. */
export async function latestFrozen(tx: Tx, limit: number): Promise<readonly InvoiceDocument[]> {
  const { rows } = await sql<{ document: InvoiceDocument }>`
    select document from invoice order by issued_on desc, id desc limit ${limit}`.execute(tx);
  return rows.map(({ document }) => document);
}

export type ListedInvoice = {
  readonly id: string;
  readonly number: string;
  readonly kind: "invoice" | "credit";
  readonly name: string | null;
  /** To copy when paying. */
  readonly reference: string;
  readonly issuedOn: Day;
  /** As it now stands; null of a credit, as is the balance. */
  readonly dueOn: Day | null;
  readonly gross: number;
  readonly balance: number | null;
  readonly suspended: boolean;
};
type Place = { readonly on: Day; readonly id: string };
/** `on`: the day that the list is ordered by. */
type Page = { readonly after: Place | undefined; readonly limit: number };
type Listed = ListedInvoice & { readonly on: Day };

const LISTED = sql`i.id, i.number, i.kind, c.debtor_name as name, c.reference, i.issued_on as "issuedOn",
  case when i.kind = 'invoice' then s.due_on end as "dueOn", i.gross,
  case when i.kind = 'invoice' then s.balance end as balance, i.kind = 'invoice' and s.suspended as suspended`;

/** Latest first: all, or the credits. */
export async function latestInvoices(
  tx: Tx,
  which: "all" | "credits",
  { after, limit }: Page,
): Promise<readonly Listed[]> {
  // The page first, by its index alone; joins are made for those few rows only. A plan kept for any limit would join a tenth of them all.
  const { rows } = await sql<Listed>`
    select ${LISTED}, i.issued_on as "on"
    from (select * from invoice
      where ${which === "credits" ? sql`kind = 'credit'` : sql`true`}
        and (${after?.on ?? null}::date is null or (issued_on, id) < (${after?.on ?? null}::date, ${after?.id ?? null}::uuid))
      order by issued_on desc, id desc limit ${sql.lit(limit)}) i
    join charge c on c.id = i.charge join charge_state s on s.id = i.charge
    order by i.issued_on desc, i.id desc`.execute(tx);
  return rows;
}

/** Those with something left to pay, the oldest due first; of the late, those due before a day and asked for. */
export async function openInvoices(
  tx: Tx,
  lateOn: Day | undefined,
  { after, limit }: Page,
): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`
    select ${LISTED}, s.due_on as "on"
    from charge_state s join invoice i on i.charge = s.id and i.kind = 'invoice' join charge c on c.id = s.id
    where s.balance > 0 and (${lateOn ?? null}::date is null or (s.due_on < ${lateOn ?? null}::date and not s.suspended))
      and (${after?.on ?? null}::date is null or (s.due_on, i.id) > (${after?.on ?? null}::date, ${after?.id ?? null}::uuid))
    order by s.due_on, i.id limit ${limit}`.execute(tx);
  return rows;
}

/** As many charges of a name as are looked at: with more of them, a longer part of it is asked for. */
const NAMED = 500;

/** By the beginning of a number, latest first; or by parts of the debtor's name. */
export async function soughtInvoices(
  tx: Tx,
  sought: { readonly number: string } | { readonly parts: readonly string[] },
  limit: number,
): Promise<readonly Listed[]> {
  // The page first, by an index alone: numbers of a series rise with their days.
  const page =
    "number" in sought
      ? sql`select * from invoice
          where number >= ${sought.number} and number < ${`${sought.number}\u{ffff}`} and number like ${`${sought.number}%`}
          order by number desc limit ${sql.lit(limit)}`
      : sql`select v.* from charges_found(current_setting('livret.establishment'), ${sql.val([...sought.parts])}::text[], ${NAMED}) f
          join invoice v on v.charge = f.id order by v.issued_on desc, v.id desc limit ${sql.lit(limit)}`;
  const { rows } = await sql<Listed>`
    select ${LISTED}, i.issued_on as "on"
    from (${page}) i join charge c on c.id = i.charge join charge_state s on s.id = i.charge
    order by i.issued_on desc, i.id desc`.execute(tx);
  return rows;
}

export async function idNumbered(tx: Tx, number: string): Promise<string | undefined> {
  return (await tx.selectFrom("invoice").select("id").where("number", "=", number).executeTakeFirst())?.id;
}

/** The credits of an invoice, in order. */
export async function creditsOf(
  tx: Tx,
  id: string,
): Promise<
  readonly { readonly number: string; readonly issuedOn: Day; readonly gross: number; readonly reason: string | null }[]
> {
  const { rows } = await sql<{ number: string; issuedOn: Day; gross: number; reason: string | null }>`
    select number, issued_on as "issuedOn", gross, document ->> 'reason' as reason
    from invoice where of = ${id}::uuid order by issued_on, id`.execute(tx);
  return rows;
}

/** What was issued to a debtor, latest first. */
export async function issuedTo(tx: Tx, debtor: string): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`
    select ${LISTED}, i.issued_on as "on"
    from charge c join invoice i on i.charge = c.id join charge_state s on s.id = c.id
    where case when c.debtor is null then c.about else c.debtor end = ${debtor} order by i.issued_on desc, i.id desc`.execute(
    tx,
  );
  return rows;
}

/** Whose an invoice is to pay. */
export async function debtorOf(tx: Tx, charge: string): Promise<string | null> {
  const row = await tx.selectFrom("charge").select("debtor").where("id", "=", charge).executeTakeFirst();
  return row?.debtor ?? null;
}

type Replacing = {
  readonly source: string;
  readonly nature: Nature;
  /** The chains that are billed. */
  readonly abouts: readonly string[];
  readonly debtor: string;
};

/** Invoices that a credit took back so that a new one is issued, and that no invoice has replaced yet. */
export async function creditedToReplace(tx: Tx, { source, nature, abouts, debtor }: Replacing): Promise<Replaced[]> {
  const { rows } = await sql<Replaced>`
    select o.number, to_char(o.issued_on, 'YYYY-MM-DD') as "on",
      jsonb_build_object('number', k.number, 'on', to_char(k.issued_on, 'YYYY-MM-DD'), 'amount', sum(p.amount)) as credit
    from invoice_part p join invoice k on k.id = p.invoice join invoice o on o.id = k.of join charge c on c.id = k.charge
    where p.about = any(${[...abouts]}::text[]) and k.kind = 'credit' and k.source = ${source} and k.nature = ${nature}
      and (k.document ->> 'askedAgain')::boolean
      and case when c.debtor is null then c.about else c.debtor end = ${debtor}
      and not exists (select from invoice_part q join invoice j on j.id = q.invoice
        where q.about = p.about and j.document -> 'replaces' @> jsonb_build_array(jsonb_build_object('credit', jsonb_build_object('number', k.number))))
    group by o.number, o.issued_on, k.number, k.issued_on order by k.number`.execute(tx);
  return rows;
}

export async function chargesNumbered(tx: Tx, numbers: readonly string[]): Promise<readonly string[]> {
  if (numbers.length === 0) return [];
  const found = tx
    .selectFrom("invoice")
    .select("charge")
    .where("number", "in", [...numbers])
    .orderBy("id");
  return (await found.execute()).map(({ charge }) => charge);
}
