/** The SQL of bank files: drafts to be confirmed, then imports. */
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { json } from "../../kit/sql.ts";
import { dropping, keep, keeping } from "../../act/keep.ts";
import type { BankLine } from "../rules/bank-line.ts";

/** A file read but not confirmed, with the lines stored of it, each with its key. */
export type Draft = {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly account: string | null;
  readonly lines: readonly (BankLine & { readonly key: string })[];
  readonly spent: number;
  /** Null where it was read before they were counted. */
  readonly pending: number | null;
  readonly skipped: readonly { readonly row: number; readonly why: Label }[];
};

/** Does nothing if the same file was just read. */
export async function insertDraft(tx: Tx, draft: Draft, at: Date): Promise<void> {
  const row = { ...draft, lines: json(draft.lines), skipped: json(draft.skipped), read_at: at };
  const insert = tx.insertInto("bank_draft").values(row);
  const onlyFirst = insert.onConflict((on) => on.doNothing());
  await keeping(tx, "bank_draft", onlyFirst);
}

export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const columns = ["id", "name", "format", "account", "lines", "spent", "pending", "skipped"] as const;
  const query = tx.selectFrom("bank_draft").select(columns).where("id", "=", id);
  return (await query.executeTakeFirst()) as Draft | undefined;
}

export async function deleteDraft(tx: Tx, id: string): Promise<boolean> {
  return (await dropping(tx, "bank_draft", tx.deleteFrom("bank_draft").where("id", "=", id))).length > 0;
}

export async function oldDrafts(tx: Tx, before: Date, limit: number): Promise<{ id: string; readAt: Date }[]> {
  const old = tx.selectFrom("bank_draft").select(["id", "read_at as readAt"]).where("read_at", "<=", before);
  return old.orderBy("read_at").orderBy("id").limit(limit).execute();
}

export type BankFileRow = {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly firstOn: Day | null;
  readonly lastOn: Day | null;
  readonly lines: number;
  readonly importedAt: Date;
};

export async function insertBankFile(
  tx: Tx,
  file: Omit<BankFileRow, "importedAt"> & { account: string | null; spent: number; skipped: number; at: Date },
): Promise<void> {
  const { firstOn, lastOn, at, ...row } = file;
  await keep(tx, "bank_file", { ...row, first_on: firstOn, last_on: lastOn, imported_at: at });
}

const FILE = [
  "id",
  "name",
  "format",
  "first_on as firstOn",
  "last_on as lastOn",
  "lines",
  "imported_at as importedAt",
] as const;

export async function findBankFile(tx: Tx, id: string): Promise<BankFileRow | undefined> {
  return await tx.selectFrom("bank_file").select(FILE).where("id", "=", id).executeTakeFirst();
}

export async function lastBankFiles(tx: Tx, limit: number): Promise<BankFileRow[]> {
  const files = tx
    .selectFrom("bank_file")
    .select(FILE)
    .orderBy("imported_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  return await files.execute();
}
