/** Migrations: plain SQL files, each run once by the owner, in the order of their names, all in one transaction. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { type Label, plural } from "../kit/lang.ts";
import type { Opened, Owner } from "./open.ts";
import { isDeadlock } from "./school.ts";

export type Migration = { readonly name: string; readonly text: string; readonly hash: string };

/** How the database compares with the program: `changed` names files edited after they ran, `newer` those unknown here. */
export type MigrationState =
  | { readonly state: "current" }
  /** A backup is being restored here, or its restore was interrupted. */
  | { readonly state: "restoring" }
  | { readonly state: "pending" | "changed" | "newer"; readonly names: readonly string[] };

const FOLDER = fileURLToPath(new URL("./migrations/", import.meta.url));

export function readMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      return { name: name.slice(0, -".sql".length), text, hash: createHash("sha256").update(text).digest("hex") };
    });
}

/** Deadlocks with a service that still runs, before it is given up. */
const MOST_TIMES = 5;

/**
 * Applies pending migrations. Processes that start together wait for the first; nothing runs on a changed or newer database. Where a
 * running service holds one table and waits for another, PostgreSQL may end the migration instead: nothing of it is there, and it begins
 * again.
 */
export async function migrate(
  opened: Pick<Opened, "asOwner">,
  migrations = readMigrations(),
): Promise<MigrationState & { readonly applied: readonly string[] }> {
  for (let time = 1; ; time++) {
    try {
      return await migrateOnce(opened, migrations);
    } catch (fault) {
      if (time === MOST_TIMES || !isDeadlock(fault)) throw fault;
    }
  }
}

function migrateOnce(
  { asOwner }: Pick<Opened, "asOwner">,
  migrations: readonly Migration[],
): Promise<MigrationState & { readonly applied: readonly string[] }> {
  return asOwner(async (owner) => {
    await owner.run("select pg_advisory_xact_lock(hashtext('livret.migrate'))");
    const before = await stateOf(owner.query, migrations);
    if (before.state !== "pending" || !(await mayMigrate(owner))) return { ...before, applied: [] };
    await owner.run(LEDGER);
    for (const migration of migrations.filter(({ name }) => before.names.includes(name)))
      await runOne(owner, migration);
    return { state: "current", applied: before.names };
  });
}

async function runOne(owner: Owner, { name, text, hash }: Migration): Promise<void> {
  await owner.run(text);
  await owner.query("insert into migration (name, hash) values ($1, $2)", [name, hash]);
}

/** Applies the migrations of a backup's source in the order in which they ran there, before the backup is loaded. */
export async function migrateAsThere(
  owner: Owner,
  ran: readonly { readonly name: string; readonly at: string }[],
): Promise<void> {
  await owner.run(LEDGER);
  const known = new Map(readMigrations().map((migration) => [migration.name, migration]));
  for (const { name, at } of ran) {
    await runOne(owner, known.get(name)!);
    await owner.query("update migration set applied_at = $2 where name = $1", [name, at]);
  }
}

/** Applies the pending migrations after a restore; returns their names. */
export async function migrateOn(owner: Owner): Promise<readonly string[]> {
  const all = readMigrations();
  const state = await stateOf(owner.query, all);
  const names = state.state === "pending" ? state.names : [];
  for (const migration of all.filter(({ name }) => names.includes(name))) await runOne(owner, migration);
  return names;
}

/** A marker table: exists while a backup is being restored, and is dropped at the end. */
export const UNFINISHED = "unfinished_restore";

/** The application's role may not: then the state stays `pending`, and startup reports it. */
async function mayMigrate({ query }: Owner): Promise<boolean> {
  const [right] = await query<{ may: boolean }>("select has_schema_privilege('public', 'create') as may");
  return right?.may ?? false;
}

/** Reads as the application's role: a running service may not know the owner's address. */
export function migrationState({ db }: Pick<Opened, "db">, migrations = readMigrations()): Promise<MigrationState> {
  return stateOf(async <R>(text: string) => (await sql.raw<R>(text).execute(db)).rows, migrations);
}

/* The application may only read it. It belongs to no school, so has no row security. */
const LEDGER = `
create table if not exists migration (
  name text primary key,
  hash text not null,
  applied_at timestamptz not null default now()
);
grant usage on schema public to livret_app;
grant select on migration to livret_app;
`;

async function stateOf(
  query: <R>(text: string) => Promise<R[]>,
  migrations: readonly Migration[],
): Promise<MigrationState> {
  const [ledger] = await query<{ present: boolean; unfinished: boolean }>(
    `select to_regclass('public.migration') is not null as present, to_regclass('public.${UNFINISHED}') is not null as unfinished`,
  );
  if (ledger?.unfinished) return { state: "restoring" };
  const done = ledger?.present
    ? await query<{ name: string; hash: string }>("select name, hash from migration order by name")
    : [];
  return compare(done, migrations);
}

/** Pure: compares the migrations that ran with the files; the gravest difference wins. */
export function compare(
  done: readonly { name: string; hash: string }[],
  migrations: readonly Migration[],
): MigrationState {
  const newer = done.filter((row) => !migrations.some(({ name }) => name === row.name));
  if (newer.length > 0) return { state: "newer", names: namesOf(newer) };
  const changed = done.filter((row) => migrations.some(({ name, hash }) => name === row.name && hash !== row.hash));
  if (changed.length > 0) return { state: "changed", names: namesOf(changed) };
  const pending = migrations.filter(({ name }) => !done.some((row) => row.name === name));
  return pending.length > 0 ? { state: "pending", names: namesOf(pending) } : { state: "current" };
}

function namesOf(rows: readonly { name: string }[]): string[] {
  return rows.map(({ name }) => name);
}

const RESTORING: Label = {
  fr: "Une sauvegarde est en train d’être remise dans cette base, ou n’a pas fini de l’être\u00a0: relancez «\u00a0livret restore\u00a0» jusqu’à ce qu’elle le dise. Rien ne démarre d’ici là.",
  en: 'A backup is being restored into this database, or was not restored to its end: run "livret restore" again until it says so. Nothing starts until then.',
};

export function sayMigrationState(state: MigrationState): Label {
  if (state.state === "current") return { fr: "La base est à jour.", en: "The database is up to date." };
  if (state.state === "restoring") return RESTORING;
  const names = state.names.join(", ");
  const waiting = state.names.length;
  const sentences: Record<typeof state.state, Label> = {
    pending: {
      fr: `Cette base attend ${waiting} ${plural(waiting, "migration", "migrations", "fr")}\u00a0: lancez « livret migrate », sur un serveur avec l’adresse du propriétaire des tables (DATABASE_OWNER_URL).`,
      en: `This database waits for ${waiting} ${plural(waiting, "migration", "migrations", "en")}: run "livret migrate", on a server with the address of the tables’ owner (DATABASE_OWNER_URL).`,
    },
    changed: {
      fr: `Modifiées depuis qu’elles ont été appliquées\u00a0: ${names}. Remettez ces fichiers comme ils étaient et ajoutez une migration.`,
      en: `Changed since they were applied: ${names}. Put these files back as they were and add a migration.`,
    },
    newer: {
      fr: `La base vient d’une version plus récente de Livret\u00a0: ${names}. Mettez le programme à jour.`,
      en: `The database comes from a newer version of Livret: ${names}. Update the program.`,
    },
  };
  return sentences[state.state];
}
