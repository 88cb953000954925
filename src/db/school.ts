/** Work for one school: row security shows and takes its rows only, and no store has to name it. */
import { CompiledQuery, type Transaction } from "kysely";
import { tellAll } from "./announce.ts";
import { toldFault } from "./away.ts";
import type { Database } from "./open.ts";
import { isStalePlan } from "./prepared.ts";
import type { Tables } from "./tables.ts";

/** The place of what belongs to no school: accounts, their sessions. No school can have this name. */
export const DEPLOYMENT = "*";

/** Without values, so that it can travel with the `begin` before it; and no query, for which a server would make a plan. */
function setSchool(establishment: string): CompiledQuery {
  const name = establishment.replaceAll("'", "''");
  return CompiledQuery.raw(`set local livret.establishment to '${name}'`);
}

/** A transaction inside which one school is set. */
export type Tx = Transaction<Tables>;

export type HowToWork<T> = {
  /** Whether the result is worth committing; else all is undone. */
  readonly keep?: (result: T) => boolean;
  /** All that is read was true at one moment (PGlite, with its one session, gives no less). */
  readonly snapshot?: boolean;
};

/**
 * Runs `work` in one transaction. The setting ends with it, so that a pooled connection never carries a school to the
 * next request. Where a migration ran meanwhile, or the server ended it since two waited for each other, all of it is done again:
 * nothing of the first time was kept.
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

/** The server chose this transaction to be undone, and the other goes on. */
function isDeadlock(fault: unknown): boolean {
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
    // The first fault is the one to tell, even where the connection is too broken to roll back.
    if (!tx.isCommitted && !tx.isRolledBack)
      await tx
        .rollback()
        .execute()
        .catch(() => undefined);
    // The driver's faults are told already; what is left is of a connection that it has thrown away.
    throw toldFault(error);
  }
}
