/* Of a server alone: the embedded database has no driver in between. */
import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Client } from "pg";
import { startPostgres } from "../test/postgres.ts";
import { isStalePlan, preparing } from "./prepared.ts";

const given = process.env.LIVRET_TEST_DATABASE_URL;
const own = given === undefined ? await startPostgres() : null;
const url = given ?? own?.url;

describe("a statement on a server", { skip: url === undefined && "apt-get install postgresql-17" }, () => {
  let client: Client;
  before(async () => {
    const { default: pg } = await import("pg");
    client = new (preparing(pg.Client))({ connectionString: url });
    await client.connect();
    await client.query("create temporary table thing (id integer, said text)");
  });
  after(async () => {
    await client.end();
    await own?.stop();
  });

  const prepared = async (like: string) =>
    (await client.query(`select statement from pg_prepared_statements where statement like '${like}' order by 1`)).rows;

  it("that comes again is prepared once, and gives what each time's values ask for", async () => {
    const twice = (value: number) => client.query("select $1::integer * 2 as double", [value]);
    deepEqual([(await twice(2)).rows, (await twice(21)).rows], [[{ double: 4 }], [{ double: 42 }]]);
    equal((await prepared("select $1::integer * 2%")).length, 1);
  });

  it("without values, or with as many as a list is long, is not", async () => {
    await client.query("select 'alone'", []);
    const many = Array.from({ length: 30 }, (_, at) => at);
    await client.query(`select ${many.map((at) => `$${at + 1}::integer`).join(" + ")} as many`, many);
    deepEqual(await prepared("%alone%"), []);
    deepEqual(await prepared("%as many%"), []);
  });

  it("goes on when a migration adds a column to its table", async () => {
    const keep = () =>
      client.query("insert into thing (id, said) values ($1, $2) returning to_jsonb(thing) as row", [1, "so"]);
    deepEqual((await keep()).rows, [{ row: { id: 1, said: "so" } }]);
    await client.query("alter table thing add column more text");
    deepEqual((await keep()).rows, [{ row: { id: 1, said: "so", more: null } }]);
  });

  it("that gives all columns fails once when a migration adds one, on whichever connection, and then gives it", async () => {
    const { default: pg } = await import("pg");
    const Preparing = preparing(pg.Client);
    const [one, other] = [new Preparing({ connectionString: url }), new Preparing({ connectionString: url })];
    await Promise.all([one.connect(), other.connect()]);
    await one.query("drop table if exists widening; create table widening (id integer)");
    const all = (by: Client) => by.query("select * from widening where id = $1", [1]);
    await Promise.all([all(one), all(other)]);
    await one.query("alter table widening add column more text");
    const fault = await all(one).catch((error: unknown) => error);
    equal(isStalePlan(fault), true);
    for (const by of [one, other])
      deepEqual(
        (await all(by)).fields.map(({ name }) => name),
        ["id", "more"],
      );
    await one.query("drop table widening");
    await Promise.all([one.end(), other.end()]);
  });

  it("that fails says so again, and spoils nothing that follows", async () => {
    const wrong = () => client.query("select 1 / $1::integer as part", [0]).catch((error: Error) => error.message);
    deepEqual([await wrong(), await wrong()], ["division by zero", "division by zero"]);
    deepEqual((await client.query("select 1 / $1::integer as part", [1])).rows, [{ part: 1 }]);
  });
});
