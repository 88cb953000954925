/** The SQL of tables of people in training: read and not carried out yet, and those that were. */
import { sql } from "kysely";
import { dropping, keep, keeping } from "../act/keep.ts";
import type { Tx } from "../db/school.ts";
import { newId } from "../kit/id.ts";
import type { SheetRow } from "../kit/sheet.ts";
import { json } from "../kit/sql.ts";

export type Draft = {
  /** The hash of the bytes. */
  readonly id: string;
  readonly name: string;
  readonly format: "xlsx" | "csv";
  readonly head: SheetRow;
  readonly rows: readonly SheetRow[];
  readonly readBy: string;
};

/** Does nothing if the same file was just read. */
export async function insertDraft(tx: Tx, { id, name, format, head, rows, readBy }: Draft, at: Date): Promise<void> {
  const row = { id, name, format, head: json(head), rows: json(rows), read_by: readBy, read_at: at };
  const first = tx
    .insertInto("carry_draft")
    .values(row)
    .onConflict((on) => on.doNothing());
  await keeping(tx, "carry_draft", first);
}

export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const columns = ["id", "name", "format", "head", "rows", "read_by as readBy"] as const;
  return (await tx.selectFrom("carry_draft").select(columns).where("id", "=", id).executeTakeFirst()) as
    | Draft
    | undefined;
}

export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  return (await dropping(tx, "carry_draft", tx.deleteFrom("carry_draft").where("id", "=", id))).length > 0;
}

export async function oldDrafts(tx: Tx, before: Date, limit: number): Promise<{ id: string; readAt: Date }[]> {
  const old = tx.selectFrom("carry_draft").select(["id", "read_at as readAt"]).where("read_at", "<=", before);
  return old.orderBy("read_at").orderBy("id").limit(limit).execute();
}

export type CarryOver = {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly people: number;
  readonly minutes: number;
  readonly by: string;
  readonly at: Date;
};

export async function insertCarryOver(tx: Tx, { id, name, format, people, minutes, by, at }: CarryOver): Promise<void> {
  await keep(tx, "carry_over", { id, name, format, people, minutes, carried_by: by, carried_at: at });
}

const CARRY_OVER = ["id", "name", "format", "people", "minutes", "carried_by as by", "carried_at as at"] as const;

export async function findCarryOver(tx: Tx, id: string): Promise<CarryOver | undefined> {
  return tx.selectFrom("carry_over").select(CARRY_OVER).where("id", "=", id).executeTakeFirst();
}

/** Latest first: a school has one, or a few. */
export async function carryOvers(tx: Tx, limit: number): Promise<CarryOver[]> {
  const all = tx.selectFrom("carry_over").select(CARRY_OVER);
  return all.orderBy("carried_at", "desc").orderBy("id").limit(limit).execute();
}

type NewLine = {
  readonly file: string;
  readonly line: number;
  readonly dossier: string;
  /** As it was read, by the heading of its column. */
  readonly cells: Readonly<Record<string, string>>;
};

/** In the chain of its person's dossier. */
export async function insertLine(tx: Tx, { file, line, dossier, cells }: NewLine, of: string): Promise<void> {
  const row = { id: newId(), carry_over: file, line, dossier, cells: json(cells) };
  await keep(tx, "carry_line", row, { of });
}

export async function eraseLine(tx: Tx, dossier: string): Promise<void> {
  await dropping(tx, "carry_line", tx.deleteFrom("carry_line").where("dossier", "=", dossier));
}

type CarriedFrom = {
  readonly line: number;
  readonly file: string;
  readonly name: string;
  readonly at: Date;
  readonly cells: Readonly<Record<string, string>>;
};

/** Undefined of a person who did not come in by a table. */
export async function carriedFrom(tx: Tx, dossier: string): Promise<CarriedFrom | undefined> {
  const { rows } = await sql<CarriedFrom>`
    select l.line, l.carry_over as file, c.name, c.carried_at as at, l.cells
    from carry_line l join carry_over c on c.id = l.carry_over where l.dossier = ${dossier}::uuid`.execute(tx);
  return rows[0];
}

/** Payers of the register that are in use. */
export async function registeredNow(tx: Tx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const payers = tx.selectFrom("payer").select(["id", "name"]).where("closed_at", "is", null);
  return payers.orderBy("name").orderBy("id").execute();
}
