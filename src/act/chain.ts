/**
 * The audit record: who, which act, when, on which rows, and the salted hash of what was stored, never the values.
 * Records are chained per subject. Erasing a subject deletes its salt with its values: its hashes then lead nowhere,
 * and the chain still stands.
 */
import { createHash, createHmac, createSecretKey, randomBytes } from "node:crypto";
import { CompiledQuery } from "kysely";
import type { Tx } from "../db/school.ts";
import { canonical } from "../kit/canonical.ts";
import type { Day } from "../kit/day.ts";
import type { Row } from "../kit/sql.ts";
import type { LockedOutcome } from "./attempts.ts";

/** A row an act wrote, whole; `values` is null for one it deleted. */
export type Stored = { readonly table: string; readonly id: string; readonly values: Row | null };
/** The same as its record remembers it. */
export type Seal = { readonly table: string; readonly id: string; readonly hash: string | null };

export type NewRecord = {
  readonly chain: string;
  readonly act: string;
  readonly actor: string;
  readonly at: Date;
  readonly due: Day | null;
  readonly erases: boolean;
  readonly stored: readonly Stored[];
  /** The chain is begun with this record: nothing need be looked up, which spares a statement. */
  readonly begins?: boolean;
};

/** What the hash of a record covers. */
export type Sealed = Omit<NewRecord, "stored" | "begins"> & {
  readonly seq: number;
  readonly stored: readonly Seal[];
  readonly prev: Uint8Array;
};

/** A row as its statement gave it back (`returning(wholeRow(table))`). */
export function storedRow(table: string, { row }: { row: Row }): Stored {
  return { table, id: row.id as string, values: row };
}

const NO_HASH = Buffer.alloc(32);

/**
 * Adds to a chain, which stays locked until the transaction ends: one act at a time on one subject. The attempt is
 * remembered in the same statement; false where it was already made: its outcome stands, and this one must be undone.
 */
export async function appendRecord(tx: Tx, record: NewRecord, attempt: LockedOutcome): Promise<boolean> {
  const { begins = false, ...given } = record;
  const head = begins
    ? { seq: 0, hash: NO_HASH, salt: randomBytes(SALT) }
    : (heldHead(tx, record.chain) ?? (await holdHead(tx, record.chain)) ?? (await lockHead(tx, record.chain)));
  // Nothing is done to what was erased; an act that tries is a bug.
  if (head.salt === null) throw new Error(`The chain ${record.chain} was erased`);
  const salt = head.salt;
  const stored = record.stored.map(({ table, id, values }) => ({ table, id, hash: values && sealRow(salt, values) }));
  const sealed: Sealed = { ...given, stored, seq: head.seq + 1, prev: head.hash };
  const hash = sealRecord(sealed);
  const { chain, act, actor, at, due, erases } = record;
  const { seq, prev } = sealed;
  const kept = erases ? null : salt;
  const values = [seq, hash, kept, chain, act, actor, at, due, erases, JSON.stringify(stored), prev];
  const tried = [attempt.id, attempt.request, attempt.outcome];
  const { rows } = await tx.executeQuery(CompiledQuery.raw(begins ? BEGIN : GO_ON, [...values, ...tried]));
  // An attempt that is being made at this moment was waited for: the unique key sees to it.
  return rows.length === 1;
}

const SALT = 16;

/* Written out, as the builder would cost each act as much as the statements themselves. */
const recorded = (head: string) => `with head as (${head}), record as (
  insert into audit_record (chain, seq, act, actor, at, due, erases, stored, prev, hash)
  values ($4, $1, $5, $6, $7, $8, $9, $10::jsonb, $11, $2)
) insert into attempt (id, request, outcome, chain, at) values ($12, $13, $14, $4, $7)
  on conflict do nothing returning chain`;
const BEGIN = recorded("insert into audit_chain (chain, seq, hash, salt) values ($4, $1, $2, $3)");
const GO_ON = recorded("update audit_chain set seq = $1, hash = $2, salt = $3 where chain = $4");
/* Written over by itself: `do nothing` would neither lock the row nor return it. */
const LOCK = `insert into audit_chain (chain, seq, hash, salt) values ($1, 0, $2, $3)
  on conflict (establishment_id, chain) do update set seq = audit_chain.seq returning seq, hash, salt`;
const HOLD = "select seq, hash, salt from audit_chain where chain = $1 for update";

/** The last record's place and hash, and the salt, which an erased chain has no more. */
type Head = { readonly seq: number; readonly hash: Uint8Array; readonly salt: Uint8Array | null };

async function holdHead(tx: Tx, chain: string): Promise<Head | undefined> {
  return (await tx.executeQuery<Head>(CompiledQuery.raw(HOLD, [chain]))).rows[0];
}

/** A chain is made where there is none, unless somebody just did. */
async function lockHead(tx: Tx, chain: string): Promise<Head> {
  const values = [chain, NO_HASH, randomBytes(SALT)];
  return (await tx.executeQuery<Head>(CompiledQuery.raw(LOCK, values))).rows[0]!;
}

/** What a transaction has locked and not yet written after. */
const held = new WeakMap<Tx, Map<string, Head>>();

/**
 * Locks a subject until the transaction ends: two acts on it go one after the other, and what is read from here on is what
 * the one before has left. The act's record needs no second look. False where nothing was ever done to it, or it was erased.
 */
export async function lockChain(tx: Tx, chain: string): Promise<boolean> {
  const head = await holdHead(tx, chain);
  if (!head || head.salt === null) return false;
  const heads = held.get(tx) ?? new Map<string, Head>();
  held.set(tx, heads.set(chain, head));
  return true;
}

/** Once: the record that is written after it is the head from then on. */
function heldHead(tx: Tx, chain: string): Head | undefined {
  const head = held.get(tx)?.get(chain);
  held.get(tx)?.delete(chain);
  return head;
}

/**
 * The salted hash of a row. Columns without a value do not count, so that a migration may add a column that may be null
 * and every older hash still holds.
 */
export function sealRow(salt: Uint8Array, row: Row): string {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  // A key made beforehand: Node takes longer to learn that bytes are none than to make one.
  return createHmac("sha256", createSecretKey(salt)).update(canonical(given)).digest("hex");
}

export function sealRecord({ chain, seq, act, actor, at, due, erases, stored, prev }: Sealed): Buffer {
  const covered = {
    chain,
    seq,
    act,
    actor,
    at: at.toISOString(),
    due,
    erases,
    stored,
    prev: Buffer.from(prev).toString("hex"),
  };
  return createHash("sha256").update(canonical(covered)).digest();
}
