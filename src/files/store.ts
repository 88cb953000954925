/** The SQL of files: stored copies, uploads, attached files. */
import { CompiledQuery, sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { json } from "../kit/sql.ts";
import { change, dropping, keepingSql } from "../act/keep.ts";
import type { CopyOfBytes } from "./rules/file-key.ts";
import type { FileType } from "./rules/file-type.ts";
import { SCAN } from "./rules/scan.ts";
import type { FileNotice, Scan } from "../kit/file-problem.ts";

export type Copy = {
  readonly sha256: string;
  readonly copy: string;
  readonly size: number;
  readonly type: FileType;
  readonly pages: number | null;
  readonly scan: Scan;
};

/**
 * Inserts the copy, or returns the one that stands for these bytes already; locked until the transaction ends. The existing copy may be
 * removed between the two statements: hence the loop.
 */
export async function nameCopy(tx: Tx, copy: Copy & { readonly at: Date }): Promise<Pick<Copy, "copy" | "scan">> {
  const { at, ...row } = copy;
  for (;;) {
    const kept = await tx
      .insertInto("file_copy")
      .values({ ...row, kept_at: at })
      .onConflict((on) => on.columns(["establishment_id", "sha256"]).doNothing())
      .returning("copy")
      .executeTakeFirst();
    if (kept) return copy;
    const held = await holdCopy(tx, copy.sha256);
    if (held) return held;
  }
}

/** Locks the copy against removal until the transaction ends; `undefined` where there is none. */
export async function holdCopy(tx: Tx, sha256: string): Promise<Pick<Copy, "copy" | "scan"> | undefined> {
  const held = tx.selectFrom("file_copy").select(["copy", "scan"]).where("sha256", "=", sha256).forKeyShare();
  return (await held.executeTakeFirst()) as Pick<Copy, "copy" | "scan"> | undefined;
}

/** Deletes the copy once no row references it, and returns it; `undefined` while one does. */
export async function releaseCopy(tx: Tx, sha256: string): Promise<string | undefined> {
  // Waits for a transaction that is referencing the copy, so that the next statement sees its row.
  await tx.selectFrom("file_copy").select("copy").where("sha256", "=", sha256).forUpdate().execute();
  const gone = await tx
    .deleteFrom("file_copy")
    .where("sha256", "=", sha256)
    .where(sql<boolean>`not exists (select from upload where upload.sha256 = ${sha256})`)
    .where(sql<boolean>`not exists (select from stored_file where stored_file.sha256 = ${sha256})`)
    .returning("copy")
    .executeTakeFirst();
  return gone?.copy;
}

/** This very copy, not another of the same bytes. */
export async function findCopy(tx: Tx, which: CopyOfBytes): Promise<Pick<Copy, "scan"> | undefined> {
  const { sha256, copy } = which;
  const found = tx.selectFrom("file_copy").select("scan").where("sha256", "=", sha256).where("copy", "=", copy);
  return (await found.executeTakeFirst()) as Pick<Copy, "scan"> | undefined;
}

type Searched = CopyOfBytes & { readonly found: string | null; readonly at: Date };

export async function recordSearch(tx: Tx, { sha256, copy, found, at }: Searched): Promise<void> {
  await tx
    .updateTable("file_copy")
    .set({ scan: found === null ? "clean" : "infected", found, scanned_at: at })
    .where("sha256", "=", sha256)
    .where("copy", "=", copy)
    .where("scan", "in", SCAN.moves.searched.from)
    .execute();
}

/**
 * The files whose row does not have the clean verdict yet. When none is left, the copy is marked clean, and later attachments take the
 * verdict over (`takeUpload`, which waits for the lock taken here).
 */
export async function recordClean(tx: Tx, searched: Omit<Searched, "found">): Promise<string[]> {
  const { sha256 } = searched;
  await tx.selectFrom("file_copy").select("copy").where("sha256", "=", sha256).forUpdate().execute();
  const left = await tx
    .selectFrom("stored_file")
    .select("id")
    .where("sha256", "=", sha256)
    .where(sql<boolean>`verdict is distinct from 'clean'`)
    .orderBy("id")
    .execute();
  if (left.length === 0) await recordSearch(tx, { ...searched, found: null });
  return left.map(({ id }) => id);
}

/** Writes the verdict to the recorded row of the file. */
export async function putVerdict(
  tx: Tx,
  id: string,
  { verdict, found, at }: { verdict: "clean" | "infected"; found: string | null; at: Date },
): Promise<void> {
  await change(tx, "stored_file", id, { verdict, verdict_found: found, verdict_at: at });
}

/** The antivirus's name for what it found. */
export async function foundIn(tx: Tx, sha256: string): Promise<string | null> {
  const copy = tx.selectFrom("file_copy").select("found").where("sha256", "=", sha256);
  return (await copy.executeTakeFirst())?.found ?? null;
}

/** The attached files with these bytes. */
export async function filesWithHash(tx: Tx, sha256: string): Promise<string[]> {
  const held = tx.selectFrom("stored_file").select("id").where("sha256", "=", sha256).orderBy("id");
  return (await held.execute()).map(({ id }) => id);
}

/** Copies that were never scanned, for when an antivirus is configured. */
export async function unsearched(tx: Tx, limit: number): Promise<CopyOfBytes[]> {
  return tx
    .selectFrom("file_copy")
    .select(["sha256", "copy"])
    .where("scan", "=", "none")
    .orderBy("kept_at")
    .orderBy("sha256")
    .orderBy("copy")
    .limit(limit)
    .execute();
}

/**
 * Copies that wait for a scan whose job was given up or lost. Locked until the transaction ends, so that of several processes that start
 * together one enqueues each job.
 */
export async function forgotten(tx: Tx, errand: string, limit: number): Promise<CopyOfBytes[]> {
  const waiting = tx
    .selectFrom("file_copy")
    .select(["sha256", "copy"])
    .where("scan", "=", "waiting")
    .where(sql<boolean>`not exists (
      select from job
      where job.name = ${errand} and job.failed_at is null
        and job.ids->>'sha256' = file_copy.sha256 and job.ids->>'copy' = file_copy.copy)`)
    .orderBy("sha256")
    .limit(limit)
    .forUpdate();
  await waiting.execute();
  // Read again under the lock: another process may have enqueued them meanwhile.
  return waiting.execute();
}

/** Claims the scan: true for one caller only. */
export async function awaitSearch(tx: Tx, { sha256, copy }: CopyOfBytes): Promise<boolean> {
  const waiting = tx
    .updateTable("file_copy")
    .set({ scan: "waiting" })
    .where("sha256", "=", sha256)
    .where("copy", "=", copy)
    .where("scan", "in", SCAN.moves.awaited.from);
  return (await waiting.returning("sha256").executeTakeFirst()) !== undefined;
}

/** Without an antivirus, waiting copies count as not scanned. */
export async function giveUpSearch(tx: Tx): Promise<void> {
  await tx.updateTable("file_copy").set({ scan: "none" }).where("scan", "in", SCAN.moves["given-up"].from).execute();
}

export type Kept = Copy & { readonly keptAt: Date };

/** The copies whose hash begins with `shelf`, in order of hash; all of the school's where it is empty. */
export async function copiesUnder(tx: Tx, shelf: string): Promise<Kept[]> {
  const copies = tx
    .selectFrom("file_copy")
    .select(["sha256", "copy", "size", "type", "pages", "scan", "kept_at as keptAt"])
    .where("sha256", ">=", shelf)
    .where("sha256", "<", `${shelf}g`)
    .orderBy("sha256");
  return (await copies.execute()) as Kept[];
}

export async function countCopies(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom("file_copy")
    .select(sql<number>`count(*)::integer`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Counts the copies per scan state, with the oldest of each. */
export async function countScans(tx: Tx): Promise<{ scan: Scan; count: number; oldest: Date }[]> {
  const counted = tx
    .selectFrom("file_copy")
    .select(["scan", sql<number>`count(*)::integer`.as("count"), sql<Date>`min(kept_at)`.as("oldest")])
    .where("scan", "<>", "clean")
    .groupBy("scan");
  return (await counted.execute()) as { scan: Scan; count: number; oldest: Date }[];
}

export type NewUpload = {
  readonly id: string;
  readonly account: string;
  readonly sha256: string;
  readonly name: string;
  readonly givenSha256: string;
  readonly notices: readonly FileNotice[];
  readonly at: Date;
};

export async function insertUpload(tx: Tx, upload: NewUpload): Promise<void> {
  const { givenSha256, notices, at, ...row } = upload;
  await tx
    .insertInto("upload")
    .values({ ...row, given_sha256: givenSha256, notices: json(notices), received_at: at })
    .execute();
}

type AgainSent = Pick<NewUpload, "id" | "account" | "sha256" | "name" | "at">;

/** For bytes already stored, locked until the transaction ends; returns the ids of the inserted uploads. */
export async function insertAgain(tx: Tx, uploads: readonly AgainSent[]): Promise<string[]> {
  const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(AGAIN, [JSON.stringify(uploads)]));
  return rows.map(({ id }) => id);
}

const AGAIN = `with held as materialized (
    select sha256 from file_copy
    where sha256 in (select sha256 from jsonb_to_recordset($1::jsonb) as one (sha256 text)) order by sha256 for key share
  )
  insert into upload (id, account, sha256, name, given_sha256, notices, received_at)
  select one.id, one.account, sha256, one.name, sha256, '[]', one.at
  from jsonb_to_recordset($1::jsonb) as one (id uuid, account uuid, sha256 text, name text, at timestamptz) join held using (sha256)
  returning id`;

/** A person's uploads that no act has attached yet. */
export async function waitingUploads(tx: Tx, account: string): Promise<{ count: number; size: number }> {
  return tx
    .selectFrom("upload")
    .innerJoin("file_copy", (on) =>
      on
        .onRef("file_copy.establishment_id", "=", "upload.establishment_id")
        .onRef("file_copy.sha256", "=", "upload.sha256"),
    )
    .select([sql<number>`count(*)::integer`.as("count"), sql<number>`coalesce(sum(size), 0)::bigint`.as("size")])
    .where("account", "=", account)
    .executeTakeFirstOrThrow();
}

export type Upload = Omit<NewUpload, "at"> & Omit<Copy, "sha256"> & { readonly receivedAt: Date };

const UPLOAD = [
  "upload.id",
  "upload.account",
  "upload.sha256",
  "upload.name",
  "upload.given_sha256 as givenSha256",
  "upload.notices",
  "upload.received_at as receivedAt",
  "file_copy.copy",
  "file_copy.size",
  "file_copy.type",
  "file_copy.pages",
  "file_copy.scan",
] as const;

export async function findUpload(tx: Tx, id: string): Promise<Upload | undefined> {
  const found = tx
    .selectFrom("upload")
    .innerJoin("file_copy", (on) =>
      on
        .onRef("file_copy.establishment_id", "=", "upload.establishment_id")
        .onRef("file_copy.sha256", "=", "upload.sha256"),
    )
    .select(UPLOAD)
    .where("upload.id", "=", id);
  return (await found.executeTakeFirst()) as Upload | undefined;
}

/** Received at `moment` or before, oldest first. */
export async function oldUploads(tx: Tx, moment: Date, limit: number): Promise<{ id: string; receivedAt: Date }[]> {
  return tx
    .selectFrom("upload")
    .select(["id", "received_at as receivedAt"])
    .where("received_at", "<=", moment)
    .orderBy("received_at")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** True for one caller only. */
export async function deleteUpload(tx: Tx, id: string): Promise<boolean> {
  return (await tx.deleteFrom("upload").where("id", "=", id).returning("id").executeTakeFirst()) !== undefined;
}

export type StoredFile = Upload & {
  readonly about: string;
  readonly slot: string;
  readonly position: number;
  readonly attachedAt: Date;
  readonly detachedAt: Date | null;
};

/** What to attach: the sender's upload, and where it goes. */
export type Taking = {
  readonly upload: string;
  readonly account: string;
  readonly about: string;
  readonly slot: string;
  readonly at: Date;
};

/**
 * Turns this person's upload into a file, in one statement; false where there is none, or it is known to be infected. Its copy is locked:
 * a scan that ends now was either waited for, or finds this row.
 */
export async function takeUpload(tx: Tx, { upload, account, about, slot, at }: Taking): Promise<boolean> {
  return (
    (await keepingSql(tx, "stored_file", TAKE, [upload, account, about, slot, at, SCAN.moves.taken.from])).length > 0
  );
}

const TAKE = `with gone as (
    delete from upload u using file_copy c
    where u.id = $1 and u.account = $2 and c.establishment_id = u.establishment_id and c.sha256 = u.sha256 and c.scan = any($6)
    returning u.*
  ), copy as (
    select c.*, c.scan in ('clean', 'infected') as searched from gone g
    join file_copy c on c.establishment_id = g.establishment_id and c.sha256 = g.sha256 for share of c
  )
  insert into stored_file (id, about, slot, account, sha256, name, size, type, pages, received_at, attached_at, verdict, verdict_found,
    verdict_at, position, given_sha256, notices)
  select g.id, $3, $4, g.account, g.sha256, g.name, c.size, c.type, c.pages, g.received_at, $5,
    case when c.searched then c.scan end, case when c.searched then c.found end, case when c.searched then c.scanned_at end,
    (select coalesce(max(position) + 1, 0) from stored_file f where f.about = $3 and f.slot = $4), g.given_sha256, g.notices
  from gone g join copy c using (sha256)`;

const FILE = [
  "stored_file.id",
  "stored_file.account",
  "stored_file.sha256",
  "stored_file.name",
  "stored_file.given_sha256 as givenSha256",
  "stored_file.notices",
  "stored_file.received_at as receivedAt",
  "stored_file.size",
  "stored_file.type",
  "stored_file.pages",
  "file_copy.copy",
  "stored_file.about",
  "stored_file.slot",
  "stored_file.position",
  "stored_file.attached_at as attachedAt",
  "stored_file.detached_at as detachedAt",
] as const;

function files(tx: Tx) {
  return (
    tx
      .selectFrom("stored_file")
      .innerJoin("file_copy", (on) =>
        on
          .onRef("file_copy.establishment_id", "=", "stored_file.establishment_id")
          .onRef("file_copy.sha256", "=", "stored_file.sha256"),
      )
      .select(FILE)
      // A recorded infected verdict stands, whatever the unrecorded row of the copy says.
      .select(sql<Scan>`case when stored_file.verdict = 'infected' then 'infected' else file_copy.scan end`.as("scan"))
  );
}

/** In the order of slots, then of attachment. */
export async function filesOf(tx: Tx, about: string, { detached = false } = {}): Promise<StoredFile[]> {
  let found = files(tx).where("about", "=", about).orderBy("slot").orderBy("position").orderBy("stored_file.id");
  if (!detached) found = found.where("detached_at", "is", null);
  return (await found.execute()) as StoredFile[];
}

export async function findFile(tx: Tx, id: string): Promise<StoredFile | undefined> {
  return (await files(tx).where("stored_file.id", "=", id).executeTakeFirst()) as StoredFile | undefined;
}

export async function putFileAside(tx: Tx, id: string, at: Date): Promise<void> {
  await change(tx, "stored_file", id, { detached_at: at });
}

export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "stored_file", tx.deleteFrom("stored_file").where("id", "=", id));
}
