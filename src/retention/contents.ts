/** Reads what is held as it is stored: the rows that a chain's records name, and rows that no act records. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Row } from "../kit/sql.ts";
import type { Seal } from "../act/chain.ts";

/** The acts recorded on a chain, in order. */
type Happened = { readonly act: string; readonly actor: string; readonly at: string };
export type ChainContents = {
  readonly chain: string;
  readonly happened: readonly Happened[];
  readonly rows: Readonly<Record<string, readonly Row[]>>;
};

/**
 * The present rows that a chain's records name: everything its acts stored and no act erased. Leaves out `untold` rows, and acts that
 * concern only these.
 */
export async function chainContents(
  tx: Tx,
  chain: string,
  { untold = [] }: { readonly untold?: readonly string[] } = {},
): Promise<ChainContents> {
  const found = await tx
    .selectFrom("audit_record")
    .select(["act", "actor", "at", "stored"])
    .where("chain", "=", chain)
    .orderBy("seq")
    .execute();
  const isTold = ({ id }: Seal) => !untold.includes(id);
  const sealsOf = ({ stored }: (typeof found)[number]) => stored as readonly Seal[];
  const records = found.filter((record) => sealsOf(record).length === 0 || sealsOf(record).some(isTold));
  const seals = records.flatMap(sealsOf).filter(isTold);
  const rows: Record<string, Row[]> = {};
  for (const [table, ofTable] of Map.groupBy(seals, (seal) => seal.table)) {
    const ids = [...new Set(ofTable.map(({ id }) => id))];
    const found = await sql<{ row: Row }>`
      select to_jsonb(t) as row from ${sql.table(table)} t where t.id::text in (${sql.join(ids)}) order by t.id`.execute(
      tx,
    );
    if (found.rows.length > 0) rows[table] = found.rows.map(({ row }) => shown(row));
  }
  const happened = records.map(({ act, actor, at }) => ({ act, actor, at: at.toISOString() }));
  return { chain, happened, rows };
}

/** Whole rows of one table; `where` is a fragment over `t`. */
export async function rowsWhere(
  tx: Tx,
  table: string,
  where: ReturnType<typeof sql>,
  order = sql`t.id`,
): Promise<Row[]> {
  const found = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${sql.table(table)} t where ${where} order by ${order}`.execute(tx);
  return found.rows.map(({ row }) => shown(row));
}

/** Columns left out: credentials, and the school's id on each row. */
const HIDDEN = /_hash$|^(?:password|secret|establishment_id)$/;

function shown(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !HIDDEN.test(column)));
}
