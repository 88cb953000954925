/** The latest deposit of each work, for those who read it before the exam. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { groupReports } from "../study/groups.ts";

export type DepositedWork = {
  readonly enrolment: string;
  readonly exam: string;
  readonly file: string;
  /** In pages or signs. */
  readonly count: number | null;
  readonly at: Date;
};

export async function worksDeposited(tx: Tx, enrolments: readonly string[]): Promise<readonly DepositedWork[]> {
  if (enrolments.length === 0) return [];
  const { rows } = await sql<DepositedWork>`
    select enrolment, exam, file, count, at from (
      select distinct on (enrolment, exam) enrolment, exam, kind, details->>'file' as file,
        (details->>'count')::int as count, entered_at as at
      from work_fact
      where kind in ('deposited', 'withdrawn') and enrolment in (${sql.join(enrolments.map((id) => sql`${id}::uuid`))})
      order by enrolment, exam, number desc
    ) one where kind = 'deposited' order by enrolment, exam`.execute(tx);
  // A group's report counts as the work of each member.
  const reports = await groupReports(tx, enrolments);
  const ownWorks = rows.filter(
    (work) => !reports.some((report) => report.enrolment === work.enrolment && report.exam === work.exam),
  );
  return [...ownWorks, ...reports];
}
