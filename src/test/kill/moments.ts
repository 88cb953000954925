/**
 * The moments at which much is decided at once: a commission closes, the calendar calls who comes next, a jury closes, results are
 * published; people are carried over by a table, invoices are issued, a file of the bank is imported, a period of the books is closed.
 * Lives lead there; the service that is sent the form of it is killed with kill -9 in the middle, and then it was done wholly or not at all,
 * and sent again it is done once and answered alike. Each kill is of a copy of the same place.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { readConfig, sayConfigProblems } from "../../config/config.ts";
import type { World } from "../../act/world.ts";
import { callThoseWhoComeNext } from "../../admission/duties.ts";
import { withSchool } from "../../db/school.ts";
import { type Cast, castOf, playStep, readyFor } from "../../house/lives/play.ts";
import type { Script, Step } from "../../house/lives/script.ts";
import { openStage } from "../../house/lives/stage.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { start, type Started } from "../../house/start.ts";
import { lawWorld } from "../../house/world.ts";
import { runDue } from "../../worker/run-due.ts";
import { stepByStep } from "../../worker/step-by-step.ts";
import { ROOT } from "../law-world.ts";
import { faultsOf, readLives } from "../playing.ts";
import type { Postgres } from "../postgres.ts";
import { LAWS } from "../server.ts";
import { sendShown, type Shown, shownTo } from "./by-page.ts";
import { sleep } from "./scenario.ts";

/** The step of its life that does this act and is done; or what the calendar does before the first step of a minute. */
type Moment = { readonly name: string } & ({ readonly act: string } | { readonly before: string });

const LIVES: readonly { readonly life: string; readonly moments: readonly Moment[] }[] = [
  {
    life: "called-from-the-waiting-list",
    moments: [
      { name: "commission", act: "closeCommission" },
      { name: "calls", before: "2027-06-13T08:00" },
    ],
  },
  {
    life: "diploma-at-the-first-session",
    moments: [
      { name: "jury", act: "closeJury" },
      { name: "results", act: "publishResults" },
    ],
  },
  {
    life: "a-school-that-begins-in-the-middle",
    moments: [
      { name: "carry-over", act: "carryOver" },
      { name: "invoices", act: "issueProposed" },
      { name: "bank-file", act: "importBankFile" },
      { name: "closed-books", act: "closeBooks" },
    ],
  },
];

/** One person as the other process needs to know them. */
type Known = readonly [string, { readonly account?: string; readonly token?: string; readonly invitations: unknown }];
export type Asked = {
  readonly file: string;
  readonly step: number;
  readonly now: string;
  readonly kept: { readonly people: readonly Known[]; readonly values: readonly [string, unknown][] };
  /** No act of anybody's: what the calendar has due. */
  readonly calendar: boolean;
};

function castAgain(script: Script, { people, values }: Asked["kept"]): Cast {
  const cast = castOf(script);
  for (const [name, { invitations, ...rest }] of people)
    Object.assign(cast.people.get(name)!, rest, { invitations: new Map(invitations as never) });
  for (const [name, value] of values) cast.kept.set(name, value);
  return cast;
}

type Place = { readonly data: string; readonly databaseUrl?: string };
/** Where it stands just before, and how to go on from there. */
type Before = { readonly moment: Moment; readonly place: Place; readonly asked: Asked };

export type Told = { readonly name: string; readonly line: string; readonly faults: readonly string[] };

type Proving = {
  readonly server: Postgres | null;
  readonly times: number;
  readonly random: () => number;
  /** By the name of a moment and the place of its life among these. */
  readonly wanted: (moment: string, life: number) => boolean;
};

export async function* proveMoments({ server, times, random, wanted }: Proving): AsyncGenerator<Told> {
  for (const [at, { life, moments }] of LIVES.entries()) {
    const chosen = moments.filter(({ name }) => wanted(name, at));
    if (chosen.length === 0) continue;
    const places = placesOn(server);
    try {
      for await (const before of momentsOf(life, chosen, places)) yield await prove(before, { places, times, random });
    } finally {
      await places.clear();
    }
  }
}

/** Plays a life, and stops just before each of its moments. */
async function* momentsOf(life: string, moments: readonly Moment[], places: Places): AsyncGenerator<Before> {
  const file = join(ROOT, "diplomas/deis/lives", `${life}.yaml`);
  const script = readLives([file]).scripts[0]!;
  const cast = castOf(script);
  const place = await places.empty();
  let at = 0;
  for (const moment of moments) {
    const isOf = ({ written }: Step) =>
      "act" in moment
        ? written.act === moment.act && (written.expect ?? "done") === "done"
        : written.at === moment.before;
    const until = script.steps.findIndex(isOf);
    const began = await startedAt(place);
    const stage = openStage(began.world, script.establishment, stepByStep());
    for (; at < until; at++) {
      const { differences } = await playStep(stage, cast, script.steps[at]!);
      if (differences.length > 0) throw new Error(`${life}: step ${at}: ${JSON.stringify(differences)}`);
    }
    const { instant } = script.steps[until]!;
    // Let in before, so that nothing but the act itself is done when it is asked for.
    const calendar = "before" in moment;
    if (!calendar) {
      await stage.moveTo(instant);
      await readyFor(stage, cast, script.steps[until]!);
    }
    const now = (calendar ? instant : stage.world.now()).toISOString();
    await began.close();
    const people = [...cast.people].map(
      ([name, { account, token, invitations }]): Known => [
        name,
        {
          ...(account !== undefined && { account }),
          ...(token !== undefined && { token }),
          invitations: [...invitations],
        },
      ],
    );
    const kept = { people, values: [...cast.kept] };
    yield { moment, place, asked: { file, step: until, now, kept, calendar } };
  }
}

/** Done once without a kill, which says what comes of it and how long it takes; then so many times killed, each on a copy. */
async function prove({ moment, place, asked }: Before, { places, times, random }: Running): Promise<Told> {
  const faults: string[] = [];
  // What is read to do it is written down as well: the page is opened before anything is compared.
  const shown = asked.calendar ? undefined : await shownOn(place, asked);
  await places.quiet(place);
  const before = await opened(place, asked, (there) => there.look());
  const reference = await places.copyOf(place);
  const { took, answer } = await doneIn(reference, asked, shown);
  await places.quiet(reference);
  const after = await opened(reference, asked, (there) => there.look());
  if (same(before, after)) faults.push("nothing was done where nothing was killed");
  await places.drop(reference);
  let wholly = 0;
  for (let kill = 0; kill < times; kill++) {
    const copy = await places.copyOf(place);
    // Each in its own part of the time that it takes: among a few kills too, some are early and some late.
    await killedIn(copy, asked, shown, ((kill + random()) / times) * took);
    await places.quiet(copy);
    await opened(copy, asked, async (there) => {
      const found = await there.look();
      if (same(found, after)) wholly++;
      else if (!same(found, before)) faults.push(`half done: ${differing(found, before)}`);
      faults.push(...(await there.faults()));
    });
    const again = await doneIn(copy, asked, shown);
    await places.quiet(copy);
    // The same form gives the same answer, whether or not it was done before the service was started again.
    if (!isDeepStrictEqual(again.answer, answer))
      faults.push(`answered ${JSON.stringify(again.answer)}, not ${JSON.stringify(answer)}`);
    await opened(copy, asked, async (there) => {
      const found = await there.look();
      if (!same(found, after)) faults.push(`asked for again: ${differing(found, after)}`);
      faults.push(...(await there.faults()));
    });
    await places.drop(copy);
  }
  const line = `${times} kills while it was done, ${wholly} wholly done and ${times - wholly} not at all`;
  return { name: moment.name, line, faults };
}

type Running = Pick<Proving, "times" | "random"> & { readonly places: Places };

/** How many rows each table of the school has, and how many of their values are filled in: what one act adds shows in it. */
type Filled = ReadonlyMap<string, string>;

type There = {
  readonly look: () => Promise<Filled>;
  /** What the record and the doctor find. */
  readonly faults: () => Promise<string[]>;
};

async function opened<V>(place: Place, asked: Asked, work: (there: There) => Promise<V>): Promise<V> {
  const { world: started, close } = await startedAt(place);
  const { establishment } = readLives([asked.file]).scripts[0]!;
  const world = { ...started, now: () => new Date(asked.now) };
  try {
    const faults = () => faultsOf(world, establishment);
    return await work({ look: () => filledIn(world, establishment), faults });
  } finally {
    await close();
  }
}

async function filledIn({ db }: Started["world"], establishment: string): Promise<Filled> {
  return withSchool(db, establishment, async (tx) => {
    // An attempt that is over is forgotten when that is due, whoever died.
    const tables = await sql<{ name: string }>`
      select c.relname as name from pg_class c
      where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
        and c.relname <> 'attempt' and has_table_privilege(c.oid, 'select')
      order by 1`.execute(tx);
    const counted = new Map<string, string>();
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ rows: string; values: string }>`
        select count(*) as rows, coalesce(sum((select count(v.value) from jsonb_each_text(to_jsonb(t)) v)), 0) as values
        from ${sql.table(name)} t`.execute(tx);
      counted.set(name, `${rows[0]!.rows}, ${rows[0]!.values} values`);
    }
    return counted;
  });
}

const STILL = { due: () => Promise.resolve(0), work: () => Promise.resolve() };

/** The world at that moment, with whoever is to do it let in; and what the calendar has due there. */
export async function standingAt(given: World, { file, step: at, now, kept, calendar }: Asked) {
  const script = readLives([file]).scripts[0]!;
  const stage = openStage(inExampleSchool(given), script.establishment, STILL);
  await stage.moveTo(new Date(now));
  const { world, establishment } = stage;
  const due = async () => {
    await runDue(world, establishment, [callThoseWhoComeNext] as never);
  };
  const [cast, step] = [castAgain(script, kept), script.steps[at]!];
  const formAt = async (origin: string): Promise<Shown> => {
    const { act = "", as } = step.written;
    return shownTo(origin, establishment, { act, as, cast, ready: await readyFor(stage, cast, step) });
  };
  return { world, calls: calendar ? due : undefined, formAt };
}

function same(one: Filled, other: Filled): boolean {
  return differing(one, other) === "";
}

function differing(one: Filled, other: Filled): string {
  return [...one]
    .flatMap(([name, rows]) => (other.get(name) === rows ? [] : [`${name} ${rows} (${other.get(name)})`]))
    .join("; ");
}

const CHILD = fileURLToPath(new URL("at-moment.ts", import.meta.url));

/** The form as the service shows it, which stands there then as before. */
async function shownOn(place: Place, asked: Asked): Promise<Shown> {
  const child = await readyChild(place, asked);
  child.say("show");
  const shown = JSON.parse(await child.told("shown")) as Shown;
  child.say("end");
  await child.ended;
  return shown;
}

/** How long it took, in milliseconds, in a service that ended well; and what it answered. */
async function doneIn(place: Place, asked: Asked, shown: Shown | undefined) {
  const child = await readyChild(place, asked);
  const began = performance.now();
  const answer = await goes(child, shown);
  const took = performance.now() - began;
  // A page that says what became of each answers at once.
  if (answer && answer.status !== 303 && answer.became === "") throw new Error(`it answers ${answer.status}`);
  child.say("end");
  await child.ended;
  return { took, answer };
}

async function killedIn(place: Place, asked: Asked, shown: Shown | undefined, moment: number): Promise<void> {
  const child = await readyChild(place, asked);
  const going = goes(child, shown).catch(() => undefined);
  await sleep(moment);
  child.kill();
  await Promise.all([child.ended, going]);
}

/** Sent as a form, or begun by the calendar. */
async function goes(child: Child, shown: Shown | undefined) {
  if (shown) return sendShown(child.origin, shown);
  child.say("go");
  await child.told("done");
  return undefined;
}

type Child = Awaited<ReturnType<typeof readyChild>>;

async function readyChild(place: Place, asked: Asked) {
  const question = join(place.data, "asked.json");
  writeFileSync(question, JSON.stringify(asked));
  const env = { ...process.env, ...envOf(place) };
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", CHILD, question], { env });
  let text = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  /** What it says after a word, on one line. */
  const told = (word: string) =>
    new Promise<string>((resolve, reject) => {
      const hear = () => {
        const line = new RegExp(`^${word} (.*)\n`, "m").exec(text)?.[1];
        if (line !== undefined) resolve(line);
      };
      child.stdout.on("data", hear);
      child.once("close", () => reject(new Error(text)));
      hear();
    });
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const origin = await told("ready");
  const say = (word: string) => child.stdin.write(`${word}\n`);
  return { origin, told, say, kill: () => child.kill("SIGKILL"), ended };
}

function envOf({ data, databaseUrl }: Place): Record<string, string> {
  return {
    LIVRET_LOG: "off",
    LIVRET_DATA: data,
    LIVRET_PUBLIC_URL: "https://livret.exemple.fr",
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
}

async function startedAt(place: Place): Promise<Started> {
  const read = readConfig(envOf(place));
  if (!read.ok) throw new Error(sayConfigProblems(read.problems, "en"));
  const { world, ...started } = await start(read.config);
  return { ...started, world: inExampleSchool(world) };
}

/** Lives sign contracts, which a school without legal data refuses. */
function inExampleSchool(world: World): World {
  return { ...world, ...lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined }) };
}

type Places = {
  readonly empty: () => Promise<Place>;
  readonly copyOf: (place: Place) => Promise<Place>;
  /** Once nobody is at work there: what a dead process asked of a server may still be under way. */
  readonly quiet: (place: Place) => Promise<void>;
  readonly drop: (place: Place) => Promise<void>;
  readonly clear: () => Promise<void>;
};

function placesOn(server: Postgres | null): Places {
  const made: Place[] = [];
  const ask = async (statement: string): Promise<unknown[]> => {
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: server!.url });
    await client.connect();
    const { rows } = await client.query(statement);
    await client.end();
    return rows as unknown[];
  };
  const nameOf = ({ databaseUrl }: Place) => new URL(databaseUrl!).pathname.slice(1);
  const make = async (from?: Place): Promise<Place> => {
    const data = mkdtempSync(join(tmpdir(), "livret-moment-"));
    if (from) cpSync(from.data, data, { recursive: true });
    if (!server) return kept({ data });
    const name = `moment_${randomUUID().replaceAll("-", "")}`;
    await ask(`create database ${name}${from ? ` template ${nameOf(from)}` : ""}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return kept({ data, databaseUrl: url.href });
  };
  const kept = (place: Place): Place => {
    made.push(place);
    return place;
  };
  const drop = async (place: Place): Promise<void> => {
    rmSync(place.data, { recursive: true, force: true });
    if (place.databaseUrl !== undefined) await ask(`drop database if exists ${nameOf(place)} with (force)`);
    made.splice(made.indexOf(place), 1);
  };
  return {
    empty: () => make(),
    copyOf: async (place) => {
      await quiet(place);
      return make(place);
    },
    quiet,
    drop,
    clear: async () => {
      for (let left = made[0]; left; left = made[0]) await drop(left);
    },
  };
  async function quiet(place: Place): Promise<void> {
    if (place.databaseUrl === undefined) return;
    const there = `select from pg_stat_activity where datname = '${nameOf(place)}'`;
    while ((await ask(there)).length > 0) await sleep(20);
  }
}
