/**
 * Verifies the checkpoints: their sequence, each hash, and that every head they sealed is still in its chain, which reveals a chain cut
 * short together with its head. An erased chain keeps its records, so an erasure is never mistaken for tampering.
 */
import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import {
  countMoved,
  NO_CHECKPOINT,
  OWN_CHAIN,
  type PrintedCheckpoint,
  printHash,
  ROOT,
  sealCheckpoint,
} from "./checkpoints.ts";

export type CheckpointWhy = "sequence" | "order" | "seal" | "heads" | "cut" | "gone" | "rewritten";
/** Where the checkpoint itself is at fault, `seq` is 0 and `chain` is the checkpoint's own. */
type CheckpointFault = {
  readonly checkpoint: number;
  readonly chain: string;
  readonly seq: number;
  readonly why: CheckpointWhy;
};

export type CheckpointReport = {
  readonly count: number;
  readonly latest: PrintedCheckpoint | undefined;
  /** Chains that moved since the last checkpoint; the next one will cover them. */
  readonly uncovered: number;
  readonly faults: readonly CheckpointFault[];
};

/** Heads checked in one statement; a checkpoint is never split over two. */
const BATCH = 50_000;

export async function verifyCheckpoints(tx: Tx, place: string): Promise<CheckpointReport> {
  const checkpoints = await tx.selectFrom("checkpoint").selectAll().orderBy("id").execute();
  const faults = [...sequenceFaults(checkpoints, place)];
  for (const batch of batches(checkpoints)) {
    faults.push(...(await headFaults(tx, batch)));
    // PGlite answers without letting the event loop turn.
    await setImmediate();
  }
  const last = checkpoints.at(-1);
  faults.push(...(await strayHeads(tx, last?.id ?? 0)));
  return {
    count: checkpoints.length,
    latest: last && { number: last.id, hash: printHash(last.hash), at: last.at },
    uncovered: await countMoved(tx),
    faults: firstOfEachChain(faults),
  };
}

type Row = {
  readonly id: number;
  readonly at: Date;
  readonly heads: number;
  readonly root: Uint8Array;
  readonly prev: Uint8Array;
  readonly hash: Uint8Array;
};

function* sequenceFaults(checkpoints: readonly Row[], place: string): Generator<CheckpointFault> {
  let prev: Uint8Array = NO_CHECKPOINT;
  let expected = 1;
  for (const { id, ...row } of checkpoints) {
    if (id !== expected) yield own(expected, "sequence");
    else if (!same(row.prev, prev)) yield own(id, "order");
    if (!same(sealCheckpoint({ place, number: id, ...row }), row.hash)) yield own(id, "seal");
    prev = row.hash;
    expected = id + 1;
  }
}

function batches(checkpoints: readonly Row[]): Row[][] {
  const split: Row[][] = [];
  let heads = Infinity;
  for (const row of checkpoints) {
    if (heads + row.heads > BATCH) {
      split.push([]);
      heads = 0;
    }
    split.at(-1)!.push(row);
    heads += row.heads;
  }
  return split;
}

async function headFaults(tx: Tx, batch: readonly Row[]): Promise<CheckpointFault[]> {
  const [from, to] = [batch[0]!.id, batch.at(-1)!.id];
  const lists = await sql<{ id: number; heads: number; root: Uint8Array }>`
    select checkpoint as id, count(*)::integer as heads, ${ROOT} as root
    from checkpoint_head where checkpoint between ${from} and ${to} group by checkpoint`.execute(tx);
  const listOf = new Map(lists.rows.map((list) => [list.id, list]));
  const changed = batch.filter(({ id, heads, root }) => {
    const list = listOf.get(id);
    return list?.heads !== heads || !same(list.root, root);
  });
  const lost = await sql<CheckpointFault>`
    select h.checkpoint, h.chain, h.seq,
      case when r.hash is not null then 'rewritten'
        when exists (select from audit_record o where o.chain = h.chain) then 'cut'
        else 'gone' end as why
    from checkpoint_head h
    left join audit_record r on r.chain = h.chain and r.seq = h.seq
    where h.checkpoint between ${from} and ${to} and r.hash is distinct from h.hash
    order by h.checkpoint, h.chain
    limit 100`.execute(tx);
  return [...changed.map(({ id }) => own(id, "heads")), ...lost.rows];
}

/** Heads that belong to a checkpoint that no longer exists. */
async function strayHeads(tx: Tx, last: number): Promise<CheckpointFault[]> {
  const { rows } = await sql<{ checkpoint: number }>`
    select distinct checkpoint from checkpoint_head where checkpoint > ${last} order by 1 limit 100`.execute(tx);
  return rows.map(({ checkpoint }) => own(checkpoint, "sequence"));
}

/** Every checkpoint that covers a missing chain reports it: the first report is enough. */
function firstOfEachChain(faults: readonly CheckpointFault[]): CheckpointFault[] {
  const reported = new Set<string>();
  return faults.filter(({ chain, seq }) => {
    const isRepeat = seq > 0 && reported.has(chain);
    if (seq > 0) reported.add(chain);
    return !isRepeat;
  });
}

function own(checkpoint: number, why: CheckpointWhy): CheckpointFault {
  return { checkpoint, chain: `${OWN_CHAIN}${checkpoint}`, seq: 0, why };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Looks up a printed checkpoint in the record; `other` where its number has a different hash. */
export async function findPrinted(tx: Tx, { number, hash }: Pick<PrintedCheckpoint, "number" | "hash">) {
  const found = await tx.selectFrom("checkpoint").select(["at", "hash"]).where("id", "=", number).executeTakeFirst();
  if (!found) return "missing" as const;
  return printHash(found.hash) === hash ? { at: found.at } : ("other" as const);
}
