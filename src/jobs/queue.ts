/** The queue: one table, from which workers claim rows with `skip locked`. */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import { announce } from "../db/announce.ts";
import type { Database } from "../db/open.ts";
import { alongside } from "../db/joined.ts";
import type { Tx } from "../db/school.ts";
import { json } from "../kit/sql.ts";
import type { Errand, Ids, Worked } from "./job.ts";

/** Enqueues a job in the transaction of an act: rolled back with it, run soon after it. */
export async function enqueue<I extends Ids>(tx: Tx, errand: Errand<I>, ids: I, at: Date): Promise<void> {
  await enqueueAll(tx, errand, [{ ids, at }]);
}

export async function enqueueAll<I extends Ids>(
  tx: Tx,
  { name }: Errand<I>,
  all: readonly { readonly ids: I; readonly at: Date }[],
): Promise<void> {
  const rows = all.map(({ ids, at }) => ({ id: newId(), name, ids: json(ids), queued_at: at, due_at: at }));
  await tx.executeQuery(alongside(tx.insertInto("job").values(rows).compile()));
  announce(tx, name);
}

/** The schools and kinds with due jobs. */
export async function jobsDue(db: Database, at: Date): Promise<{ establishment: string; name: string }[]> {
  return (await sql<{ establishment: string; name: string }>`select * from jobs_due(${at})`.execute(db)).rows;
}

/** A claimed job: no other worker takes it before `until`. */
export type Claimed = {
  readonly id: string;
  readonly claim: string;
  readonly ids: Ids;
  readonly attempt: number;
  readonly queuedAt: Date;
};

export async function claimJob(
  tx: Tx,
  { name, at, until }: { name: string; at: Date; until: Date },
): Promise<Claimed | undefined> {
  const claim = newId();
  const next = tx
    .selectFrom("job")
    .select("id")
    .where("name", "=", name)
    .where("failed_at", "is", null)
    .where("due_at", "<=", at)
    .orderBy("due_at")
    .orderBy("id")
    .limit(1)
    // A row that another worker is claiming is skipped, not waited for.
    .forUpdate()
    .skipLocked();
  const taken = tx
    .updateTable("job")
    .set({ claim, due_at: until, attempts: sql<number>`attempts + 1` })
    .where("id", "=", next)
    .returning(["id", "ids", "attempts as attempt", "queued_at as queuedAt"]);
  const row = await taken.executeTakeFirst();
  return row && { ...row, ids: row.ids as Ids, claim };
}

type Held = Pick<Claimed, "id" | "claim">;

/** Extends the claim; false where another worker took it after it had expired. */
export async function holdJob(tx: Tx, { id, claim }: Held, until: Date): Promise<boolean> {
  const held = tx.updateTable("job").set({ due_at: until }).where("id", "=", id).where("claim", "=", claim);
  return (await held.returning("id").executeTakeFirst()) !== undefined;
}

export async function isHeld(tx: Tx, { id, claim }: Held): Promise<boolean> {
  const held = tx.selectFrom("job").select("id").where("id", "=", id).where("claim", "=", claim).forUpdate();
  return (await held.executeTakeFirst()) !== undefined;
}

/** Notes the result, unless another worker holds the claim by now. */
export async function settleJob(tx: Tx, { id, claim }: Held, worked: Worked, at: Date): Promise<void> {
  if (worked.kind === "done") {
    await tx.deleteFrom("job").where("id", "=", id).where("claim", "=", claim).execute();
    return;
  }
  const { problem } = worked;
  const result = worked.kind === "later" ? { problem, due_at: worked.at } : { problem, failed_at: at };
  await tx
    .updateTable("job")
    .set({ ...result, claim: null })
    .where("id", "=", id)
    .where("claim", "=", claim)
    .execute();
}

/** Releases the claims of a process that is certainly dead. */
export async function releaseJobs(tx: Tx, at: Date): Promise<void> {
  await tx.updateTable("job").set({ claim: null, due_at: at }).where("claim", "is not", null).execute();
}

/** Deletes failed jobs; the caller enqueues them anew. */
export async function forgetFailed(tx: Tx, { name }: Errand): Promise<void> {
  await tx.deleteFrom("job").where("name", "=", name).where("failed_at", "is not", null).execute();
}

export type QueueState = {
  readonly waiting: number;
  readonly oldest: Date | null;
  /** Per kind, with the problem of the last one. */
  readonly failed: readonly { readonly name: string; readonly count: number; readonly problem: string }[];
};

export async function queueState(tx: Tx): Promise<QueueState> {
  const waiting = await tx
    .selectFrom("job")
    .select([sql<number>`count(*)::integer`.as("count"), sql<Date | null>`min(queued_at)`.as("oldest")])
    .where("failed_at", "is", null)
    .executeTakeFirstOrThrow();
  const failed = await tx
    .selectFrom("job")
    .select(["name", sql<number>`count(*)::integer`.as("count")])
    .select(sql<string>`(array_agg(problem order by failed_at desc, id desc))[1]`.as("problem"))
    .where("failed_at", "is not", null)
    .groupBy("name")
    .orderBy("name")
    .execute();
  return { waiting: waiting.count, oldest: waiting.oldest, failed };
}
