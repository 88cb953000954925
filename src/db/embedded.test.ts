/* Of the embedded database alone: a server has a driver in between (`prepared.test.ts`). */
import { deepEqual, equal, notDeepEqual, rejects } from "node:assert/strict";
import { openAsBlob } from "node:fs";
import { after, before, describe, it } from "node:test";
import { CompiledQuery } from "kysely";
import { templateFile } from "../test/world.ts";
import { type Opened, openPGlite } from "./open.ts";
import { type Tx, withSchool } from "./school.ts";

describe("a statement in the embedded database", () => {
  let opened: Opened;
  before(async () => {
    opened = await openPGlite({ loadDataDir: await openAsBlob(await templateFile()) });
    await opened.asOwner((owner) =>
      owner.run("create table thing (id integer, said text, on_day date); grant all on thing to livret_app"),
    );
  });
  after(() => opened.close());

  const within = <T>(work: (tx: Tx) => Promise<T>) => withSchool(opened.db, "faire-ess", work);
  const ask = (text: string, ...values: unknown[]) =>
    within(async (tx) => (await tx.executeQuery(CompiledQuery.raw(text, values))).rows);
  const prepared = (like: string) =>
    ask(`select name from pg_prepared_statements where statement like '${like}' and statement not like '%prepared%'`);

  it("that comes again is prepared once, and gives what each time's values ask for", async () => {
    const twice = (value: number) => ask("select $1::integer * 2 as double", value);
    deepEqual([await twice(2), await twice(21)], [[{ double: 4 }], [{ double: 42 }]]);
    equal((await prepared("select $1::integer * 2%")).length, 1);
  });

  it("without values, or with as many as a list is long, is not", async () => {
    deepEqual(await ask("select 'alone' as said"), [{ said: "alone" }]);
    const many = Array.from({ length: 30 }, (_, at) => at);
    const sum = `select ${many.map((at) => `$${at + 1}::integer`).join(" + ")} as many`;
    deepEqual(await ask(sum, ...many), [{ many: 435 }]);
    deepEqual(await prepared("%alone%"), []);
    deepEqual(await prepared("%as many%"), []);
  });

  it("gives nothing, days, lists and how many rows it changed, as one that is not prepared", async () => {
    await ask("insert into thing values ($1, $2, $3)", 7, null, "2028-02-29");
    deepEqual(await ask("select * from thing where id = any($1)", [7, 8]), [
      { id: 7, said: null, on_day: "2028-02-29" },
    ]);
    const { numAffectedRows } = await within((tx) =>
      tx.executeQuery(CompiledQuery.raw("update thing set said = $1 where id = $2", ["so", 7])),
    );
    equal(numAffectedRows, 1n);
  });

  it("takes and gives letters of every alphabet, empty text, and rows in their order, the last of several statements", async () => {
    const said = "Zoë Łukasz 日本 👩🏽‍🦽";
    deepEqual(await ask("select $1::text as said, $2::text as more union all select $2, null", said, ""), [
      { said, more: "" },
      { said: "", more: null },
    ]);
    deepEqual(await ask("select 1 as one; select 2 as two union all select 3"), [{ two: 2 }, { two: 3 }]);
    deepEqual(await ask("select 1 as one; set local datestyle to iso"), []);
  });

  it("is planned anew now and then, since its table may have grown", async () => {
    const count = CompiledQuery.raw("select count(*)::int as n from thing where id > $1", [0]);
    await within((tx) => tx.executeQuery(count));
    const first = await prepared("select count(%");
    await within(async (tx) => {
      for (let time = 0; time < 200; time++) deepEqual((await tx.executeQuery(count)).rows, [{ n: 1 }]);
    });
    const later = await prepared("select count(%");
    deepEqual([first.length, later.length], [1, 1]);
    notDeepEqual(later, first);
  });

  it("goes on when a migration adds a column to its table", async () => {
    const keep = () => ask("insert into thing (id) values ($1) returning to_jsonb(thing) as row", 9);
    deepEqual(await keep(), [{ row: { id: 9, said: null, on_day: null } }]);
    await opened.asOwner((owner) => owner.run("alter table thing add column more text"));
    deepEqual(await keep(), [{ row: { id: 9, said: null, on_day: null, more: null } }]);
  });

  it("that fails says so again, undoes its transaction, and spoils nothing that follows", async () => {
    const wrong = () =>
      within(async (tx) => {
        await tx.executeQuery(CompiledQuery.raw("delete from thing where id > $1", [0]));
        await tx.executeQuery(CompiledQuery.raw("select 1 / $1::integer as part", [0]));
      });
    await rejects(wrong, { code: "22012", message: "division by zero" });
    await rejects(wrong, { code: "22012", message: "division by zero" });
    deepEqual(await ask("select 1 / $1::integer as part", 1), [{ part: 1 }]);
    deepEqual(await ask("select count(*)::int > 0 as there from thing where id > $1", 0), [{ there: true }]);
    await rejects(ask("select ornithorynque from thing where id = $1", 1), { code: "42703" });
    deepEqual(await prepared("%ornithorynque%"), []);
  });
});
