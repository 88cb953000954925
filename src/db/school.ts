/** Runs work in one school: row security limits reads and writes to its rows, so that no store names the school. */
import {
  CompiledQuery,
  DummyDriver,
  type ControlledTransaction,
  type DatabaseConnection,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from "kysely";
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
  /** What was asked already is answered as before, until something is written. */
  readonly asksOnce?: boolean;
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
  const { keep = () => true, snapshot = false, asksOnce = false } = how;
  const start = db.startTransaction();
  const begun = await (snapshot ? start.setIsolationLevel("repeatable read") : start).execute();
  const { tx, close } = await together(begun, asksOnce);
  try {
    await tx.executeQuery(setSchool(establishment));
    const result = await work(tx);
    const kept = keep(result);
    close();
    await (kept ? begun.commit() : begun.rollback()).execute();
    if (kept) tellAll(db, tx);
    return result;
  } catch (error) {
    // What runs beside the statement that failed was sent before the rollback, and asks no more.
    close();
    // Throw the first error, even where the connection is too broken to roll back.
    if (!begun.isCommitted && !begun.isRolledBack)
      await begun
        .rollback()
        .execute()
        .catch(() => undefined);
    // The client has translated the driver's errors, except those of a discarded connection.
    throw toldFault(error);
  }
}

/** What Kysely wants to know of a transaction, and asks only of one that begins another. */
const COLD = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db: Database) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

/** `close`: what is asked later would run outside the transaction, in no school, and is refused. */
type Together = { readonly tx: Tx; readonly close: () => void };

/** The same transaction, whose statements go out when they are asked: Kysely’s own sends each after the answer to the one before. */
async function together(begun: ControlledTransaction<Tables>, asksOnce: boolean): Promise<Together> {
  const executor = begun.getExecutor();
  const own = await executor.provideConnection((one) => Promise.resolve(one));
  const connection = asksOnce ? askingOnce(own) : own;
  let open = true;
  const provideConnection = async <T>(use: (one: DatabaseConnection) => Promise<T>): Promise<T> => {
    if (!open) throw new Error("Asked after its transaction");
    return use(connection);
  };
  const tx = new Transaction<Tables>({
    config: { dialect: COLD },
    driver: new DummyDriver(),
    dialect: COLD,
    executor: executor.withConnectionProvider({ provideConnection }),
  });
  return {
    tx,
    close: () => {
      open = false;
    },
  };
}

/** A row that is added changes the answers that name its table, which keeps the others where a page notes that it was opened. */
function askingOnce(connection: DatabaseConnection): DatabaseConnection {
  const answers = new Map<string, Promise<QueryResult<unknown>>>();
  return {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      if (!READS.test(query.sql)) {
        const [, written] = INSERTS.exec(query.sql) ?? [];
        for (const asked of answers.keys()) if (written === undefined || asked.includes(written)) answers.delete(asked);
        return connection.executeQuery<R>(query);
      }
      const asked = JSON.stringify([query.sql, query.parameters]);
      const answer = answers.get(asked) ?? connection.executeQuery(query);
      answers.set(asked, answer);
      const { rows, ...rest } = await answer;
      return { ...rest, rows: [...rows] as R[] };
    },
    streamQuery: (...how) => connection.streamQuery(...how),
  };
}
const INSERTS = /^(?:\/\* along \*\/)?\s*insert into "?(\w+)"?/;
const READS = /^\s*select\b(?!.*\bfor update\b)/s;
