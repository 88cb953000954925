/** SQL expressions that every store needs and Kysely lacks. */
import { type AliasedRawBuilder, type RawBuilder, sql } from "kysely";

/** A row as PostgreSQL's JSON, which audit records hash. */
export type Row = { readonly [column: string]: unknown };

/**
 * A value for a `json` or `jsonb` column. Always through here: `pg` would send a bare array as a PostgreSQL array,
 * and an object that was already text would be encoded twice.
 */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}

/**
 * `returning(wholeRow("kept_answer"))`: the row as stored, for the audit record, without a second query. As `json`, since
 * converting to `jsonb` and back took half the time of the statement.
 */
export function wholeRow(table: string): AliasedRawBuilder<Row, "row"> {
  return sql<Row>`row_to_json(${sql.table(table)})`.as("row");
}
