/* Of a server alone: the embedded database has no driver in between. */
import { deepEqual, equal, rejects } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Socket } from "node:net";
import { CompiledQuery, sql } from "kysely";
import type { Client } from "pg";
import { startPostgres } from "../test/postgres.ts";
import { alongside, joining } from "./joined.ts";
import { openServer } from "./open.ts";
import { type Tx, withSchool } from "./school.ts";

const given = process.env.LIVRET_TEST_DATABASE_URL;
const own = given === undefined ? await startPostgres() : null;
const url = given ?? own?.url;

describe("a transaction on a server", { skip: url === undefined && "apt-get install postgresql-17" }, () => {
  let client: Client;
  before(async () => {
    const { default: pg } = await import("pg");
    client = new (joining(pg.Client))({ connectionString: url, pipeline: true });
    await client.connect();
    await client.query("create temporary table thing (id integer)");
  });
  after(async () => {
    await client.end();
    await own?.stop();
  });

  const kept = async () => (await client.query("select id from thing order by id")).rows.map(({ id }) => id as number);
  const isolation = "select current_setting('transaction_isolation') as level";

  it("begins with the statement that follows, whose answer alone comes back", async () => {
    equal((await client.query("begin")).command, "BEGIN");
    deepEqual((await client.query("select set_config('livret.establishment', 'here', true) as set")).rows, [
      { set: "here" },
    ]);
    await client.query("insert into thing values (1)");
    equal((await client.query("commit")).command, "COMMIT");
    deepEqual(await kept(), [1]);
    // The setting ended with the transaction.
    deepEqual((await client.query("select current_setting('livret.establishment', true) as set")).rows, [{ set: "" }]);
  });

  it("begins before a statement with values as well", async () => {
    await client.query("begin");
    await client.query("insert into thing values ($1)", [2]);
    await client.query("rollback");
    deepEqual(await kept(), [1]);
  });

  it("keeps the isolation that it was begun with", async () => {
    await client.query("start transaction isolation level repeatable read");
    deepEqual((await client.query(isolation)).rows, [{ level: "repeatable read" }]);
    await client.query("commit");
    deepEqual((await client.query(isolation)).rows, [{ level: "read committed" }]);
  });

  it("in which nothing was asked is none, and leaves none behind", async () => {
    for (const end of ["commit", "rollback"]) {
      await client.query("begin");
      equal((await client.query(end)).command, end.toUpperCase());
    }
    await client.query("insert into thing values (3)");
    await client.query("rollback");
    deepEqual(await kept(), [1, 3]);
  });

  it("whose first statement fails is undone, and the next begins anew", async () => {
    await client.query("begin");
    await rejects(client.query("select 1 / 0"), /division by zero/);
    await rejects(client.query("insert into thing values (4)"), /transaction is aborted/);
    await client.query("rollback");
    await client.query("begin");
    await client.query("insert into thing values (5)");
    await client.query("commit");
    deepEqual(await kept(), [1, 3, 5]);
  });

  it("sends what is asked at once in one packet, and answers each", async () => {
    const packets = packetsOf(client);
    await client.query("begin");
    const all = [7, 8, 9].map((one) => client.query("select $1::integer as one", [one]));
    deepEqual(
      (await Promise.all(all)).map(({ rows }) => rows[0].one as number),
      [7, 8, 9],
    );
    equal(packets.length, 1);
    await client.query("commit");
  });

  it("of a school sends together what its work asks at once, and not each after the answer to the one before", async (context) => {
    const opened = await openServer(url!, url!);
    const packets = context.mock.method(Socket.prototype as Required<Socket>, "_writev");
    try {
      const words = await withSchool(opened.db, "here", async (tx) => {
        const asked = ["one", "other"].map((word) => sql<{ word: string }>`select ${word} as word`.execute(tx));
        return (await Promise.all(asked)).map(({ rows }) => rows[0]?.word);
      });
      deepEqual(words, ["one", "other"]);
      equal(packets.mock.callCount(), 1);
    } finally {
      await opened.close();
    }
  });

  it("sends what nobody waits for with what follows, in one packet, and in order", async () => {
    const packets = packetsOf(client);
    const { sql, parameters } = alongside(CompiledQuery.raw("insert into thing values ($1)", [6]));
    await client.query("begin");
    await client.query("set local livret.establishment to 'here'");
    await client.query(sql, parameters as unknown[]);
    const seen = "select id, current_setting('livret.establishment') as set from thing where id = $1";
    deepEqual((await client.query(seen, [6])).rows, [{ id: 6, set: "here" }]);
    equal(packets.length, 1);
    await client.query("commit");
    deepEqual((await kept()).at(-1), 6);
  });

  it("tells the fault of what nobody waited for, at the latest as it ends, and is then undone", async () => {
    const broken = alongside(CompiledQuery.raw("insert into thing values ($1 / 0)", [7]));
    for (const next of [["select $1::integer", [1]], ["select 1"], ["commit"]] as [string, unknown[]?][]) {
      await client.query("begin");
      await client.query("insert into thing values ($1)", [8]);
      await client.query(broken.sql, broken.parameters as unknown[]);
      await rejects(client.query(...next), /division by zero/);
      await client.query("rollback");
    }
    // Undone with the rest, it is not even sent.
    await client.query("begin");
    await client.query(broken.sql, broken.parameters as unknown[]);
    await client.query("rollback");
    equal((await kept()).includes(8), false);
  });

  it("throws its first fault from each statement that went out together, and not that it is aborted since", async () => {
    const opened = await openServer(url!, url!);
    const broken = () => alongside(CompiledQuery.raw("select 1 / $1::integer", [0]));
    const codes: unknown[] = [];
    const asked = (tx: Tx) => (_: unknown, one: number) =>
      sql`select ${one}::integer`.execute(tx).catch((fault: { code?: string }) => codes.push(fault.code));
    try {
      const work = withSchool(opened.db, "here", async (tx) => {
        await tx.executeQuery(broken());
        await Promise.all(Array.from({ length: 4 }, asked(tx)));
        await sql`select 1`.execute(tx);
      });
      await rejects(work, { code: "22012" });
      deepEqual(codes, ["22012", "22012", "22012", "22012"]);
      // The next transaction of the connection has its own.
      await rejects(
        withSchool(opened.db, "here", async (tx) => {
          await tx.executeQuery(alongside(CompiledQuery.raw("select $1::text::integer", ["word"])));
          await Promise.all([1, 2].map((one) => sql`select ${one}::integer`.execute(tx)));
        }),
        { code: "22P02" },
      );
    } finally {
      await opened.close();
    }
  });

  it("plans a statement once for any values, and compiles none, however large its tables", async () => {
    const opened = await openServer(url!, url!);
    try {
      const asked = sql<object>`select current_setting('plan_cache_mode') as plans, current_setting('jit') as jit`;
      deepEqual((await asked.execute(opened.db)).rows, [{ plans: "force_generic_plan", jit: "off" }]);
    } finally {
      await opened.close();
    }
  });

  it("is had by nobody whose instants would be written in another zone, on which the hashes of rows depend", async () => {
    const asked = new URL(url!);
    asked.searchParams.set("options", "-c role=livret_app -c timezone=Europe/Paris");
    await rejects(openServer(asked.href, url!), /in the zone Europe\/Paris: audit records would not hold/);
  });
});

/** Each as it leaves for the server. */
function packetsOf(client: Client): readonly unknown[] {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const packets: unknown[] = [];
  stream._writev = (chunks, done) => {
    packets.push(chunks);
    Socket.prototype._writev!.call(stream, chunks, done);
  };
  return packets;
}
