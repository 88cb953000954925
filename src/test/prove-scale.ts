/**
 * `npm run prove:scale -- [--dossiers N] [--schools N]`: makes a demonstration of 100 000 dossiers on a PostgreSQL server, in
 * one school and again spread over 200, and sees that it is as large as it says, that no record was tampered with and that
 * the doctor finds nothing to mend. It prints what it counted and how long each step took. LIVRET_PROOF=small: a few dozen.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { startLivret } from "./cli.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

const SMALL = process.env.LIVRET_PROOF === "small";
const { values } = parseArgs({ options: { dossiers: { type: "string" }, schools: { type: "string" } } });
const DOSSIERS = Number(values.dossiers ?? (SMALL ? 60 : 100_000));
const SPREADS = values.schools === undefined ? [1, SMALL ? 6 : 200] : [Number(values.schools)];

/** What a dossier has at least, on average; each is a query that counts them all. */
const EACH = [
  [
    "titles",
    1.9,
    "select sum(jsonb_array_length(contents -> 'titles')) from dossier_section where section = 'declared'",
  ],
  [
    "periods",
    3.8,
    "select sum(jsonb_array_length(contents -> 'periods')) from dossier_section where section = 'declared'",
  ],
  ["files", 6, "select count(*) from stored_file"],
  ["acts", 12, "select count(*) from audit_record"],
] as const;

const postgres = await startPostgres();
if (!postgres) {
  console.log("The Debian package postgresql-17 is not installed.\n\n0 passed, 1 failed");
  process.exit(1);
}
const outcomes: boolean[] = [];
for (const schools of SPREADS) outcomes.push(...(await prove(postgres, schools)));
await postgres.stop();
const failed = outcomes.filter((one) => !one).length;
console.log(`\n${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function prove({ url }: Postgres, schools: number): Promise<boolean[]> {
  const { default: pg } = await import("pg");
  const name = `scale_${schools}`;
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  await server.query(`create database ${name}`);
  await server.end();
  const address = new URL(url);
  address.pathname = `/${name}`;
  const data = mkdtempSync(join(tmpdir(), "livret-scale-"));
  let env: Record<string, string> = { DATABASE_URL: address.href, LIVRET_DATA: data, LIVRET_LANG: "en" };
  console.log(`${DOSSIERS} dossiers, ${schools} schools`);

  const step = async (...args: string[]) => {
    const started = performance.now();
    const { code, out } = await run(args, env);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? "✓" : "✗"} livret ${args.join(" ")}: ${seconds} s`);
    if (code !== 0) console.log(out);
    return { ok: code === 0, out };
  };
  try {
    const made = await step("demo", "--dossiers", String(DOSSIERS), "--schools", String(schools));
    // Spread over many, the schools are those of a folder that it made.
    const law = /^LIVRET_LAW=(.+)$/m.exec(made.out)?.[1];
    if (law !== undefined) env = { ...env, LIVRET_LAW: law };
    const counted = await count(address.href);
    const verified = await step("audit", "verify");
    const examined = await step("doctor");
    return [made.ok, ...counted, verified.ok, examined.ok];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function count(url: string): Promise<boolean[]> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ask = async (text: string) => Number(Object.values((await client.query(text)).rows[0] as object)[0]);
  const dossiers = await ask("select count(*) from dossier");
  // Those of the lives that the demonstration plays come beside.
  const whole = dossiers >= DOSSIERS;
  console.log(`${whole ? "✓" : "✗"} ${dossiers} dossiers`);
  const outcomes = [whole];
  for (const [what, least, text] of EACH) {
    const each = (await ask(text)) / dossiers;
    // A few dozen are too few for an average.
    const ok = SMALL ? each > 0 : each >= least;
    console.log(`${ok ? "✓" : "✗"} ${each.toFixed(2)} ${what} each`);
    outcomes.push(ok);
  }
  await client.end();
  return outcomes;
}

/** What it prints is kept, and its progress shown as it goes. */
async function run(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; out: string }> {
  const child = startLivret(args, env);
  let out = "";
  child.stdout.on("data", (text: Buffer) => (out += text.toString()));
  child.stderr.on("data", (text: Buffer) => process.stderr.write(text));
  child.stdin.end();
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out };
}
