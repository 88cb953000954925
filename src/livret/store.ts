/** What livrets read of people: who they are, as their dossier says, and all who were ever enrolled. */
import { sql } from "kysely";
import type { Tx } from "../db/school.ts";
import type { EnrolmentState } from "../training/rules/enrolment.ts";

type Identity = Readonly<Record<string, unknown>>;

export async function identityIn(tx: Tx, dossier: string): Promise<Identity | undefined> {
  const { rows } = await sql<{ contents: Identity }>`
    select contents from dossier_section where dossier = ${dossier}::uuid and section = 'identity'`.execute(tx);
  return rows[0]?.contents;
}

type Listed = Readonly<Record<"enrolment" | "name" | "cohort", string>> & { readonly state: EnrolmentState };

/** Everybody ever enrolled, by name, from after one of them on. */
export async function enrolledByName(
  tx: Tx,
  after: { readonly name: string; readonly enrolment: string } | undefined,
  limit: number,
): Promise<readonly Listed[]> {
  const from = after ? sql`(e.name, e.id) > (${after.name}, ${after.enrolment}::uuid)` : sql`true`;
  const { rows } = await sql<Listed>`
    select e.id as enrolment, e.name, c.name as cohort, e.state from enrolment e join cohort c on c.id = e.cohort
    where ${from} order by e.name, e.id limit ${limit}`.execute(tx);
  return rows;
}
