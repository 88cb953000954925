/**
 * `npm run prove:upgrade -- [--only WORD]`: brings the kept database of each release to today, on PGlite and on PostgreSQL. Nothing is
 * told as tampered with and a planted change is; decisions come out as they did, whoever was signed in still is, and what was under way
 * goes on. Then the service of a release answers while today's program migrates beneath it. LIVRET_PROOF=small: that for the last alone.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import type { World } from "../../act/world.ts";
import { readReceipt, type Receipt } from "../../backup/receipt.ts";
import { restore } from "../../backup/restore.ts";
import { runCommand } from "../../cli/run-command.ts";
import { readConfig } from "../../config/config.ts";
import { openDatabase } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import { type Started, startThere } from "../../house/start.ts";
import { startWorkers } from "../../worker/start-workers.ts";
import type { LawFile } from "../../law/yaml.ts";
import { type Decided, replay } from "../../office/decided/replay.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { folderStore } from "../../files/folder-store.ts";
import { buildServer } from "../../web/server.ts";
import { livretProcess } from "../cli.ts";
import { answers } from "../kill/answers.ts";
import { Lost } from "../kill/call.ts";
import { drafts } from "../kill/drafts.ts";
import { sleep } from "../kill/scenario.ts";
import { newDatabase, startPostgres } from "../postgres.ts";
import { beginProof } from "../proof.ts";
import { startService, stopServices } from "../service.ts";
import { KEPT, type Kept, programOf, serviceOf, unpack } from "./release.ts";

const { values } = parseArgs({ options: { only: { type: "string" } } });
const SMALL = process.env.LIVRET_PROOF === "small";
const PATIENCE_MS = 60_000;
const proof = beginProof();
const root = mkdtempSync(join(tmpdir(), "livret-upgrade-"));
const server = await startPostgres();
if (!server) proof.sees("the Debian package postgresql-17 is installed", ["PostgreSQL is left out"]);
const RELEASES = readdirSync(KEPT).flatMap((name) =>
  name.endsWith(".tar.gz") ? [name.slice(0, -".tar.gz".length)] : [],
);

type Env = Record<string, string>;
type Release = { readonly name: string; readonly folder: string; readonly receipt: Receipt; readonly kept: Kept };

function readRelease(name: string): Release {
  const folder = join(root, name);
  unpack(name, folder);
  const receipt = readReceipt(folder);
  if (typeof receipt === "string") throw new Error(`${name}: ${receipt}`);
  return { name, folder, receipt, kept: JSON.parse(readFileSync(join(folder, "release.json"), "utf8")) as Kept };
}

/** The rows and files of a release, in a database of a kind. */
async function broughtBack({ name, folder, receipt }: Release, kind: string, migrates: boolean): Promise<Env> {
  const place = `${kind}_${name}${migrates ? "" : "_then"}`.toLowerCase();
  const data = join(root, place);
  const databaseUrl = kind === "PGlite" ? undefined : await newDatabase(server!.url, place);
  const opened = await openDatabase({ folder: join(data, "pg"), databaseUrl, ownerUrl: databaseUrl, makes: true });
  const store = folderStore(join(data, "files"));
  await restore({ opened, store, folder, receipt, over: false, migrates, signal: new AbortController().signal });
  await opened.close();
  return { LIVRET_DATA: data, LIVRET_LANG: "en", LIVRET_LOG: "off", ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
}

/** What is there, as it was a minute after it was kept: what falls due by the day is another proof's. */
async function opened(env: Env, { receipt }: Release): Promise<Started> {
  const read = readConfig(env);
  if (!read.ok) throw new Error("the settings of the proof are wrong");
  const started = await startThere(read.config, { reads: true });
  const now = new Date(Date.parse(receipt.at) + 60_000);
  // The hour is not this machine's.
  const { serverNow: _, ...world } = started.world;
  return { ...started, world: { ...world, now: () => now } };
}

async function command(started: Started, ...argv: string[]): Promise<{ code: number; text: string }> {
  let text = "";
  const out = async (more: string) => void (text += more);
  const code = await runCommand({ argv, lang: "en" }, started, { out, err: out, signal: new AbortController().signal });
  return { code, text };
}

const sound = async (started: Started, ...argv: string[]) => {
  const { code, text } = await command(started, ...argv);
  return code === 0 ? [] : text.split("\n").filter((line) => line.startsWith("✗"));
};

/** Every decision that was sealed with a dossier, made again from the files of then; and every seal of a jury, hashed again. */
async function replayed(world: World, school: string): Promise<{ count: number; faults: string[] }> {
  return withSchool(world.db, school, async (tx) => {
    const files = new Map<string, LawFile>();
    for (const { id, name, bytes } of await tx.selectFrom("law_file").selectAll().execute())
      files.set(id, { name, bytes: Buffer.from(bytes), hash: id });
    const faults: string[] = [];
    let count = 0;
    for (const { number, decided } of await tx.selectFrom("submission").select(["number", "decided"]).execute()) {
      const { input, answer } = decided as Partial<Decided>;
      if (!input || !answer) continue;
      const { hash, establishmentHash } = answer.basis as { hash: string; establishmentHash: string };
      const of = { national: files.get(hash), local: files.get(establishmentHash) };
      const again = replay({ decision: "eligibility", input, answer }, of, "fr");
      if (again.kind !== "same") faults.push(`${number}: ${again.kind}${"why" in again ? `, ${again.why}` : ""}`);
      count++;
    }
    for (const { id, sealed, hash } of await tx.selectFrom("jury_sealed").select(["id", "sealed", "hash"]).execute()) {
      if (`sha256:${createHash("sha256").update(sealed).digest("hex")}` !== hash) faults.push(`the seal ${id} differs`);
      count++;
    }
    return { count, faults };
  });
}

async function stillSignedIn(world: World, { school, session }: Kept): Promise<string[]> {
  const app = await buildServer(world, { perMinute: 1_000_000 });
  const url = `/${school}/compte`;
  const own = await app.inject({ url, cookies: { [SESSION_COOKIE]: session } });
  const nobody = await app.inject({ url });
  await app.close();
  return own.statusCode === 200 && own.body !== nobody.body && !own.body.includes("500")
    ? []
    : [`the account answers ${own.statusCode}, and ${nobody.statusCode} to nobody`];
}

/** What waited when it was kept is done, but for what is for a later hour. */
async function goesOn(world: World, place: string): Promise<{ waited: number; faults: string[] }> {
  const due = () =>
    withSchool(world.db, place, async (tx) => {
      const { rows } = await sql<{ due: number }>`
        select count(*)::integer as due from job where failed_at is null and due_at <= ${world.now()}`.execute(tx);
      return rows[0]!.due;
    });
  const waited = await due();
  const faults: string[] = [];
  const workers = await startWorkers(world, { alone: true, onFault: (fault) => void faults.push(String(fault)) });
  // For as long as it gets on.
  for (let [least, ends] = [waited, Date.now() + PATIENCE_MS]; least > 0 && Date.now() < ends; await sleep(100)) {
    const left = await due();
    if (left < least) ends = Date.now() + PATIENCE_MS;
    least = Math.min(least, left);
  }
  await workers.stop();
  const left = await due();
  return { waited, faults: [...faults, ...(left === 0 ? [] : [`${left} of ${waited} still wait`])] };
}

/** Somebody who holds the database changes a row that a migration had rewritten. */
async function tells(started: Started, school: string): Promise<string[]> {
  const changed = await started.opened.asOwner(({ query }) =>
    query(
      `update guest set roles = array['authority'] where (establishment_id, id) in
         (select establishment_id, id from guest where establishment_id = $1 order by invited_at limit 1) returning id`,
      [school],
    ),
  );
  if (changed.length === 0) return [];
  const { code, text } = await command(started, "audit", "verify");
  return code === 1 && /guest:\S+ no\. \d+: tampered/.test(text) ? [] : [`audit verify ends on ${code}`];
}

async function brought(release: Release, kind: string): Promise<void> {
  const what = `${release.name}, on ${kind}`;
  const env = await broughtBack(release, kind, true);
  const started = await opened(env, release);
  const { world } = started;
  const { school } = release.kept;
  await proof.tries(`${what}: the record holds`, () => sound(started, "audit", "verify"));
  await proof.tries(`${what}: the doctor finds nothing to mend`, () => sound(started, "doctor", "files"));
  const decided = await replayed(world, school).catch((fault: Error) => ({ count: 0, faults: [fault.message] }));
  proof.sees(`${what}: ${decided.count} decisions and seals come out as they did`, decided.faults);
  await proof.tries(`${what}: whoever was signed in still is`, () => stillSignedIn(world, release.kept));
  const work = await goesOn(world, school).catch((fault: Error) => ({ waited: 0, faults: [fault.message] }));
  proof.sees(`${what}: ${work.waited} deeds under way go on`, work.faults);
  await proof.tries(`${what}: the record still holds, and tells of a row that somebody changes`, async () => [
    ...(await sound(started, "audit", "verify")),
    ...(await tells(started, school)),
  ]);
  await started.close();
}

/** The service of then answers while today's migrates; nothing that it acknowledged is lost, and today's goes on from there. */
async function beneath(release: Release): Promise<void> {
  const program = programOf(release.kept.commit, join(root, `program-${release.name}`));
  if (program === undefined)
    return console.log(`· ${release.name}: its history is not here, so that its service cannot be run`);
  await proof.tries(
    `${release.name}: its service answers while today's program migrates, and nothing is lost`,
    async () => {
      const env: Env = { ...(await broughtBack(release, "PostgreSQL", false)), LIVRET_PROXIES: "1" };
      const service = await serviceOf(program, env);
      const lanes = [answers, drafts].flatMap((one) => one(release.kept.school).lanes().slice(0, 2));
      const stop = new AbortController();
      const seen = { acts: 0, lost: 0, faults: [] as string[] };
      const work = Promise.all(
        lanes.map(async ({ step }) => {
          while (!stop.signal.aborted) {
            await step(service.origin).then(
              (acts) => (seen.acts += acts),
              (fault: Error) => (fault instanceof Lost ? seen.lost++ : seen.faults.push(fault.message)),
            );
            await sleep(20);
          }
        }),
      );
      while (seen.acts < 20 && seen.faults.length === 0) await sleep(20);
      const before = seen.acts;
      const migrated = await livretProcess(["migrate"], "", env);
      const during = seen.acts - before;
      for (const ends = Date.now() + PATIENCE_MS; seen.acts < before + during + 20 && Date.now() < ends; )
        await sleep(20);
      const after = seen.acts - before - during;
      stop.abort();
      await work;
      await service.stop();
      const today = await startService(env.LIVRET_DATA!, env);
      const recovered = await Promise.all(lanes.map(({ recover }) => recover(today.origin)));
      await today.kill("SIGTERM");
      const verified = await livretProcess(["audit", "verify"], "", env);
      console.log(`  ${before} acts before, ${during} while it migrated, ${after} after`);
      return [
        ...(migrated.code === 0 ? [] : [migrated.stdout + migrated.stderr]),
        ...(after > 0 ? [] : ["it answered nobody after the migration"]),
        ...new Set(seen.faults),
        ...recovered.flatMap(({ faults }) => faults),
        ...(verified.code === 0 ? [] : verified.stdout.split("\n").filter((line) => line.startsWith("✗"))),
      ];
    },
  );
}

try {
  const releases = RELEASES.filter((name) => name.includes(values.only ?? "")).map(readRelease);
  for (const release of releases)
    for (const kind of server ? ["PGlite", "PostgreSQL"] : ["PGlite"]) await brought(release, kind);
  const byAge = releases.toSorted((a, b) => (a.receipt.migrations.length < b.receipt.migrations.length ? -1 : 1));
  if (server) for (const release of SMALL ? byAge.slice(-1) : byAge) await beneath(release);
} catch (fault) {
  proof.sees("it comes to its end", [(fault as Error).stack ?? String(fault)]);
}
stopServices();
await server?.stop();
rmSync(root, { recursive: true, force: true });
process.exitCode = proof.ends();
