/** Three PostgreSQL 17 under Patroni behind HAProxy, on this machine alone, as Debian packages them; `null` where they are not there. */
import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sleep } from "../kill/scenario.ts";

const NEEDED = {
  "postgresql-17": "/usr/lib/postgresql/17/bin/postgres",
  patroni: "/usr/bin/patroni",
  "etcd-server": "/usr/bin/etcd",
  haproxy: "/usr/sbin/haproxy",
};
export const missingPackages = () => Object.entries(NEEDED).flatMap(([name, path]) => (existsSync(path) ? [] : [name]));

/** A lost leader is missed after so many seconds; Patroni takes no less. */
const TTL = 20;
const MEMBERS = [0, 1, 2];
const READY_MS = 180_000;

type Member = { readonly name: string; readonly role: string; readonly state: string };
export type Cluster = {
  /** Where whoever leads is reached. */
  readonly url: string;
  /** As a machine that loses its power: nothing of the leader's is left running. Gives its name. */
  readonly killLeader: () => Promise<string>;
  /** What was killed is started again; resolves once three are there. */
  readonly revive: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "livret-cluster-"));
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const [client, peer, ...ports] = await freePorts(10);
  const rest = ports.slice(0, 3);
  const own = ports.slice(3, 6);
  const write = ports[6]!;
  const running = new Map<string, ChildProcess>();
  const start = (name: string, program: string, args: readonly string[]) => {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: "ignore",
      env: { PATH: process.env.PATH, HOME: folder },
      ...user,
    });
    running.set(name, child);
  };
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const at = (port: number | undefined) => `http://127.0.0.1:${port}`;
  const named = `--name one --log-level error --initial-cluster one=${at(peer)}`;
  const heard = `--listen-client-urls ${at(client)} --advertise-client-urls ${at(client)}`;
  const between = `--listen-peer-urls ${at(peer)} --initial-advertise-peer-urls ${at(peer)}`;
  const words = `${named} ${heard} ${between}`.split(" ");
  start("etcd", NEEDED["etcd-server"], [...words, "--data-dir", join(folder, "etcd")]);
  const configs = MEMBERS.map((n) =>
    file(`member${n}.yml`, configOf({ n, folder, etcd: client!, rest: rest[n]!, port: own[n]! })),
  );
  const startMember = (n: number) => start(`member${n}`, NEEDED.patroni, [configs[n]!]);
  for (const n of MEMBERS) startMember(n);
  start("haproxy", NEEDED.haproxy, ["-db", "-f", file("haproxy.cfg", proxyOf(write, own, rest))]);

  const members = async (): Promise<readonly Member[]> => {
    for (const port of rest) {
      const answer = await fetch(`${at(port)}/cluster`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (answer?.ok) return ((await answer.json()) as { members: Member[] }).members;
    }
    return [];
  };
  const isWhole = (all: readonly Member[]) =>
    all.some(({ role, state }) => role === "leader" && state === "running") &&
    // One that is only running has not begun to follow: killed then, the leader takes rows with it.
    all.filter(({ state }) => state === "streaming").length === 2 &&
    all.some(({ role }) => role === "sync_standby");
  const whole = async () => {
    for (const ends = Date.now() + READY_MS; !isWhole(await members()) || !(await answers(write)); await sleep(300))
      if (Date.now() > ends) throw new Error(`the cluster is not ready: ${JSON.stringify(await members())}`);
  };
  const stop = async () => {
    for (const n of MEMBERS) killMember(running.get(`member${n}`), join(folder, `data${n}`));
    for (const child of running.values()) child.kill("SIGKILL");
    await sleep(300);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    await whole();
  } catch (fault) {
    await stop();
    throw fault;
  }
  return {
    url: `postgresql://postgres@127.0.0.1:${write}/postgres`,
    killLeader: async () => {
      const leader = (await members()).find(({ role }) => role === "leader")!;
      const n = Number(leader.name.slice(-1));
      killMember(running.get(`member${n}`), join(folder, `data${n}`));
      return leader.name;
    },
    revive: async () => {
      for (const n of MEMBERS) if (running.get(`member${n}`)!.killed) startMember(n);
      await whole();
    },
    stop,
  };
}

/** Patroni first, which would start its PostgreSQL again. */
function killMember(patroni: ChildProcess | undefined, data: string): void {
  patroni?.kill("SIGKILL");
  try {
    process.kill(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
  } catch {
    // It had not started, or was gone.
  }
}

async function answers(port: number): Promise<boolean> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    database: "postgres",
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

type Configured = {
  readonly n: number;
  readonly folder: string;
  readonly etcd: number;
  readonly rest: number;
  readonly port: number;
};

const configOf = ({ n, folder, etcd, rest, port }: Configured) => `scope: livret
name: member${n}
restapi: {listen: "127.0.0.1:${rest}", connect_address: "127.0.0.1:${rest}"}
etcd3: {hosts: ["127.0.0.1:${etcd}"]}
bootstrap:
  dcs:
    ttl: ${TTL}
    loop_wait: 3
    retry_timeout: 3
    maximum_lag_on_failover: 1048576
    synchronous_mode: true
    postgresql: {use_pg_rewind: true, use_slots: true, parameters: {wal_log_hints: "on", max_connections: 100}}
  initdb: [{encoding: UTF8}, {locale: C.UTF-8}, data-checksums]
postgresql:
  listen: 127.0.0.1:${port}
  connect_address: 127.0.0.1:${port}
  data_dir: ${folder}/data${n}
  bin_dir: /usr/lib/postgresql/17/bin
  pgpass: ${folder}/pgpass${n}
  pg_hba: ["local all all trust", "host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust"]
  authentication: {superuser: {username: postgres, password: x}, replication: {username: replicator, password: x}, rewind: {username: rewinder, password: x}}
  parameters: {unix_socket_directories: "${folder}"}
`;

const proxyOf = (write: number, own: readonly number[], rest: readonly number[]) => `global
  maxconn 400
defaults
  mode tcp
  timeout connect 2s
  timeout client 30m
  timeout server 30m
  timeout check 1s
listen write
  bind 127.0.0.1:${write}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${own.map((port, n) => `  server member${n} 127.0.0.1:${port} check port ${rest[n]}`).join("\n")}
`;

function postgresUser(): { uid: number; gid: number } | undefined {
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((line) => line.startsWith("postgres:"));
  const [, , uid, gid] = entry?.split(":") ?? [];
  return entry === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** All at once, so that none is given twice. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((one) => once(one, "listening")));
  const ports = servers.map((one) => (one.address() as { port: number }).port);
  await Promise.all(servers.map((one) => once(one.close(), "close")));
  return ports;
}
