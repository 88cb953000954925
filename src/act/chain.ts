/**
 * The audit record: who, which act, when, on which rows, and the salted hash of each stored row, never its values.
 * Records form a hash chain per subject. Erasing a subject deletes its salt with its values: its hashes can no longer be
 * matched, and the chain still verifies.
 */
import { createHash, createHmac, createSecretKey, randomBytes } from "node:crypto";
import { CompiledQuery } from "kysely";
import { alongside } from "../db/joined.ts";
import type { Tx } from "../db/school.ts";
import { canonical } from "../kit/canonical.ts";
import type { Day } from "../kit/day.ts";
import type { Row } from "../kit/sql.ts";
import type { LockedOutcome } from "./attempts.ts";

/** A whole row that an act wrote; `values` is null if it deleted the row. */
export type Stored = { readonly table: string; readonly id: string; readonly values: Row | null };
/** The same as recorded: its hash, or null if deleted. */
export type Seal = { readonly table: string; readonly id: string; readonly hash: string | null };

export type NewRecord = {
  readonly chain: string;
  readonly act: string;
  readonly actor: string;
  readonly at: Date;
  readonly due: Day | null;
  readonly erases: boolean;
  readonly stored: readonly Stored[];
  /** This record is the chain's first: no head is looked up, which saves a statement. */
  readonly begins?: boolean;
};

/** The fields that the hash of a record covers. */
export type Sealed = Omit<NewRecord, "stored" | "begins"> & {
  readonly seq: number;
  readonly stored: readonly Seal[];
  readonly prev: Uint8Array;
};

const NO_HASH = Buffer.alloc(32);

/**
 * Appends to a chain, which stays locked until the transaction ends: one act at a time per subject. The same statement stores the
 * attempt and is batched with the next statement: a repeated attempt fails the transaction at commit at the latest (`mayBeRepeated`),
 * and the first outcome stands.
 */
export async function appendRecord(
  tx: Tx,
  record: NewRecord,
  attempt: LockedOutcome,
  beside: readonly Beside[] = [],
): Promise<void> {
  const { begins = false, chain } = record;
  if (beside.length > 0) await lockRest(tx, [...(begins ? [] : [chain]), ...beside.map((other) => other.chain)]);
  const begun = { seq: 0, hash: NO_HASH, salt: randomBytes(SALT) };
  const head = begins ? begun : (lockedHead(tx, chain) ?? (await takeHead(tx, chain)));
  const sealed = sealedIn(head, record);
  const pending = together.get(tx);
  if (pending) {
    pending.push(asJson(sealed, attempt));
    held(tx).set(chain, headAfter(sealed));
    for (const other of beside) {
      const otherSealed = sealedIn(lockedHead(tx, other.chain)!, { ...record, ...other, erases: false });
      pending.push(asJson(otherSealed));
      held(tx).set(other.chain, headAfter(otherSealed));
    }
    return;
  }
  const values = [...sealed, attempt.id, attempt.request, attempt.outcome];
  await tx.executeQuery(alongside(CompiledQuery.raw(begins ? BEGIN : GO_ON, values)));
  held(tx).set(chain, headAfter(sealed));
  if (beside.length > 0) await recordBeside(tx, record, beside);
}

/**
 * Whether a transaction may have failed because its attempt was made before: by the attempt’s own key, or by another constraint that the
 * rows of the first meet. Either waits for a concurrent one to end.
 */
export function mayBeRepeated(fault: unknown): boolean {
  return (fault as { constraint?: string } | undefined)?.constraint !== undefined;
}

/** Records to be written at the end of their transaction. */
const together = new WeakMap<Tx, object[]>();

/** From here on this transaction collects its records, for one statement (`writeTogether`). */
export function recordTogether(tx: Tx): void {
  together.set(tx, []);
}

/** Writes the collected records with their attempts; a repeated attempt is a bug and rolls all of them back. */
export async function writeTogether(tx: Tx): Promise<void> {
  const pending = together.get(tx)?.splice(0) ?? [];
  if (pending.length > 0) await tx.executeQuery(alongside(CompiledQuery.raw(TOGETHER, [JSON.stringify(pending)])));
}

function asJson(sealed: readonly unknown[], attempt?: LockedOutcome): object {
  const [seq, hash, salt, chain, act, actor, at, due, erases, stored, prev] = sealed;
  const tried = attempt && { id: hex(attempt.id), request: hex(attempt.request), outcome: hex(attempt.outcome) };
  const bytes = { hash: hex(hash), salt: salt === null ? null : hex(salt), prev: hex(prev) };
  return { seq, chain, act, actor, at, due, erases, stored, ...bytes, ...tried };
}

/** In one statement: an act may write in some thousand chains, one for each lesson of a timetable. */
async function recordBeside(tx: Tx, record: NewRecord, beside: readonly Beside[]): Promise<void> {
  const next = beside.map(({ chain, stored }) => {
    const sealed = sealedIn(held(tx).get(chain)!, { ...record, chain, stored, erases: false });
    held(tx).set(chain, headAfter(sealed));
    const [seq, hash, salt, , , , , , , rows, prev] = sealed;
    return { chain, seq, hash: hex(hash), salt: hex(salt), stored: rows, prev: hex(prev) };
  });
  const { act, actor, at, due } = record;
  await tx.executeQuery(alongside(CompiledQuery.raw(BESIDE, [JSON.stringify(next), act, actor, at, due])));
}

const hex = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString("hex");

/** Rows that an act wrote about another person, recorded in that person's chain to be erased with it. */
export type Beside = Pick<NewRecord, "chain" | "stored">;

/** The values of the record that follows a head, in the order of its statement's parameters. */
function sealedIn(head: Head, record: NewRecord): unknown[] {
  const { chain, act, actor, at, due, erases } = record;
  const { salt } = head;
  // An act on an erased subject is a bug.
  if (salt === null) throw new Error(`The chain ${chain} was erased`);
  const stored = record.stored.map(({ table, id, values }) => ({ table, id, hash: values && sealRow(salt, values) }));
  const sealed: Sealed = { chain, act, actor, at, due, erases, stored, seq: head.seq + 1, prev: head.hash };
  const kept = erases ? null : salt;
  const { seq, prev } = sealed;
  return [seq, sealRecord(sealed), kept, chain, act, actor, at, due, erases, JSON.stringify(stored), prev];
}

/** The chain's head after a record. */
function headAfter([seq, hash, salt]: readonly unknown[]): Head {
  return { seq, hash, salt } as Head;
}

const SALT = 16;

/* Plain SQL: building these costs as much as running them, for every act. */
const RECORD = `insert into audit_record (chain, seq, act, actor, at, due, erases, stored, prev, hash)
  values ($4, $1, $5, $6, $7, $8, $9, $10::jsonb, $11, $2)`;
const recorded = (head: string) => `with head as (${head}), record as (${RECORD})
  insert into attempt (id, request, outcome, chain, at) values ($12, $13, $14, $4, $7)`;
const BEGUN = "insert into audit_chain (chain, seq, hash, salt) values ($4, $1, $2, $3)";
const GONE_ON = "update audit_chain set seq = $1, hash = $2, salt = $3 where chain = $4";
const BEGIN = recorded(BEGUN);
const GO_ON = recorded(GONE_ON);
const BESIDE = `with next as (
    select chain, seq, decode(hash, 'hex') as hash, decode(salt, 'hex') as salt, stored::jsonb as stored, decode(prev, 'hex') as prev
    from jsonb_to_recordset($1::jsonb) as one (chain text, seq integer, hash text, salt text, stored text, prev text)
  ), head as (
    update audit_chain c set seq = n.seq, hash = n.hash, salt = n.salt from next n where c.chain = n.chain
  )
  insert into audit_record (chain, seq, act, actor, at, due, erases, stored, prev, hash)
  select chain, seq, $2, $3, $4, $5, false, stored, prev, hash from next order by chain`;
const TOGETHER = `with one as materialized (
    select chain, seq, act, actor, at, due, erases, stored::jsonb as stored, decode(hash, 'hex') as hash, decode(salt, 'hex') as salt,
      decode(prev, 'hex') as prev, decode(id, 'hex') as id, decode(request, 'hex') as request, decode(outcome, 'hex') as outcome
    from jsonb_to_recordset($1::jsonb) as one (chain text, seq integer, act text, actor text, at timestamptz, due date,
      erases boolean, stored text, hash text, salt text, prev text, id text, request text, outcome text)
  ), head as (
    insert into audit_chain (chain, seq, hash, salt)
    select distinct on (chain) chain, seq, hash, salt from one order by chain, seq desc
    on conflict (establishment_id, chain) do update set seq = excluded.seq, hash = excluded.hash, salt = excluded.salt
  ), record as (
    insert into audit_record (chain, seq, act, actor, at, due, erases, stored, prev, hash)
    select chain, seq, act, actor, at, due, erases, stored, prev, hash from one
  )
  insert into attempt (id, request, outcome, chain, at)
  select id, request, outcome, chain, at from one where id is not null`;
/* Updates the row to itself: `do nothing` would neither lock it nor return it. */
const LOCK = `insert into audit_chain (chain, seq, hash, salt) values ($1, 0, $2, $3)
  on conflict (establishment_id, chain) do update set seq = audit_chain.seq returning seq, hash, salt`;
/* Rows are inserted, and so locked, in the order of the select: the lock order of all acts. */
const LOCK_MANY = `insert into audit_chain (chain, seq, hash, salt)
  select chain, 0, $1, decode(salt, 'hex') from jsonb_to_recordset($2::jsonb) as one (place integer, chain text, salt text) order by place
  on conflict (establishment_id, chain) do update set seq = audit_chain.seq returning chain, seq, hash, salt`;
const HOLD = "select seq, hash, salt from audit_chain where chain = $1 for update";
/* Rows are locked after the sort, in the lock order of all acts. */
const HOLD_MANY = `select chain, seq, hash, salt from audit_chain where chain = any($1::text[])
  order by chain collate "C" for update`;

/** The last record's number and hash, and the chain's salt, null once erased. */
type Head = { readonly seq: number; readonly hash: Uint8Array; readonly salt: Uint8Array | null };

async function holdHead(tx: Tx, chain: string): Promise<Head | undefined> {
  return (await tx.executeQuery<Head>(CompiledQuery.raw(HOLD, [chain]))).rows[0];
}

async function holdHeads(tx: Tx, chains: readonly string[]): Promise<(readonly [string, Head])[]> {
  if (chains.length === 0) return [];
  const [only] = chains;
  if (only !== undefined && chains.length === 1) {
    const head = await holdHead(tx, only);
    return head ? [[only, head]] : [];
  }
  const { rows } = await tx.executeQuery<Head & { chain: string }>(CompiledQuery.raw(HOLD_MANY, [chains]));
  return rows.map(({ chain, ...head }) => [chain, head]);
}

/** Locks a chain, and inserts it where absent (a concurrent transaction may have just done so). */
async function lockHead(tx: Tx, chain: string): Promise<Head> {
  const values = [chain, NO_HASH, randomBytes(SALT)];
  return (await tx.executeQuery<Head>(CompiledQuery.raw(LOCK, values))).rows[0]!;
}

/** Locks a chain; inserts it only if a select finds none. */
async function takeHead(tx: Tx, chain: string): Promise<Head> {
  return (await holdHead(tx, chain)) ?? lockHead(tx, chain);
}

/** The heads that the current act has locked, as of now. */
const locked = new WeakMap<Tx, Map<string, Head>>();
/** The heads that earlier acts of the same transaction have locked, as they left them; locked until the transaction ends. */
const lockedBefore = new WeakMap<Tx, Map<string, Head>>();

function held(tx: Tx): Map<string, Head> {
  const heads = locked.get(tx) ?? new Map<string, Head>();
  locked.set(tx, heads);
  return heads;
}

/** Begins the next act of the same transaction: it follows the lock order anew, and reuses the heads locked before it. */
export function letGo(tx: Tx): void {
  const own = locked.get(tx);
  if (!own) return;
  lockedBefore.set(tx, new Map([...(lockedBefore.get(tx) ?? []), ...own]));
  locked.delete(tx);
}

function lockedHead(tx: Tx, chain: string): Head | undefined {
  return held(tx).get(chain) ?? lockedBefore.get(tx)?.get(chain);
}

/**
 * Locks a subject until the transaction ends: acts on it run one at a time, and reads from here on see the previous act's writes.
 * The act's record reuses the head. False if the chain does not exist or was erased.
 */
export async function lockChain(tx: Tx, chain: string): Promise<boolean> {
  return (await lockChains(tx, [chain])).has(chain);
}

/** Whether this transaction has locked the chain, or found it absent; without a query. */
export function holdsChain(tx: Tx, chain: string): boolean {
  return lockedHead(tx, chain) !== undefined || (absent.get(tx)?.has(chain) ?? false);
}

/** The chains that the current act has locked, in no order. */
export function heldChains(tx: Tx): readonly string[] {
  return [...held(tx).keys()];
}

/** The chains to be locked that do not exist or were erased. */
const absent = new WeakMap<Tx, Set<string>>();

/**
 * Locks several chains in the lock order of all acts, which prevents deadlocks; returns those that exist and are not erased. An
 * act about many subjects locks them all with this before it locks anything else.
 */
export async function lockChains(tx: Tx, chains: Iterable<string>): Promise<ReadonlySet<string>> {
  const all = [...new Set(chains)].toSorted();
  const missing = all.filter((chain) => lockedHead(tx, chain) === undefined);
  const heads = new Map(await holdHeads(tx, missing));
  const there = new Set<string>();
  for (const chain of all) {
    const head = lockedHead(tx, chain) ?? heads.get(chain);
    if (head && head.salt !== null) {
      held(tx).set(chain, head);
      there.add(chain);
    } else absent.set(tx, (absent.get(tx) ?? new Set<string>()).add(chain));
  }
  return there;
}

/** The same, and inserts absent chains: for an act that also begins another person's chain, before it locks later names. */
export async function takeChains(tx: Tx, chains: Iterable<string>): Promise<void> {
  const missing = [...new Set(chains)].toSorted().filter((chain) => lockedHead(tx, chain) === undefined);
  const wanted = missing.map((chain, place) => ({ place, chain, salt: hex(randomBytes(SALT)) }));
  const taken = CompiledQuery.raw(LOCK_MANY, [NO_HASH, JSON.stringify(wanted)]);
  for (const { chain, ...head } of (await tx.executeQuery<Head & { chain: string }>(taken)).rows)
    held(tx).set(chain, head);
}

/** Locks the chains that the act writes in and has not locked; going back in the lock order could deadlock. */
async function lockRest(tx: Tx, chains: readonly string[]): Promise<void> {
  const rest = chains.filter((chain) => !held(tx).has(chain)).toSorted();
  const last = [...held(tx).keys()].toSorted().at(-1);
  if (rest[0] !== undefined && last !== undefined && rest[0] < last)
    throw new Error(`${rest[0]} is to be locked before ${last}: lockChains`);
  if (rest.length === 0) return;
  const known = rest.filter((chain) => lockedBefore.get(tx)?.has(chain));
  for (const chain of known) held(tx).set(chain, lockedBefore.get(tx)!.get(chain)!);
  const unknown = rest.filter((chain) => !held(tx).has(chain));
  if (unknown.length === 0) return;
  await takeChains(tx, unknown);
}

/**
 * The salted hash of a row. Nulls are left out, so that older hashes still hold after a migration adds a nullable column.
 */
export function sealRow(salt: Uint8Array, row: Row): string {
  const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  // A `KeyObject`: with bytes, Node takes longer to find that they are no key object than to make one.
  return createHmac("sha256", createSecretKey(salt)).update(canonical(filled)).digest("hex");
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
