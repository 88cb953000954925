/**
 * `npm run bench save`: keeping an answer and saving a step through their acts (form, permission, decision, audit record,
 * attempt, row security), beside the same rows written raw in one transaction, on the embedded database and, where it is
 * installed, on a PostgreSQL server.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { CompiledQuery } from "kysely";
import { perform } from "../src/act/act.ts";
import { keepAnswer, saveInquiry, startInquiry } from "../src/inquiry/acts.ts";
import type { Database } from "../src/db/open.ts";
import { startPostgres } from "../src/test/postgres.ts";
import { LAWS, testWorldOf } from "../src/test/server.ts";
import type { World } from "../src/act/world.ts";
import { type Contender, print, race } from "./measure.ts";
import { people } from "./people.ts";

const SCHOOL = LAWS.establishments[0]!.data.establishment;
const RAW_KEEP = "the rows of a kept answer, raw";
const RAW_SAVE = "the rows of a saved step, raw";

export async function benchSave(count: number): Promise<void> {
  await onDatabase("the embedded database, one after the other", count, 1);
  const postgres = await startPostgres();
  if (!postgres) return console.log("\nSaves on a server: not measured, postgresql-17 is not installed");
  process.env.LIVRET_TEST_DATABASE_URL = postgres.url;
  try {
    await onDatabase("PostgreSQL 17 without fsync, eight at a time", count, 8);
  } finally {
    delete process.env.LIVRET_TEST_DATABASE_URL;
    await postgres.stop();
  }
}

async function onDatabase(where: string, count: number, atATime: number): Promise<void> {
  const { world, close } = await testWorldOf();
  const times = (name: string, one: (at: number) => Promise<unknown>): Contender => ({
    name,
    units: count,
    works: atATime === 1 ? "here" : "both",
    run: () => Promise.all(Array.from({ length: atATime }, (_, lane) => lanes(lane, count, atATime, one))),
  });
  try {
    const { keep, keepRaw } = await keepers(world);
    print(
      `Keep an answer, ${where}`,
      "answers",
      await race([times("Livret, keepAnswer", keep), times(RAW_KEEP, keepRaw)], 5),
      { [RAW_KEEP]: "≥ 0.5" },
    );
    const { save, saveRaw } = await savers(world, atATime);
    print(
      `Save a step, ${where}`,
      "saves",
      await race([times("Livret, saveInquiry", save), times(RAW_SAVE, saveRaw)], 5),
      { [RAW_SAVE]: "≥ 0.6" },
    );
  } finally {
    await close();
  }
}

async function lanes(
  lane: number,
  count: number,
  atATime: number,
  one: (at: number) => Promise<unknown>,
): Promise<void> {
  for (let at = lane; at < count; at += atATime) await one(at);
}

type Savers = { save: (at: number) => Promise<unknown>; saveRaw: (at: number) => Promise<unknown> };

async function keepers({ db, ...rest }: World) {
  const world: World = { db, ...rest };
  const inputs = people(LAWS, 500);
  const facts = inputs[0]!;
  const answer = world.decide("eligibility", facts);
  if (!answer || !("answer" in answer)) throw new Error("The bench's own people must be decided");
  const said = JSON.stringify({ eligibility: answer.answer("fr") });
  const asked = JSON.stringify({ eligibility: facts });
  return {
    keep: async (at: number) => {
      const input = { language: "fr", decisions: { eligibility: inputs[at % inputs.length]! } } as const;
      const outcome = await perform(world, keepAnswer, {
        actor: { kind: "anyone" },
        establishment: SCHOOL,
        attempt: randomUUID(),
        input,
      });
      if (outcome.kind !== "done") throw new Error(outcome.kind);
    },
    keepRaw: () =>
      raw(db, async (query) => {
        const id = randomUUID();
        await query(
          "insert into kept_answer (id, number, code_hash, language, inputs, answers, created_on, expires_on) values ($1, 'Q-2026-' || nextval('kept_answer_number'), $2, 'fr', $3, $4, '2026-11-25', '2026-12-25')",
          [id, randomBytes(32), asked, said],
        );
        await recordRaw(query, `kept-answer:${id}`);
      }),
  };
}

/** One draft a lane, as drafts are saved by one person at a time. */
async function savers(world: World, atATime: number): Promise<Savers> {
  const { titles, experience } = people(LAWS, 1)[0]!;
  const typed = (at: number) => ({ next: 9, titles: [], periods: [], typed: { titles, experience, at } });
  const drafts = await Promise.all(Array.from({ length: atATime }, () => beginDraft(world, typed(0))));
  const ids = await Promise.all(Array.from({ length: atATime }, () => beginRaw(world.db, typed(0))));
  return {
    save: async (at) => {
      const draft = drafts[at % atATime]!;
      const outcome = await perform(world, saveInquiry, {
        actor: { kind: "holder", secret: draft.token },
        establishment: SCHOOL,
        attempt: randomUUID(),
        input: { version: draft.version, facts: typed(at) },
      });
      if (outcome.kind !== "done") throw new Error(outcome.kind);
      draft.version++;
    },
    saveRaw: (at) =>
      raw(world.db, async (query) => {
        const id = ids[at % atATime]!;
        await query("update inquiry set version = version + 1, facts = $2, touched_at = now() where id = $1", [
          id,
          JSON.stringify(typed(at)),
        ]);
        await recordRaw(query, `inquiry:${id}`);
      }),
  };
}

async function beginDraft(world: World, facts: Record<string, unknown>): Promise<{ token: string; version: number }> {
  const outcome = await perform(world, startInquiry, {
    actor: { kind: "anyone" },
    establishment: SCHOOL,
    attempt: randomUUID(),
    input: { facts },
  });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return { ...outcome.value };
}

async function beginRaw(db: Database, facts: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  await raw(db, async (query) => {
    await query("insert into inquiry (id, token_hash, version, facts, touched_at) values ($1, $2, 1, $3, now())", [
      id,
      randomBytes(32),
      JSON.stringify(facts),
    ]);
    await recordRaw(query, `inquiry:${id}`);
  });
  return id;
}

type Query = (text: string, values: unknown[]) => Promise<unknown>;

/** The head of the chain, its record, and the attempt: the rows each act leaves behind its own. */
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

function raw(db: Database, work: (query: Query) => Promise<void>): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const query: Query = (text, values) => tx.executeQuery(CompiledQuery.raw(text, values));
    await query("select set_config('livret.establishment', $1, true)", [SCHOOL]);
    await work(query);
  });
}
