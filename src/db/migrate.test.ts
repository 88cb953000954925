import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { emptyDatabase, testDatabase } from "../test/world.ts";
import { compare, type Migration, migrate, migrationState, readMigrations, sayMigrationState } from "./migrate.ts";
import type { Opened } from "./open.ts";

function migration(name: string, text: string): Migration {
  return { name, text, hash: createHash("sha256").update(text).digest("hex") };
}

const A = migration("2026_a", "create table a (x integer); insert into a values (1);");
const B = migration("2027_b", "alter table a add y integer;");

describe("migrations", () => {
  let opened: Opened;
  before(async () => {
    opened = await emptyDatabase();
  });
  after(() => opened.close());

  it("run once each, in order, whoever comes at once", async () => {
    assert.deepEqual(await migrationState(opened, [A]), { state: "pending", names: ["2026_a"] });
    const both = await Promise.all([migrate(opened, [A]), migrate(opened, [A])]);
    assert.deepEqual(
      both.flatMap(({ applied }) => applied),
      ["2026_a"],
    );
    assert.deepEqual(await migrate(opened, [A, B]), { state: "current", applied: ["2027_b"] });
    assert.deepEqual(await migrationState(opened, [A, B]), { state: "current" });
  });

  it("stop at one that was changed after it ran, or that a newer program made", async () => {
    const changed = { ...A, hash: "other" };
    assert.deepEqual(await migrate(opened, [changed, B]), { state: "changed", names: ["2026_a"], applied: [] });
    assert.deepEqual(await migrate(opened, [A]), { state: "newer", names: ["2027_b"], applied: [] });
  });

  it("leave nothing behind when one of them fails", async () => {
    const good = migration("2028_c", "create table c (x integer)");
    const bad = migration("2029_d", "create table d (x nonsense)");
    await assert.rejects(migrate(opened, [A, B, good, bad]), /nonsense/);
    assert.deepEqual(await migrationState(opened, [A, B, good]), { state: "pending", names: ["2028_c"] });
    const { rows } = await sql<{ there: boolean }>`select to_regclass('c') is not null as there`.execute(opened.db);
    assert.deepEqual(rows, [{ there: false }]);
  });

  it("are not run by the application", async () => {
    await assert.rejects(sql`create table e (x integer)`.execute(opened.db), /permission denied/);
  });
});

describe("our own migrations", () => {
  it("have names that sort by time and say their subject", () => {
    for (const { name } of readMigrations()) assert.match(name, /^\d{12}_[a-z]+_[a-z_]+$/);
  });

  it("leave the database current", async () => {
    const opened = await testDatabase();
    assert.deepEqual(await migrationState(opened), { state: "current" });
    await opened.close();
  });
});

describe("the state of migrations", () => {
  it("tells the gravest difference first", () => {
    const other = { name: "2030_z", hash: "z" };
    const changed = { name: A.name, hash: "other" };
    assert.equal(compare([other, changed], [A, B]).state, "newer");
    assert.equal(compare([changed], [A, B]).state, "changed");
    assert.equal(compare([A], [A, B]).state, "pending");
    assert.equal(compare([A, B], [A, B]).state, "current");
  });

  it("is said in both languages, with what to do", () => {
    const pending = sayMigrationState({ state: "pending", names: ["2026_a"] });
    assert.match(pending.fr, /^Cette base attend 1 migration\u00a0: lancez « livret migrate »/);
    assert.match(pending.en, /^This database waits for 1 migration: run "livret migrate"/);
    assert.match(sayMigrationState({ state: "newer", names: ["2027_b"] }).fr, /version plus récente/);
    assert.match(sayMigrationState({ state: "changed", names: ["2027_b"] }).en, /Changed since/);
  });
});
