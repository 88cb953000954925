/** Starts Debian's PostgreSQL 17 in a folder of its own, for the length of a run; `null` where it is not installed. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/* By their full path: an older version's `postgres` may come first on the PATH. */
const BINARIES = "/usr/lib/postgresql/17/bin";

type Settings = Readonly<Record<string, string | number>>;

export type Postgres = {
  readonly url: string;
  /** Stops it as an administrator does who is in a hurry, and starts it again once `work` is done. */
  readonly away: (work: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Looks over every table each second, as a server that has lived for a while does: what counts on the place of rows, or
 * on none having been cleared away, fails each time.
 */
export const TIDIES_ALWAYS: Settings = {
  autovacuum_naptime: 1,
  autovacuum_vacuum_threshold: 0,
  autovacuum_vacuum_scale_factor: 0,
  autovacuum_vacuum_insert_threshold: 0,
  autovacuum_vacuum_insert_scale_factor: 0,
};

export async function startPostgres(more: Settings = {}): Promise<Postgres | null> {
  const user = serverUser();
  if (!existsSync(`${BINARIES}/postgres`) || user === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "livret-postgres-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const options = { ...as, cwd: folder, env: { LANG: "C.UTF-8" } };
  const made = spawnSync(
    `${BINARIES}/initdb`,
    ["-D", `${folder}/data`, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  // Nothing of it outlives the run, so nothing is forced to disk.
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    fsync: "off",
    max_connections: 100,
    ...more,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const launch = async () => {
    const launched = spawn(`${BINARIES}/postgres`, ["-D", `${folder}/data`, ...args], {
      ...options,
      stdio: ["ignore", "ignore", "pipe"],
    });
    await listening(launched);
    return launched;
  };
  let server = await launch();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    away: async (work) => {
      await end(server);
      try {
        await work();
      } finally {
        server = await launch();
      }
    },
    stop: async () => {
      await end(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An empty database on a server, and its address. */
export async function newDatabase(server: string, name: string): Promise<string> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** The server refuses to run as root: `null` is ourselves, `undefined` nobody. */
function serverUser(): { uid: number; gid: number } | null | undefined {
  if (process.getuid?.() !== 0) return null;
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((line) => line.startsWith("postgres:"));
  const [, , uid, gid] = entry?.split(":") ?? [];
  return entry === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.on("data", (data: Buffer) => {
      log += data.toString();
      if (log.includes("ready to accept connections")) resolve();
    });
    server.on("exit", (code) => reject(new Error(`postgres ended with ${code}: ${log}`)));
  });
}

async function end(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  // SIGINT is its fast shutdown: whoever is still connected is cut off.
  server.kill("SIGINT");
  await ended;
}

/** `node src/test/postgres.ts npm run test:postgres`: runs a command with such a server, then stops it. */
if (import.meta.main) {
  const postgres = await startPostgres();
  if (!postgres) {
    console.error("PostgreSQL 17 is missing: apt-get install postgresql-17");
    process.exit(1);
  }
  const [command = "true", ...args] = process.argv.slice(2);
  const child = spawn(command, args, {
    stdio: "inherit",
    env: { ...process.env, LIVRET_TEST_DATABASE_URL: postgres.url },
  });
  process.exitCode = await new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  await postgres.stop();
}
