import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type RawBuilder, sql } from "kysely";
import { perform } from "../act.ts";
import { keepAnswer, startInquiry } from "../admission/acts.ts";
import { keepLawFiles } from "../record/acts.ts";
import { unguardedTables } from "../record/doctor.ts";
import { newAttempt, type TestWorld, testWorld } from "../test/world.ts";
import { withSchool } from "./school.ts";

const OURS = "first-school";
const THEIRS = "second-school";

/** One row at least in every table of a school. */
async function fill({ world }: TestWorld, establishment: string): Promise<void> {
  const actor = { kind: "anyone" } as const;
  await perform(world, startInquiry, { actor, establishment, attempt: newAttempt(), input: {} });
  await perform(world, keepAnswer, {
    actor,
    establishment,
    attempt: newAttempt(),
    input: { language: "en", decisions: { echo: {} } },
  });
  const file = {
    name: "a.yaml",
    bytes: Buffer.from("a"),
    hash: "sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
  };
  assert.equal(await keepLawFiles(world, establishment, [file], { kind: "operator" }), 1);
}

const TABLES = ["attempt", "audit_chain", "audit_record", "inquiry", "kept_answer", "law_file"];

describe("row security", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
    await fill(t, OURS);
  });
  after(() => t.close());

  const count = async (
    table: string,
    run: (query: RawBuilder<{ count: number }>) => Promise<{ rows: { count: number }[] }>,
  ) => (await run(sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`)).rows[0]!.count;
  const seenWithNone = (table: string) => count(table, (query) => query.execute(t.world.db));
  const seenBy = (school: string, table: string) =>
    withSchool(t.world.db, school, (tx) => count(table, (query) => query.execute(tx)));

  it("stands on every table, but the one of migrations", async () => {
    assert.deepEqual(await unguardedTables(t.world.db), []);
    const { rows } = await sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(t.world.db);
    assert.deepEqual(
      rows.map(({ name }) => name),
      [...TABLES, "migration"],
    );
  });

  for (const table of TABLES) {
    it(`shows rows of ${table} to their own school, none to another, and none with no school set`, async () => {
      assert.ok((await seenBy(OURS, table)) > 0);
      assert.equal(await seenBy(THEIRS, table), 0);
      assert.equal(await seenWithNone(table), 0);
      assert.equal(await seenBy("", table), 0);
    });
  }

  it("lets nobody write for another school", async () => {
    const write = withSchool(t.world.db, OURS, (tx) =>
      tx
        .insertInto("law_file")
        .values({
          establishment_id: THEIRS,
          id: `sha256:${"0".repeat(64)}`,
          name: "x",
          bytes: Buffer.from(""),
          loaded_at: t.world.now(),
        })
        .execute(),
    );
    await assert.rejects(write, /row-level security/);
  });

  it("lets no record of an act be changed or taken away", async () => {
    const change = withSchool(t.world.db, OURS, (tx) =>
      tx.updateTable("audit_record").set({ actor: "somebody" }).execute(),
    );
    await assert.rejects(change, /permission denied/);
    await assert.rejects(
      withSchool(t.world.db, OURS, (tx) => tx.deleteFrom("audit_record").execute()),
      /permission denied/,
    );
  });

  it("does not carry a school from one transaction to the next", async () => {
    await seenBy(OURS, "inquiry");
    assert.equal(await seenWithNone("inquiry"), 0);
    await assert.rejects(
      withSchool(t.world.db, OURS, () => Promise.reject(new Error("broken"))),
      /broken/,
    );
    assert.equal(await seenWithNone("inquiry"), 0);
  });

  it("is what these tests rest on: with one policy gone they see the rows, and the doctor sees the table", async () => {
    const bare = await testWorld();
    try {
      await fill(bare, OURS);
      await bare.opened.asOwner((owner) =>
        owner.run("drop policy school on inquiry; create policy school on inquiry using (true)"),
      );
      const { rows } = await sql`select 1 from inquiry`.execute(bare.world.db);
      assert.equal(rows.length, 1);
      assert.deepEqual(await unguardedTables(bare.world.db), ["inquiry"]);
      await bare.opened.asOwner((owner) =>
        owner.run("drop policy school on inquiry; alter table inquiry disable row level security"),
      );
      assert.equal((await sql`select 1 from inquiry`.execute(bare.world.db)).rows.length, 1);
      assert.deepEqual(await unguardedTables(bare.world.db), ["inquiry"]);
    } finally {
      await bare.close();
    }
  });
});
