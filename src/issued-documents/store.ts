/** The SQL of papers issued with a code. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import { change, dropping, keep } from "../act/keep.ts";

export type Issued = {
  readonly id: string;
  readonly code: string;
  readonly about: string;
  readonly what: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly at: Date;
  readonly replacedBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: string | null;
};

const ISSUED = sql`id, code, about, what, name, fingerprint, issued_at as at, replaced_by as "replacedBy",
  withdrawn_at as "withdrawnAt", withdrawn_why as "withdrawnWhy"`;

export async function paperByCode(tx: Tx, code: string): Promise<Issued | undefined> {
  return (await sql<Issued>`select ${ISSUED} from issued_paper where code = ${code}`.execute(tx)).rows[0];
}

/** Of one subject, latest first. */
export async function papersOf(tx: Tx, about: string, what: string): Promise<readonly Issued[]> {
  const { rows } = await sql<Issued>`
    select ${ISSUED} from issued_paper where about = ${about} and what = ${what}
    order by issued_at desc, replaced_by nulls first, id desc`.execute(tx);
  return rows;
}

export async function dataOf(tx: Tx, id: string): Promise<unknown> {
  const { rows } = await sql<{ data: unknown }>`select data from issued_paper where id = ${id}::uuid`.execute(tx);
  return rows[0]?.data;
}

type New = Pick<Issued, "id" | "code" | "about" | "what" | "name" | "fingerprint" | "at"> & {
  readonly data: unknown;
  readonly by: string;
};

export async function insertPaper(
  tx: Tx,
  { id, code, about, what, name, data, fingerprint, by, at }: New,
): Promise<void> {
  const row = { id, code, about, what, name, data: JSON.stringify(data), fingerprint, issued_by: by, issued_at: at };
  await keep(tx, "issued_paper", row, { of: about });
}

export async function replacePaper(tx: Tx, { id, about }: Issued, by: string): Promise<void> {
  await change(tx, "issued_paper", id, { replaced_by: by }, { of: about });
}

export async function endPaper(
  tx: Tx,
  { id, about }: Issued,
  { at, why }: { readonly at: Date; readonly why: string },
): Promise<void> {
  await change(tx, "issued_paper", id, { withdrawn_at: at, withdrawn_why: why }, { of: about });
}

/** Erased with their subject. */
export async function erasePapers(tx: Tx, about: string): Promise<void> {
  await dropping(tx, "issued_paper", tx.deleteFrom("issued_paper").where("about", "=", about));
}
