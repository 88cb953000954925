/** The SQL of the public check. The transaction sets the school; no statement names it. */
import type { Tx } from "../db/school.ts";
import { addDays, type Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { json } from "../kit/sql.ts";
import { dropping, keep, keepingSql } from "../act/keep.ts";

export type Facts = { readonly [name: string]: unknown };
export type Inquiry = {
  readonly id: string;
  readonly version: number;
  readonly facts: Facts;
  readonly touchedAt: Date;
};

const INQUIRY = ["id", "version", "facts", "touched_at as touchedAt"] as const;

export async function insertInquiry(
  tx: Tx,
  inquiry: { id: string; tokenHash: Buffer; facts: Facts; at: Date },
): Promise<void> {
  const { id, tokenHash, facts, at } = inquiry;
  await keep(tx, "inquiry", { id, token_hash: tokenHash, version: 1, facts: json(facts), touched_at: at });
}

/** The draft of a token, unless idle since `idleSince`. */
export async function findInquiry(tx: Tx, tokenHash: Buffer, idleSince: Date): Promise<Inquiry | undefined> {
  const query = tx
    .selectFrom("inquiry")
    .select(INQUIRY)
    .where("token_hash", "=", tokenHash)
    .where("touched_at", ">", idleSince);
  return (await query.executeTakeFirst()) as Inquiry | undefined;
}

/** Saves the next version over the one read; returns the id, or undefined after a concurrent save, or if the draft is gone or idle. */
export async function updateInquiry(
  tx: Tx,
  saving: { tokenHash: Buffer; idleSince: Date; version: number; facts: Facts; at: Date },
): Promise<string | undefined> {
  const { tokenHash, idleSince, version, facts, at } = saving;
  const values = [version + 1, JSON.stringify(facts), at, tokenHash, version, idleSince];
  const [saved] = await keepingSql(tx, "inquiry", SAVE, values);
  return saved && String(saved.id);
}

const SAVE = `update inquiry set version = $1, facts = $2::jsonb, touched_at = $3
  where token_hash = $4 and version = $5 and touched_at > $6`;

/** Returns the id of the token's draft. */
export async function deleteInquiry(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  return (await dropping(tx, "inquiry", tx.deleteFrom("inquiry").where("token_hash", "=", tokenHash)))[0];
}

export async function deleteIdleInquiry(tx: Tx, id: string, idleSince: Date): Promise<boolean> {
  const idle = tx.deleteFrom("inquiry").where("id", "=", id).where("touched_at", "<=", idleSince);
  return (await dropping(tx, "inquiry", idle)).length > 0;
}

export async function idleInquiries(
  tx: Tx,
  idleSince: Date,
  limit: number,
): Promise<{ id: string; touchedAt: Date }[]> {
  const idle = tx.selectFrom("inquiry").select(["id", "touched_at as touchedAt"]).where("touched_at", "<=", idleSince);
  return idle.orderBy("touched_at").orderBy("id").limit(limit).execute();
}

/** Inputs and answers by decision name. */
export type ByDecision = { readonly [decision: string]: { readonly [key: string]: unknown } };
export type KeptAnswer = {
  readonly id: string;
  readonly number: string;
  readonly language: Lang;
  readonly inputs: ByDecision;
  readonly answers: ByDecision;
  readonly createdOn: Day;
  readonly expiresOn: Day;
};

export type NewKeptAnswer = Omit<KeptAnswer, "number" | "expiresOn"> & {
  readonly codeHash: Buffer;
  readonly days: number;
};

/**
 * Stores an answer under the next number, such as `Q-2026-000123`. Numbers come from one sequence: a counter per school would be a row that
 * every insert of that school waits for.
 */
export async function insertKeptAnswer(tx: Tx, answer: NewKeptAnswer): Promise<{ number: string; expiresOn: Day }> {
  const { id, codeHash, language, inputs, answers, createdOn, days } = answer;
  const expiresOn = addDays(createdOn, days);
  const begins = `Q-${createdOn.slice(0, 4)}-`;
  const contents = [JSON.stringify(inputs), JSON.stringify(answers)];
  const values = [id, begins, codeHash, language, ...contents, createdOn, expiresOn];
  const [kept] = await keepingSql(tx, "kept_answer", KEEP, values);
  return { number: String(kept!.number), expiresOn };
}

const KEEP = `insert into kept_answer (id, number, code_hash, language, inputs, answers, created_on, expires_on)
  values ($1, $2 || lpad(nextval('kept_answer_number')::text, 6, '0'), $3, $4, $5::jsonb, $6::json, $7, $8)`;

/** The answer of a code, up to and including its last day. */
export async function findKeptAnswer(tx: Tx, codeHash: Buffer, today: Day): Promise<KeptAnswer | undefined> {
  const columns = [
    "id",
    "number",
    "language",
    "inputs",
    "answers",
    "created_on as createdOn",
    "expires_on as expiresOn",
  ] as const;
  const query = tx
    .selectFrom("kept_answer")
    .select(columns)
    .where("code_hash", "=", codeHash)
    .where("expires_on", ">=", today);
  return (await query.executeTakeFirst()) as KeptAnswer | undefined;
}

export async function deleteKeptAnswer(tx: Tx, codeHash: Buffer): Promise<{ id: string; number: string } | undefined> {
  const opened = tx.selectFrom("kept_answer").select(["id", "number"]).where("code_hash", "=", codeHash);
  const answer = await opened.executeTakeFirst();
  const gone = answer && (await dropping(tx, "kept_answer", tx.deleteFrom("kept_answer").where("id", "=", answer.id)));
  return gone?.length ? answer : undefined;
}

export async function deleteExpiredAnswer(tx: Tx, id: string, today: Day): Promise<boolean> {
  const expired = tx.deleteFrom("kept_answer").where("id", "=", id).where("expires_on", "<", today);
  return (await dropping(tx, "kept_answer", expired)).length > 0;
}

export async function expiredAnswers(tx: Tx, today: Day, limit: number): Promise<{ id: string; expiresOn: Day }[]> {
  const expired = tx
    .selectFrom("kept_answer")
    .select(["id", "expires_on as expiresOn"])
    .where("expires_on", "<", today);
  return expired.orderBy("expires_on").orderBy("id").limit(limit).execute();
}
