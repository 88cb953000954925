/** The SQL of what a bank says came in, and of the cheques brought to it. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { MOST_COUNTED } from "../../kit/counted.ts";
import type { Label } from "../../kit/lang.ts";
import { json, wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../record/chain.ts";
import type { BankLine } from "../rules/bank-line.ts";
import type { Recorded } from "../rules/bank-plan.ts";
import type { KnownCharge } from "../rules/matching.ts";

const BANK = sql`hashtext('livret.bank ' || current_setting('livret.establishment'))`;

/** One import at a time in a school, and no line treated meanwhile: what is new is judged on what is there. Before any charge. */
export async function lockBank(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${BANK})`.execute(tx);
}

/** For whoever treats lines one by one: beside others who do, and not while a file is imported. Before any charge. */
export async function keepImportsOut(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${BANK})`.execute(tx);
}

/** A file that was read and not confirmed: the lines that are kept of it, each with its key. */
export type Draft = {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly account: string | null;
  readonly lines: readonly (BankLine & { readonly key: string })[];
  readonly spent: number;
  readonly skipped: readonly { readonly row: number; readonly why: Label }[];
};

/** `undefined` where the same file was read a moment ago. */
export async function insertDraft(tx: Tx, draft: Draft, at: Date): Promise<Stored | undefined> {
  const row = { ...draft, lines: json(draft.lines), skipped: json(draft.skipped), read_at: at };
  const kept = await tx
    .insertInto("bank_draft")
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning(wholeRow("bank_draft"))
    .executeTakeFirst();
  return kept && storedRow("bank_draft", kept);
}

export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const columns = ["id", "name", "format", "account", "lines", "spent", "skipped"] as const;
  const found = tx.selectFrom("bank_draft").select(columns).where("id", "=", id);
  return (await found.executeTakeFirst()) as Draft | undefined;
}

export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  return (await tx.deleteFrom("bank_draft").where("id", "=", id).returning("id").executeTakeFirst()) !== undefined;
}

export async function oldDrafts(tx: Tx, before: Date, limit: number): Promise<{ id: string; readAt: Date }[]> {
  const old = tx.selectFrom("bank_draft").select(["id", "read_at as readAt"]).where("read_at", "<=", before);
  return old.orderBy("read_at").orderBy("id").limit(limit).execute();
}

export type BankFileRow = {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly firstOn: Day | null;
  readonly lastOn: Day | null;
  readonly lines: number;
  readonly importedAt: Date;
};

export async function insertBankFile(
  tx: Tx,
  file: Omit<BankFileRow, "importedAt"> & { account: string | null; spent: number; skipped: number; at: Date },
): Promise<Stored> {
  const { firstOn, lastOn, at, ...row } = file;
  const insert = tx.insertInto("bank_file").values({ ...row, first_on: firstOn, last_on: lastOn, imported_at: at });
  return storedRow("bank_file", await insert.returning(wholeRow("bank_file")).executeTakeFirstOrThrow());
}

const FILE = [
  "id",
  "name",
  "format",
  "first_on as firstOn",
  "last_on as lastOn",
  "lines",
  "imported_at as importedAt",
] as const;

export async function findBankFile(tx: Tx, id: string): Promise<BankFileRow | undefined> {
  return await tx.selectFrom("bank_file").select(FILE).where("id", "=", id).executeTakeFirst();
}

export async function lastBankFiles(tx: Tx, limit: number): Promise<BankFileRow[]> {
  const files = tx.selectFrom("bank_file").select(FILE).orderBy("imported_at", "desc").orderBy("id").limit(limit);
  return await files.execute();
}

export type NewLine = BankLine & { readonly id: string; readonly file: string; readonly position: number };

export async function insertLine(tx: Tx, line: NewLine): Promise<Stored> {
  const { id, file, position, bookedOn, amount, label, counterparty, servicerReference } = line;
  const row = {
    id,
    file,
    position,
    booked_on: bookedOn,
    amount,
    label,
    counterparty,
    servicer_reference: servicerReference,
  };
  const kept = await tx.insertInto("bank_line").values(row).returning(wholeRow("bank_line")).executeTakeFirstOrThrow();
  await tx.insertInto("bank_line_state").values({ id, booked_on: bookedOn, remaining: amount }).execute();
  return storedRow("bank_line", kept);
}

/** Of these keys, those that an earlier file brought, and whether they wait to be matched, or were set aside. */
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

/** PostgreSQL's own notation of an array, for texts that hold neither quotes nor commas. */
function arrayText(ids: readonly string[]): string {
  return `{${ids.join(",")}}`;
}

/** Transfers recorded for these charges: lines of files, even where taken back, for they did come in; and by hand. */
export async function recordedTransfers(tx: Tx, charges: readonly string[]): Promise<Recorded[]> {
  if (charges.length === 0) return [];
  const these = sql.val(arrayText(charges));
  const { rows } = await sql<Recorded>`
    select l.id as key, l.booked_on as on, l.amount,
      (select jsonb_agg(distinct o.charge) from payment o where o.bank_line = l.id) as charges
    from bank_line l
    where l.id in (select p.bank_line from payment p where p.charge = any (${these}::uuid[]))
    union all
    select null, p.paid_on, p.amount, jsonb_build_array(p.charge)
    from payment p left join payment_reversal r on r.id = p.id
    where p.charge = any (${these}::uuid[]) and p.means = 'transfer' and p.bank_line is null and r.id is null`.execute(
    tx,
  );
  return rows;
}

/** Charges to propose for lines that bear no reference: of each, at most so many of these very amounts, and the next due. */
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

export type LineState = {
  readonly id: string;
  readonly bookedOn: Day;
  readonly amount: number;
  readonly label: string;
  readonly counterparty: string | null;
  readonly servicerReference: string | null;
  readonly remaining: number;
  /** Its being set aside, where it still is. */
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

/** Lines that are set aside, and were not taken back since. */
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

/** The line, locked until the transaction ends; after the charges that it pays (`lockCharges`), never before them. */
export async function lockLine(tx: Tx, id: string): Promise<LineState | undefined> {
  const held = await tx.selectFrom("bank_line_state").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  return held && findLine(tx, id);
}

export type LinePlace = { readonly bookedOn: Day; readonly id: string };

/** Lines that wait for a person, the oldest first, after a place in the list. */
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

/** Lines that are set aside, the last first, after a place in the list. */
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
  readonly pays: readonly { readonly charge: string; readonly reference: string; readonly number: string }[];
};

/** What a file brought, in its order, with what each line pays. */
export async function linesOfFile(tx: Tx, file: string, after: number, limit: number): Promise<FileLine[]> {
  const listed = linesFrom(tx)
    .select([
      "l.position",
      sql<FileLine["pays"]>`coalesce((
        select jsonb_agg(jsonb_build_object('charge', c.id, 'reference', c.reference, 'number', p.number) order by p.number)
        from payment p join charge c on c.id = p.charge
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

/** The same without their sum, and counted no further than is said. */
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

export async function insertAside(tx: Tx, { id, line, on, reason, by }: NewAside): Promise<Stored> {
  const insert = tx.insertInto("bank_line_aside").values({ id, line, set_on: on, reason, made_by: by });
  return storedRow("bank_line_aside", await insert.returning(wholeRow("bank_line_aside")).executeTakeFirstOrThrow());
}

export async function insertBack(tx: Tx, { id, on, by }: { id: string; on: Day; by: string }): Promise<Stored> {
  const insert = tx.insertInto("bank_line_back").values({ id, back_on: on, made_by: by });
  return storedRow("bank_line_back", await insert.returning(wholeRow("bank_line_back")).executeTakeFirstOrThrow());
}

/** What is left of each line by its facts alone: nothing once it is set aside; of money that went out, all of it until then. */
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
    left join payment_reversal r on r.id = p.id
    where l.id = any (${sql.val(arrayText(ids))}::text[])
    group by l.id, l.amount, s.erased, a.id`.execute(tx);
  return new Map(rows.map(({ id, remaining }) => [id, remaining]));
}

/** What is left of a line to be matched, set aside or not: a line set aside by mistake can still be matched. */
export async function unmatched(tx: Tx, line: LineState): Promise<number> {
  const { rows } = await sql<{ paid: number }>`
    select s.erased + coalesce((select sum(p.amount) from payment p left join payment_reversal r on r.id = p.id
      where p.bank_line = s.id and r.id is null), 0)::integer as paid
    from bank_line_state s where s.id = ${line.id}`.execute(tx);
  return line.amount - rows[0]!.paid;
}

export async function keepLineStates(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [id, remaining] of await computeLines(tx, ids))
    await tx.updateTable("bank_line_state").set({ remaining }).where("id", "=", id).execute();
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

export type Cheque = {
  readonly id: string;
  readonly charge: string;
  readonly amount: number;
  readonly drawer: string;
  readonly bank: string | null;
  readonly number: string | null;
};

export async function insertSlip(
  tx: Tx,
  slip: { id: string; depositedOn: Day; count: number; total: number },
): Promise<{ number: string; stored: Stored }> {
  const { id, depositedOn, count, total } = slip;
  const number = sql<string>`${`B-${depositedOn.slice(0, 4)}-`} || lpad(nextval('cheque_slip_number')::text, 6, '0')`;
  const kept = await tx
    .insertInto("cheque_slip")
    .values({ id, number, deposited_on: depositedOn, count, total })
    .returning(["number", wholeRow("cheque_slip")])
    .executeTakeFirstOrThrow();
  return { number: kept.number, stored: storedRow("cheque_slip", kept) };
}

export async function insertCheque(tx: Tx, cheque: Cheque & { slip: string; position: number }): Promise<Stored> {
  const insert = tx.insertInto("cheque").values(cheque).returning(wholeRow("cheque"));
  return storedRow("cheque", await insert.executeTakeFirstOrThrow());
}

/** Those brought for these charges, each with the slip it is on; not those that came back unpaid. */
export async function chequesOf(
  tx: Tx,
  charges: readonly string[],
): Promise<(Omit<Cheque, "id" | "bank"> & { readonly slipNumber: string | null })[]> {
  if (charges.length === 0) return [];
  return await tx
    .selectFrom("cheque")
    .innerJoin("cheque_slip", (on) => on.onRef("cheque_slip.id", "=", "cheque.slip"))
    .innerJoin("payment", (on) => on.onRef("payment.cheque", "=", "cheque.id"))
    .leftJoin("payment_reversal", (on) => on.onRef("payment_reversal.id", "=", "payment.id"))
    .select(["cheque.charge", "cheque.amount", "cheque.drawer", "cheque.number", "cheque_slip.number as slipNumber"])
    .where("payment.charge", "in", [...charges])
    .where("payment_reversal.id", "is", null)
    .orderBy("cheque_slip.number")
    .execute();
}

export type Slip = {
  readonly id: string;
  readonly number: string;
  readonly depositedOn: Day;
  readonly count: number;
  readonly total: number;
};

const SLIP = ["id", "number", "deposited_on as depositedOn", "count", "total"] as const;

export async function lastSlips(tx: Tx, limit: number): Promise<Slip[]> {
  const slips = tx.selectFrom("cheque_slip").select(SLIP).orderBy("deposited_on", "desc").orderBy("number", "desc");
  return await slips.limit(limit).execute();
}

export type SlipCheque = Omit<Cheque, "id"> & { readonly reference: string; readonly receipt: string };

export async function findSlip(tx: Tx, id: string): Promise<(Slip & { cheques: SlipCheque[] }) | undefined> {
  const slip = await tx.selectFrom("cheque_slip").select(SLIP).where("id", "=", id).executeTakeFirst();
  if (!slip) return undefined;
  const cheques = await tx
    .selectFrom("cheque")
    .innerJoin("charge", (on) => on.onRef("charge.id", "=", "cheque.charge"))
    .innerJoin("payment", (on) => on.onRef("payment.cheque", "=", "cheque.id"))
    .select(["cheque.charge", "cheque.amount", "cheque.drawer", "cheque.bank", "cheque.number"])
    .select(["charge.reference", "payment.number as receipt"])
    .where("cheque.slip", "=", id)
    .orderBy("cheque.position")
    .execute();
  return { ...slip, cheques };
}
