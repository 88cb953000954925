/** The SQL of admission's own tables. The school is set by the transaction; no statement names it. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { addDays, type Day } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { json, jsonText, wholeRow } from "../kit/sql.ts";
import { type Stored, storedRow } from "../record/chain.ts";

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
): Promise<Stored> {
  const { id, tokenHash, facts, at } = inquiry;
  const row = { id, token_hash: tokenHash, version: 1, facts: json(facts), touched_at: at };
  return storedRow(
    "inquiry",
    await tx.insertInto("inquiry").values(row).returning(wholeRow("inquiry")).executeTakeFirstOrThrow(),
  );
}

/** The draft a token opens, unless it lay idle since `idleSince`. */
export async function findInquiry(tx: Tx, tokenHash: Buffer, idleSince: Date): Promise<Inquiry | undefined> {
  const found = tx
    .selectFrom("inquiry")
    .select(INQUIRY)
    .where("token_hash", "=", tokenHash)
    .where("touched_at", ">", idleSince);
  return (await found.executeTakeFirst()) as Inquiry | undefined;
}

/** Saves the next version over the one that was read; nothing where another was saved since, or the draft is gone or idle. */
export async function updateInquiry(
  tx: Tx,
  given: { tokenHash: Buffer; idleSince: Date; version: number; facts: Facts; at: Date },
): Promise<Stored | undefined> {
  const { tokenHash, idleSince, version, facts, at } = given;
  const saved = await tx
    .updateTable("inquiry")
    .set({ version: version + 1, facts: json(facts), touched_at: at })
    .where("token_hash", "=", tokenHash)
    .where("version", "=", version)
    .where("touched_at", ">", idleSince)
    .returning(wholeRow("inquiry"))
    .executeTakeFirst();
  return saved && storedRow("inquiry", saved);
}

/** The id of the draft that the token opened. */
export async function deleteInquiry(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  return (await tx.deleteFrom("inquiry").where("token_hash", "=", tokenHash).returning("id").executeTakeFirst())?.id;
}

export async function deleteIdleInquiry(tx: Tx, id: string, idleSince: Date): Promise<boolean> {
  const gone = tx.deleteFrom("inquiry").where("id", "=", id).where("touched_at", "<=", idleSince).returning("id");
  return (await gone.executeTakeFirst()) !== undefined;
}

export async function idleInquiries(
  tx: Tx,
  idleSince: Date,
  limit: number,
): Promise<{ id: string; touchedAt: Date }[]> {
  const idle = tx.selectFrom("inquiry").select(["id", "touched_at as touchedAt"]).where("touched_at", "<=", idleSince);
  return idle.orderBy("touched_at").orderBy("id").limit(limit).execute();
}

/** Inputs and answers by the name of their decision. */
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
 * Stores an answer under the next number, such as `Q-2026-000123`. Numbers come from one sequence: a counter per school
 * would be a row that every keep of that school waits for.
 */
export async function insertKeptAnswer(
  tx: Tx,
  answer: NewKeptAnswer,
): Promise<{ number: string; expiresOn: Day; row: Stored }> {
  const { id, codeHash, language, inputs, answers, createdOn, days } = answer;
  const expiresOn = addDays(createdOn, days);
  const row = {
    id,
    number: sql<string>`${`Q-${createdOn.slice(0, 4)}-`} || lpad(nextval('kept_answer_number')::text, 6, '0')`,
    code_hash: codeHash,
    language,
    inputs: json(inputs),
    answers: jsonText(answers),
    created_on: createdOn,
    expires_on: expiresOn,
  };
  const kept = await tx
    .insertInto("kept_answer")
    .values(row)
    .returning(["number", wholeRow("kept_answer")])
    .executeTakeFirstOrThrow();
  return { number: kept.number, expiresOn, row: storedRow("kept_answer", kept) };
}

/** The answer a code opens, up to and including its last day. */
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
  const found = tx
    .selectFrom("kept_answer")
    .select(columns)
    .where("code_hash", "=", codeHash)
    .where("expires_on", ">=", today);
  return (await found.executeTakeFirst()) as KeptAnswer | undefined;
}

export async function deleteKeptAnswer(tx: Tx, codeHash: Buffer): Promise<{ id: string; number: string } | undefined> {
  return tx.deleteFrom("kept_answer").where("code_hash", "=", codeHash).returning(["id", "number"]).executeTakeFirst();
}

export async function deleteExpiredAnswer(tx: Tx, id: string, today: Day): Promise<boolean> {
  const gone = tx.deleteFrom("kept_answer").where("id", "=", id).where("expires_on", "<", today).returning("id");
  return (await gone.executeTakeFirst()) !== undefined;
}

export async function expiredAnswers(tx: Tx, today: Day, limit: number): Promise<{ id: string; expiresOn: Day }[]> {
  const expired = tx
    .selectFrom("kept_answer")
    .select(["id", "expires_on as expiresOn"])
    .where("expires_on", "<", today);
  return expired.orderBy("expires_on").orderBy("id").limit(limit).execute();
}
