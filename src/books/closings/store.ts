/** The SQL of closed periods and their entries, which are only ever added; they go at the end of the accounting period. */
import { sql } from "kysely";
import { dropping, keep, keepAll } from "../../act/keep.ts";
import type { Tx } from "../../db/school.ts";
import { batches } from "../../kit/batches.ts";
import type { Day } from "../../kit/day.ts";
import { newId } from "../../kit/id.ts";
import { json } from "../../kit/sql.ts";
import type { JournalUse } from "../../law/accounts.ts";
import type { Line } from "../rules/chart.ts";
import type { Entry, Silent } from "../rules/debtor.ts";
import type { Numbered } from "../rules/extract.ts";

/** One closing at a time in a school; entries of open periods are read without it. */
export async function lockBooks(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('livret.books ' || current_setting('livret.establishment')))`.execute(
    tx,
  );
}

export type Closing = {
  readonly id: string;
  readonly until: Day;
  readonly yearEnd: boolean;
  readonly entries: number;
  readonly total: number;
  readonly before: string | null;
  readonly fingerprint: string;
  readonly closedOn: Day;
  readonly closedBy: string;
};

const CLOSING = sql`id, until, year_end as "yearEnd", entries, total, before, fingerprint, closed_on as "closedOn", closed_by as "closedBy"`;

/** The latest first. */
export async function closings(tx: Tx, limit: number): Promise<Closing[]> {
  return (await sql<Closing>`select ${CLOSING} from books_closing order by until desc, id limit ${limit}`.execute(tx))
    .rows;
}

export async function insertClosing(
  tx: Tx,
  closing: Closing & { readonly at: Date; readonly silent: readonly Silent[] },
  entries: readonly Numbered[],
): Promise<void> {
  const { id, until, yearEnd, entries: count, total, silent, before, fingerprint, closedOn, closedBy, at } = closing;
  const counted = { entries: count, total, silent: json(silent), before, fingerprint };
  const made = { closed_on: closedOn, closed_by: closedBy, closed_at: at };
  await keep(tx, "books_closing", { id, until, year_end: yearEnd, ...counted, ...made });
  for await (const some of batches(entries)) {
    const rows = some.map(({ fact, place, debtor, journal, number, on, piece, pieceOn, label, lines, order }) => ({
      id: newId(),
      closing: id,
      fact,
      place,
      debtor,
      journal,
      number,
      booked_on: on,
      piece,
      piece_on: pieceOn,
      label,
      lines: json(lines),
      sorted: order,
    }));
    await keepAll(tx, "books_entry", rows);
  }
}

type Frozen = Numbered & { readonly closedOn: Day };
const ENTRY = sql`e.fact, e.place, e.debtor, e.journal, e.number, e.booked_on as "on", e.piece, e.piece_on as "pieceOn", e.label, e.lines,
  e.sorted as "order", c.closed_on as "closedOn"`;

/** In the order in which they were booked. */
export async function entriesBetween(tx: Tx, from: Day, to: Day): Promise<Frozen[]> {
  const { rows } = await sql<Frozen>`select ${ENTRY} from books_entry e join books_closing c on c.id = e.closing
    where e.booked_on between ${from}::date and ${to}::date order by e.booked_on, e.sorted collate "C", e.place, e.id`.execute(
    tx,
  );
  return rows;
}

export async function entriesOfClosing(tx: Tx, closing: string): Promise<Frozen[]> {
  const { rows } = await sql<Frozen>`select ${ENTRY} from books_entry e join books_closing c on c.id = e.closing
    where e.closing = ${closing}::uuid order by e.booked_on, e.sorted collate "C", e.place, e.id`.execute(tx);
  return rows;
}

/** Of these debtors, all that was closed until a day: what is lettered together may have begun long before. */
export async function entriesOfDebtors(tx: Tx, debtors: readonly string[], to: Day): Promise<Frozen[]> {
  const { rows } = await sql<Frozen>`select ${ENTRY} from books_entry e join books_closing c on c.id = e.closing
    where e.debtor = any(${[...debtors]}::text[]) and e.booked_on <= ${to}::date
    order by e.booked_on, e.sorted collate "C", e.place, e.id`.execute(tx);
  return rows;
}

export async function entriesOfFacts(tx: Tx, facts: readonly string[]): Promise<Frozen[]> {
  const { rows } = await sql<Frozen>`select ${ENTRY} from books_entry e join books_closing c on c.id = e.closing
    where e.fact = any(${[...facts]}::text[]) order by e.booked_on, e.sorted collate "C", e.place, e.id`.execute(tx);
  return rows;
}

/** The last number of each journal. */
export async function lastNumbers(tx: Tx): Promise<Map<JournalUse, number>> {
  const { rows } = await sql<{ journal: JournalUse; number: number }>`
    select journal, max(number) as number from books_entry group by journal order by journal`.execute(tx);
  return new Map(rows.map(({ journal, number }) => [journal, number]));
}

/** The day on which each of these facts was booked; of all that were, where none are named. */
export async function bookedDays(tx: Tx, facts: readonly string[]): Promise<Map<string, Day>> {
  const { rows } = await sql<{ fact: string; on: Day }>`
    select e.fact, min(e.booked_on) as "on" from books_entry e where e.fact = any(${[...facts]}::text[]) group by e.fact
    union all
    select s ->> 'fact', (s ->> 'on')::date from books_closing, jsonb_array_elements(silent) s
      where s ->> 'fact' = any(${[...facts]}::text[])`.execute(tx);
  return new Map(rows.map(({ fact, on }) => [fact, on]));
}

/** What the end of an accounting year booked and its first open day has still to book back. */
export async function cutoffToBookBack(tx: Tx): Promise<Pick<Entry, "fact" | "lines" | "label"> | null> {
  const { rows } = await sql<{ fact: string; lines: readonly Line[]; label: string }>`
    select e.fact, e.lines, e.label from books_entry e
    where e.fact like 'cutoff:%' and not exists (select from books_entry b where b.fact = 'back:' || e.fact)
    order by e.booked_on desc, e.id limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** A page of debtors of whom something was booked. */
export async function bookedDebtors(tx: Tx, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ debtor: string }>`
    select distinct debtor from books_entry where debtor > ${after} order by debtor limit ${limit}`.execute(tx);
  return rows.map(({ debtor }) => debtor);
}

type Old = { readonly id: string; readonly last: string };
export async function oldClosings(
  tx: Tx,
  { before, only }: { readonly before: Day; readonly only?: string | undefined },
  limit: number,
): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select id, until::text as last from books_closing
    where until < ${before}::date and (${only ?? null}::uuid is null or id = ${only ?? null}::uuid)
    order by until, id limit ${limit}`.execute(tx);
  return rows;
}

export async function deleteClosing(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "books_entry", tx.deleteFrom("books_entry").where("closing", "=", id));
  await dropping(tx, "books_closing", tx.deleteFrom("books_closing").where("id", "=", id));
}
