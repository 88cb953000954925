/**
 * `npm run prove:kill -- [--times N] [--seed N] [--only WORD]`: kills the service with kill -9 at random moments while
 * people work, starts it again, and looks: is everything there that was acknowledged, is nothing half done, was nothing
 * done twice that was sent twice? Each kind of work N times (20), on PGlite and on PostgreSQL 17. LIVRET_PROOF=small: once.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../../db/open.ts";
import { livretProcess } from "../cli.ts";
import { newDatabase, type Postgres, startPostgres } from "../postgres.ts";
import { type Service, startService, stopServices } from "../service.ts";
import { LAWS } from "../server.ts";
import { type MailPeer, startMailPeer } from "../smtp.ts";
import { startStripe, type StripePeer } from "../stripe.ts";
import { readConfig, sayConfigProblems } from "../../config/config.ts";
import { start, type Started } from "../../house/start.ts";
import { answers } from "./answers.ts";
import { closings } from "./closings.ts";
import { Lost } from "./call.ts";
import { drafts } from "./drafts.ts";
import { mails } from "./mails.ts";
import { proveMoments } from "./moments.ts";
import { PAYMENT_ENV, payments } from "./payments.ts";
import { refunds } from "./refunds.ts";
import { cash, jobs, saves, submits, uploads } from "./page-lanes.ts";
import { type Lane, type Scenario, sleep } from "./scenario.ts";

const { values } = parseArgs({
  options: { times: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
});
const SMALL = process.env.LIVRET_PROOF === "small";
const TIMES = Number(values.times ?? (SMALL ? 1 : 20));
const SEED = Number(values.seed ?? Date.now() % 1_000_000);
const SCHOOL = LAWS.establishments[0]!.data.establishment;

const random = randomFrom(SEED);

/** A kill comes after so many acts at most, then within so long: in the middle of any. */
const ACTS = 40;
const MOMENT_MS = 120;
const PATIENCE_MS = 20_000;
/** How long the service takes to start, about. */
const START_MS = 1_500;
/** One kill in so many hits the service while it starts again. */
const STARTING = 5;

type Peers = { readonly mail: MailPeer; readonly stripe: StripePeer };
const SCENARIOS: Readonly<Record<string, (school: string, peers: Peers) => Scenario>> = {
  drafts,
  answers,
  saves,
  submits,
  uploads,
  mails: (school, { mail }) => mails(school, mail),
  payments,
  refunds: (school, { stripe }) => refunds(school, stripe),
  cash,
  closings,
  jobs,
};

type Place = {
  readonly name: string;
  readonly env: Record<string, string>;
  readonly open: () => ReturnType<typeof openDatabase>;
  /** The world as the service has it, in this process. */
  readonly begin: () => Promise<Started>;
  readonly data: string;
};

type Tally = { acknowledged: number; doubts: number; kills: number; readonly faults: string[] };

async function prove(scenario: Scenario, place: Place, tally: Tally): Promise<void> {
  if (scenario.prepare) {
    const { world, close } = await place.begin();
    await scenario.prepare(world);
    await close();
  }
  let service = await startService(place.data, place.env);
  for (let kill = 0; kill < TIMES; kill++) {
    await loadUntilKilled(scenario, service, tally);
    if (random() < 1 / STARTING) await killWhileStarting(place, tally);
    service = await startService(place.data, place.env);
    for (const lane of scenario.lanes()) {
      const { faults, doubts } = await lane.recover(service.origin);
      tally.faults.push(...faults);
      tally.doubts += doubts;
    }
    tell(`${place.name} ${scenario.name}: ${kill + 1}/${TIMES}`);
  }
  tally.faults.push(...((await scenario.settled?.(service.origin)) ?? []));
  for (const command of [["audit", "verify"], ["doctor"]]) {
    const ran = await livretProcess(command, "", { ...place.env, LIVRET_DATA: place.data, LIVRET_LANG: "en" });
    if (ran.code !== 0) tally.faults.push(`livret ${command.join(" ")}: ${ran.stdout}${ran.stderr}`);
  }
  await service.kill("SIGTERM");
  const opened = await place.open();
  tally.faults.push(...(await scenario.settle(opened.db)));
  await opened.close();
}

/** Lets all lanes work, and kills the service in the middle. */
async function loadUntilKilled(scenario: Scenario, service: Service, tally: Tally): Promise<void> {
  const dead = new AbortController();
  const work = async ({ step }: Lane) => {
    while (!dead.signal.aborted) {
      try {
        // Not in one line: what stood there before the step would be added to, and what the other lanes did since be lost.
        const acts = await step(service.origin);
        tally.acknowledged += acts;
      } catch (error) {
        if (error instanceof Lost) return;
        tally.faults.push(error instanceof Error ? error.message : String(error));
        return;
      }
    }
  };
  const working = scenario.lanes().map(work);
  // At a random moment after a random number of acts: on a slow machine a time alone would kill before the first.
  const enough = tally.acknowledged + 1 + Math.floor(random() * ACTS);
  const ends = Date.now() + PATIENCE_MS;
  while (tally.acknowledged < enough && Date.now() < ends) await sleep(2);
  await sleep(random() * MOMENT_MS);
  await service.kill("SIGKILL");
  tally.kills++;
  dead.abort();
  await Promise.all(working);
}

async function killWhileStarting(place: Place, tally: Tally): Promise<void> {
  const starting = startService(place.data, place.env);
  starting.catch(() => undefined);
  await sleep(random() * START_MS);
  stopServices();
  await starting.then(
    (service) => service.kill("SIGKILL"),
    () => undefined,
  );
  tally.kills++;
}

async function main(): Promise<number> {
  const server = await startPostgres();
  if (!server) console.log("The Debian package postgresql-17 is not installed: PostgreSQL is left out.");
  const results: boolean[] = server ? [] : [false];
  console.log(`${TIMES} kills of each, seed ${SEED}`);
  for (const database of server ? ["PGlite", "PostgreSQL"] : ["PGlite"]) {
    for (const [name, scenarioOf] of Object.entries(SCENARIOS)) {
      if (!`${database} ${name}`.includes(values.only ?? "")) continue;
      const peers = { mail: await startMailPeer(), stripe: await startStripe(() => new Date()) };
      peers.mail.answerAfter(() => random() * 60);
      const place = await placeFor(database, server, peers, name);
      const scenario = scenarioOf(SCHOOL, peers);
      const tally: Tally = { acknowledged: 0, doubts: 0, kills: 0, faults: [] };
      await prove(scenario, place, tally).catch((fault: Error) => tally.faults.push(fault.stack ?? fault.message));
      report(place, scenario, tally);
      results.push(tally.faults.length === 0);
      await Promise.all([peers.mail.close(), peers.stripe.close()]);
      rmSync(place.data, { recursive: true, force: true });
    }
    // Each on one of the two where there is little time: it is the same transaction.
    const wanted = (name: string, at: number) =>
      `${database} ${name}`.includes(values.only ?? "") && (!SMALL || (at % 2 === 0) === (database === "PGlite"));
    const proving = { server: database === "PGlite" ? null : server, times: TIMES, random, wanted };
    for await (const { name, line, faults } of proveMoments(proving)) {
      say(database, name, line, faults);
      results.push(faults.length === 0);
    }
  }
  stopServices();
  await server?.stop();
  const failed = results.filter((one) => !one).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
  return failed === 0 && results.length > 0 ? 0 : 1;
}

async function placeFor(name: string, server: Postgres | null, { mail, stripe }: Peers, what: string): Promise<Place> {
  const data = mkdtempSync(join(tmpdir(), "livret-kill-"));
  const databaseUrl = name === "PGlite" ? undefined : await newDatabase(server!.url, `kill_${what}`);
  const env = {
    LIVRET_LOG: "off",
    // The word of who works is taken on where they are (`browser.ts`).
    LIVRET_PROXIES: "1",
    LIVRET_SMTP_URL: mail.url,
    LIVRET_MAIL_FROM: "livret@exemple.fr",
    LIVRET_PUBLIC_URL: "https://livret.exemple.fr",
    ...PAYMENT_ENV,
    LIVRET_STRIPE_URL: stripe.origin,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
  const begin = () => {
    const read = readConfig({ ...env, LIVRET_DATA: data });
    if (!read.ok) throw new Error(sayConfigProblems(read.problems, "en"));
    return start(read.config);
  };
  return {
    name,
    env,
    data,
    begin,
    open: () => openDatabase({ folder: join(data, "pg"), databaseUrl, ownerUrl: databaseUrl, makes: true }),
  };
}

function report({ name }: Place, scenario: Scenario, { acknowledged, doubts, kills, faults }: Tally): void {
  const more = Object.entries(scenario.counts?.() ?? {}).map(([what, count]) => `, ${count} ${what}`);
  const line = `${kills} kills, ${acknowledged} acts acknowledged, ${doubts} in doubt and sent again${more.join("")}`;
  say(name, scenario.name, line, faults);
}

function say(database: string, name: string, line: string, faults: readonly string[]): void {
  const verdict = faults.length === 0 ? "0 lost, 0 half done, 0 done twice" : `${faults.length} FAULTS`;
  console.log(`${database.padEnd(10)} ${name.padEnd(10)} ${line}: ${verdict}`);
  for (const fault of [...new Set(faults)].slice(0, 20)) console.log(`  ✗ ${fault}`);
}

function tell(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

/** Numbers from 0 to 1 that a seed gives again: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

process.exitCode = await main();
