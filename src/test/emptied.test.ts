/** A test that is lent what another has used finds what a new database is. */
import { deepEqual, equal, notDeepEqual, ok, rejects } from "node:assert/strict";
import { after, describe, it } from "node:test";
import { sql } from "kysely";
import { readSchema, sayAsSql } from "../db/dump.ts";
import { migrate, migrationState } from "../db/migrate.ts";
import { withSchool } from "../db/school.ts";
import type { Opened } from "../db/open.ts";
import { buildDemo } from "../cli/demo/build.ts";
import { lendsAgain } from "./emptied.ts";
import { testWorldOf } from "./server.ts";
import { emptyDatabase, testDatabase } from "./world.ts";

type Found = { name: string; rows: string[]; size: number };

/** Every table with its rows and its length, and every sequence with its place. */
async function contentsOf({ asOwner }: Opened): Promise<{ tables: Found[]; sequences: unknown[] }> {
  return asOwner(async (owner) => {
    const tables: Found[] = [];
    const named = await owner.query<{ name: string; size: number }>(
      `select relname as name, pg_relation_size(oid)::int as size from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    for (const { name, size } of named) {
      const rows = await owner.query<{ row: string }>(`select x::text as row from "${name}" x order by 1`);
      tables.push({ name, size, rows: rows.map(({ row }) => row) });
    }
    const sequences: unknown[] = [];
    for (const { name } of await owner.query<{ name: string }>(
      "select sequencename as name from pg_sequences order by 1",
    ))
      sequences.push(name, ...(await owner.query(`select last_value, is_called from "${name}"`)));
    return { tables, sequences };
  });
}

const schemaOf = async ({ asOwner }: Opened) => sayAsSql(await asOwner(readSchema));

/** Which database it is, embedded or on a server. */
const which = ({ asOwner }: Opened) =>
  asOwner((owner) => owner.query("select current_database(), pg_postmaster_start_time()::text"));

/** When each migration ran, which no two databases share. */
const withoutHours = ({ tables, ...rest }: Awaited<ReturnType<typeof contentsOf>>) => ({
  ...rest,
  tables: tables.map(({ rows, ...table }) => ({
    ...table,
    rows: table.name === "migration" ? rows.map((row) => row.replace(/,[^,]*$/, "")) : rows,
  })),
});

describe("a database that is emptied", () => {
  const kept: Opened[] = [];
  after(async () => {
    for (const opened of kept) await opened.close();
  });
  const another = async () => {
    const opened = await testDatabase();
    kept.push(opened);
    return opened;
  };

  it("equals one where the migrations have just run, in every table, sequence and right, after a school has lived in it", async () => {
    const { world, opened, close } = await testWorldOf();
    await buildDemo(world, { schools: ["faire-ess"], dossiers: 3, seed: 7, parallel: 1 });
    await opened.asOwner((owner) =>
      owner.query("select nextval(oid) from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace"),
    );
    const lived = await contentsOf(opened);
    const full = lived.tables.filter(({ rows }) => rows.length > 0).length;
    ok(full > 20, `${full} tables`);
    const same = await which(opened);
    await close();

    const again = await another();
    if (lendsAgain()) deepEqual(await which(again), same);
    const bare = await emptyDatabase();
    kept.push(bare);
    await migrate(bare);
    const [emptied, made] = [await contentsOf(again), await contentsOf(bare)];
    notDeepEqual(emptied, lived);
    deepEqual(withoutHours(emptied), withoutHours(made));
    equal(await schemaOf(again), await schemaOf(bare));
    equal((await migrationState(again)).state, "current");
  });

  it("is shut to whoever had it before", async () => {
    const first = await testDatabase();
    await first.close();
    await first.close();
    const second = await another();
    await rejects(withSchool(first.db, "faire-ess", (tx) => tx.selectFrom("mail").selectAll().execute()));
    await rejects(
      first.asOwner((owner) => owner.run("select 1")),
      /closed/,
    );
    deepEqual(await withSchool(second.db, "faire-ess", (tx) => tx.selectFrom("mail").selectAll().execute()), []);
  });

  it("leaves no table of a session behind", async () => {
    const first = await testDatabase();
    await sql`create temporary table mine (id integer)`.execute(first.db);
    await first.close();
    const second = await another();
    await rejects(sql`select from mine`.execute(second.db), /"mine" does not exist/);
  });

  it("is not lent again once its owner changed more than rows", async () => {
    for (const change of [
      "drop policy school on mail",
      "alter table mail add column ornithorynque text",
      "analyze mail",
    ]) {
      const first = await testDatabase();
      await first.asOwner((owner) => owner.run(change));
      await first.close();
      const second = await testDatabase();
      const schema = await schemaOf(second);
      ok(schema.includes("create policy school on mail ") && !/^ {2}ornithorynque text/m.test(schema), change);
      deepEqual(
        await second.asOwner((owner) => owner.query("select from pg_stats where tablename = 'mail'")),
        [],
        change,
      );
      await second.close();
    }
  });
});
