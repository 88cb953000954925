/**
 * What a transaction wants known once it is committed, within this process: who waits for work need not wait for the
 * next look. Nothing rests on it; what is not heard is found by looking.
 */
import type { Database } from "./open.ts";
import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

type Tx = Transaction<Tables>;
type Hear = (what: string) => void;

const hearers = new WeakMap<Database, Set<Hear>>();
const held = new WeakMap<Tx, Set<string>>();

/** Nobody hears of it if the transaction is undone. */
export function announce(tx: Tx, what: string): void {
  const all = held.get(tx) ?? new Set();
  held.set(tx, all.add(what));
}

/** Answers how to stop hearing. */
export function hearFrom(db: Database, hear: Hear): () => void {
  const all = hearers.get(db) ?? new Set();
  hearers.set(db, all.add(hear));
  return () => void all.delete(hear);
}

/** For whoever has just committed. */
export function tellAll(db: Database, tx: Tx): void {
  for (const what of held.get(tx) ?? []) for (const hear of hearers.get(db) ?? []) hear(what);
}
