/**
 * Opens the database, embedded (PGlite in a folder) or on a PostgreSQL server, so that everything but migrations
 * runs as `livret_app`, who cannot go around row security.
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
import { joining } from "./joined.ts";
import { preparing } from "./prepared.ts";
import type { Tables } from "./tables.ts";

export const APP_ROLE = "livret_app";

export type Database = Kysely<Tables>;

/** The owner of the tables, for the length of one transaction. */
export type Owner = {
  /** Several statements, without values. */
  readonly run: (text: string) => Promise<void>;
  readonly query: <R>(text: string, values?: unknown[]) => Promise<R[]>;
} & Copying;

export type Opened = {
  readonly db: Database;
  readonly embedded: boolean;
  /** One transaction as the owner: migrations, their state, and the planted faults of the tests. */
  readonly asOwner: <T>(work: (owner: Owner) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export type Where = {
  /** Of the embedded database. */
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly ownerUrl: string | undefined;
  /** Whether what is missing on a server may be made there. */
  readonly makes: boolean;
} & Tells;

/** No Livret was ever on this server. */
export class NothingThere extends Error {}

/** The server does not let a login do what it is for: make the application's role, or work as it. */
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

/** To plan a statement under row security costs more than to run it, and `prove:plans` has seen that the plan for any values is as good. */
const ONE_PLAN = "force_generic_plan";

/* Days stay days (a `Date` would be a moment, in the server's zone); counts are numbers. */
const DATE = 1082;
const INT8 = 20;

/** The caller holds the folder: PGlite itself lets two processes ruin it. */
async function openFolder(folder: string): Promise<Opened> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // PostgreSQL's own lock, left by a killed process: it is empty for an instant, and an empty one would stop every start.
  rmSync(join(folder, "postmaster.pid"), { force: true });
  return openPGlite({ dataDir: folder });
}

/** An embedded database that can also be copied whole, for tests to start from. */
export async function openPGlite(
  source: { dataDir: string } | { dataDir?: string; loadDataDir: Blob },
): Promise<Opened & { readonly dump: () => Promise<Blob> }> {
  const { PGlite } = await import("@electric-sql/pglite");
  // Names are looked for by their parts; a server has the extension by itself.
  const { pg_trgm } = await import("@electric-sql/pglite/contrib/pg_trgm");
  // Nobody and no room is twice at one time, by a constraint.
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
 * PGlite has one session, whose user is a superuser, to whom row security does not apply. `set session authorization`
 * takes that away until the superuser is named again: a guard against our own mistakes and not a boundary against hostile SQL.
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
    Client: joining(preparing(telling(pg.Client, absence))),
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
    // Whoever starts the service is told what the driver said.
    throw error instanceof DatabaseAway ? error.cause : error;
  }
  return { db, embedded: false, asOwner, close: () => db.destroy() };
}

/**
 * A lost connection is replaced at the next use; unheard, the event would end the process. The pool hears its idle ones,
 * and nobody one that is in use, between two statements of a transaction.
 */
function hearLosses(pool: import("pg").Pool, hear: (fault: Error) => void): void {
  pool.on("error", hear);
  pool.on("connect", (client) => {
    client.on("error", hear);
  });
}

/** What the server calls each session of this process: a number of a process would not tell two machines apart. */
const APPLICATION = "livret-";
const OURS = `${APPLICATION}${randomBytes(4).toString("hex")}`;

/** Whether another process of Livret is connected to this database of a server. A service looks for work all the time. */
export async function isShared(db: Database): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity
    where datname = current_database() and starts_with(application_name, ${APPLICATION}) and application_name <> ${OURS}
    limit 1
  `.execute(db);
  return rows.length > 0;
}

/** Whoever the address logs in as, the session is the application's, and no statement runs for ever. */
function appSession(url: string): ClientConfig {
  const settings = {
    role: APP_ROLE,
    application_name: OURS,
    timezone: "UTC",
    statement_timeout: "15s",
    idle_in_transaction_session_timeout: "60s",
    plan_cache_mode: ONE_PLAN,
    // By half a million applications the queue is costed as worth compiling: 31 ms each time, for a statement of 3.
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
  const found = await asOwner((owner) => owner.query("select 1 from pg_roles where rolname = $1", [APP_ROLE]));
  return found.length > 0;
}

/**
 * Stops at once where row security would silently not apply, or where the zone is another: PostgreSQL's JSON of an instant,
 * which audit records hash, depends on it.
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
