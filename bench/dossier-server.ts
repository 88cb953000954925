/**
 * The process that `dossier.ts` measures: the application over a PostgreSQL server that holds a demonstration, and beside it
 * a bare Fastify server that does by raw SQL what ours must: find the session, read or write the same rows with their audit
 * record and attempt under row security, and send a page with the same bytes. What it writes it writes as it stands: it judges
 * nothing, and seals nothing.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import formbody from "@fastify/formbody";
import Fastify from "fastify";
import { CompiledQuery } from "kysely";
import pg from "pg";
import { perform } from "../src/act/act.ts";
import { takeBackDossier } from "../src/dossier/submit-acts.ts";
import { buildDemo } from "../src/cli/demo/build.ts";
import { withSchool } from "../src/db/school.ts";
import { startSession } from "../src/people/sessions/acts.ts";
import { birthOf } from "../src/deployment/birth/birth.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../src/test/dossiers.ts";
import { deed, makeAccount, openedSession } from "../src/test/people.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { LAWS, testWorldOf } from "../src/test/server.ts";
import { newAttempt } from "../src/test/world.ts";
import { buildServer } from "../src/web/server.ts";
import type { World } from "../src/act/world.ts";

export type Lane = { readonly token: string; readonly dossier: string; readonly account: string };
export type ServedDossiers = {
  readonly livret: string;
  readonly bare: string;
  /** Drafts, each with a session of its candidate. */
  readonly lanes: readonly Lane[];
  /** Whole dossiers that were handed in and taken back once, so that their fee is charged: half for each of the two. */
  readonly ready: { readonly livret: readonly Lane[]; readonly bare: readonly Lane[] };
};

const SCHOOL = LAWS.establishments[0]!.data.establishment;
const LANES = 8;
const [dossiers = 200, handing = 24] = process.argv.slice(2).map(Number);

const postgres = await startPostgres();
if (!postgres) {
  process.send!({ missing: "postgresql-17" });
  process.exit(0);
}
process.on("disconnect", () => void postgres.stop().then(() => process.exit(0)));
process.env.LIVRET_TEST_DATABASE_URL = postgres.url;
const { world: made } = await testWorldOf({ now: () => new Date() });
await buildDemo(made, { schools: [SCHOOL], dossiers, seed: 1, parallel: 8 });
const demo = await birthOf(made.db);
const world: World = { ...made, ...(demo && { demo }) };
const app = await buildServer(world, { perMinute: 1_000_000 });
const at = { host: "127.0.0.1", port: 0 };
const livret = await app.listen(at);

const drafts = await withSchool(world.db, SCHOOL, (tx) =>
  tx
    .selectFrom("dossier")
    .innerJoin("dossier_state as s", "s.id", "dossier.id")
    .select(["dossier.id", "dossier.account"])
    .where("s.state", "=", "draft")
    // Whoever applied on paper has no account to enter.
    .where("dossier.account", "is not", null)
    .orderBy("dossier.number")
    .limit(LANES)
    .execute(),
);
const lanes: Lane[] = [];
for (const { id, account } of drafts) {
  const actor = { kind: "proven", account: account!, means: ["demo"] } as const;
  const given = { actor, establishment: SCHOOL, attempt: newAttempt(), input: { device: "" } };
  const outcome = await perform(world, startSession, given);
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  lanes.push({ token: outcome.value.token, dossier: id, account: account! });
}

const ready: Lane[] = [];
for (let at = 0; at < 2 * handing; at++) {
  const person = await makeAccount(world, { name: `ready-${at}`, address: `ready-${at}@exemple.fr` });
  const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
  const dossier = await aDossier(world, person, given);
  await handedIn(world, person, dossier);
  await deed(world, takeBackDossier, candidate(world, person), { dossier });
  ready.push({ token: await openedSession(world, person), dossier, account: person.account });
}

const bare = Fastify();
await bare.register(formbody);
const url = await databaseOf(world);
const pool = new pg.Pool({ connectionString: url, max: 10, options: "-c role=livret_app" });
// The server is stopped before the connections are: nobody is left to tell.
pool.on("error", () => {});
const page = await (
  await fetch(`${livret}/${SCHOOL}/deis/dossier/${lanes[0]!.dossier}`, {
    headers: { cookie: `livret_session=${lanes[0]!.token}` },
  })
).text();

type Query = (text: string, values?: unknown[]) => Promise<pg.QueryResult>;

async function inSchool(token: string, work: (query: Query, account: string) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  const query: Query = (text, values) => client.query(text, values);
  try {
    const hash = createHash("sha256").update(token).digest();
    const { rows } = await query("select * from session_holder($1, $2, now())", [hash, SCHOOL]);
    await query("begin");
    await query("select set_config('livret.establishment', $1, true)", [SCHOOL]);
    await work(query, (rows[0] as { account: string } | undefined)?.account ?? "");
    await query("commit");
  } finally {
    client.release();
  }
}

async function readRaw(query: Query, dossier: string): Promise<void> {
  const { rows } = await query("select * from dossier where id = $1", [dossier]);
  await query("select * from intake where id = $1", [(rows[0] as { intake: string }).intake]);
  await query("select * from dossier_section where dossier = $1", [dossier]);
  await query("select * from stored_file where about = $1", [`dossier:${dossier}`]);
  await query("select * from submission where dossier = $1", [dossier]);
  await query("select * from dossier_fact where dossier = $1", [dossier]);
}

bare.get("/:dossier", async (request, reply) => {
  const { dossier } = request.params as { dossier: string };
  await inSchool(tokenOf(request.headers.cookie), async (query) => {
    await readRaw(query, dossier);
  });
  return reply.type("text/html; charset=utf-8").send(page);
});

bare.post("/:dossier", async (request, reply) => {
  const { dossier } = request.params as { dossier: string };
  const fields = request.body as Record<string, string>;
  await inSchool(tokenOf(request.headers.cookie), async (query, account) => {
    await query(
      "insert into dossier_section (id, dossier, section, version, contents, saved_at, saved_by) values ($1, $2, 'bare', 1, $3, now(), $4) on conflict (establishment_id, dossier, section) do update set version = dossier_section.version + 1, contents = excluded.contents, saved_at = now()",
      [randomUUID(), dossier, JSON.stringify(fields), account],
    );
    await recordRaw(query, `bare:${dossier}`);
  });
  return reply.redirect("/", 303);
});

/** The rows that handing in and taking back left in the same dossier, to be written again under other ids. */
async function written(query: Query, dossier: string) {
  const one = async (table: string, where: string, value: string) => {
    const { rows } = await query(`select row_to_json(t) as row from ${table} t where ${where} limit 1`, [value]);
    return (rows[0] as { row: Record<string, unknown> }).row;
  };
  const mail = await one("mail", "about = $1", `dossier:${dossier}`);
  return {
    submission: await one("submission", "dossier = $1", dossier),
    dossier_fact: await one("dossier_fact", "dossier = $1", dossier),
    mail,
    mail_sending: await one("mail_sending", "id = $1", mail.id as string),
  };
}
const samples = new Map<string, Awaited<ReturnType<typeof written>>>();
for (const { dossier, token } of ready.slice(handing))
  await inSchool(token, async (query) => void samples.set(dossier, await written(query, dossier)));

/** In the history of a dossier. */
let places = 100;

function insert(query: Query, table: string, row: Record<string, unknown>): Promise<unknown> {
  return query(`insert into ${table} select * from json_populate_record(null::${table}, $1)`, [JSON.stringify(row)]);
}

bare.post("/:dossier/in", async (request, reply) => {
  const { dossier } = request.params as { dossier: string };
  const { submission, mail, mail_sending } = samples.get(dossier)!;
  const place = ++places;
  await inSchool(tokenOf(request.headers.cookie), async (query) => {
    await readRaw(query, dossier);
    await insert(query, "submission", { ...submission, id: randomUUID(), number: randomUUID(), place });
    await query("update dossier_state set state = 'submitted', submitted_at = now() where id = $1", [dossier]);
    const id = randomUUID();
    await insert(query, "mail", { ...mail, id });
    await insert(query, "mail_sending", { ...mail_sending, id });
    await recordRaw(query, `bare:${dossier}`);
  });
  return reply.redirect("/", 303);
});

bare.post("/:dossier/back", async (request, reply) => {
  const { dossier } = request.params as { dossier: string };
  const { dossier_fact } = samples.get(dossier)!;
  const place = ++places;
  await inSchool(tokenOf(request.headers.cookie), async (query) => {
    await readRaw(query, dossier);
    await insert(query, "dossier_fact", { ...dossier_fact, id: randomUUID(), place });
    await query("update dossier_state set state = 'draft' where id = $1", [dossier]);
    await recordRaw(query, `bare:${dossier}`);
  });
  return reply.redirect("/", 303);
});

async function recordRaw(query: Query, chain: string): Promise<void> {
  const hash = randomBytes(32);
  await query(
    "insert into audit_chain (chain, seq, hash, salt) values ($1, 1, $2, $3) on conflict (establishment_id, chain) do update set seq = audit_chain.seq + 1, hash = excluded.hash",
    [chain, hash, randomBytes(16)],
  );
  await query(
    "insert into audit_record (chain, seq, act, actor, at, erases, stored, prev, hash) select $1, seq, 'raw', 'anyone', now(), false, '[]', $2, $2 from audit_chain where chain = $1",
    [chain, hash],
  );
  await query("insert into attempt (id, request, outcome, chain, at) values ($1, $1, $1, $2, now())", [
    randomBytes(32),
    chain,
  ]);
}

function tokenOf(cookie = ""): string {
  return /livret_session=([^;]+)/.exec(cookie)?.[1] ?? "";
}

/** The test world makes a database of its own on the server. */
async function databaseOf({ db }: World): Promise<string> {
  const { rows } = await db.executeQuery<{ name: string }>(CompiledQuery.raw("select current_database() as name"));
  const address = new URL(postgres!.url);
  address.pathname = `/${rows[0]!.name}`;
  return address.href;
}

process.send!({
  livret,
  bare: await bare.listen(at),
  lanes,
  ready: { livret: ready.slice(0, handing), bare: ready.slice(handing) },
} satisfies ServedDossiers);
