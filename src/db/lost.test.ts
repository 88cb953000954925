/* Of a server alone: the embedded database has no connection to lose. */
import { deepEqual, rejects } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { startPostgres } from "../test/postgres.ts";
import { type Opened, openServer } from "./open.ts";
import { withSchool } from "./school.ts";

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
});
