/** Statements of the embedded database, prepared by themselves. */
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { PGlite, protocol } from "@electric-sql/pglite";
import { CompiledQuery, Kysely, PGliteDialect } from "kysely";
import { preparingEmbedded } from "./prepared-embedded.ts";

describe("a statement on the embedded database", () => {
  let pglite: PGlite;
  let db: Kysely<object>;
  before(async () => {
    pglite = await PGlite.create();
    db = new Kysely({ dialect: new PGliteDialect({ pglite: preparingEmbedded(pglite, protocol.serialize) }) });
    await pglite.exec(
      "create table thing (id integer primary key, said text, bytes bytea, at timestamptz, more jsonb)",
    );
  });
  after(() => pglite.close());

  const ask = (text: string, ...values: unknown[]) =>
    db.transaction().execute((tx) => tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values)));
  const prepared = async (like: string) =>
    (await pglite.query("select statement from pg_prepared_statements where statement like $1", [like])).rows;

  it("that comes again in a transaction is prepared once, and gives what each time's values ask for", async () => {
    const twice = async (value: number) => (await ask("select $1::integer * 2 as double", value)).rows;
    deepEqual([await twice(2), await twice(21)], [[{ double: 4 }], [{ double: 42 }]]);
    equal((await prepared("select $1::integer * 2%")).length, 1);
  });

  it("takes and gives values as the driver does, of every kind, and counts what it wrote", async () => {
    const row = {
      id: 1,
      said: null,
      bytes: new Uint8Array([0, 255]),
      at: new Date(1_700_000_000_123),
      more: { a: [1] },
    };
    const { id, said, bytes, at, more } = row;
    const insert = "insert into thing values ($1, $2, $3, $4, $5)";
    equal((await ask(insert, id, said, bytes, at, JSON.stringify(more))).numAffectedRows, 1n);
    const [kept] = (await ask("select * from thing where id = $1", 1)).rows;
    const [plain] = (await pglite.query("select * from thing where id = $1", [1])).rows as [Record<string, unknown>];
    deepEqual(kept, plain);
    deepEqual({ ...kept, bytes: [...(kept as { bytes: Uint8Array }).bytes] }, { ...row, bytes: [0, 255] });
    deepEqual((await ask("update thing set said = $1", "so")).numAffectedRows, 1n);
  });

  it("without values, or with as many as a list is long, is not", async () => {
    await ask("select 'alone'");
    const many = Array.from({ length: 30 }, (_, at) => at);
    await ask(`select ${many.map((at) => `$${at + 1}::integer`).join(" + ")} as many`, ...many);
    deepEqual([await prepared("%''alone''%"), await prepared("%as many%")], [[], []]);
  });

  it("that fails says why each time, undoes its transaction, and spoils nothing that follows", async () => {
    const again = () => ask("insert into thing (id) values ($1)", 1);
    for (const _ of [1, 2])
      await rejects(again, (fault: { code: string; constraint: string; message: string }) => {
        match(fault.message, /duplicate key/);
        return fault.code === "23505" && fault.constraint === "thing_pkey";
      });
    await rejects(() => ask("select $1::integer from nowhere", 1), /nowhere/);
    deepEqual((await ask("select count(*)::integer as n from thing where id > $1", 0)).rows, [{ n: 1 }]);
  });

  it("goes on when a migration adds a column to its table", async () => {
    const whole = async () => (await ask("select to_jsonb(thing) as row from thing where id = $1", 1)).rows[0]!.row;
    const before = (await whole()) as object;
    await pglite.exec("alter table thing add column later text");
    deepEqual(await whole(), { ...before, later: null });
  });
});
