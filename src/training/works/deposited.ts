/** What was deposited of each work, the last of each: for whoever reads it before the exam. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";

export type DepositedWork = {
  readonly enrolment: string;
  readonly exam: string;
  readonly file: string;
  /** Pages, or signs. */
  readonly count: number | null;
  readonly at: Date;
};

export async function worksDeposited(tx: Tx, enrolments: readonly string[]): Promise<readonly DepositedWork[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<DepositedWork>`
    select distinct on (enrolment, exam) enrolment, exam, details->>'file' as file, (details->>'count')::int as count,
      entered_at as at
    from work_fact
    where kind = 'deposited' and enrolment in (${sql.join(enrolments.map((id) => sql`${id}::uuid`))})
    order by enrolment, exam, number desc`.execute(tx);
  return rows;
}
