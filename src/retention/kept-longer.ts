/**
 * Keeps a thing as long as something that came of it, whatever its own period: an application that led to an enrolment is erased with the
 * enrolment. Holdings check their own ids for this before they report a period as over.
 */
import type { Tx } from "../db/school.ts";
import { dropping, keep } from "../act/keep.ts";

/** `id` is kept; `by` is the chain that keeps it, and that records the row. The act's `writes` must include `kept_longer`. */
export async function keepLonger(tx: Tx, { id, by, at }: { id: string; by: string; at: Date }): Promise<void> {
  await keep(tx, "kept_longer", { id, by, since: at }, { of: by });
}

/** The keeping chain is erased: the own period applies again. */
export async function keepNoLonger(tx: Tx, by: string): Promise<void> {
  await dropping(tx, "kept_longer", tx.deleteFrom("kept_longer").where("by", "=", by));
}
