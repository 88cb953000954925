/**
 * Checkpoints: the heads of the chains that moved since the last checkpoint, sealed together with its hash. The number and hash of one
 * prove that nothing it covers was removed or rewritten since.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { canonical } from "../kit/canonical.ts";
import { keep } from "../act/keep.ts";

export type Checkpoint = {
  /** A school, or the deployment. */
  readonly place: string;
  readonly number: number;
  readonly at: Date;
  readonly heads: number;
  readonly root: Uint8Array;
  readonly prev: Uint8Array;
};

/** A checkpoint as printed on receipts and minutes; `hash` is `sha256:` and 64 hexadecimal digits. */
export type PrintedCheckpoint = { readonly number: number; readonly hash: string; readonly at: Date };

export const NO_CHECKPOINT = Buffer.alloc(32);

/** The first run in a large school makes several checkpoints, so that no transaction is held for long. */
const MAX_HEADS = 100_000;

/**
 * The hash of the list of heads: one line per head, `<hash in hexadecimal> <seq> <chain>`, in byte order of `chain`. Computed in the
 * database: reading 100 000 heads out of it would take ten times as long.
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

/** Heads that no checkpoint covers yet. */
const MOVED = sql`audit_chain c where not exists (
  select from checkpoint_head h where h.chain = c.chain and h.seq = c.seq)`;

export const OWN_CHAIN = "checkpoint:";

/** Counts the chains that moved since the last checkpoint, without the checkpoints' own chains: each would call for another. */
export async function countMoved(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${MOVED} and not starts_with(c.chain, ${OWN_CHAIN})`.execute(tx);
  return rows[0]!.count;
}

/** Seals the moved chains under the next number; false where `number` is not the next, or nothing moved. */
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

/** One checkpoint at a time per school, across processes; acts do not wait for this lock. */
async function lockPlace(tx: Tx): Promise<string> {
  const { rows } = await sql<{ place: string }>`
    select current_setting('livret.establishment') as place
    from pg_advisory_xact_lock(hashtext('livret.checkpoint'), hashtext(current_setting('livret.establishment')))`.execute(
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
