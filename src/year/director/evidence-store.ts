/** The SQL of evidence: how much of each kind a year has, and its last day. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import { CHOSEN } from "../../intake/intake.ts";
import type { Day } from "../../kit/day.ts";
import type { Proof } from "../../law/year.ts";

/** All but the public page, which is a file and no row. */
type Kept = Exclude<Proof, "public-page">;
export type KeptProof = { readonly proof: Kept; readonly count: number; readonly last: Day | null };

/** Of `figures_published`: at least one rate has a value. */
export const HAS_FIGURE = sql`(shown @? '$.sites[*].rates[*].percent ? (@ >= 0)' or shown @? '$.all[*].percent ? (@ >= 0)')`;

/** Of a fact `f`: not after the day of the enrolment, from which on the papers come too late. */
export const handedInTime = (zone: string) => sql`not exists (
  select from enrolment e where e.dossier = f.dossier and (e.enrolled_at at time zone ${zone})::date < f.on_day)`;

/** `count` of what became of it within the year, by the school's clock; of surveys, how many answered. */
export async function keptProofs(
  tx: Tx,
  { from, until, zone }: { readonly from: Day; readonly until: Day; readonly zone: string },
): Promise<readonly KeptProof[]> {
  const { rows } = await sql<KeptProof>`
    select proof, coalesce(sum(much), 0)::integer as count, to_char(max(day), 'YYYY-MM-DD') as last from (
      select 'intakes' as proof, 1 as much, (opens_at at time zone ${zone})::date as day from intake where state <> 'preparing' and ${sql.raw(CHOSEN)}
      union all select 'published-rates', 1, published_on from figures_published where ${HAS_FIGURE}
      union all select 'surveys', answered, closed_on from survey_closing
      union all select 'applications', 1, (submitted_at at time zone ${zone})::date from submission where kind = 'whole'
      union all select 'interviews', 1, (begins_at at time zone ${zone})::date from interview where state = 'agreed'
      union all select 'programmes', 1, (signed_at at time zone ${zone})::date from individual_programme
      union all select 'contracts', 1, f.on_day from contract_fact f where f.kind = 'handed' and ${handedInTime(zone)}
      union all select 'attendance', 1, (signed_at at time zone ${zone})::date from attendance_list
      union all select 'claims', 1, (answered_at at time zone ${zone})::date from attendance_claim where answered_at is not null
      union all select 'marks', 1, on_day from exam_result
      union all select 'rulings', 1, notified_on from jury_result
      union all select 'appreciations', 1, (written_at at time zone ${zone})::date from appreciation
      union all select 'departures', 1, on_day from enrolment_fact where kind in ('abandoned', 'excluded', 'interrupted')
      union all select 'appeals', 1, (at at time zone ${zone})::date from admission_fact where kind = 'appeal-answered'
      union all select 'messages', 1, (at at time zone ${zone})::date from dossier_message where side = 'school'
    ) kept where day between ${from}::date and ${until}::date group by proof order by proof`.execute(tx);
  return rows;
}
