/* Of a server alone: an embedded database that is not there is told by the folder. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { livret } from "../test/cli.ts";
import { startPostgres } from "../test/postgres.ts";
import { startService, stopServices } from "../test/service.ts";

// Its own: roles belong to a whole server, and this one is to have none of ours.
const postgres = await startPostgres();

describe("a command on an empty database of a server", {
  skip: postgres === null && "apt-get install postgresql-17",
}, () => {
  const url = postgres?.url ?? "";
  const client = new pg.Client({ connectionString: url });
  before(() => client.connect());
  after(async () => {
    await client.end();
    stopServices();
    await postgres?.stop();
  });
  const run = (...args: string[]) => livret([...args, "--lang", "en"], "", { DATABASE_URL: url });
  const count = async (query: string) => (await client.query<{ count: number }>(query)).rows[0]!.count;
  const tables = () => count("select count(*)::integer as count from pg_tables where schemaname = 'public'");
  const roles = () => count("select count(*)::integer as count from pg_roles where rolname like 'livret%'");

  it("makes nothing, migrates nothing and says what to do, so that a backup can still be restored into it", async () => {
    for (const args of [["doctor"], ["audit", "verify"], ["account", "list"], ["clock"]]) {
      const { code, stdout, stderr } = await run(...args);
      deepEqual([code, stdout], [1, ""], args.join(" "));
      match(stderr, /^This database waits for \d+ migrations: run "livret migrate"/);
    }
    deepEqual([await tables(), await roles()], [0, 0]);
  });

  it("finds all well once the migrations ran, each of which is told", async () => {
    const migrated = await run("migrate");
    equal(migrated.code, 0, migrated.stderr);
    match(migrated.stdout, /^The database is up to date\.\n {2}\d+_\w+\n/);
    equal((await run("audit", "verify")).code, 0);
  });

  it("is held against a copy kept outside, given in a file or typed", async () => {
    const kept = join(mkdtempSync(join(tmpdir(), "livret-kept-")), "record.txt");
    const strange = `sha256:${"ab".repeat(32)}`;
    writeFileSync(kept, `somewhere: checkpoint no. 3, 2026-12-01T09:00:00.000Z: ${strange}\n`);
    for (const given of [
      ["--in", kept],
      ["--head", `3 ${strange}`],
    ]) {
      const { code, stdout } = await run("audit", "verify", ...given);
      equal(code, 1);
      match(stdout, /^✗ copy: checkpoint no\. 3, sha256:(ab){32}: tampered; the record does not hold it/m);
      ok(!stdout.includes("Nothing was tampered with"));
    }
    const none = await run("audit", "verify", "--head", "3");
    equal(none.code, 1);
    match(none.stderr, /^No checkpoint or timestamp was found/);
    const sound = await run("audit", "verify");
    match(sound.stdout, /^· Not in the record: the record itself \(recomputed here\), kept states/m);
    match(sound.stdout, /✓ Nothing was tampered with\.\n$/);
    equal((await run("audit", "head")).code, 0);
  });

  it("still makes and migrates nothing where the role is there and the tables are not", async () => {
    await client.query("create database restored");
    const restored = new URL(url);
    restored.pathname = "/restored";
    const { code, stderr } = await livret(["audit", "verify", "--lang", "en"], "", { DATABASE_URL: restored.href });
    equal(code, 1);
    match(stderr, /^This database waits for \d+ migrations/);
    const other = new pg.Client({ connectionString: restored.href });
    await other.connect();
    const { rows } = await other.query("select tablename from pg_tables where schemaname = 'public'");
    await other.end();
    deepEqual(rows, []);
  });

  it("says what an administrator of the server does once, where a login may not make the role or work as it", async () => {
    await client.query("create role plain login password 'hidden'");
    await client.query("create database plain owner plain");
    const at = (user: string) =>
      Object.assign(new URL(url), { username: user, password: "hidden", pathname: "/plain" });
    const migrated = (env: Record<string, string>) => livret(["migrate", "--lang", "en"], "", env);
    await client.query("alter role livret_app rename to livret_away");
    const refused = await migrated({ DATABASE_URL: at("plain").href });
    match(
      refused.stderr,
      /does not let "plain" make the role livret_app, .* create role livret_app nologin; grant livret_app to "plain";/,
    );
    await client.query("alter role livret_away rename to livret_app");
    const stranger = await migrated({ DATABASE_URL: at("plain").href, DATABASE_OWNER_URL: at("postgres").href });
    match(stranger.stderr, /"plain" is no member of the role livret_app, .* grant livret_app to "postgres", "plain";/);
    deepEqual([refused.code, stranger.code, /hidden/.test(refused.stderr + stranger.stderr)], [1, 1, false]);
    await client.query('grant livret_app to "plain"');
    equal((await migrated({ DATABASE_URL: at("plain").href })).code, 0);
  });

  it("is made no demonstration while a service uses it", async () => {
    await client.query("create database served");
    const served = new URL(url);
    served.pathname = "/served";
    const env = { DATABASE_URL: served.href, LIVRET_DEMO: "off" };
    const service = await startService(mkdtempSync(join(tmpdir(), "livret-served-")), env);
    const demo = () => livret(["demo", "--dossiers", "1", "--lang", "en"], "", env);
    const refused = await demo();
    deepEqual([refused.code, refused.stdout], [1, ""]);
    match(refused.stderr, /^Another Livret process is using this database\. Stop it first/);
    equal((await fetch(`${service.origin}/faire-ess/demonstration`)).status, 404);
    await service.kill("SIGTERM");
    equal((await demo()).code, 0);
  });
});
