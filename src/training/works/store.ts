/** The SQL of works: facts, in the order in which they happened. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { dropping, keep } from "../../act/keep.ts";
import type { WorkFact } from "../rules/work.ts";

export type KeptFact = WorkFact & { readonly exam: string; readonly at: Date };

export async function workFacts(tx: Tx, enrolment: string): Promise<readonly KeptFact[]> {
  const { rows } = await sql<KeptFact>`
    select exam, kind, details, entered_at as at from work_fact where enrolment = ${enrolment}::uuid
    order by exam, number`.execute(tx);
  return rows;
}

type New = { readonly id: string; readonly enrolment: string; readonly exam: string; readonly number: number } & {
  readonly fact: WorkFact;
  readonly by: string;
  readonly at: Date;
};

export async function insertWorkFact(tx: Tx, { id, enrolment, exam, number, fact, by, at }: New): Promise<void> {
  const details = { kind: fact.kind, details: JSON.stringify(fact.details), entered_by: by, entered_at: at };
  await keep(tx, "work_fact", { id, enrolment, exam, number, ...details });
}

export async function eraseWorks(tx: Tx, enrolment: string): Promise<void> {
  await dropping(tx, "work_fact", tx.deleteFrom("work_fact").where("enrolment", "=", enrolment));
}

/** The works that an actor directs now: of each work, the last director named is the current one. */
export async function directedBy(
  tx: Tx,
  director: string,
): Promise<readonly { enrolment: string; exam: string; name: string; number: string | null }[]> {
  const { rows } = await sql<{
    enrolment: string;
    exam: string;
    name: string;
    number: string | null;
    director: string;
  }>`
    select distinct on (w.enrolment, w.exam) w.enrolment, w.exam, e.name, (select d.number from dossier d where d.id = e.dossier) as number, w.details->>'director' as director
    from work_fact w join enrolment e on e.id = w.enrolment
    where w.kind = 'directed' order by w.enrolment, w.exam, w.number desc`.execute(tx);
  return rows
    .filter((one) => one.director === director)
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr") || (a.enrolment < b.enrolment ? -1 : 1));
}
