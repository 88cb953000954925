/**
 * Opens the database, embedded (PGlite in a folder) or on a PostgreSQL server. Everything but migrations runs as
 * `livret_app`, which cannot bypass row security.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PGlite, Transaction as PGliteTransaction } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, PostgresDialect, sql } from "kysely";
import type { ClientConfig } from "pg";
import { newAbsence, telling, tellingPool, type Tells } from "./absence.ts";
import { DatabaseAway } from "./away.ts";
import { type Copying, copyingEmbedded, copyingServer } from "./copy.ts";
import { throwingFirst } from "./first-fault.ts";
import { joining } from "./joined.ts";
import { preparing } from "./prepared.ts";
import type { Tables } from "./tables.ts";

export const APP_ROLE = "livret_app";

export type Database = Kysely<Tables>;

/** Access as the owner of the tables, within one transaction. */
export type Owner = {
  /** Several statements, without values. */
  readonly run: (text: string) => Promise<void>;
  readonly query: <R>(text: string, values?: unknown[]) => Promise<R[]>;
} & Copying;

export type Opened = {
  readonly db: Database;
  readonly embedded: boolean;
  /** Runs one transaction as the owner: for migrations, their state, and faults planted by tests. */
  readonly asOwner: <T>(work: (owner: Owner) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export type Where = {
  /** The folder of the embedded database. */
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly ownerUrl: string | undefined;
  /** Whether a missing role may be created on a server. */
  readonly makes: boolean;
} & Tells;

/** No Livret was ever on this server. */
export class NothingThere extends Error {}

/** The login lacks a privilege it needs: to create the application's role, or to act as it. */
export class NotAllowed extends Error {
  readonly what: "make" | "work as";
  constructor(what: "make" | "work as") {
    super(`This login may not ${what} the role ${APP_ROLE}`);
    this.what = what;
  }
}
const DENIED = "42501";
const unlessDenied = (what: NotAllowed["what"]) => (error: { code?: string }) => {
  throw error.code === DENIED ? new NotAllowed(what) : error;
};

export function openDatabase({ folder, databaseUrl, ownerUrl, ...how }: Where): Promise<Opened> {
  return databaseUrl === undefined ? openFolder(folder) : openServer(databaseUrl, ownerUrl ?? databaseUrl, how);
}

const CREATE_ROLE = `do $$ begin
  create role ${APP_ROLE} nologin;
  execute format('grant ${APP_ROLE} to %I', current_user);
exception when duplicate_object or unique_violation then null; end $$`;

/** Planning under row security costs more than running, and `prove:plans` shows that generic plans are as good. */
const ONE_PLAN = "force_generic_plan";

/* Days stay days (a `Date` would be a moment, in the server's zone); counts are numbers. */
const DATE = 1082;
const INT8 = 20;

/** The caller must hold the folder: PGlite does not stop two processes from corrupting it. */
async function openFolder(folder: string): Promise<Opened> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // PostgreSQL's lock file, left by a killed process: it is empty for an instant, and an empty file would stop every start.
  rmSync(join(folder, "postmaster.pid"), { force: true });
  return openPGlite({ dataDir: folder });
}

/** An embedded database with a `dump` of the whole, from which tests start. */
export async function openPGlite(
  source: { dataDir: string } | { dataDir?: string; loadDataDir: Blob },
): Promise<Opened & { readonly dump: () => Promise<Blob> }> {
  const { PGlite } = await import("@electric-sql/pglite");
  // For searching parts of names; a server ships the extension.
  const { pg_trgm } = await import("@electric-sql/pglite/contrib/pg_trgm");
  // For the constraint against double bookings of a person or a room.
  const { btree_gist } = await import("@electric-sql/pglite/contrib/btree_gist");
  const pglite = await PGlite.create({
    ...source,
    extensions: { pg_trgm, btree_gist },
    parsers: { [DATE]: (day) => day, [INT8]: Number },
  });
  const asOwner: Opened["asOwner"] = (work) => pglite.transaction((tx) => ownTransaction(tx, work));
  const { preparingEmbedded } = await import("./embedded.ts");
  const db: Database = new Kysely({ dialect: new PGliteDialect({ pglite: preparingEmbedded(pglite) }) });
  try {
    await pglite.exec(`set timezone to 'UTC'; set plan_cache_mode to ${ONE_PLAN}`);
    await asOwner((owner) => owner.run(CREATE_ROLE));
    await assertGuarded(db);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return { db, embedded: true, asOwner, close: () => closePGlite(db, pglite), dump: () => pglite.dumpDataDir("none") };
}

/**
 * PGlite has one session, of a superuser, whom row security does not bind. `set session authorization` drops the privilege
 * until the superuser is named again: a guard against our own mistakes, not a boundary against hostile SQL.
 */
async function ownTransaction<T>(tx: PGliteTransaction, work: (owner: Owner) => Promise<T>): Promise<T> {
  await tx.exec("set session authorization postgres");
  const result = await work({
    run: async (text) => void (await tx.exec(text)),
    query: async <R>(text: string, values?: unknown[]) => (await tx.query<R>(text, values)).rows,
    ...copyingEmbedded(tx),
  });
  await tx.exec(`set session authorization ${APP_ROLE}`);
  return result;
}

async function closePGlite(db: Database, pglite: PGlite): Promise<void> {
  await db.destroy();
  if (!pglite.closed) await pglite.close();
}

export async function openServer(
  url: string,
  ownerUrl: string,
  { makes = true, ...tells }: Partial<Pick<Where, "makes">> & Tells = {},
): Promise<Opened> {
  const { default: pg } = await import("pg");
  pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const asOwner = ownerOf(() => new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 }));
  if (!(await roleExists(asOwner))) {
    if (!makes) throw new NothingThere(`There is no role ${APP_ROLE}`);
    await asOwner((owner) => owner.run(CREATE_ROLE)).catch(unlessDenied("make"));
  }
  const absence = newAbsence(tells);
  const pool = new pg.Pool({
    ...appSession(url),
    Client: joining(preparing(telling(throwingFirst(pg.Client), absence))),
    pipeline: true,
    max: 10,
    connectionTimeoutMillis: 10_000,
  });
  hearLosses(pool, absence.broke);
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool: tellingPool(pool, absence) }) });
  try {
    await assertGuarded(db).catch(unlessDenied("work as"));
  } catch (error) {
    await db.destroy();
    // At startup the operator needs the driver's own message.
    throw error instanceof DatabaseAway ? error.cause : error;
  }
  return { db, embedded: false, asOwner, close: () => db.destroy() };
}

/**
 * A lost connection is replaced at the next use, but an unhandled error event would end the process. The pool handles those of
 * idle connections only, not of one in use between two statements of a transaction.
 */
function hearLosses(pool: import("pg").Pool, hear: (fault: Error) => void): void {
  pool.on("error", hear);
  pool.on("connect", (client) => {
    client.on("error", hear);
  });
}

/** The application name of this process's sessions; random, as two machines may have the same process id. */
const APPLICATION = "livret-";
const OURS = `${APPLICATION}${randomBytes(4).toString("hex")}`;

/** Whether another Livret process is connected to this database; a running service always is, as it polls for work. */
export async function isShared(db: Database): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity
    where datname = current_database() and starts_with(application_name, ${APPLICATION}) and application_name <> ${OURS}
    limit 1
  `.execute(db);
  return rows.length > 0;
}

/** Whatever login the address names, the session has the application's role, and statements time out. */
function appSession(url: string): ClientConfig {
  const settings = {
    role: APP_ROLE,
    application_name: OURS,
    timezone: "UTC",
    statement_timeout: "15s",
    idle_in_transaction_session_timeout: "60s",
    plan_cache_mode: ONE_PLAN,
    // At half a million applications the planner would compile the queue's statement: 31 ms each time, to run 3 ms.
    jit: "off",
  };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return { connectionString: url, options: options.join(" ") };
}

function ownerOf(newClient: () => import("pg").Client): Opened["asOwner"] {
  return async (work) => {
    const client = newClient();
    client.on("error", () => {});
    await client.connect();
    try {
      await client.query("begin");
      const result = await work({
        run: async (text) => void (await client.query(text)),
        query: async <R>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as R[],
        ...copyingServer(client),
      });
      await client.query("commit");
      return result;
    } finally {
      await client.end();
    }
  };
}

async function roleExists(asOwner: Opened["asOwner"]): Promise<boolean> {
  const roles = await asOwner((owner) => owner.query("select 1 from pg_roles where rolname = $1", [APP_ROLE]));
  return roles.length > 0;
}

/**
 * Throws where row security would silently not apply, or where the session's zone is not UTC: audit records hash PostgreSQL's
 * JSON of an instant, which depends on the zone.
 */
async function assertGuarded(db: Database): Promise<void> {
  const { rows } = await sql<{ user: string; free: boolean; zone: string }>`
    select current_user::text as user, rolsuper or rolbypassrls as free, current_setting('TimeZone') as zone
    from pg_roles where rolname = current_user
  `.execute(db);
  const [role] = rows;
  if (role?.user !== APP_ROLE || role.free) {
    throw new Error(
      `The database session runs as ${role?.user ?? "an unknown role"}: row security would not apply. Give DATABASE_URL no "options".`,
    );
  }
  if (role.zone !== "UTC") {
    throw new Error(
      `The database session is in the zone ${role.zone}: audit records would not hold. Give DATABASE_URL no "options".`,
    );
  }
}
