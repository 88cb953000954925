/**
 * `npm run prove:backup -- [--dossiers N] [--only KIND]`: backs up a service at which people work, on PGlite and on PostgreSQL, restores it into both
 * kinds of database, files of an S3 server too, and has the record verified and the doctor look; then damages backups, kills restores, and sees that each is told.
 * LIVRET_PROOF=small: a dozen dossiers.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readReceipt, type Receipt } from "../../backup/receipt.ts";
import { readConfig } from "../../config/config.ts";
import { UNFINISHED } from "../../db/migrate.ts";
import { start } from "../../house/start.ts";
import type { Bucket } from "../../files/bucket-store.ts";
import { livretProcess, type Ran, startLivret } from "../cli.ts";
import { answers } from "../kill/answers.ts";
import { drafts } from "../kill/drafts.ts";
import { uploads } from "../kill/page-lanes.ts";
import type { Lane } from "../kill/scenario.ts";
import { sleep } from "../kill/scenario.ts";
import { noMoto, startMoto } from "../moto.ts";
import { newDatabase, startPostgres } from "../postgres.ts";
import { beginProof } from "../proof.ts";
import { LAWS } from "../server.ts";
import { type Service, startService, stopServices } from "../service.ts";

const { values } = parseArgs({ options: { dossiers: { type: "string" }, only: { type: "string" } } });
const SMALL = process.env.LIVRET_PROOF === "small";
const DOSSIERS = values.dossiers ?? (SMALL ? "12" : "2000");
const SCHOOL = LAWS.establishments[0]!.data.establishment;
/** So many acts before a backup begins, and after it has ended; those in between are counted. */
const ENOUGH = 30;
/** People are no machines: between two acts they look at the page. */
const LOOKS_MS = 20;
const PATIENCE_MS = 60_000;

type Env = Record<string, string>;
const proof = beginProof();
const root = mkdtempSync(join(tmpdir(), "livret-backup-"));
const server = await startPostgres();
if (!server) proof.sees("the Debian package postgresql-17 is installed", ["PostgreSQL is left out"]);
let places = 0;

/** Somewhere with nothing, of a kind. */
async function place(kind: Kind, bucket?: Bucket): Promise<Env> {
  const name = `place_${++places}`;
  const data = join(root, name);
  return {
    LIVRET_DATA: data,
    LIVRET_LANG: "en",
    LIVRET_LOG: "off",
    LIVRET_PROXIES: "1",
    ...(kind === "PostgreSQL" && { DATABASE_URL: await newDatabase(server!.url, name) }),
    ...(bucket && {
      LIVRET_S3_URL: bucket.url,
      LIVRET_S3_REGION: bucket.region,
      LIVRET_S3_KEY: bucket.key,
      LIVRET_S3_SECRET: bucket.secret,
    }),
  };
}
type Kind = "PGlite" | "PostgreSQL";
const KINDS: readonly Kind[] = server ? ["PGlite", "PostgreSQL"] : ["PGlite"];
const ASKED = KINDS.filter((kind) => kind.includes(values.only ?? ""));

const said = (ran: Ran, code: number, ...words: readonly RegExp[]) => {
  const all = `${ran.stdout}${ran.stderr}`;
  return [
    ...(ran.code === code ? [] : [`it ended on ${ran.code}, not on ${code}: ${all.slice(-2_000)}`]),
    ...words.filter((word) => !word.test(all)).map((word) => `it did not say ${word}: ${all.slice(-500)}`),
  ];
};

/** Lets people work at a service until it is told to stop: how many acts were acknowledged so far, and what went wrong. */
function working(service: Service, lanes: readonly Lane[]) {
  const stop = new AbortController();
  const seen = { acts: 0, faults: [] as string[] };
  const work = async ({ step }: Lane) => {
    while (!stop.signal.aborted && seen.faults.length < 20) {
      await step(service.origin).then(
        (acts) => (seen.acts += acts),
        (fault: Error) => seen.faults.push(fault.message),
      );
      await sleep(LOOKS_MS);
    }
  };
  const all = Promise.all(lanes.map(work));
  return {
    seen,
    /** Until so many more were done; not for ever. */
    more: async (acts: number) => {
      const [enough, ends] = [seen.acts + acts, Date.now() + PATIENCE_MS];
      while (seen.acts < enough && Date.now() < ends) await sleep(LOOKS_MS);
    },
    stop: () => (stop.abort(), all),
  };
}

/** Makes a school, lets people work there, and takes a backup meanwhile. */
async function backedUp(kind: Kind, bucket?: Bucket): Promise<{ folder: string; env: Env; receipt: Receipt }> {
  const env = await place(kind, bucket);
  const named = bucket ? `${kind} with its files on S3` : kind;
  const made = await livretProcess(["demo", "--dossiers", DOSSIERS, "--schools", "1"], "", env);
  if (made.code !== 0) throw new Error(made.stderr);
  const files = uploads(SCHOOL);
  const read = readConfig(env);
  if (!read.ok) throw new Error("the settings of the proof are wrong");
  const begun = await start(read.config);
  await files.prepare!(begun.world);
  await begun.close();
  const service = await startService(env.LIVRET_DATA!, env);
  const people = working(
    service,
    [answers, drafts].flatMap((one) => one(SCHOOL).lanes().slice(0, 2)).concat(files.lanes()),
  );
  await people.more(ENOUGH);
  const folder = join(root, `backup-${++places}`);
  const before = people.seen.acts;
  const ran = await livretProcess(["backup", folder], "", env);
  const during = people.seen.acts - before;
  await people.more(ENOUGH);
  const after = people.seen.acts - before - during;
  await people.stop();
  await service.kill("SIGTERM");
  proof.sees(`${named}: a backup while people work (${before} acts before it, ${during} during, ${after} after)`, [
    ...said(ran, 0, /the backup is whole/),
    ...people.seen.faults,
    ...(before >= ENOUGH && after >= ENOUGH ? [] : ["nobody worked"]),
  ]);
  const receipt = readReceipt(folder);
  if (typeof receipt === "string") throw new Error(`no receipt: ${ran.stderr}`);
  return { folder, env, receipt };
}

const IS_BACK = [/Nothing was tampered with/, /all of it is back/];

async function comesBack(folder: string, receipt: Receipt, from: string, to: Kind, bucket?: Bucket): Promise<void> {
  const env = await place(to, bucket);
  await proof.tries(
    `${from} → ${bucket ? "another S3 server" : to}: ${receipt.rows} rows and ${receipt.files.count} files are back, proven and examined`,
    async () => {
      const ran = await livretProcess(["restore", folder], "", env);
      if (ran.code !== 0) return said(ran, 0, ...IS_BACK);
      // And it goes on: what waits is done, and what comes next is numbered on.
      const service = await startService(env.LIVRET_DATA!, env);
      const people = working(service, answers(SCHOOL).lanes());
      await people.more(ENOUGH);
      await people.stop();
      await service.kill("SIGTERM");
      return [
        ...said(ran, 0, ...IS_BACK),
        ...people.seen.faults,
        ...(people.seen.acts >= ENOUGH ? [] : ["nothing is done there"]),
        ...said(await livretProcess(["audit", "verify"], "", env), 0, /Nothing was tampered with/),
        ...said(await livretProcess(["doctor"], "", env), 0),
        ...(receipt.files.count > 0 ? [] : ["there is no file in it"]),
      ];
    },
  );
}

/** Files of a bucket stand in the backup as those of a folder do, and come back to whichever of the two is set where it is restored. */
async function ofBucket(): Promise<void> {
  if (noMoto !== false) return proof.sees("an S3 server can be started", [noMoto]);
  const [here, elsewhere] = [await startMoto(), await startMoto()];
  try {
    const { folder, receipt } = await backedUp("PGlite", here.bucket);
    await here.stop();
    await comesBack(folder, receipt, "S3", "PGlite", elsewhere.bucket);
    await comesBack(folder, receipt, "S3", "PGlite");
  } finally {
    await here.stop();
    await elsewhere.stop();
  }
}

/** A copy of a backup, with something done to it. */
function damaged(folder: string, harm: (copy: string) => void): string {
  const copy = join(root, `damaged-${++places}`);
  cpSync(folder, copy, { recursive: true });
  harm(copy);
  return copy;
}

const aFile = (copy: string) => {
  const found = readdirSync(join(copy, "files"), { recursive: true, withFileTypes: true }).find((one) => one.isFile())!;
  return join(found.parentPath, found.name);
};

const HARMS: Readonly<Record<string, { harm: (copy: string) => void; told: RegExp }>> = {
  "a table cut short": {
    harm: (copy) => truncateSync(join(copy, "database", "audit_record.copy.gz"), 2_000),
    told: /database\/audit_record\.copy\.gz is cut short.*Nothing was touched/,
  },
  "a table that is not there": {
    harm: (copy) => rmSync(join(copy, "database", "mail.copy.gz")),
    told: /database\/mail\.copy\.gz is missing/,
  },
  "a byte changed in a file": {
    harm: (copy) => {
      const bytes = readFileSync(aFile(copy));
      bytes[bytes.length >> 1]! ^= 1;
      writeFileSync(aFile(copy), bytes);
    },
    told: /files\/\S+ is no longer what was backed up/,
  },
  "a file that is not there": { harm: (copy) => rmSync(aFile(copy)), told: /files\/\S+ is missing/ },
  "a backup that was not finished": { harm: (copy) => rmSync(join(copy, "receipt.json")), told: /no finished backup/ },
};

async function refuses(folder: string, kind: Kind): Promise<void> {
  for (const [what, { harm, told }] of Object.entries(HARMS))
    await proof.tries(`${kind}: ${what} is refused, and nothing is touched`, async () => {
      const env = await place(kind);
      const ran = await livretProcess(["restore", damaged(folder, harm)], "", env);
      return [...said(ran, 1, told), ...(existsSync(join(env.LIVRET_DATA!, "pg")) ? ["a database was made"] : [])];
    });
}

/** Kills a restore in its midst: nothing starts there until it is begun again. */
async function killed(folder: string, kind: Kind): Promise<void> {
  await proof.tries(`${kind}: a restore that is killed says so until it is begun again`, async () => {
    const env = await place(kind);
    const child = startLivret(["restore", folder], env);
    const closed = once(child, "close");
    while (child.exitCode === null && !(await isMarked(env))) await sleep(20);
    await sleep(50);
    child.kill("SIGKILL");
    await closed;
    const asked = await livretProcess(["doctor"], "", env);
    const started = await startService(env.LIVRET_DATA!, env).then(
      (service) => service.kill("SIGKILL").then(() => "it started"),
      (fault: Error) => fault.message,
    );
    const again = await livretProcess(["restore", folder], "", env);
    const unfinished = /not restored to its end/;
    return [
      ...said(asked, 1, unfinished),
      ...(unfinished.test(started) ? [] : [`the service: ${started}`]),
      ...said(again, 0, ...IS_BACK),
    ];
  });
}

async function isMarked({ LIVRET_DATA, DATABASE_URL }: Env): Promise<boolean> {
  if (DATABASE_URL === undefined) return existsSync(join(LIVRET_DATA!, "pg.restoring", "PG_VERSION"));
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  const { rows } = await client.query("select to_regclass($1) is not null as there", [`public.${UNFINISHED}`]);
  await client.end();
  return (rows[0] as { there: boolean }).there;
}

try {
  for (const kind of ASKED) {
    const { folder, env, receipt } = await backedUp(kind);
    for (const to of KINDS) if (!SMALL || to !== kind || KINDS.length === 1) await comesBack(folder, receipt, kind, to);
    await proof.tries(
      `${kind}: a restore refuses a database that is there, and takes its place where it is told`,
      async () => [
        ...said(await livretProcess(["restore", folder], "", env), 1, /There is a database here already/),
        ...said(await livretProcess(["restore", folder, "--over"], "", env), 0, ...IS_BACK),
      ],
    );
    await refuses(folder, kind);
    await killed(folder, kind);
  }
  if ("S3".includes(values.only ?? "")) await ofBucket();
} catch (fault) {
  proof.sees("it comes to its end", [(fault as Error).stack ?? String(fault)]);
}
stopServices();
await server?.stop();
rmSync(root, { recursive: true, force: true });
process.exitCode = proof.ends();
