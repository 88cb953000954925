/** Runs work in one school: row security limits reads and writes to its rows, so that no store names the school. */
import { CompiledQuery, type Transaction } from "kysely";
import { tellAll } from "./announce.ts";
import { toldFault } from "./away.ts";
import type { Database } from "./open.ts";
import { isStalePlan } from "./prepared.ts";
import type { Tables } from "./tables.ts";

/** The tenant of rows that belong to no school: accounts, their sessions. No school can have this name. */
export const DEPLOYMENT = "*";

/** Has no values, so that it is batched with `begin`; `set` needs no plan, unlike a query. */
function setSchool(establishment: string): CompiledQuery {
  const name = establishment.replaceAll("'", "''");
  return CompiledQuery.raw(`set local livret.establishment to '${name}'`);
}

/** A transaction inside which one school is set. */
export type Tx = Transaction<Tables>;

export type HowToWork<T> = {
  /** Whether to commit, given the result; otherwise rolls back. */
  readonly keep?: (result: T) => boolean;
  /** Repeatable read: all reads see one moment (always so in PGlite, which has one session). */
  readonly snapshot?: boolean;
};

/**
 * Runs `work` in one transaction. The setting ends with it, so that a pooled connection never carries a school to the
 * next request. Retries the whole after a stale plan (a migration ran meanwhile) or a deadlock: the first try was rolled back.
 */
export async function withSchool<T>(
  db: Database,
  establishment: string,
  work: (tx: Tx) => Promise<T>,
  how: HowToWork<T> = {},
): Promise<T> {
  for (let time = 1; ; time++) {
    try {
      return await once(db, establishment, work, how);
    } catch (fault) {
      if (time === MOST_TIMES || !(isStalePlan(fault) || isDeadlock(fault))) throw fault;
    }
  }
}

const MOST_TIMES = 4;

/** The server rolled back this transaction, and the other goes on. */
export function isDeadlock(fault: unknown): boolean {
  return (fault as { code?: unknown } | undefined)?.code === "40P01";
}

async function once<T>(
  db: Database,
  establishment: string,
  work: (tx: Tx) => Promise<T>,
  how: HowToWork<T>,
): Promise<T> {
  const { keep = () => true, snapshot = false } = how;
  const start = db.startTransaction();
  const tx = await (snapshot ? start.setIsolationLevel("repeatable read") : start).execute();
  try {
    await tx.executeQuery(setSchool(establishment));
    const result = await work(tx);
    const kept = keep(result);
    await (kept ? tx.commit() : tx.rollback()).execute();
    if (kept) tellAll(db, tx);
    return result;
  } catch (error) {
    // Throw the first error, even where the connection is too broken to roll back.
    if (!tx.isCommitted && !tx.isRolledBack)
      await tx
        .rollback()
        .execute()
        .catch(() => undefined);
    // The client has translated the driver's errors, except those of a discarded connection.
    throw toldFault(error);
  }
}
