/** The SQL of the office: the queue, its search, and the notes. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import { wholeRow } from "../../kit/sql.ts";
import { type Stored, storedRow } from "../../record/chain.ts";
import type { DossierStateName } from "../dossier/rules/state.ts";
import type { Cursor, Group, Search, Standing } from "./rules/queue.ts";

export type QueueRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string | null;
  readonly entered: "online" | "paper" | "phone";
  readonly group: Standing;
  readonly state: DossierStateName;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  readonly startedAt: Date;
  readonly dueOn: Day | null;
  /** What the rows of this page are ordered by. */
  readonly at: Date;
};

/** Since when a message of the person waits to be read. */
const UNREAD = sql<{ dossier: string; since: Date }>`(
  select m.dossier, min(m.at) as since from dossier_message m
  left join dossier_reading r on r.establishment_id = m.establishment_id and r.dossier = m.dossier and r.side = 'school'
  where m.side = 'person' and (r.read_at is null or r.read_at < m.at) group by m.dossier)`;

/** What was handed in is one thing at first, and another once the school had asked something of it. */
const GROUP = sql<Standing>`case
  when s.state in ('submitted', 'late') and exists (
    select from dossier_fact f
    where f.establishment_id = s.establishment_id and f.dossier = s.id and f.kind = 'complement-asked') then 'answered'
  else s.state end`;

export async function countGroups(tx: Tx, intake: string): Promise<Partial<Record<Group, number>>> {
  const { rows } = await sql<{ group: Group; count: number }>`
    select ${GROUP} as "group", count(*)::integer as count from dossier_state s where s.intake = ${intake} group by 1`.execute(
    tx,
  );
  const unread = await sql<{ count: number }>`
    select count(*)::integer as count from ${UNREAD} u join dossier_state s on s.id = u.dossier where s.intake = ${intake}`.execute(
    tx,
  );
  return { messages: unread.rows[0]!.count, ...Object.fromEntries(rows.map(({ group, count }) => [group, count])) };
}

export type Asked = {
  readonly intake: string;
  readonly group?: Group | undefined;
  readonly search?: Search | undefined;
  readonly after?: Cursor | undefined;
  readonly limit: number;
};

/** The longest waiting first, a page at a time. */
export async function queueRows(tx: Tx, { intake, group, search, after, limit }: Asked): Promise<QueueRow[]> {
  const found = search && "parts" in search ? await named(tx, search.parts) : undefined;
  if (found?.length === 0) return [];
  const messages = group === "messages";
  const at = messages ? sql<Date>`u.since` : sql<Date>`s.changed_at`;
  let rows = tx
    .selectFrom("dossier_state as s")
    .innerJoin("dossier as d", "d.id", "s.id")
    .$if(messages, (q) => q.innerJoin(UNREAD.as("u"), (on) => on.onRef("u.dossier", "=", "s.id")))
    .select(["s.id", "d.number", "s.name", "d.entered", "s.state", "s.changed_at as changedAt", GROUP.as("group")])
    .select(["s.submitted_at as submittedAt", "d.started_at as startedAt", "s.due_on as dueOn", at.as("at")])
    .where("s.intake", "=", intake);
  if (group === "answered") rows = rows.where("s.state", "in", ["submitted", "late"]);
  else if (group !== undefined && !messages) rows = rows.where("s.state", "=", group);
  if (group !== undefined && !messages) rows = rows.where(GROUP, "=", group);
  if (found) rows = rows.where("s.id", "in", found);
  if (search && "number" in search) rows = rows.where("d.number", "=", search.number);
  // Acts write whole milliseconds, which is what an address can hold.
  if (after) rows = rows.where(sql<boolean>`(${at}, s.id) > (${after.at}, ${after.id}::uuid)`);
  return (await rows.orderBy(at).orderBy("s.id").limit(limit).execute()) as QueueRow[];
}

/** More of one name than anybody reads. */
const MOST_NAMED = 500;

async function named(tx: Tx, parts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from dossiers_named(current_setting('livret.establishment'), ${sql.val([...parts])}::text[], ${MOST_NAMED})`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export type Note = { readonly id: string; readonly by: string; readonly at: Date; readonly text: string };

export async function insertNote(tx: Tx, dossier: string, { id, by, at, text }: Note): Promise<Stored> {
  const row = { id, dossier, by_actor: by, written_at: at, text };
  const inserted = tx.insertInto("dossier_note").values(row).returning(wholeRow("dossier_note"));
  return storedRow("dossier_note", await inserted.executeTakeFirstOrThrow());
}

export async function notesOf(tx: Tx, dossier: string): Promise<Note[]> {
  const found = tx
    .selectFrom("dossier_note")
    .select(["id", "by_actor as by", "written_at as at", "text"])
    .where("dossier", "=", dossier);
  return found.orderBy("written_at").orderBy("id").execute();
}

/** What is asked of the person for this dossier; amounts in cents. */
export type Due = {
  readonly id: string;
  readonly dueOn: Day;
  readonly reference: string;
  readonly total: number;
  readonly balance: number;
};

export async function duesAbout(tx: Tx, about: string): Promise<Due[]> {
  const found = tx
    .selectFrom("charge")
    .innerJoin("charge_state as s", "s.id", "charge.id")
    .select(["charge.id", "charge.due_on as dueOn", "charge.reference", "charge.total", "s.balance"])
    .where("charge.about", "=", about);
  return found.orderBy("charge.charged_on").orderBy("charge.id").execute();
}
