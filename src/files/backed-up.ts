/**
 * No bytes are removed during a backup: rows it has already copied reference them. Removals wait. On a server they ask for an advisory
 * lock; the embedded database has one process, which keeps a set.
 */
import { sql } from "kysely";
import type { Database, Opened } from "../db/open.ts";
import { withSchool } from "../db/school.ts";
import type { World } from "../act/world.ts";
import { DONE, type Worked } from "../jobs/job.ts";

const LOCK = sql`hashtext('livret.backup')`;
const beingBackedUp = new WeakSet<Database>();

/** Holds removals back while `work` makes a backup. */
export async function keepingBytes<T>({ db, embedded, asOwner }: Opened, work: () => Promise<T>): Promise<T> {
  if (!embedded)
    return asOwner(async ({ run }) => {
      await run(
        "set local idle_in_transaction_session_timeout to 0; select pg_advisory_xact_lock(hashtext('livret.backup'))",
      );
      return work();
    });
  beingBackedUp.add(db);
  try {
    return await work();
  } finally {
    beingBackedUp.delete(db);
  }
}

const WAITS = 60_000;

/** Removes the bytes under a key, or puts it off while a backup is made. */
export function removeBytesOf({ db, files, now }: World, establishment: string, key: string): Promise<Worked> {
  const later: Worked = { kind: "later", at: new Date(now().getTime() + WAITS), problem: "backup" };
  if (beingBackedUp.has(db)) return Promise.resolve(later);
  // The lock is held until the bytes are removed: a backup that begins meanwhile waits.
  return withSchool(db, establishment, async (tx) => {
    const free = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock_shared(${LOCK}) as free`.execute(tx);
    if (!free.rows[0]!.free) return later;
    await files?.store.remove(key);
    return DONE;
  });
}
