import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type RawBuilder, sql } from "kysely";
import { unguardedTables } from "../doctor/doctor.ts";
import { type TestWorld, testWorld } from "../test/world.ts";
import { type Tx, withSchool } from "./school.ts";

const OURS = "first-school";
const THEIRS = "second-school";

type Column = { readonly table: string; readonly column: string; readonly type: string };

/**
 * One row in every table of a school, made up from the types of its columns: a new table is under these tests at once. Checks
 * and references would ask for sensible rows, and are put aside: row security does not look at them.
 */
async function fill({ opened }: TestWorld, establishment: string): Promise<readonly string[]> {
  return opened.asOwner(async (owner) => {
    const columns = await owner.query<Column>(
      `select relname as table, attname as column, format_type(atttypid, atttypmod) as type
       from pg_attribute join pg_class on pg_class.oid = attrelid
       where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
         and attgenerated = '' and attidentity = ''
       order by relname, attnum`,
    );
    const asked = await owner.query<{ drop: string }>(
      `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
       where connamespace = 'public'::regnamespace and contype in ('c', 'f')`,
    );
    for (const { drop } of asked) await owner.run(drop);
    const tables = Map.groupBy(columns, ({ table }) => table);
    for (const [table, those] of tables) {
      if (!ofSchool(those)) continue;
      const names = those.map(({ column }) => `"${column}"`);
      const values = those.map(({ column, type }) =>
        column === "establishment_id" ? `'${establishment}'` : some(type),
      );
      await owner.run(`insert into ${table} (${names.join()}) values (${values.join()})`);
    }
    return [...tables].flatMap(([table, those]) => (ofSchool(those) ? [table] : []));
  });
}

const ofSchool = (columns: readonly Column[]) => columns.some(({ column }) => column === "establishment_id");

/** A literal that a column of this type takes: `1` is a text, a number, JSON, bytes and true. */
function some(type: string): string {
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "date" || type.startsWith("timestamp")) return "'now'";
  return type.endsWith("[]") ? "'{}'" : "'1'";
}

describe("row security", () => {
  let t: TestWorld;
  let tables: readonly string[];
  before(async () => {
    t = await testWorld();
    tables = await fill(t, OURS);
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
      [...tables, "migration"].sort(),
    );
  });

  it("shows a row of each table to its own school, none to another, and none with no school set", async () => {
    for (const table of tables) {
      assert.equal(await seenBy(OURS, table), 1, table);
      assert.equal(await seenBy(THEIRS, table), 0, table);
      assert.equal(await seenWithNone(table), 0, table);
      assert.equal(await seenBy("", table), 0, table);
    }
  });

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

  it("takes the name of a school as a name, whatever is written in it", async () => {
    const hostile = "it's \\' or true --";
    const set = sql<{ name: string }>`select current_setting('livret.establishment') as name`;
    assert.deepEqual((await withSchool(t.world.db, hostile, (tx) => set.execute(tx))).rows, [{ name: hostile }]);
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

  it("lends no function of the owner’s to what a session makes for itself", async () => {
    const nobody = randomUUID();
    const trap = `create function pg_temp.who() returns text language sql as 'select current_user::text';
      create view pg_temp.account as select '${nobody}'::uuid as id, '*' as establishment_id, pg_temp.who() as address,
        'x' as name, 'fr' as language;
      grant select on pg_temp.account to public`;
    const spring = async (tx: Tx) => {
      for (const one of trap.split(";")) await sql.raw(one).execute(tx);
      return sql`select address from account_contact(${nobody}::uuid)`.execute(tx);
    };
    const ran = await withSchool(t.world.db, OURS, spring, { keep: () => false });
    assert.deepEqual(ran.rows, []);
    const { rows } = await sql<{ name: string }>`
      select proname as name from pg_proc f
      where pronamespace = 'public'::regnamespace and prosecdef
        and not exists (select from unnest(f.proconfig) setting where setting like 'search_path=%, pg_temp')`.execute(
      t.world.db,
    );
    assert.deepEqual(rows, []);
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

describe("work for a school", () => {
  it("is begun again where a migration ran since it was last done", async () => {
    const t = await testWorld();
    try {
      let begun = 0;
      const work = () =>
        withSchool(t.world.db, OURS, async (tx) => {
          begun++;
          return tx.selectFrom("room").selectAll().where("version", ">", 0).execute();
        });
      await t.opened.asOwner((owner) =>
        owner.run(
          `insert into room (establishment_id, id, name, seats, entered_by, entered_at)
           values ('${OURS}', gen_random_uuid(), 'Salle 1', 12, 'operator', now())`,
        ),
      );
      await work();
      await t.opened.asOwner((owner) => owner.run("alter table room add column floor text default 'ground'"));
      const [room] = (await work()) as { floor?: string }[];
      assert.deepEqual([room?.floor, begun], ["ground", 3]);
    } finally {
      await t.close();
    }
  });

  const place = (tx: Tx) =>
    sql<{ name: string }>`select current_setting('livret.establishment', true) as name`.execute(tx);

  it("asks nothing outside of it, whenever what goes on beside a fault asks", async () => {
    const t = await testWorld();
    try {
      const asked: Promise<string | undefined>[] = [];
      const late = async (tx: Tx, turns: number) => {
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        return (await place(tx)).rows[0]?.name;
      };
      for (let turns = 0; turns < 40; turns++) {
        const broken = withSchool(t.world.db, OURS, (tx) => {
          asked.push(late(tx, turns).catch(() => "refused"));
          return Promise.reject(new Error("broken"));
        });
        await assert.rejects(broken, /broken/);
      }
      const found = new Set(await Promise.all(asked));
      assert.deepEqual(found, new Set([OURS, "refused"]));
    } finally {
      await t.close();
    }
  });

  it("is answered as before where it asks once, until it writes", async () => {
    const t = await testWorld();
    try {
      const count = (tx: Tx) => sql<{ n: number }>`select count(*)::integer as n from room`.execute(tx);
      const read = (tx: Tx) => Promise.all([count(tx), count(tx)]);
      const draw = async (tx: Tx) => (await sql<{ n: number }>`select random() as n`.execute(tx)).rows[0]?.n;
      const counts = await withSchool(
        t.world.db,
        OURS,
        async (tx) => {
          const before = await read(tx);
          const drawn = await draw(tx);
          await sql`insert into room (id, name, seats, entered_by, entered_at)
            values (gen_random_uuid(), 'Salle 2', 12, 'operator', now())`.execute(tx);
          assert.equal(await draw(tx), drawn, "no room was asked for");
          const counted = [...before, ...(await read(tx))].map(({ rows }) => rows[0]?.n);
          await sql`update room set seats = 13`.execute(tx);
          assert.notEqual(await draw(tx), drawn);
          return counted;
        },
        { asksOnce: true },
      );
      assert.deepEqual(counts, [0, 0, 1, 1]);
    } finally {
      await t.close();
    }
  });
});
