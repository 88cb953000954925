/** What was deposited of each work, the last of each: for whoever reads it before the exam. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { groupReports } from "../study/groups.ts";

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
  // What a group deposited is the work of each of it.
  const reports = await groupReports(tx, enrolments);
  const own = rows.filter(
    (work) => !reports.some((report) => report.enrolment === work.enrolment && report.exam === work.exam),
  );
  return [...own, ...reports];
}
