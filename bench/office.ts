/**
 * `npm run bench office`: what an officer asks for all day in a school of 100 000 dossiers, signed in, as HTML over HTTP and eight
 * at a time, beside a bare Fastify server that does by raw SQL what ours must: find the session, read the same rows under row
 * security by keysets and kept counters, print as many of them, note an opening, write what is saved with its record.
 * BENCH_DOSSIERS says how many dossiers, and several sizes, such as 10000,1000000, are compared by how long a page takes.
 * BENCH_PATHS limits it to the paths that begin with one of its words, such as home,mine.
 */
import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Beside, compare, CONNECTIONS, ROUNDS, TOKEN } from "./lanes.ts";
import type { ServedOffice, Took } from "./office-server.ts";

/** Milliseconds. */
const LONG = 150;

type Path = Beside<ServedOffice> & {
  /** Each dossier serves once. */
  readonly once?: true;
};

const of = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
const PATHS: readonly Path[] = [
  {
    name: "the queue",
    goal: 0.4,
    livret: ({ livret }) => ({ url: `${livret}/dossiers` }),
    careful: ({ careful, intake, glance }) => ({ url: `${careful}/list?intake=${intake}&most=${glance}` }),
  },
  {
    name: "one group, page by page",
    goal: 0.4,
    livret: ({ livret, intake, group, cursors }, at) => ({
      url: `${livret}/dossiers?campagne=${intake}&groupe=${group}&apres=${of(cursors, at)}`,
    }),
    careful: ({ careful, intake, group, cursors }, at) => ({
      url: `${careful}/list?intake=${intake}&most=50&standing=${group}&after=${of(cursors, at)}`,
    }),
  },
  {
    name: "a name that is searched",
    goal: 0.5,
    livret: ({ livret, intake, names }, at) => ({
      url: `${livret}/dossiers?campagne=${intake}&nom=${encodeURIComponent(of(names, at))}`,
    }),
    careful: ({ careful, intake, names }, at) => ({
      url: `${careful}/search?intake=${intake}&name=${encodeURIComponent(of(names, at))}`,
    }),
  },
  {
    name: "a dossier that is opened",
    goal: 0.35,
    livret: ({ livret, opened }, at) => ({ url: `${livret}/dossiers/${of(opened, 2 * at)}` }),
    careful: ({ careful, opened }, at) => ({ url: `${careful}/open/${of(opened, 2 * at + 1)}` }),
  },
  {
    name: "a verdict that is given",
    goal: 0.6,
    once: true,
    livret: ({ livret, judged }, at) => ({ url: `${livret}/dossiers/${of(judged, 2 * at)}`, body: verdict() }),
    careful: ({ careful, judged }, at) => ({ url: `${careful}/judge/${of(judged, 2 * at + 1)}`, body: verdict() }),
  },
];

/** The first pages: of the school's staff, of a person as the office sees them, and of that person. */
const FIRST: readonly Path[] = [
  {
    name: "home: what waits",
    goal: 0.4,
    livret: ({ livret }) => ({ url: `${livret}/a-faire` }),
    careful: ({ careful }) => ({ url: `${careful}/home` }),
  },
  {
    name: "search: anybody of any year",
    goal: 0.4,
    livret: ({ livret, names }, at) => ({ url: `${livret}/personnes?q=${encodeURIComponent(of(names, at))}` }),
    careful: ({ careful, names }, at) => ({ url: `${careful}/anybody?name=${encodeURIComponent(of(names, at))}` }),
  },
  {
    name: "person: the whole of one",
    goal: 0.4,
    livret: ({ livret, people }, at) => ({ url: `${livret}/personnes/${of(people, 2 * at).account}` }),
    careful: ({ careful, people }, at) => ({ url: `${careful}/person/${of(people, 2 * at + 1).account}` }),
  },
  {
    name: "mine: one’s own first page",
    goal: 0.4,
    livret: ({ livret, people }, at) => ({ url: `${livret}/mon-parcours`, session: of(people, at).session }),
    careful: ({ careful, people }, at) => ({ url: `${careful}/mine`, session: of(people, at).session }),
  },
];

/** A dossier that nobody has judged yet, each time another. */
function verdict(): string {
  const fields = { "conform-contact": "yes", "reason-contact": "", "seen-contact": "0", do: "judge:contact" };
  return new URLSearchParams({ _csrf: TOKEN, _attempt: randomUUID(), ...fields }).toString();
}

export async function benchOffice(count: number, sizes: readonly number[]): Promise<void> {
  const taken = new Map<string, number[]>();
  for (const dossiers of sizes) {
    const times = await measured(count, dossiers);
    if (!times) return console.log("\nThe office: not measured, postgresql-17 is not installed");
    for (const [name, milliseconds] of times) taken.set(name, [...(taken.get(name) ?? []), milliseconds]);
  }
  if (sizes.length < 2) return;
  console.log(
    `\n95 of 100 pages take at most, ${sizes.map((one) => `at ${one.toLocaleString("en")} dossiers`).join(", ")}`,
  );
  for (const [name, all] of taken)
    console.log(
      `  ${name.padEnd(30)} ${all.map((one) => `${one.toFixed(1)} ms`).join(", ")}: ${(all.at(-1)! / all[0]!).toFixed(2)} × (goal ≤ 2)`,
    );
}

/** In milliseconds, what all but the slowest twentieth of our pages take, by path. */
async function measured(count: number, dossiers: number): Promise<ReadonlyMap<string, number> | undefined> {
  const flags = process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
  const execArgv = [...process.execArgv, ...flags];
  const server = fork(
    fileURLToPath(new URL("office-server.ts", import.meta.url)),
    [dossiers, 2 * count * (ROUNDS + 1)].map(String),
    { execArgv },
  );
  try {
    const ended = once(server, "exit").then(() =>
      Promise.reject(new Error("The server of the bench ended before it served")),
    );
    const [served] = (await Promise.race([once(server, "message"), ended])) as [ServedOffice | { missing: string }];
    ended.catch(() => {});
    if ("missing" in served) return undefined;
    console.log(
      `\nThe office, ${dossiers.toLocaleString("en")} dossiers in one intake, PostgreSQL 17 without fsync, ${CONNECTIONS} connections`,
    );
    const slowest = new Map<string, number>();
    // Nobody judges a part twice.
    const most = Math.floor(served.judged.length / (2 * (ROUNDS + 1)));
    const words = process.env.BENCH_PATHS?.split(",");
    const asked = [...FIRST, ...PATHS].filter(({ name }) => words?.some((word) => name.startsWith(word)) ?? true);
    for (const path of asked)
      slowest.set(path.name, await compare(path, served, path.once ? Math.min(count, most) : count));
    if (!words) await sayStaff(server);
    return slowest;
  } finally {
    server.disconnect();
    if (server.exitCode === null) await once(server, "exit");
  }
}

/** What one client waits for each page that somebody of the staff reaches, alone: those that take long. */
async function sayStaff(server: ChildProcess): Promise<void> {
  server.send("staff");
  const [pages] = (await once(server, "message")) as [readonly Took[]];
  const slow = pages.filter(({ ms }) => ms > LONG).sort((a, b) => b.ms - a.ms);
  console.log(
    `  ${pages.length} pages of the staff, one client: ${slow.length === 0 ? "none" : slow.length} above ${LONG} ms (goal: none)`,
  );
  for (const { who, kind, ms } of slow) console.log(`    ${ms.toFixed(0)} ms ${kind} (${who})`);
}
