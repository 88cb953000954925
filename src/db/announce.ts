/**
 * Publish and subscribe within this process, on commit: workers start at once instead of at the next poll. Best effort only;
 * a poll finds what was missed.
 */
import type { Database } from "./open.ts";
import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

type Tx = Transaction<Tables>;
type Hear = (what: string) => void;

const hearers = new WeakMap<Database, Set<Hear>>();
const held = new WeakMap<Tx, Set<string>>();

/** Published only if the transaction commits. */
export function announce(tx: Tx, what: string): void {
  const all = held.get(tx) ?? new Set();
  held.set(tx, all.add(what));
}

/** Subscribes; returns the function that unsubscribes. */
export function hearFrom(db: Database, hear: Hear): () => void {
  const all = hearers.get(db) ?? new Set();
  hearers.set(db, all.add(hear));
  return () => void all.delete(hear);
}

/** Called after the commit. */
export function tellAll(db: Database, tx: Tx): void {
  for (const what of held.get(tx) ?? []) for (const hear of hearers.get(db) ?? []) hear(what);
}
