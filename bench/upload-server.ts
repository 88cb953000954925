/**
 * The process that `upload.ts` measures: a page of Livret that takes a file and attaches it, over PostgreSQL, and beside it a
 * bare Fastify server that streams the same bytes to the disk, hashed and synced, and writes the same rows by raw SQL.
 */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import multipart from "@fastify/multipart";
import Fastify from "fastify";
import { CompiledQuery } from "kysely";
import pg from "pg";
import { Type } from "typebox";
import { defineAct, done, invalid } from "../src/act/act.ts";
import { html } from "../src/kit/html.ts";
import { attachFile } from "../src/files/attach.ts";
import { makeAccount, openedSession } from "../src/test/people.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { testWorldOf } from "../src/test/server.ts";
import { act } from "../src/page/acting.ts";
import type { Page } from "../src/page/page.ts";
import { buildServer } from "../src/web/server.ts";

export type UploadLane = { readonly token: string };
export type ServedUploads = { readonly livret: string; readonly bare: string; readonly lanes: readonly UploadLane[] };

const SCHOOL = "faire-ess";
const LANES = 8;

const postgres = await startPostgres();
if (!postgres) {
  process.send!({ missing: "postgresql-17" });
  process.exit(0);
}
process.env.LIVRET_TEST_DATABASE_URL = postgres.url;
const { world } = await testWorldOf({ now: () => new Date() });
const folder = mkdtempSync(join(tmpdir(), "livret-bare-"));
process.on("disconnect", () => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(world.files!.store.scratch, ".."), { recursive: true, force: true });
  void postgres.stop().then(() => process.exit(0));
});

const keep = defineAct({
  name: "keepForBench",
  label: { fr: "Joindre", en: "Attach" },
  who: "apply",
  form: Type.Object({ upload: Type.String() }),
  writes: ["stored_file"],
  async perform({ tx, input: { upload }, actor, at }) {
    if (actor.kind !== "account") return invalid([]);
    const about = `account:${actor.account}`;
    const attached = await attachFile(tx, { upload, account: actor.account, about, slot: "cv", at });
    return "problem" in attached ? invalid([]) : done({}, about);
  },
});
const page: Page = {
  name: "bench-upload",
  path: "/essai",
  who: "apply",
  takesFiles: true,
  view: () => ({ html: html`` }),
  async submit(visit, sent) {
    const [file] = sent.files;
    if (!file || "problem" in file) return { notFound: true };
    const outcome = await act(visit, keep, { upload: file.upload });
    return outcome.kind === "done" ? { redirect: visit.link("/essai") } : { notFound: true };
  },
};
const at = { host: "127.0.0.1", port: 0 };
const app = await buildServer(world, { perMinute: 1_000_000, pages: [page] });
const livret = await app.listen(at);
const lanes: UploadLane[] = [];
for (let lane = 0; lane < LANES; lane++) {
  const her = await makeAccount(world, { name: "Camille", address: `lane-${lane}@exemple.fr` });
  lanes.push({ token: await openedSession(world, her) });
}

const bare = Fastify({ bodyLimit: 30_000_000 });
await bare.register(multipart, { limits: { fileSize: 20_000_000 } });
const { rows } = await world.db.executeQuery<{ name: string }>(CompiledQuery.raw("select current_database() as name"));
const address = new URL(postgres.url);
address.pathname = `/${rows[0]!.name}`;
const pool = new pg.Pool({ connectionString: address.href, max: 10, options: "-c role=livret_app" });
pool.on("error", () => {});

bare.post("/", async (request, reply) => {
  const token = /livret_session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const holder = await pool.query("select * from session_holder($1, $2, now())", [
    createHash("sha256").update(token).digest(),
    SCHOOL,
  ]);
  const { account } = holder.rows[0] as { account: string };
  const part = (await request.file())!;
  const arriving = join(folder, randomUUID());
  const hash = createHash("sha256");
  let size = 0;
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(part.file, counted, createWriteStream(arriving));
  const sha256 = hash.digest("hex");
  const shelf = join(folder, sha256.slice(0, 2));
  mkdirSync(shelf, { recursive: true });
  await synced(arriving);
  await rename(arriving, join(shelf, sha256));
  await synced(shelf);
  await keepRows(account, { sha256, size, name: part.filename });
  return reply.redirect("/", 303);
});

async function synced(path: string): Promise<void> {
  const file = await open(path, "r");
  await file.sync();
  await file.close();
}

async function keepRows(account: string, { sha256, size, name }: { sha256: string; size: number; name: string }) {
  const client = await pool.connect();
  const query = (text: string, values: unknown[] = []) => client.query(text, values);
  const chain = `account:${account}`;
  const hash = randomBytes(32);
  try {
    await query("begin");
    await query("select set_config('livret.establishment', $1, true)", [SCHOOL]);
    await query(
      "insert into file_copy (sha256, copy, size, type, pages, scan, kept_at) values ($1, '01234567', $2, 'pdf', 1, 'none', now()) on conflict do nothing",
      [sha256, size],
    );
    await query(
      "insert into stored_file (id, about, slot, position, account, sha256, given_sha256, size, type, pages, name, notices, received_at, attached_at) values ($1, $2, 'bare', 0, $3, $4, $4, $5, 'pdf', 1, $6, '[]', now(), now())",
      [randomUUID(), chain, account, sha256, size, name],
    );
    await query(
      "insert into audit_chain (chain, seq, hash, salt) values ($1, 1, $2, $3) on conflict (establishment_id, chain) do update set seq = audit_chain.seq + 1, hash = excluded.hash",
      [`bare:${account}`, hash, randomBytes(16)],
    );
    await query(
      "insert into audit_record (chain, seq, act, actor, at, erases, stored, prev, hash) select $1, seq, 'raw', 'anyone', now(), false, '[]', $2, $2 from audit_chain where chain = $1",
      [`bare:${account}`, hash],
    );
    await query("insert into attempt (id, request, outcome, chain, at) values ($1, $1, $1, $2, now())", [
      randomBytes(32),
      chain,
    ]);
    await query("commit");
  } finally {
    client.release();
  }
}

process.send!({ livret, bare: await bare.listen(at), lanes } satisfies ServedUploads);
