/** The SQL of retention: holds, erasures and their reports, requests, and the existence of chains. */
import { newId } from "../kit/id.ts";
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { json } from "../kit/sql.ts";
import { change, dropping, keep, keeping } from "../act/keep.ts";
import type { KeptLine, RequestState } from "./rules/request.ts";

export type Hold = {
  readonly id: string;
  readonly about: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: Date;
  readonly liftedBy: string | null;
  readonly liftedAt: Date | null;
};

const HOLD = [
  "id",
  "about",
  "reason",
  "placed_by as placedBy",
  "placed_at as placedAt",
  "lifted_by as liftedBy",
  "lifted_at as liftedAt",
] as const;

/** Returns the hold's id; `undefined` where there is one already. */
export async function insertHold(
  tx: Tx,
  { about, reason, by, at }: { about: string; reason: string; by: string; at: Date },
): Promise<string | undefined> {
  const row = { id: newId(), about, reason, placed_by: by, placed_at: at };
  const insert = tx.insertInto("legal_hold").values(row);
  const first = insert.onConflict((on) => on.doNothing());
  return (await keeping(tx, "legal_hold", first)).length > 0 ? row.id : undefined;
}

/** Locked: of two concurrent lifts, the second finds it lifted. */
export async function lockHold(tx: Tx, id: string): Promise<Hold | undefined> {
  return tx.selectFrom("legal_hold").select(HOLD).where("id", "=", id).forUpdate().executeTakeFirst();
}

export async function liftHold(tx: Tx, { id, by, at }: { id: string; by: string; at: Date }): Promise<void> {
  await change(tx, "legal_hold", id, { lifted_by: by, lifted_at: at });
}

export async function isHeld(tx: Tx, about: string): Promise<boolean> {
  const held = tx.selectFrom("legal_hold").select("id").where("about", "=", about).where("lifted_at", "is", null);
  return (await held.executeTakeFirst()) !== undefined;
}

/** Those in force, then those lifted; latest first. */
export async function listHolds(tx: Tx, limit: number): Promise<Hold[]> {
  const holds = tx.selectFrom("legal_hold").select(HOLD).limit(limit);
  return holds.orderBy(sql`lifted_at is not null`).orderBy("placed_at", "desc").orderBy("id", "desc").execute();
}

/** Whether anything is recorded on a chain that is not erased. */
export async function chainExists(tx: Tx, chain: string): Promise<boolean> {
  const found = tx.selectFrom("audit_chain").select("chain").where("chain", "=", chain).where("salt", "is not", null);
  return (await found.executeTakeFirst()) !== undefined;
}

export type NewErasure = {
  readonly holding: string;
  readonly kind: string;
  readonly why: "period" | "asked";
  readonly dueOn: Day;
  readonly rows: number;
  readonly at: Date;
};

export async function insertErasure(tx: Tx, { holding, kind, why, dueOn, rows, at }: NewErasure): Promise<void> {
  await tx
    .insertInto("erasure")
    .values({ id: newId(), holding, kind, why, due_on: dueOn, rows, erased_at: at })
    .execute();
}

export type ErasedGroup = {
  readonly holding: string;
  readonly kind: string;
  readonly why: "period" | "asked";
  readonly count: number;
  readonly rows: number;
  readonly dueFrom: Day;
  readonly dueTo: Day;
};

export async function unreportedErasures(tx: Tx): Promise<ErasedGroup[]> {
  const { rows } = await sql<ErasedGroup>`
    select holding, kind, why, count(*)::integer as count, sum(rows)::integer as rows,
      min(due_on)::text as "dueFrom", max(due_on)::text as "dueTo"
    from erasure where report is null group by holding, kind, why order by holding, kind, why`.execute(tx);
  return rows;
}

/** The first erasure without a report. */
export async function firstUnreported(tx: Tx): Promise<string | undefined> {
  const waiting = tx.selectFrom("erasure").select("id").where("report", "is", null).orderBy("erased_at").orderBy("id");
  return (await waiting.limit(1).executeTakeFirst())?.id;
}

type ReportLine = ErasedGroup & {
  /** The period as of the report's day; `null` where the school's file gives none. */
  readonly months: number | null;
  readonly article: string | null;
  readonly confidence: string | null;
};
export type HeldLine = { readonly holding: string; readonly kind: string; readonly count: number };
export type PurgeReport = {
  readonly id: string;
  readonly number: number;
  readonly day: Day;
  readonly madeAt: Date;
  readonly erased: readonly ReportLine[];
  readonly held: readonly HeldLine[];
};

export async function insertReport(
  tx: Tx,
  { id, day, madeAt, erased, held }: Omit<PurgeReport, "number">,
): Promise<void> {
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from purge_report)`;
  const row = { id, number, day, made_at: madeAt, erased: json(erased), held: json(held) };
  await keep(tx, "purge_report", row);
  await tx.updateTable("erasure").set({ report: id }).where("report", "is", null).execute();
}

const REPORT = ["id", "number", "day", "made_at as madeAt", "erased", "held"] as const;

export async function listReports(tx: Tx, limit: number): Promise<PurgeReport[]> {
  const reports = tx.selectFrom("purge_report").select(REPORT).orderBy("number", "desc").limit(limit);
  return (await reports.execute()) as PurgeReport[];
}

export async function findReport(tx: Tx, id: string): Promise<PurgeReport | undefined> {
  const found = tx.selectFrom("purge_report").select(REPORT).where("id", "=", id);
  return (await found.executeTakeFirst()) as PurgeReport | undefined;
}

export type RequestKind = "copy" | "erasure";
export type DataRequest = {
  readonly id: string;
  readonly account: string;
  readonly kind: RequestKind;
  readonly language: Lang;
  readonly askedAt: Date;
  readonly state: RequestState;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly outcome: KeptLine[] | null;
  readonly readyAt: Date | null;
  readonly expiresAt: Date | null;
};

export async function insertRequest(
  tx: Tx,
  request: { account: string; kind: RequestKind; language: Lang; at: Date },
): Promise<string> {
  const { account, kind, language, at } = request;
  const id = newId();
  await keep(tx, "data_request", { id, account, kind, language, asked_at: at });
  await tx.insertInto("data_request_work").values({ id, state: "asked" }).execute();
  return id;
}

function requests(tx: Tx) {
  return tx
    .selectFrom("data_request")
    .innerJoin("data_request_work", "data_request_work.id", "data_request.id")
    .select(["data_request.id", "account", "kind", "language", "asked_at as askedAt", "state", "size", "sha256"])
    .select(["outcome", "ready_at as readyAt", "expires_at as expiresAt"]);
}

/** All of a person's requests, however many. */
export async function requestsOf(tx: Tx, account: string): Promise<DataRequest[]> {
  const own = requests(tx)
    .where("account", "=", account)
    .orderBy("asked_at", "desc")
    .orderBy("data_request.id", "desc");
  return (await own.execute()) as DataRequest[];
}

export async function findRequest(tx: Tx, id: string): Promise<DataRequest | undefined> {
  return (await requests(tx).where("data_request.id", "=", id).executeTakeFirst()) as DataRequest | undefined;
}

type Worked = Partial<{
  readonly state: DataRequest["state"];
  readonly size: number;
  readonly sha256: string;
  readonly outcome: unknown;
  readonly readyAt: Date;
  readonly expiresAt: Date;
}>;

export async function updateRequest(tx: Tx, id: string, worked: Worked): Promise<void> {
  const { readyAt, expiresAt, outcome, ...rest } = worked;
  await tx
    .updateTable("data_request_work")
    .set({
      ...rest,
      ...(outcome !== undefined && { outcome: json(outcome) }),
      ...(readyAt && { ready_at: readyAt }),
      ...(expiresAt && { expires_at: expiresAt }),
    })
    .where("id", "=", id)
    .execute();
}

export async function deleteRequest(tx: Tx, id: string): Promise<void> {
  await dropping(tx, "data_request", tx.deleteFrom("data_request").where("id", "=", id));
}

export async function endedCopies(tx: Tx, at: Date, limit: number): Promise<{ id: string; expiresAt: Date }[]> {
  const ready = tx.selectFrom("data_request_work").where("state", "=", "ready");
  const ended = ready.select(["id", "expires_at as expiresAt"]);
  const rows = await ended.where("expires_at", "<=", at).orderBy("expires_at").orderBy("id").limit(limit).execute();
  return rows as { id: string; expiresAt: Date }[];
}

export async function oldRequests(tx: Tx, before: Day, limit: number): Promise<{ id: string; on: Day }[]> {
  const { rows } = await sql<{ id: string; on: Day }>`
    select r.id, r.asked_at::date::text as "on" from data_request r join data_request_work w on w.id = r.id
    where r.asked_at < ${before}::date and w.state = 'done' order by r.asked_at, r.id limit ${limit}`.execute(tx);
  return rows;
}
