/** Migrations: plain SQL files, run once each by the owner, in the order of their names, all or none. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Opened, Owner } from "./open.ts";

export type Migration = { readonly name: string; readonly text: string; readonly hash: string };

/** How the database stands to the program: `changed` names files edited after they ran, `newer` those we do not have. */
export type MigrationState =
  | { readonly state: "current" }
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

/** Brings the database up to date. Processes that start together wait for the first; nothing runs on an unknown past. */
export async function migrate(
  { asOwner }: Pick<Opened, "asOwner">,
  migrations = readMigrations(),
): Promise<MigrationState & { readonly applied: readonly string[] }> {
  return asOwner(async (owner) => {
    await owner.run("select pg_advisory_xact_lock(hashtext('livret.migrate'))");
    const before = await stateOf(owner, migrations);
    if (before.state !== "pending") return { ...before, applied: [] };
    await owner.run(LEDGER);
    for (const { name, text, hash } of migrations.filter((one) => before.names.includes(one.name))) {
      await owner.run(text);
      await owner.query("insert into migration (name, hash) values ($1, $2)", [name, hash]);
    }
    return { state: "current", applied: before.names };
  });
}

export function migrationState(
  { asOwner }: Pick<Opened, "asOwner">,
  migrations = readMigrations(),
): Promise<MigrationState> {
  return asOwner((owner) => stateOf(owner, migrations));
}

/* The application may read how it stands, and no more. It belongs to no school. */
const LEDGER = `
create table if not exists migration (
  name text primary key,
  hash text not null,
  applied_at timestamptz not null default now()
);
grant usage on schema public to livret_app;
grant select on migration to livret_app;
`;

async function stateOf(owner: Owner, migrations: readonly Migration[]): Promise<MigrationState> {
  const [ledger] = await owner.query<{ present: boolean }>(
    "select to_regclass('public.migration') is not null as present",
  );
  const done = ledger?.present
    ? await owner.query<{ name: string; hash: string }>("select name, hash from migration order by name")
    : [];
  return compare(done, migrations);
}

/** Pure: what ran against what we have. The gravest difference is told first. */
export function compare(
  done: readonly { name: string; hash: string }[],
  migrations: readonly Migration[],
): MigrationState {
  const newer = done.filter((row) => !migrations.some((one) => one.name === row.name));
  if (newer.length > 0) return { state: "newer", names: namesOf(newer) };
  const changed = done.filter((row) => migrations.some((one) => one.name === row.name && one.hash !== row.hash));
  if (changed.length > 0) return { state: "changed", names: namesOf(changed) };
  const pending = migrations.filter((one) => !done.some((row) => row.name === one.name));
  return pending.length > 0 ? { state: "pending", names: namesOf(pending) } : { state: "current" };
}

function namesOf(rows: readonly { name: string }[]): string[] {
  return rows.map(({ name }) => name);
}
