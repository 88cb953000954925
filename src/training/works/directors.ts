/** Who was named to direct a work, each time: for whoever examines it, and whoever is awaited at its defence. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { directedBy } from "./store.ts";

export type NamedDirector = {
  readonly enrolment: string;
  readonly exam: string;
  /** What their acts are recorded under. */
  readonly director: string;
  readonly name: string;
  readonly at: Date;
};

/** In the order in which they were named: of one work, the last is the one who directs it. */
export async function directorsNamed(tx: Tx, enrolments: readonly string[]): Promise<readonly NamedDirector[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<NamedDirector>`
    select enrolment, exam, details->>'director' as director, details->>'name' as name, entered_at as at from work_fact
    where kind = 'directed' and enrolment in (${sql.join(enrolments.map((id) => sql`${id}::uuid`))})
    order by enrolment, exam, number`.execute(tx);
  return rows;
}

/** Which works somebody directs now. */
export async function worksDirected(
  tx: Tx,
  director: string,
): Promise<readonly { readonly enrolment: string; readonly exam: string }[]> {
  return directedBy(tx, director);
}
