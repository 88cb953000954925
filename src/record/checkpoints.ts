/**
 * Checkpoints: the heads of a school's chains that moved since the last one, sealed together with its hash. Whoever holds
 * the number and the hash of one can tell that nothing it covers was taken away or rewritten since.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { canonical } from "../kit/canonical.ts";
import { keep } from "../act/keep.ts";

export type Checkpoint = {
  /** The school's, or the deployment's. */
  readonly place: string;
  readonly number: number;
  readonly at: Date;
  readonly heads: number;
  readonly root: Uint8Array;
  readonly prev: Uint8Array;
};

/** What receipts and minutes print; `hash` is written `sha256:` and 64 hexadecimal digits. */
export type PrintedCheckpoint = { readonly number: number; readonly hash: string; readonly at: Date };

export const NO_CHECKPOINT = Buffer.alloc(32);

/** A first checkpoint of a large school is made in several, so that none holds its transaction for long. */
const MAX_HEADS = 100_000;

/**
 * The hash of the list of heads: a line each, `<hash, in hexadecimal> <seq> <chain>`, in the order of the bytes of
 * `chain`. Made and checked in the database: reading 100 000 heads out of it would take ten times as long.
 */
export const ROOT = sql<Uint8Array>`sha256(convert_to(coalesce(string_agg(
  encode(hash, 'hex') || ' ' || seq || ' ' || chain || chr(10), '' order by chain collate "C"), ''), 'UTF8'))`;

export function sealCheckpoint({ place, number, at, heads, root, prev }: Checkpoint): Buffer {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const covered = { place, number, at: at.toISOString(), heads, root: hex(root), prev: hex(prev) };
  return createHash("sha256").update(canonical(covered)).digest();
}

export function printHash(hash: Uint8Array): string {
  return `sha256:${Buffer.from(hash).toString("hex")}`;
}

export async function latestCheckpoint(tx: Tx): Promise<PrintedCheckpoint | undefined> {
  const last = await tx.selectFrom("checkpoint").select(["id", "hash", "at"]).orderBy("id", "desc").limit(1).execute();
  return last[0] && { number: last[0].id, hash: printHash(last[0].hash), at: last[0].at };
}

/** Heads that no checkpoint covers. */
const MOVED = sql`audit_chain c where not exists (
  select from checkpoint_head h where h.chain = c.chain and h.seq = c.seq)`;

export const OWN_CHAIN = "checkpoint:";

/** How many chains moved since the last checkpoint, its own apart: else each would call for another. */
export async function countMoved(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${MOVED} and not starts_with(c.chain, ${OWN_CHAIN})`.execute(tx);
  return rows[0]!.count;
}

/** Seals what moved under the next number; false where `number` is not the next, or nothing moved. */
export async function insertCheckpoint(tx: Tx, { number, at }: { number: number; at: Date }): Promise<boolean> {
  const place = await lockPlace(tx);
  const last = await tx.selectFrom("checkpoint").select(["id", "hash"]).orderBy("id", "desc").limit(1).execute();
  if (number !== (last[0]?.id ?? 0) + 1) return false;
  const { heads, root } = await coverMoved(tx, number);
  if (heads === 0) return false;
  const prev = last[0]?.hash ?? NO_CHECKPOINT;
  const hash = sealCheckpoint({ place, number, at, heads, root, prev });
  await keep(tx, "checkpoint", { id: number, at, heads, root, prev, hash });
  return true;
}

/** One checkpoint at a time in a school, whichever process makes it; acts are not kept waiting. */
async function lockPlace(tx: Tx): Promise<string> {
  const { rows } = await sql<{ place: string }>`
    select current_setting('livret.establishment') as place,
      pg_advisory_xact_lock(hashtext('livret.checkpoint'), hashtext(current_setting('livret.establishment')))`.execute(
    tx,
  );
  return rows[0]!.place;
}

async function coverMoved(tx: Tx, number: number): Promise<{ heads: number; root: Uint8Array }> {
  const { rows } = await sql<{ heads: number; root: Uint8Array }>`
    with moved as (select c.chain, c.seq, c.hash from ${MOVED} order by c.chain limit ${MAX_HEADS}),
    covered as (insert into checkpoint_head (checkpoint, chain, seq, hash) select ${number}::integer, chain, seq, hash from moved)
    select count(*)::integer as heads, ${ROOT} as root from moved`.execute(tx);
  return rows[0]!;
}
