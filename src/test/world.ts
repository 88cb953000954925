/**
 * A world for a test: a migrated database of its own, entered as `livret_app`, and a clock that stands still.
 * The database is PGlite, or one on the server that LIVRET_TEST_DATABASE_URL names (as its owner).
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, openAsBlob, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ActWorld, Decides, FindLaw } from "../act/act.ts";
import { migrate, readMigrations } from "../db/migrate.ts";
import { type Opened, openPGlite, openServer } from "../db/open.ts";
import { given as checked } from "./given.ts";
import type { HashCost } from "../kit/password.ts";
import { lend, type Whole } from "./emptied.ts";

export type TestWorld = {
  readonly world: ActWorld;
  readonly opened: Opened;
  /** Moves the clock, once for all that follows. */
  readonly setNow: (instant: string) => void;
  readonly close: () => Promise<void>;
};

/** A morning like another, in both zones. */
const NOW = "2026-12-01T09:00:00Z";

export async function testWorld(given: { now?: string; decide?: Decides; law?: FindLaw } = {}): Promise<TestWorld> {
  let now = new Date(given.now ?? NOW);
  const opened = await testDatabase();
  const world: ActWorld = {
    db: opened.db,
    now: () => now,
    zone: () => "Europe/Paris",
    decide: given.decide ?? echo,
    law: given.law ?? (() => undefined),
    standing: [],
    waits: [],
    given: checked,
    passwords: QUICK,
  };
  return { world, opened, setNow: (instant) => (now = new Date(instant)), close: opened.close };
}

/** The least that argon2 knows: nobody guesses the passwords of a test. */
export const QUICK: HashCost = { memory: 8, passes: 1 };

/** Enough of a world to do acts on a database that somebody else opened, at the hour it is. */
export function testActWorld(db: ActWorld["db"]): ActWorld {
  return {
    db,
    now: () => new Date(),
    zone: () => "Europe/Paris",
    decide: echo,
    law: () => undefined,
    standing: [],
    waits: [],
    given: checked,
    passwords: QUICK,
  };
}

/** A decision that answers what it was asked, for tests that are not about the law. */
const echo: Decides = (decision, input) =>
  decision === "echo" ? { answer: (lang) => ({ lang, said: input }) } : undefined;

export function newAttempt(): string {
  return randomUUID();
}

/**
 * A database where every migration has run and nothing else: one that an earlier test of the process has closed, or a new one,
 * made from a copy, since running them each time would cost seconds.
 */
export async function testDatabase(): Promise<Opened> {
  const server = process.env.LIVRET_TEST_DATABASE_URL;
  return lend(server === undefined ? embeddedDatabase : () => serverDatabase(server));
}

async function embeddedDatabase(): Promise<Whole> {
  const opened = await openPGlite({ loadDataDir: await openAsBlob(await templateFile()) });
  return { open: async () => opened, leave: async () => {}, drop: opened.close };
}

/** An empty one: no migration has run. */
export async function emptyDatabase(): Promise<Opened> {
  const server = process.env.LIVRET_TEST_DATABASE_URL;
  return server === undefined ? openPGlite({ dataDir: "memory://" }) : bareOnServer(server);
}

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/livret", import.meta.url));

function fingerprint(): string {
  const hash = createHash("sha256").update("template 1");
  for (const migration of readMigrations()) hash.update(migration.hash);
  return hash.digest("hex").slice(0, 16);
}

/** The dumped folder, made by whichever test comes first after a change of the migrations. */
export async function templateFile(): Promise<string> {
  const file = join(CACHE, `template-${fingerprint()}.tar`);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  const opened = await openPGlite({ dataDir: "memory://" });
  await migrate(opened);
  const dump = await opened.dump();
  await opened.close();
  for (const old of readdirSync(CACHE).filter((name) => name.endsWith(".tar") && name !== basename(file)))
    rmSync(join(CACHE, old), { force: true });
  // Several files may do this at once: the first to come keeps its own, which others may be reading already.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  try {
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(own);
  }
  return file;
}

async function serverDatabase(server: string): Promise<Whole> {
  const name = await databaseFromTemplate(server);
  return {
    open: () => openServer(urlOf(server, name), urlOf(server, name)),
    leave: ({ close }) => close(),
    drop: () => drop(server, name),
  };
}

async function databaseFromTemplate(server: string): Promise<string> {
  const template = `livret_template_${fingerprint()}`;
  await onServer(server, async (query) => {
    await query("select pg_advisory_lock(hashtext('livret.template'))");
    const made = await query("select 1 from pg_database where datname = $1 and datistemplate", [template]);
    if (made.length > 0) return;
    await query(`drop database if exists ${template}`);
    await query(`create database ${template}`);
    const opened = await openServer(urlOf(server, template), urlOf(server, template));
    await migrate(opened);
    await opened.close();
    await query(`alter database ${template} with is_template true`);
  });
  return createOnServer(server, template);
}

async function createOnServer(server: string, template?: string): Promise<string> {
  const name = `livret_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, (query) => query(`create database ${name}${template ? ` template ${template}` : ""}`));
  return name;
}

async function bareOnServer(server: string): Promise<Opened> {
  const name = await createOnServer(server);
  const opened = await openServer(urlOf(server, name), urlOf(server, name));
  return { ...opened, close: () => opened.close().then(() => drop(server, name)) };
}

async function drop(server: string, name: string): Promise<void> {
  await onServer(server, (query) => query(`drop database ${name} with (force)`));
}

type Query = (text: string, values?: unknown[]) => Promise<unknown[]>;

async function onServer<T>(server: string, work: (query: Query) => Promise<T>): Promise<T> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
