/** A server that is there and says nothing: a machine that swaps, a disk that hangs. */
import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type Postgres, startPostgres } from "./postgres.ts";
import { type Service, startService, stopServices } from "./service.ts";

const postgres: Postgres | null = await startPostgres();

describe("a service whose database is frozen", { skip: postgres === null && "apt-get install postgresql-17" }, () => {
  let service: Service;
  let frozen: readonly number[] = [];
  const signal = (name: "SIGSTOP" | "SIGCONT") => {
    for (const pid of frozen) process.kill(pid, name);
  };
  before(async () => {
    service = await startService(mkdtempSync(join(tmpdir(), "livret-frozen-")), { DATABASE_URL: postgres!.url });
  });
  after(async () => {
    signal("SIGCONT");
    stopServices();
    await postgres?.stop();
  });

  /** The server itself, and each process of it that answers somebody. */
  const processes = async (): Promise<readonly number[]> => {
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: postgres!.url });
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::integer as pid
       union select pid from pg_stat_activity where pid <> pg_backend_pid()`,
    );
    await client.end();
    return rows.map(({ pid }) => pid);
  };

  it("says in words that it is not ready, and is ready again once the database goes on", async () => {
    const ready = () => fetch(`${service.origin}/readyz`);
    equal((await ready()).status, 200);
    frozen = await processes();
    signal("SIGSTOP");
    const away = await ready();
    const said = (await away.json()) as { title: string; checks: unknown };
    deepEqual([away.status, said.checks], [503, { database: false, migrations: false, disk: true }]);
    match(said.title, /n’est pas prêt/);
    equal((await fetch(`${service.origin}/healthz`)).status, 200, "the process itself answers");
    signal("SIGCONT");
    let status = 503;
    while (status === 503) ({ status } = await ready());
    equal(status, 200);
  });
});
