/* Of a server alone: the embedded database has no connection to lose, and nobody to wait for. */
import { deepEqual, equal, rejects } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { startPostgres } from "../test/postgres.ts";
import { type Opened, openServer } from "./open.ts";
import { type Tx, withSchool } from "./school.ts";

const given = process.env.LIVRET_TEST_DATABASE_URL;
const own = given === undefined ? await startPostgres() : null;
const url = given ?? own?.url;

describe("a connection that a server drops", { skip: url === undefined && "apt-get install postgresql-17" }, () => {
  let opened: Opened;
  before(async () => {
    opened = await openServer(url!, url!);
  });
  after(async () => {
    await opened.close();
    await own?.stop();
  });
  const drop = (pid: number) =>
    opened.asOwner(async (owner) => void (await owner.query("select pg_terminate_backend($1, 5000)", [pid])));

  it("in the middle of a transaction ends that one with a fault, and not the process; the next has another", async () => {
    const broken = withSchool(opened.db, "faire-ess", async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await drop(rows[0]!.pid);
      await sql`select 1`.execute(tx);
    });
    await rejects(broken);
    const { rows } = await withSchool(opened.db, "faire-ess", (tx) =>
      sql<{ one: number }>`select 1 as one`.execute(tx),
    );
    deepEqual(rows, [{ one: 1 }]);
  });

  it("begins a transaction again that waited for another which waited for it: both are done", async () => {
    const lock = (tx: Tx, key: number) => sql`select pg_advisory_xact_lock(${key})`.execute(tx);
    const bothHold = meeting(2);
    const tried = { forth: 0, back: 0 };
    const inOrder = async (way: "forth" | "back", keys: readonly [number, number]) =>
      withSchool(opened.db, "faire-ess", async (tx) => {
        tried[way]++;
        await lock(tx, keys[0]);
        if (tried[way] === 1) await bothHold();
        await lock(tx, keys[1]);
        return way;
      });
    deepEqual(await Promise.all([inOrder("forth", [1, 2]), inOrder("back", [2, 1])]), ["forth", "back"]);
    equal(tried.forth + tried.back, 3);
  });
});

/** Lets everybody go on once so many have come. */
function meeting(of: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    if (++come === of) resolve();
    return promise;
  };
}
