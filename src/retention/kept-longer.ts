/**
 * What is kept as long as something that came of it, whatever the period of its own kind: an application that led to an
 * enrolment goes with that enrolment. Holdings ask it of their own ids before they say that a period is over.
 */
import type { Tx } from "../db/school.ts";
import { dropping, keep } from "../act/keep.ts";

/** `id`: of what is kept; `by`: the chain of what keeps it, in which it stands. Table to name among an act's `writes`: `kept_longer`. */
export async function keepLonger(tx: Tx, { id, by, at }: { id: string; by: string; at: Date }): Promise<void> {
  await keep(tx, "kept_longer", { id, by, since: at }, { of: by });
}

/** What keeps it goes: its own period counts again. */
export async function keepNoLonger(tx: Tx, by: string): Promise<void> {
  await dropping(tx, "kept_longer", tx.deleteFrom("kept_longer").where("by", "=", by));
}
