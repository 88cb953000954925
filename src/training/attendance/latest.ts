/** The SQL of the latest record of each trainee in a lesson: for statements that read many lessons. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../db/school.ts";
import type { Day } from "../../kit/day.ts";
import type { Standing } from "./store.ts";

/**
 * For a lateral join with the lesson. Whether a list signs them is looked up among the records of the lesson's own lists, gathered once a
 * lesson (`offset 0` keeps it so): joined for all lessons together, a plan made for few of them compared every record with every other.
 */
export function latestOf(lesson: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select last.enrolment, last.status, last.minutes_missed, last.id = any(array(
      select one.record::uuid from attendance_list list cross join lateral jsonb_array_elements_text(list.records) as one (record)
      where list.lesson = ${lesson})) as countersigned
    from (select distinct on (told.enrolment) told.enrolment, told.id, told.status, told.minutes_missed from attendance told
      where told.lesson = ${lesson} order by told.enrolment, told.number desc) last
    offset 0`;
}

type Alike = Pick<Standing, "enrolment" | "status" | "minutesMissed" | "countersigned"> & { readonly lessons: string };

/** The latest records in the lessons of some cohorts until a day, by trainee: those alike come as one row, as nearly all of them are. */
export async function standingAmong(
  tx: Tx,
  cohorts: readonly string[],
  until: Day,
): Promise<ReadonlyMap<string, readonly Pick<Standing, "lesson" | "status" | "minutesMissed" | "countersigned">[]>> {
  const { rows } = await sql<Alike>`
    with held as materialized (select id from lesson where cohort = any(${[...cohorts]}::uuid[]) and on_day <= ${until}::date)
    select a.enrolment, a.status, a.minutes_missed as "minutesMissed", a.countersigned, string_agg(h.id::text, ' ') as lessons
    from held h cross join lateral (${latestOf(sql`h.id`)}) a
    group by a.enrolment, a.status, a.minutes_missed, a.countersigned
    order by a.enrolment, a.status, a.minutes_missed, a.countersigned`.execute(tx);
  return new Map(
    [...Map.groupBy(rows, ({ enrolment }) => enrolment)].map(([enrolment, own]) => [
      enrolment,
      own.flatMap(({ lessons, status, minutesMissed, countersigned }) =>
        lessons.split(" ").map((lesson) => ({ lesson, status, minutesMissed, countersigned })),
      ),
    ]),
  );
}
