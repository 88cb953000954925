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
import type { KnownCharge, KnownPayer } from "./rules/matching.ts";

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
    const rows = some.map(({ bookedOn, servicerReference, ...line }) => ({
      ...line,
      booked_on: bookedOn,
      servicer_reference: servicerReference,
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

/** Transfers recorded for these charges: lines of files, even if reversed, since they did come in; and manual records. */
export async function recordedTransfers(tx: Tx, charges: readonly string[]): Promise<Recorded[]> {
  if (charges.length === 0) return [];
  const ids = sql.val(arrayText(charges));
  const { rows } = await sql<Recorded>`
    select l.id as key, l.booked_on as on, l.amount,
      coalesce((select jsonb_agg(distinct o.charge) filter (where o.charge is not null) from payment o where o.bank_line = l.id), '[]') as charges
    from bank_line l
    where l.id in (select p.bank_line from payment p where p.charge = any (${ids}::uuid[]))
    union all
    select null, p.paid_on, p.amount, jsonb_build_array(p.charge)
    from payment p left join payment_reversal r on r.id = p.id
    where p.charge = any (${ids}::uuid[]) and p.means = 'transfer' and p.bank_line is null and r.id is null`.execute(
    tx,
  );
  return rows;
}

/** Charges to propose for lines without a reference: up to a limit of those with these exact amounts, and up to a limit of the next due. */
export async function openCharges(tx: Tx, amounts: readonly number[], limit: number): Promise<KnownCharge[]> {
  const wanted = sql.val(`{${[...new Set(amounts)].join(",")}}`);
  const { rows } = await sql<KnownCharge>`
    select c.id, c.reference, c.total, s.balance, c.debtor_name as name
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
    select c.id, c.reference, c.total, s.balance, c.debtor_name as name
    from charge c join charge_state s on s.id = c.id
    where c.called = any(${[...called]}::text[]) and s.balance > 0
    order by s.due_on, c.id limit ${limit}`.execute(tx);
  return rows;
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
    .select(LINE);
}

/** Lines set aside and not taken back since. */
function asides(tx: Tx) {
  return tx
    .selectFrom("bank_line_aside as x")
    .leftJoin("bank_line_back as b", (on) => on.onRef("b.id", "=", "x.id"))
    .select(["x.id", "x.reason", "x.set_on", sql<string>`coalesce(x.line, x.id)`.as("line")])
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
    /** The charge's reference, or the debtor's name. */
    readonly named: string;
    readonly number: string;
  }[];
};

/** The lines of a file in order, with what each pays. */
export async function linesOfFile(tx: Tx, file: string, after: number, limit: number): Promise<FileLine[]> {
  const listed = linesFrom(tx)
    .select([
      "l.position",
      sql<FileLine["pays"]>`coalesce((
        select jsonb_agg(jsonb_build_object('charge', p.charge, 'debtor', p.debtor, 'number', p.number,
          'named', coalesce(c.reference, ${debtorsName(sql`p.debtor`)}, '')) order by p.number)
        from payment p left join charge c on c.id = p.charge
        where p.bank_line = l.id and not exists (select from payment_reversal r where r.id = p.id)
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
  readonly by: string;
};

export async function insertAside(tx: Tx, { id, line, on, reason, by }: NewAside): Promise<void> {
  await keep(tx, "bank_line_aside", { id, line, set_on: on, reason, made_by: by });
}

export async function insertBack(tx: Tx, { id, on, by }: { id: string; on: Day; by: string }): Promise<void> {
  await keep(tx, "bank_line_back", { id, back_on: on, made_by: by });
}

/** What is left of each line, from its facts alone: nothing once set aside; for outgoing money, all of it until then. */
export async function computeLines(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; remaining: number }>`
    select l.id, case when a.id is not null then 0 when l.amount < 0 then l.amount
      else greatest(0, l.amount - s.erased - coalesce(sum(p.amount) filter (where r.id is null), 0))::integer end as remaining
    from bank_line l
    join bank_line_state s on s.id = l.id
    left join bank_line_aside a on coalesce(a.line, a.id) = l.id
      and not exists (select from bank_line_back b where b.id = a.id)
    left join payment p on p.bank_line = l.id
    left join payment_reversal r on r.id = p.id and r.bounced is not true
    where l.id = any (${sql.val(arrayText(ids))}::text[])
    group by l.id, l.amount, s.erased, a.id`.execute(tx);
  return new Map(rows.map(({ id, remaining }) => [id, remaining]));
}

/** What is left to match, ignoring a setting aside: such a line can still be matched. */
export async function unmatched(tx: Tx, line: LineState): Promise<number> {
  const { rows } = await sql<{ paid: number }>`
    select s.erased + coalesce((select sum(p.amount) from payment p left join payment_reversal r on r.id = p.id and r.bounced is not true
      where p.bank_line = s.id and r.id is null), 0)::integer as paid
    from bank_line_state s where s.id = ${line.id}`.execute(tx);
  return line.amount - rows[0]!.paid;
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
