/**
 * An act writes its recorded rows only through here: each call notes them for its audit record. A row is recorded in the act's
 * chain, or in the chain of its own subject where the act touches several (`of`).
 */
import {
  type Compilable,
  CompiledQuery,
  type DeleteQueryBuilder,
  type InsertObject,
  type InsertQueryBuilder,
  type UpdateObject,
} from "kysely";
import type { Tx } from "../db/school.ts";
import type { Tables } from "../db/tables.ts";
import { type Row, wholeRow } from "../kit/sql.ts";
import type { Stored } from "./chain.ts";

/** `of`: the row’s chain, where it is not the act’s own; `changed`: the row existed before. */
export type Noted = Stored & { readonly of?: string | undefined; readonly changed?: boolean };

/** `of`: the chain of the row's subject, where it is not the act's own; a function gives each row its own. */
type Whose = {
  readonly of?: string | ((row: Row) => string) | undefined;
  /** The statement updates an existing row. */
  readonly changed?: boolean;
};

const notes = new WeakMap<Tx, Noted[]>();

/** Inserts a row; returns it as stored. */
export async function keep<T extends keyof Tables>(
  tx: Tx,
  table: T,
  values: InsertObject<Tables, T>,
  whose?: Whose,
): Promise<Row> {
  return (await keepAll(tx, table, [values], whose))[0]!;
}

/** The same for many rows, in one statement. */
export async function keepAll<T extends keyof Tables>(
  tx: Tx,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
  whose?: Whose,
): Promise<Row[]> {
  if (rows.length === 0) return [];
  return keeping(tx, table, tx.insertInto(table as "audit_chain").values(rows as never), whose);
}

/** Updates a row by its id; `undefined` where there is none. */
export async function change<T extends keyof Tables>(
  tx: Tx,
  table: T,
  id: string,
  values: UpdateObject<Tables, T>,
  whose?: Whose,
): Promise<Row | undefined> {
  const update = tx.updateTable(table as "stored_file").set(values as never);
  return (await keeping(tx, table, update.where("id", "=", id), { ...whose, changed: true }))[0];
}

/** A builder's statement on any table: Kysely's types need the table at compile time. */
type Statement = Pick<Compilable, "compile">;
type Writing = InsertQueryBuilder<Tables, "audit_chain", unknown>;
type Deleting = DeleteQueryBuilder<Tables, "stored_file", unknown>;

/** Any other writing statement: an update, or an insert with `on conflict`. */
export async function keeping(tx: Tx, table: keyof Tables, writing: Statement, whose?: Whose): Promise<Row[]> {
  return noted(tx, table, await (writing as unknown as Writing).returning(wholeRow(table)).execute(), whose);
}

/** The same in plain SQL, for hot statements that cost as much to build as to run. */
export async function keepingSql(
  tx: Tx,
  table: keyof Tables,
  statement: string,
  values: readonly unknown[],
  whose?: Whose,
): Promise<Row[]> {
  const whole = CompiledQuery.raw(`${statement} returning row_to_json(${table}) as row`, [...values]);
  return noted(tx, table, (await tx.executeQuery<{ row: Row }>(whole)).rows, whose);
}

function noted(tx: Tx, table: string, written: readonly { readonly row: Row }[], whose: Whose | undefined): Row[] {
  const rows = written.map(({ row }) => row);
  for (const row of rows) note(tx, { table, id: String(row.id), values: row }, whose);
  return rows;
}

/** Runs a deleting statement; returns the deleted ids. */
export async function dropping(
  tx: Tx,
  table: keyof Tables,
  deleting: Statement,
  whose?: { readonly of?: string | undefined },
): Promise<string[]> {
  const ids = (await (deleting as unknown as Deleting).returning("id").execute()).map(({ id }) => id);
  for (const id of ids) note(tx, { table, id, values: null }, whose);
  return ids;
}

function note(tx: Tx, row: Stored, { of, changed = false }: Whose = {}): void {
  const all = notes.get(tx) ?? [];
  all.push({ ...row, of: typeof of === "function" ? of(row.values!) : of, changed });
  notes.set(tx, all);
}

/** The rows noted since the last call, for the act's record. */
export function takeNotes(tx: Tx): readonly Noted[] {
  const all = notes.get(tx) ?? [];
  notes.delete(tx);
  return all;
}

/** How many rows the act has written so far. */
export function countNotes(tx: Tx): number {
  return notes.get(tx)?.length ?? 0;
}
