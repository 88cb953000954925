/**
 * While a backup is made no bytes go: the rows that it has taken name them. What is to be removed waits. On a server, whichever
 * process removes asks the database; an embedded one has one process, and one transaction at a time.
 */
import { sql } from "kysely";
import type { Database, Opened } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import type { World } from "../../act/world.ts";
import { DONE, type Worked } from "../jobs/job.ts";

const LOCK = sql`hashtext('livret.backup')`;
const beingBackedUp = new WeakSet<Database>();

/** For the length of a backup. */
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

/** Removes what stands under a key; later, while a backup is made. */
export function removeBytesOf({ db, files, now }: World, establishment: string, key: string): Promise<Worked> {
  const later: Worked = { kind: "later", at: new Date(now().getTime() + WAITS), problem: "backup" };
  if (beingBackedUp.has(db)) return Promise.resolve(later);
  // The lock is held until the bytes are gone: a backup that begins meanwhile waits for that.
  return withSchool(db, establishment, async (tx) => {
    const free = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock_shared(${LOCK}) as free`.execute(tx);
    if (!free.rows[0]!.free) return later;
    await files?.store.remove(key);
    return DONE;
  });
}
