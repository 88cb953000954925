/** The SQL of bank lines, each with what is left to match. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import { MOST_COUNTED } from "../kit/counted.ts";
import { batches } from "../kit/batches.ts";
import { keep, keepAll } from "../act/keep.ts";
import { debtorsName } from "../billing/charges/hands.ts";
import { touch } from "../act/waiting.ts";
import { json } from "../kit/sql.ts";
import type { BankLine } from "./rules/bank-line.ts";
import type { Recorded } from "./rules/bank-plan.ts";
import { invoicesIn, type KnownCharge, type KnownPayer } from "./rules/matching.ts";

const BANK = sql`hashtext('livret.bank ' || current_setting('livret.establishment'))`;

/** Excludes other imports and line acts in the school: the plan depends on the stored lines. Taken before any charge. */
export async function lockBank(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${BANK})`.execute(tx);
}

/** For acts on single lines: shared with each other, excluded by imports. Taken before any charge. */
export async function keepImportsOut(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${BANK})`.execute(tx);
}

export type NewLine = BankLine & { readonly id: string; readonly file: string; readonly position: number };

export async function insertLines(tx: Tx, lines: readonly NewLine[]): Promise<void> {
  for await (const some of batches(lines)) {
    const rows = some.map(({ bookedOn, servicerReference, movement, ...line }) => ({
      ...line,
      booked_on: bookedOn,
      servicer_reference: servicerReference,
      movement: movement?.id ?? null,
      movement_reference: movement?.reference ?? null,
    }));
    await keepAll(tx, "bank_line", rows);
    const states = some.map(({ id, bookedOn, amount }) => ({ id, booked_on: bookedOn, remaining: amount }));
    await tx.insertInto("bank_line_state").values(states).execute();
    touch(
      tx,
      "bank-line",
      some.map(({ id }) => id),
    );
  }
}

/** Of these keys, those of earlier files, and whether they are open or were set aside. */
export async function storedLines(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { state: "open" | "settled"; aside: boolean }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; remaining: number; aside: boolean }>`
    select s.id, s.remaining, exists (select from bank_line_aside a where coalesce(a.line, a.id) = s.id
      and not exists (select from bank_line_back b where b.id = a.id)) as aside
    from bank_line_state s where s.id = any (${sql.val(arrayText(ids))}::text[])`.execute(tx);
  return new Map(rows.map(({ id, remaining, aside }) => [id, { state: remaining !== 0 ? "open" : "settled", aside }]));
}

/** A PostgreSQL array literal, for texts without quotes or commas. */
function arrayText(ids: readonly string[]): string {
  return `{${ids.join(",")}}`;
}

/**
 * Transfers recorded for these charges: lines of files, even if reversed, since they did come in; and what was typed for their debtors,
 * whatever it names, unless a line is known to tell of it.
 */
export async function recordedTransfers(
  tx: Tx,
  named: readonly { readonly id: string; readonly debtor: string }[],
): Promise<Recorded[]> {
  if (named.length === 0) return [];
  const ids = sql.val(arrayText(named.map(({ id }) => id)));
  const debtors = [...new Set(named.map(({ debtor }) => debtor))];
  const { rows } = await sql<Omit<Recorded, "key"> & { readonly key: string }>`
    select l.id as key, l.booked_on as on, l.amount,
      coalesce((select jsonb_agg(distinct o.charge) filter (where o.charge is not null) from payment o where o.bank_line = l.id), '[]') as charges
    from bank_line l
    where l.id in (select p.bank_line from payment p where p.charge = any (${ids}::uuid[]))`.execute(tx);
  return [...rows, ...(await typedTransfers(tx, debtors))];
}

async function typedTransfers(tx: Tx, debtors: readonly string[]): Promise<Recorded[]> {
  const { rows } = await sql<{ on: Day; amount: number; debtor: string }>`
    select p.paid_on as "on", p.amount, d.debtor
    from unnest(${debtors}::text[]) d(debtor)
    cross join lateral (
      select p.id, p.paid_on, p.amount from payment p where p.debtor = d.debtor and p.means = 'transfer' and p.bank_line is null
      union all
      select p.id, p.paid_on, p.amount from charge c join payment p on p.charge = c.id
      where case when c.debtor is null then c.about else c.debtor end = d.debtor and p.means = 'transfer' and p.bank_line is null) p
    where not exists (select from payment_reversal r where r.id = p.id) and ${UNTOLD}`.execute(tx);
  return rows.map((one) => ({ key: null, charges: [], ...one }));
}

/** No line is known to tell of the payment. */
const UNTOLD = sql`not exists (select from bank_line_tie t where t.payment = p.id
  and not exists (select from bank_line_untie u where u.id = t.id))`;

export type Typed = {
  readonly id: string;
  readonly number: string;
  readonly amount: number;
  readonly paidOn: Day;
  readonly recordedOn: Day;
  readonly debtor: string;
  /** The charge's reference; null where it names the debtor alone. */
  readonly reference: string | null;
  readonly name: string | null;
};

/** Transfers of these amounts that were typed, between two days, and that no line is known to tell of. */
export async function typedOf(
  tx: Tx,
  amounts: readonly number[],
  { from, to }: { readonly from: Day; readonly to: Day },
  limit: number,
): Promise<Typed[]> {
  if (amounts.length === 0) return [];
  const { rows } = await sql<Typed>`
    select p.id, p.number, p.amount, p.paid_on as "paidOn", p.recorded_on as "recordedOn", coalesce(c.debtor, c.about, p.debtor, '') as debtor,
      c.reference, coalesce(c.debtor_name, ${debtorsName(sql`p.debtor`)}) as name
    from payment p left join charge c on c.id = p.charge
    where p.amount = any(${sql.val(`{${[...new Set(amounts)].join(",")}}`)}::integer[]) and p.paid_on between ${from}::date and ${to}::date
      and p.means = 'transfer' and p.bank_line is null
      and not exists (select from payment_reversal r where r.id = p.id) and ${UNTOLD}
    order by p.paid_on, p.id limit ${limit}`.execute(tx);
  return rows;
}

export type Returnable = Typed & {
  readonly means: "transfer" | "cheque";
  readonly drawer: string | null;
  readonly chequeNumber: string | null;
};

/** Cheques and transfers of an amount that came until a day and were not reversed, the latest first: what an entry below zero may tell of. */
export async function returnable(tx: Tx, amounts: readonly number[], until: Day, limit: number): Promise<Returnable[]> {
  if (amounts.length === 0) return [];
  const { rows } = await sql<Returnable>`
    select p.id, p.number, p.amount, p.paid_on as "paidOn", p.recorded_on as "recordedOn", coalesce(c.debtor, c.about, p.debtor, '') as debtor,
      c.reference, coalesce(c.debtor_name, ${debtorsName(sql`p.debtor`)}) as name, p.means, q.drawer, q.number as "chequeNumber"
    from payment p left join charge c on c.id = p.charge left join cheque q on q.id = p.cheque
    where p.amount = any(${sql.val(`{${[...new Set(amounts)].join(",")}}`)}::integer[]) and p.paid_on <= ${until}::date
      and p.means in ('transfer', 'cheque') and not exists (select from payment_reversal r where r.id = p.id)
    order by p.paid_on desc, p.id desc limit ${limit}`.execute(tx);
  return rows;
}

export type Bounced = Returnable & { readonly returnedOn: Day };

/** Payments of an amount that were noted as unpaid between two days. */
export async function bouncedOf(
  tx: Tx,
  amount: number,
  { from, to }: { readonly from: Day; readonly to: Day },
  limit: number,
): Promise<Bounced[]> {
  const { rows } = await sql<Bounced>`
    select p.id, p.number, p.amount, p.paid_on as "paidOn", p.recorded_on as "recordedOn", coalesce(c.debtor, c.about, p.debtor, '') as debtor,
      c.reference, coalesce(c.debtor_name, ${debtorsName(sql`p.debtor`)}) as name, p.means, q.drawer, q.number as "chequeNumber",
      r.reversed_on as "returnedOn"
    from payment p join payment_reversal r on r.id = p.id left join charge c on c.id = p.charge left join cheque q on q.id = p.cheque
    where p.amount = ${amount} and p.means in ('transfer', 'cheque') and r.bounced and r.reversed_on between ${from}::date and ${to}::date
    order by r.reversed_on desc, p.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** Charges to propose for lines without a reference: up to a limit of those with these exact amounts, and up to a limit of the next due. */
async function openCharges(tx: Tx, amounts: readonly number[], limit: number): Promise<KnownCharge[]> {
  const wanted = sql.val(`{${[...new Set(amounts)].join(",")}}`);
  const { rows } = await sql<KnownCharge>`
    select c.id, c.reference, c.total, s.balance, c.debtor_name as name, coalesce(c.debtor, c.about) as debtor
    from (
      (select id, balance, due_on from charge_state where balance > 0 and balance = any (${wanted}::integer[]) limit ${limit})
      union
      (select id, balance, due_on from charge_state where balance > 0 order by due_on, id limit ${limit})
    ) s join charge c on c.id = s.id
    order by s.due_on, s.id`.execute(tx);
  return rows;
}

/** What is open of these dossiers, by due day. */
export async function openCalled(tx: Tx, called: readonly string[], limit: number): Promise<KnownCharge[]> {
  if (called.length === 0) return [];
  const { rows } = await sql<KnownCharge>`
    select c.id, c.reference, c.total, s.balance, c.debtor_name as name, coalesce(c.debtor, c.about) as debtor
    from charge c join charge_state s on s.id = c.id
    where c.called = any(${[...called]}::text[]) and s.balance > 0
    order by s.due_on, c.id limit ${limit}`.execute(tx);
  return rows;
}

/** What is open of the invoices of these numbers, by due day. */
async function openInvoiced(tx: Tx, numbers: readonly string[], limit: number): Promise<KnownCharge[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<KnownCharge & { readonly invoice: string }>`
    select c.id, c.reference, c.total, s.balance, c.debtor_name as name, coalesce(c.debtor, c.about) as debtor, i.number as invoice
    from invoice i join charge c on c.id = i.charge join charge_state s on s.id = c.id
    where i.number = any(${[...numbers]}::text[]) and i.kind = 'invoice' and s.balance > 0
    order by s.due_on, c.id limit ${limit}`.execute(tx);
  return rows;
}

/** Charges that a line without a reference may pay: of invoices that it names, then by amount and due day. */
export async function chargesToPropose(
  tx: Tx,
  lines: readonly Pick<BankLine, "label" | "counterparty" | "servicerReference" | "amount">[],
  limit: number,
): Promise<KnownCharge[]> {
  if (lines.length === 0) return [];
  const invoiced = await openInvoiced(tx, [...new Set(lines.flatMap(invoicesIn))], limit);
  const asked = new Set(invoiced.map(({ id }) => id));
  const others = await openCharges(
    tx,
    lines.map(({ amount }) => amount),
    limit,
  );
  return [...invoiced, ...others.filter(({ id }) => !asked.has(id))];
}

/** Those of the register that are in use. */
export async function knownPayers(tx: Tx): Promise<KnownPayer[]> {
  const { rows } = await sql<KnownPayer>`
    select 'payer:' || id as debtor, name, auxiliary from payer where closed_at is null order by id`.execute(tx);
  return rows;
}

export type LineState = {
  readonly id: string;
  readonly bookedOn: Day;
  readonly amount: number;
  readonly label: string;
  readonly counterparty: string | null;
  readonly servicerReference: string | null;
  readonly remaining: number;
  /** The current setting aside, if any. */
  readonly aside: string | null;
  readonly asideReason: string | null;
  /** Set aside as money for something else, which the accountant books; else it is no money of its own. */
  readonly elsewhere: boolean;
};

const LINE = [
  "l.id",
  "l.booked_on as bookedOn",
  "l.amount",
  "l.label",
  "l.counterparty",
  "l.servicer_reference as servicerReference",
  "s.remaining",
  "a.id as aside",
  "a.reason as asideReason",
] as const;

function linesFrom(tx: Tx) {
  return tx
    .selectFrom("bank_line_state as s")
    .innerJoin("bank_line as l", (on) => on.onRef("l.id", "=", "s.id"))
    .leftJoin(asides(tx), (on) => on.onRef("a.line", "=", "s.id"))
    .select((eb) => [...LINE, eb.fn.coalesce("a.elsewhere", eb.lit(false)).as("elsewhere")]);
}

/** Lines set aside and not taken back since. */
function asides(tx: Tx) {
  return tx
    .selectFrom("bank_line_aside as x")
    .leftJoin("bank_line_back as b", (on) => on.onRef("b.id", "=", "x.id"))
    .select(["x.id", "x.reason", "x.set_on", "x.elsewhere", sql<string>`coalesce(x.line, x.id)`.as("line")])
    .where("b.id", "is", null)
    .as("a");
}

export async function findLine(tx: Tx, id: string): Promise<LineState | undefined> {
  return await linesFrom(tx).where("s.id", "=", id).executeTakeFirst();
}

/** Locks the line until the transaction ends; after the charges that it pays (`lockCharges`), never before. */
export async function lockLine(tx: Tx, id: string): Promise<LineState | undefined> {
  const held = await tx.selectFrom("bank_line_state").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  return held && findLine(tx, id);
}

export type LinePlace = { readonly bookedOn: Day; readonly id: string };

/** Open lines, oldest first, after a cursor. */
export async function openLines(tx: Tx, after: LinePlace | undefined, limit: number): Promise<LineState[]> {
  const listed = linesFrom(tx)
    .where("s.remaining", "<>", 0)
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(s.booked_on, s.id) > (${after!.bookedOn}::date, ${after!.id})`),
    )
    .orderBy("s.booked_on")
    .orderBy("s.id")
    .limit(limit);
  return await listed.execute();
}

/** Those of which an amount is left, between two days. */
export async function openLinesOf(
  tx: Tx,
  { amount, from, to }: { readonly amount: number; readonly from: Day; readonly to: Day },
  limit: number,
): Promise<{ id: string; bookedOn: Day; label: string }[]> {
  const { rows } = await sql<{ id: string; bookedOn: Day; label: string }>`
    select l.id, l.booked_on as "bookedOn", coalesce(nullif(l.label, ''), l.counterparty, '') as label
    from bank_line_state s join bank_line l on l.id = s.id
    where s.remaining = ${amount} and s.remaining <> 0 and s.booked_on between ${from}::date and ${to}::date
    order by s.booked_on, s.id limit ${limit}`.execute(tx);
  return rows;
}

export type AsideLine = LineState & { readonly setOn: Day };
export type AsidePlace = { readonly setOn: Day; readonly id: string };

/** Lines set aside, latest first, after a cursor. */
export async function asideLines(tx: Tx, after: AsidePlace | undefined, limit: number): Promise<AsideLine[]> {
  const listed = linesFrom(tx)
    .select("a.set_on as setOn")
    .where("a.id", "is not", null)
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(a.set_on, a.id) < (${after!.setOn}::date, ${after!.id})`))
    .orderBy("a.set_on", "desc")
    .orderBy("a.id", "desc")
    .limit(limit);
  return (await listed.execute()) as AsideLine[];
}

export async function countAsideLines(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from bank_line_aside a
    where not exists (select from bank_line_back b where b.id = a.id)`.execute(tx);
  return rows[0]!.count;
}

export type FileLine = LineState & {
  readonly position: number;
  readonly pays: readonly {
    readonly charge: string | null;
    readonly debtor: string | null;
    /** The charge's reference, or the debtor's name; none of a slip of cheques. */
    readonly named: string;
    /** Of the receipt, or of the slip. */
    readonly number: string;
    readonly slip: string | null;
  }[];
};

/** The lines of a file in order, with what each pays. */
export async function linesOfFile(tx: Tx, file: string, after: number, limit: number): Promise<FileLine[]> {
  const listed = linesFrom(tx)
    .select([
      "l.position",
      sql<FileLine["pays"]>`coalesce((
        select jsonb_agg(jsonb_build_object('charge', p.charge, 'debtor', p.debtor, 'number', coalesce(p.number, x.number),
          'slip', x.id, 'named', coalesce(c.reference, ${debtorsName(sql`p.debtor`)}, '')) order by p.number, x.number)
        from (select o.id as payment, null::uuid as slip from payment o where o.bank_line = l.id
          union all select t.payment, t.slip from bank_line_tie t
          where t.line = l.id and not exists (select from bank_line_untie u where u.id = t.id)) w
        left join payment p on p.id = w.payment left join charge c on c.id = p.charge left join cheque_slip x on x.id = w.slip
        where not exists (select from payment_reversal r where r.id = w.payment)
      ), '[]')`.as("pays"),
    ])
    .where("l.file", "=", file)
    .where("l.position", ">", after)
    .orderBy("l.position")
    .limit(limit);
  return await listed.execute();
}

export async function countOpenLines(tx: Tx): Promise<{ count: number; amount: number }> {
  const { rows } = await sql<{ count: number; amount: number }>`
    select count(*)::integer as count, coalesce(sum(remaining) filter (where remaining > 0), 0)::bigint as amount
    from bank_line_state where remaining <> 0`.execute(tx);
  return rows[0]!;
}

/** The same without their sum, counted up to a limit. */
export async function countSomeOpenLines(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from (select 1 from bank_line_state where remaining <> 0 limit ${MOST_COUNTED}) as met`.execute(tx);
  return rows[0]!.count;
}

type NewAside = {
  readonly id: string;
  readonly line: string;
  readonly on: Day;
  readonly reason: string;
  readonly elsewhere: boolean;
  /** What was left to match. */
  readonly amount: number;
  readonly by: string;
};

export async function insertAside(tx: Tx, { id, line, on, reason, elsewhere, amount, by }: NewAside): Promise<void> {
  const row = { id, line, set_on: on, reason, elsewhere: elsewhere ? true : null, amount, made_by: by };
  await keep(tx, "bank_line_aside", row);
}

export async function insertBack(tx: Tx, { id, on, by }: { id: string; on: Day; by: string }): Promise<void> {
  await keep(tx, "bank_line_back", { id, back_on: on, made_by: by });
}

/** Of a line, what it is known to tell of that was recorded before; a payment taken back since was not its money. */
const TOLD = sql`coalesce((select sum(t.amount) from bank_line_tie t where t.line = s.id
  and not exists (select from bank_line_untie u where u.id = t.id)
  and not exists (select from payment_reversal y where y.id = t.payment and y.bounced is not true)), 0)`;

/** What is left of each line, from its facts alone: nothing once set aside; for outgoing money, all but the refunds that it is known to be. */
export async function computeLines(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; remaining: number }>`
    select l.id, case when a.id is not null then 0 when l.amount < 0 then least(0, l.amount + s.erased + ${TOLD})::integer
      else greatest(0, l.amount - s.erased - coalesce(sum(p.amount) filter (where r.id is null), 0) - ${TOLD})::integer end as remaining
    from bank_line l
    join bank_line_state s on s.id = l.id
    left join bank_line_aside a on coalesce(a.line, a.id) = l.id
      and not exists (select from bank_line_back b where b.id = a.id)
    left join payment p on p.bank_line = l.id
    left join payment_reversal r on r.id = p.id and r.bounced is not true
    where l.id = any (${sql.val(arrayText(ids))}::text[])
    group by l.id, l.amount, s.id, s.erased, a.id`.execute(tx);
  return new Map(rows.map(({ id, remaining }) => [id, remaining]));
}

/** What is left to match, ignoring a setting aside: such a line can still be matched. */
export async function unmatched(tx: Tx, line: LineState): Promise<number> {
  const { rows } = await sql<{ paid: number }>`
    select (s.erased + coalesce((select sum(p.amount) from payment p left join payment_reversal r on r.id = p.id and r.bounced is not true
      where p.bank_line = s.id and r.id is null), 0) + ${TOLD})::integer as paid
    from bank_line_state s where s.id = ${line.id}`.execute(tx);
  const { paid } = rows[0]!;
  return line.amount < 0 ? Math.min(0, line.amount + paid) : line.amount - paid;
}

export async function keepLineStates(tx: Tx, ids: readonly string[]): Promise<void> {
  for await (const some of batches(ids)) {
    const left = [...(await computeLines(tx, some))].map(([id, remaining]) => ({ id, remaining }));
    touch(tx, "bank-line", some);
    await sql`update bank_line_state set remaining = now.remaining
      from jsonb_to_recordset(${json(left)}) as now (id text, remaining integer) where bank_line_state.id = now.id`.execute(
      tx,
    );
  }
}

export async function pageOfLines(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<{ id: string; remaining: number }[]> {
  const kept = tx
    .selectFrom("bank_line_state")
    .select(["id", "remaining"])
    .$if(after !== undefined, (q) => q.where("id", ">", after!));
  return kept.orderBy("id").limit(limit).execute();
}
