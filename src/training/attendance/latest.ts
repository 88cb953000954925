/** The SQL of the latest record of each trainee in a lesson: for statements that read many lessons. */
import { type RawBuilder, sql } from "kysely";

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
