/** Every naming of a director, for certification: the examiners, and who is expected at the defence. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { directedBy } from "./store.ts";

export type NamedDirector = {
  readonly enrolment: string;
  readonly exam: string;
  /** The actor name of the director. */
  readonly director: string;
  readonly name: string;
  readonly at: Date;
};

/** In the order of naming: of one work, the last director is the current one. */
export async function directorsNamed(tx: Tx, enrolments: readonly string[]): Promise<readonly NamedDirector[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<NamedDirector>`
    select enrolment, exam, details->>'director' as director, details->>'name' as name, entered_at as at from work_fact
    where kind = 'directed' and enrolment in (${sql.join(enrolments.map((id) => sql`${id}::uuid`))})
    order by enrolment, exam, number`.execute(tx);
  return rows;
}

/** The works that a director directs now. */
export async function worksDirected(
  tx: Tx,
  director: string,
): Promise<readonly { readonly enrolment: string; readonly exam: string }[]> {
  return directedBy(tx, director);
}
