/** Appeals to the school against a jury's result, with their answers: kept among what comes after a jury. */
import { sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { AppealOutcome } from "../rules/appeal.ts";

type ResultAppeal = {
  readonly id: string;
  readonly enrolment: string;
  readonly result: string;
  readonly on: Day;
  readonly text: string;
  readonly answer: { readonly outcome: AppealOutcome; readonly grounds: string; readonly on: Day } | null;
};

/** In chronological order; none against a result that was annulled since, of which nothing is left to answer. */
export async function appealsOf(tx: Tx, enrolments: readonly string[]): Promise<readonly ResultAppeal[]> {
  const { rows } = await sql<ResultAppeal>`
    select a.id, a.enrolment, a.said->>'result' as result, to_char(a.on_day, 'YYYY-MM-DD') as "on", a.said->>'text' as text,
      (select jsonb_build_object('outcome', b.said->>'outcome', 'grounds', b.said->>'grounds', 'on', to_char(b.on_day, 'YYYY-MM-DD'))
        from exam_after b where b.enrolment = a.enrolment and b.kind = 'appeal-answered' and b.said->>'appeal' = a.id::text
        order by b.id limit 1) as answer
    from exam_after a where a.enrolment = any(${[...enrolments]}::uuid[]) and a.kind = 'appealed'
      and not exists (select from exam_after n where n.enrolment = a.enrolment and n.kind = 'annulled' and n.said->>'result' = a.said->>'result')
    order by a.noted_at, a.id`.execute(tx);
  return rows;
}
